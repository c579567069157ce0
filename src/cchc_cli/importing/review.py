"""What was guessed → import-review.md, for a person to go through before the draft is used."""

from collections import defaultdict
from collections.abc import Iterator

from cchc_cli.formats.table_md import escaped
from cchc_cli.importing.draft import Imported
from cchc_cli.importing.guesses import Guess, Weight

FILE = "import-review.md"
_GROUPS = {
    Weight.TERM: "Thời hạn",
    Weight.LEAD: "Cơ quan chủ trì",
    Weight.AGENCY: "Cơ quan chưa có trong danh bạ",
    Weight.ROW: "Dòng, mốc, lĩnh vực",
    Weight.COLUMN: "Cột",
    Weight.TEXT: "Chữ",
}
_HEADS = ("Chỗ", "Nhiệm vụ", "In", "Đọc là", "Vì sao chưa chắc", "Có thể là")


def page(made: Imported, source: str) -> str:
    """The page: counts, the guesses by what hangs on them, the words that no place was found for."""
    return "\n".join((*_top(made, source), *_all(made), *_noise(made), ""))


def _top(made: Imported, source: str) -> Iterator[str]:
    yield f"# Cần xem lại sau khi nhập {escaped(source)}"
    yield ""
    yield f"Đã lập {made.tasks} dòng, {made.sections} lĩnh vực; {len(made.guesses)} chỗ đọc chưa chắc, nặng nhất trước."
    yield "Xem từng dòng, sửa trong các tệp của kế hoạch nếu đọc sai, rồi xóa tệp này."
    yield ""
    yield f"Chữ trong tệp: {made.words_in}; đã vào kế hoạch hoặc liệt kê dưới đây: {made.words_out}."
    if made.lost:
        yield f"Chưa thấy lại các chữ: {escaped(' '.join(made.lost[:200]))}."


def _all(made: Imported) -> Iterator[str]:
    for weight, title in _GROUPS.items():
        found = [each for each in made.guesses if each.weight is weight]
        if found:
            yield from ("", f"## {title} ({len(found)} chỗ)", "", _row(_HEADS), _row(("---",) * len(_HEADS)))
            yield from map(_row, _looked_at_once(found))


def _looked_at_once(guesses: list[Guess]) -> Iterator[tuple[str, ...]]:
    """The cells of each guess; the same words read alike are one row with all their places."""
    alike: dict[tuple[str, ...], list[Guess]] = defaultdict(list)
    for each in guesses:
        alike[each.printed, each.reading, each.sure, each.otherwise].append(each)
    for told, same in alike.items():
        places, tasks = (
            dict.fromkeys(filter(None, found))
            for found in zip(*((each.place, each.task) for each in same), strict=True)
        )
        yield tuple(map(escaped, ("; ".join(places), ", ".join(tasks), *told)))


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _noise(made: Imported) -> Iterator[str]:
    """The words left out; what is printed again and again, as the heads of a table, is one line."""
    if not made.noise:
        return
    yield from ("", f"## Chữ không đưa vào kế hoạch ({len(made.noise)} chỗ)", "")
    places: dict[str, list[str]] = defaultdict(list)
    for line in made.noise:
        places[line.text].append(line.place)
    for text, found in places.items():
        told = found[0] if len(found) == 1 else f"{len(found)} chỗ, từ {found[0]} đến {found[-1]}"
        yield f"- {escaped(told)}: {escaped(text)}"
