"""cchc init: a new workspace."""

from pathlib import Path
from typing import Annotated

import typer

from cchc_cli.disk import in_place, new
from cchc_cli.founding import agencies, agency_list, workspace
from cchc_cli.founding.clean_text import tidy
from cchc_cli.founding.province import Province, province
from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.reading.places import AGENCIES
from cchc_cli.schema import editor
from cchc_cli.shell import clock, screen
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import Match

_MONITOR = "Sở Nội vụ"
_YEARS = (2000, 2100)
Folder = Annotated[
    Path | None, typer.Argument(metavar="[THƯ_MỤC]", help="Nơi tạo; chưa có thì tạo mới (mặc định: thư mục hiện tại).")
]
ProvinceOption = Annotated[
    str | None, typer.Option("--province", metavar="TÊN", help='Tỉnh, thành phố, như "Khánh Hòa"; không nêu thì hỏi.')
]
Monitor = Annotated[
    str | None,
    typer.Option("--monitor", metavar="TÊN", help=f"Cơ quan theo dõi, tổng hợp kế hoạch (mặc định: {_MONITOR})."),
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--agencies", metavar="TỆP.csv",
                 help="Danh sách cơ quan, có cột Tên; thêm được Loại, Viết tắt, Thứ tự, Mã, Căn cứ (lặp lại được)."),
]  # fmt: skip
Year = Annotated[int | None, typer.Option("--year", metavar="NĂM", help="Năm của lịch nghỉ (mặc định: năm nay).")]


def command(
    folder: Folder = None,
    name: ProvinceOption = None,
    monitor: Monitor = None,
    lists: Lists = None,
    year: Year = None,
) -> None:
    """Tạo thư mục làm việc mới cho một tỉnh, thành phố."""
    place = folder or scope.CHOSEN.get() or Path()
    year = clock.today().year if year is None else year
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise Stop(f"--year: {year} không nằm trong khoảng từ {_YEARS[0]} đến {_YEARS[1]}")
    kept = _kept(place)
    of = _province(name)
    lines = [line for each in lists or () for line in agency_list.csv_lines(_content(each), each.name)]
    leader = tidy(monitor) if monitor is not None else _asked_monitor()
    given = agency_list.rows_of(lines) if lines else _asked_agencies()
    leading = _monitor(leader, given)
    rows = agencies.registry(given, leading, of)
    texts = workspace.texts(rows, of, year, leading.id)
    kept = tuple(path for path in kept if not new.stands(place / path, texts[path].encode()))
    made = {path: text for path, text in texts.items() if path not in kept}
    contents = {path: text.encode() for path, text in made.items()}
    _refuse(place, [path for path in new.in_the_way(place, made) if not new.stands(place / path, contents.get(path))])
    new.create_all(place, contents)
    screen.done("".join(f"{line}\n" for line in _told(place, rows, made)))
    for path in kept:
        screen.say(f"Giữ nguyên {path} đang có; chạy cchc init ở một thư mục trống để xem nội dung nên thêm.")


def _kept(place: Path) -> tuple[str, ...]:
    """The existing editor settings, which are kept; raise a `Stop` if a workspace already exists."""
    found = new.in_the_way(place, workspace.paths())
    kept = tuple(path for path in found if path in workspace.EDITORS and (place / path).is_file())
    if AGENCIES in found:  # if it is missing, an earlier run was killed, and this run creates the rest
        _refuse(place, [path for path in found if path not in kept])
    return kept


def _refuse(place: Path, taken: list[str]) -> None:
    if not taken:
        return
    hint = "chọn thư mục khác, hoặc chuyển các tệp đó đi; chưa ghi gì"
    raise Stop(f"{place} đã có {len(taken)} tệp mà lệnh này phải tạo: {', '.join(taken)}", hint)


def _content(path: Path) -> bytes:
    found = in_place.content(path)
    if found is None:
        raise Stop(f"không có tệp {path}", "xem lại đường dẫn")
    return found


def _province(name: str | None) -> Province:
    if name is None and not screen.can_ask():
        hint = 'ghi như: cchc init ke-hoach --province "Khánh Hòa" --agencies co-quan.csv'
        raise Stop("chưa nêu tỉnh, thành phố", hint)
    while True:
        found = province(name if name is not None else screen.ask("Tỉnh, thành phố (như Khánh Hòa): "))
        if found is not None:
            return found
        if name is not None:
            raise Stop(f'--province: "{name}" không phải tên tỉnh, thành phố', 'ghi như --province "Khánh Hòa"')


def _asked_monitor() -> str:
    asked = tidy(screen.ask(f"Cơ quan theo dõi kế hoạch (Enter: {_MONITOR}): ")) if screen.can_ask() else ""
    return asked or _MONITOR


def _asked_agencies() -> tuple[AgencyRow, ...]:
    """Ask for names, one per line, until an empty line; return none if nobody can be asked."""
    if not screen.can_ask():
        return ()
    screen.say("Các cơ quan của kế hoạch, mỗi dòng một tên (Sở Tư pháp, Thanh tra tỉnh, xã …); Enter để kết thúc.")
    screen.say("Danh sách dài thì bấm Ctrl+C rồi chạy lại với --agencies TỆP.csv.")
    found: dict[str, AgencyRow] = {}
    while typed := tidy(screen.ask(f"{len(found) + 1:>3}. ")):
        try:
            row = _row(typed)
        except Stop as stop:
            screen.say(f"  {stop.message} → {stop.hint}")
            continue
        if row.id in found:
            screen.say("  đã có tên này")
        found.setdefault(row.id, row)
    return tuple(found.values())


def _row(name: str) -> AgencyRow:
    (row,) = agency_list.rows_of([agency_list.Line("tên vừa gõ", {"name": name})])
    return row


def _monitor(name: str, given: tuple[AgencyRow, ...]) -> AgencyRow:
    """The agency of the list that the name means, else a new agency."""
    found = Registry(given).find(name)
    if isinstance(found, Match):
        return next(row for row in given if row.id == found.id)
    if not name:
        raise Stop("--monitor: chưa có tên cơ quan", f'ghi như --monitor "{_MONITOR}"')
    return _row(name)


def _told(place: Path, rows: tuple[AgencyRow, ...], texts: dict[str, str]) -> list[str]:
    groups = sum(row.kind == "group" for row in rows)
    schemas = sum("/schemas/" in path for path in texts)
    own = [f"  {path}" for path in sorted(texts) if "/schemas/" not in path]
    return [
        f"Đã tạo thư mục làm việc tại {place.absolute()}: {len(rows) - groups} cơ quan, {groups} nhóm.",
        *own,
        f"  {editor.FOLDER}/ ({schemas} lược đồ)",
        "Loại cơ quan, thành viên nhóm đọc theo tên: xem lại trong plan/agencies.yaml.",
        "Việc tiếp theo: xem plan/README.md.",
    ]
