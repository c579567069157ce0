"""What a new plan took over, what it left out, and what is left to a person: lines for the officer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from cchc_cli.plan.plans import Plan
from cchc_cli.renewal.choice import Why
from cchc_cli.renewal.draft import Draft
from cchc_cli.renewal.mentions import Mention, Move, Names
from cchc_cli.text.problems import Span
from cchc_cli.vietnamese.paper import count, number

_WHY = {
    Why.OPEN: "chưa hoàn thành",
    Why.STANDING: "thường xuyên, định kỳ",
    Why.COMPUTED: "tự tính",
    Why.ABOVE: "đã hoàn thành nhưng còn dòng con",
    Why.DONE: "đã hoàn thành",
    Why.CANCELLED: "không thực hiện",
    Why.DROPPED: "đã đưa ra khỏi kế hoạch",
}
_HEADS = {
    Names.FORMER: "Còn nêu thời gian, văn bản của kế hoạch cũ, xem lại",
    Names.BESIDE: "Nêu năm liền trước hoặc liền sau, xem lại",
    Names.CITED: "Số, ngày của văn bản được viện dẫn, thường giữ nguyên",
}


class Renewal(NamedTuple):
    """A former plan and the next one, with what was decided on the way."""

    former: Plan
    draft: Draft
    chosen: dict[str, Why]
    finished: tuple[str, ...]
    given: tuple[str, ...]
    moves: tuple[Move, ...]
    mentions: tuple[Mention, ...]


def lines(of: Renewal, name: str, written: bool) -> Iterator[str]:
    """What happened, in paragraphs; the places come as path:line:column."""
    taken = [each for each, why in of.chosen.items() if why.carried]
    said = "Đã lập" if written else "Sẽ lập"
    yield f"{said} {of.draft.folder}: dự thảo từ kế hoạch {of.former.name}, mang sang {_counted(of, taken)}."
    yield from _list("Đánh lại số cho liền", _renamed(of))
    yield from _list("Mốc đã hoàn thành nhưng ở trong nhiệm vụ mang sang", of.finished)
    yield from _list("Không mang sang", _left(of))
    yield from _list("Cấp trên giao, chưa hoàn thành; còn theo dõi thì ghi lại bằng cchc add --given-by", of.given)
    yield from _list("Tiến độ đã dời năm", (f"{_moved(each)} → {each.now}" for each in of.moves if each.sure))
    yield from _list("Tiến độ chưa dời, xem lại", (_moved(each) for each in of.moves if not each.sure))
    for kind, head in _HEADS.items():
        yield from _list(head, (f"{_at(each.span)} {each.words}" for each in of.mentions if each.kind is kind))
    yield ""
    yield f"Tiếp theo: sửa các chỗ trên, rồi chạy cchc validate. Dự thảo chỉ hiện khi nêu --plan {name}."
    yield "Khi ban hành: ghi number, date vào decision và bỏ dòng draft: true trong plan.yaml."


def _left(of: Renewal) -> Iterator[str]:
    for each, why in of.chosen.items():
        if not why.carried:
            yield f"{each}  {of.former.by_id[each.upper()].title}: {_WHY[why]}"
    yield from of.draft.gone


def _counted(of: Renewal, taken: Sequence[str]) -> str:
    reasons = Counter(of.chosen[each] for each in taken)
    parts = ", ".join(f"{count(reasons[why])} {_WHY[why]}" for why in Why if reasons[why])
    return f"{count(len(taken))}/{count(len(of.chosen))} nhiệm vụ" + (f" ({parts})" if parts else "")


def _renamed(of: Renewal) -> list[str]:
    rows = {row.upper(): row for row in (*of.chosen, *(each.id for each in of.former.headings.values()))}
    return [f"{rows[was]} → {now}" for was, now in of.draft.renamed.items() if was in rows and rows[was] != now]


def _list(head: str, items: Iterable[str]) -> Iterator[str]:
    found = tuple(items)
    if found:
        yield from ("", f"{head} ({number(len(found))}):", *(f"  {each}" for each in found))


def _moved(move: Move) -> str:
    return f"{_at(move.span)} {move.id}: {move.was}"


def _at(span: Span) -> str:
    return f"{span.file}:{span.line}:{span.column}"
