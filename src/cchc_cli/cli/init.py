"""cchc init: a new workspace."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer
from msgspec import structs

from cchc_cli.disk import new, plain
from cchc_cli.founding import agencies, agency_list, workspace
from cchc_cli.founding.body import Body, NoProvince, body, of_province
from cchc_cli.founding.clean_text import tidy
from cchc_cli.founding.province import Province, is_another_body, province, written_out
from cchc_cli.model import AgencyRow
from cchc_cli.plan.monitors import USUAL_MONITORS
from cchc_cli.plan.registry import Registry
from cchc_cli.reading.places import AGENCIES
from cchc_cli.schema import editor
from cchc_cli.shell import clock, screen
from cchc_cli.shell.given import given_bytes
from cchc_cli.shell.options import scope
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import Match

_YEARS = (2000, 2100)
_ASSUMED = "assumed: đặt khi tạo thư mục, cần đối chiếu"
Folder = Annotated[
    Path | None, typer.Argument(metavar="[THƯ_MỤC]", help="Nơi tạo; chưa có thì tạo mới (mặc định: thư mục hiện tại).")
]
BodyOption = Annotated[
    str | None,
    typer.Option(
        "--body",
        metavar="TÊN",
        help='Cơ quan có kế hoạch: "tỉnh Mẫu", "Sở Tư pháp", "UBND xã Suối Trong", "Bộ Tư pháp"; không nêu thì hỏi.',
    ),
]
Parent = Annotated[
    str | None,
    typer.Option("--parent", metavar="TÊN", help="Tỉnh, thành phố mà sở, xã, phường, đặc khu đó thuộc về."),
]
ProvinceOption = Annotated[
    str | None, typer.Option("--province", metavar="TÊN", help='Thay cho --body khi là tỉnh, thành phố: "Khánh Hòa".')
]
Monitor = Annotated[
    str | None,
    typer.Option(
        "--monitor",
        metavar="TÊN",
        help="Cơ quan theo dõi, tổng hợp kế hoạch (mặc định: Sở Nội vụ; Văn phòng ở các cơ quan khác).",
    ),
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--agencies", metavar="TỆP.csv",
                 help="Danh sách cơ quan, có cột Tên; thêm được Loại, Viết tắt, Thứ tự, Mã, Căn cứ (lặp lại được)."),
]  # fmt: skip
Year = Annotated[int | None, typer.Option("--year", metavar="NĂM", help="Năm của lịch nghỉ (mặc định: năm nay).")]


def command(
    folder: Folder = None,
    name: BodyOption = None,
    parent: Parent = None,
    of_whom: ProvinceOption = None,
    monitor: Monitor = None,
    lists: Lists = None,
    year: Year = None,
) -> None:
    """Tạo thư mục làm việc mới cho kế hoạch của một tỉnh, sở, xã, bộ."""
    place = folder or scope.CHOSEN.get() or Path()
    year = clock.today().year if year is None else year
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise Stop(f"--year: {year} không nằm trong khoảng từ {_YEARS[0]} đến {_YEARS[1]}")
    kept = _kept(place, year)
    of = _body(name, parent, of_whom)
    lines = [
        line for each in lists or () for line in agency_list.csv_lines(given_bytes(each, plain.PLAN_BYTES), each.name)
    ]
    leader = tidy(monitor) if monitor is not None else _asked_monitor(of)
    within = of.kind != "province"
    given = agency_list.rows_of(lines, within) if lines else _asked_agencies(within)
    leading = _monitor(leader, given, of)
    rows = agencies.registry(given, leading, of)
    texts = workspace.texts(rows, of, year, leading.id)
    kept = tuple(path for path in kept if not new.stands(place / path, texts[path].encode()))
    made = {path: text for path, text in texts.items() if path not in kept}
    contents = {path: text.encode() for path, text in made.items()}
    _refuse(place, [path for path in new.in_the_way(place, made) if not new.stands(place / path, contents.get(path))])
    new.create_all(place, contents)
    screen.done("".join(f"{line}\n" for line in _told(place, rows, made, year)))
    for path in kept:
        screen.say(f"Giữ nguyên {path} đang có; chạy cchc init ở một thư mục trống để xem nội dung nên thêm.")


def _kept(place: Path, year: int) -> tuple[str, ...]:
    """The existing editor settings, which are kept; raise a `Stop` if a workspace already exists."""
    found = new.in_the_way(place, workspace.paths(year))
    kept = tuple(path for path in found if path in workspace.EDITORS and (place / path).is_file())
    if AGENCIES in found:  # if it is missing, an earlier run was killed, and this run creates the rest
        _refuse(place, [path for path in found if path not in kept])
    return kept


def _refuse(place: Path, taken: list[str]) -> None:
    if not taken:
        return
    hint = "chọn thư mục khác, hoặc chuyển các tệp đó đi; chưa ghi gì"
    raise Stop(f"{place.as_posix()} đã có {len(taken)} tệp mà lệnh này phải tạo: {', '.join(taken)}", hint)


def _body(name: str | None, parent: str | None, of_whom: str | None) -> Body:
    if of_whom is not None:
        if name is not None or parent is not None:
            raise Stop("--province không đi cùng --body, --parent", "chỉ ghi --body, --parent")
        return _of_province(of_whom)
    above = _parent(parent)
    if name is not None:
        return body(name, above)
    if not screen.can_ask():
        hint = 'ghi như: cchc init ke-hoach --body "UBND xã Suối Trong" --parent "tỉnh Mẫu" --agencies co-quan.csv'
        raise Stop("chưa nêu cơ quan có kế hoạch", hint)
    return _asked_body(above)


def _of_province(text: str) -> Body:
    if is_another_body(tidy(text)) and province(text) is None:
        with suppress(NoProvince):
            body(text, None)  # a `Stop` if no plan can be of it
        raise Stop(f'--province: "{tidy(text)}" không phải tỉnh, thành phố', f'ghi --body "{tidy(text)}"')
    try:
        return of_province(text)
    except Stop as stop:
        raise Stop(f"--province: {stop.message}", 'ghi như --province "Khánh Hòa"') from stop


def _parent(text: str | None) -> Province | None:
    found = province(written_out(text)) if text is not None else None
    if text is not None and found is None:
        raise Stop(f'--parent: "{tidy(text)}" không phải tỉnh, thành phố', 'ghi như --parent "tỉnh Mẫu"')
    return found


def _asked_body(above: Province | None) -> Body:
    """Ask for the body, and for the province that it belongs to, until both are clear."""
    while True:
        typed = tidy(screen.ask("Tỉnh, thành phố, hoặc cơ quan có kế hoạch (như Khánh Hòa; Sở Tư pháp; UBND xã …): "))
        try:
            return of_province(typed) if province(typed) else _asked_parent(typed, above)
        except Stop as stop:
            screen.say(f"  {stop.message} → {stop.hint}")


def _asked_parent(typed: str, above: Province | None) -> Body:
    try:
        return body(typed, above)
    except NoProvince:
        return body(typed, province(written_out(screen.ask("Thuộc tỉnh, thành phố (như tỉnh Mẫu): "))))


def _asked_monitor(of: Body) -> str:
    asked = tidy(screen.ask(f"Cơ quan theo dõi kế hoạch (Enter: {of.monitor}): ")) if screen.can_ask() else ""
    return asked or of.monitor


def _asked_agencies(within: bool) -> tuple[AgencyRow, ...]:
    """Ask for names, one per line, until an empty line; return none if nobody can be asked."""
    if not screen.can_ask():
        return ()
    screen.say("Các cơ quan của kế hoạch, mỗi dòng một tên (Sở Tư pháp, Phòng Kinh tế, xã …); Enter để kết thúc.")
    screen.say("Danh sách dài thì bấm Ctrl+C rồi chạy lại với --agencies TỆP.csv.")
    found: dict[str, AgencyRow] = {}
    while typed := tidy(screen.ask(f"{len(found) + 1:>3}. ")):
        try:
            row = _row(typed, within)
        except Stop as stop:
            screen.say(f"  {stop.message} → {stop.hint}")
            continue
        if row.id in found:
            screen.say("  đã có tên này")
        found.setdefault(row.id, row)
    return tuple(found.values())


def _row(name: str, within: bool) -> AgencyRow:
    (row,) = agency_list.rows_of([agency_list.Line("tên vừa gõ", {"name": name})], within)
    return row


def _monitor(name: str, given: tuple[AgencyRow, ...], of: Body) -> AgencyRow:
    """The agency of the list that the name means, else a new agency."""
    found = Registry(given).find(name)
    if isinstance(found, Match):
        return next(row for row in given if row.id == found.id)
    if not name:
        raise Stop("--monitor: chưa có tên cơ quan", f'ghi như --monitor "{of.monitor}"')
    row = _row(name, of.kind != "province")
    return structs.replace(row, basis=_ASSUMED) if name == of.monitor != USUAL_MONITORS["province"] else row


def _told(place: Path, rows: tuple[AgencyRow, ...], texts: dict[str, str], year: int) -> list[str]:
    groups = sum(row.kind == "group" for row in rows)
    schemas = sum("/schemas/" in path for path in texts)
    own = [f"  {path}" for path in sorted(texts) if "/schemas/" not in path]
    return [
        f"Đã tạo thư mục làm việc tại {place.absolute().as_posix()}: {len(rows) - groups} cơ quan, {groups} nhóm.",
        *own,
        f"  {editor.FOLDER}/ ({schemas} lược đồ)",
        "Loại cơ quan, thành viên nhóm đọc theo tên: xem lại trong plan/agencies.yaml.",
        f"Kế hoạch năm {year} mới là dự thảo trống. Việc tiếp theo, theo plan/README.md:",
        *(f"  cchc {scope.typed(place)}{words}" for words in ("validate", f"due --plan {year}", "agencies")),
    ]
