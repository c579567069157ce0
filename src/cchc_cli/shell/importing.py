"""Take a file into a workspace as a draft plan: read it, check what would stand there, write all or nothing."""

from collections.abc import Iterator
from pathlib import Path
from re import MULTILINE
from re import compile as pattern
from typing import TYPE_CHECKING

from cchc_cli.checking import check
from cchc_cli.disk import in_place, new
from cchc_cli.model import AgencyRow
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading.load import load
from cchc_cli.reading.places import AGENCIES, TOP
from cchc_cli.recording.edit.line import line_of
from cchc_cli.shell import rewriting
from cchc_cli.shell.given import given_text
from cchc_cli.shell.options.scope import Opened
from cchc_cli.text.problems import Problem, Stop

if TYPE_CHECKING:
    from cchc_cli.importing.draft import Imported
    from cchc_cli.importing.paper import Paper

_YEAR = pattern(r"(?<!\d)(20\d\d)(?!\d)")
_ITEM = pattern(r"^([ \t]*)- ", MULTILINE)
_SAVE = "mở bằng Word, Excel hoặc LibreOffice, lưu lại dạng .docx, .xlsx"
_OLD = {"doc": "docx", "xls": "xlsx", "odt": "docx", "ods": "xlsx", "rtf": "docx", "pdf": "docx", "docm": "docx"}


def plan_name(folder: Path, output: Path) -> str:
    """The name of the new plan: its path below plan/; a folder elsewhere is a `Stop`."""
    for above in (Path.cwd(), folder):
        place = (above / output).resolve()
        top = (folder / TOP).resolve()
        if place != top and place.is_relative_to(top):
            return place.relative_to(top).as_posix()
    raise Stop(f"{output.as_posix()} không nằm trong {TOP}/ của thư mục làm việc", "nêu một thư mục mới, như plan/2027")


def year_of(name: str, given: int | None) -> int:
    """The year of the plan: as given, else that in its name."""
    found = _YEAR.search(name)
    if given is not None:
        return given
    if found is None:
        raise Stop("chưa biết kế hoạch của năm nào", "thêm --year, như --year 2027")
    return int(found[1])


def usual_monitor(workspace: Workspace) -> str:
    """The monitor that the plans there have; a `Stop` where they have none or several."""
    found = dict.fromkeys(plan.file.monitor for plan in (*workspace.plans, *workspace.left_out))
    if len(found) != 1:
        raise Stop("chưa biết cơ quan nào theo dõi kế hoạch này", 'thêm --monitor, như --monitor "Sở Nội vụ"')
    return next(iter(found))


def paper(file: Path, data: bytes) -> "Paper":
    """The file's paragraphs and tables, by its ending; text in an old encoding is a `Stop`."""
    from cchc_cli.documents.render import package
    from cchc_cli.importing import excel, fonts, markup, word

    ending = file.suffix[1:].lower()
    if ending in _OLD:
        raise Stop(f"chưa đọc được tệp dạng .{ending}", f"{_SAVE} (nên là .{_OLD[ending]})")
    if ending == "docx":
        parts = package.readable(file.name, data, word.MOST)
        found = word.paper(parts)
        fonts.refuse_old(file.name, _text(found), word.fonts(parts))
        return found
    if ending == "xlsx":
        found = excel.paper(file.name, data)
    else:
        readers = {"html": markup.of_html, "htm": markup.of_html, "md": markup.of_markdown, "txt": markup.of_text}
        if ending not in readers:
            raise Stop(f"không nhập được tệp dạng .{ending}", "các dạng đọc được: docx, xlsx, html, md, txt")
        found = readers[ending](_decoded(file.name, data))
    fonts.refuse_old(file.name, _text(found))
    return found


def made(given: "Paper", opened: Opened, folder: str, year: int, monitor: str) -> "Imported":
    """The draft made of the paper with the agencies of the workspace; a draft with errors is a `Stop` that lists them.

    A row whose term is an error is made again with the term as printed and without a day.
    """
    from cchc_cli.importing.draft import imported

    registry = opened.workspace.registry
    draft = imported(given, registry, year, monitor)
    errors = _errors(opened, folder, draft)
    unread = frozenset(each.task for each in errors if each.task and each.code.startswith("CC3"))
    if unread:
        draft = imported(given, registry, year, monitor, unread)
        errors = _errors(opened, folder, draft)
    if errors:
        raise Stop(f"dự thảo đọc từ tệp này có {len(errors)} lỗi nên chưa lập", "sửa ở tệp nguồn rồi nhập lại", errors)
    return draft


def files_of(draft: "Imported", source: str) -> dict[str, bytes]:
    """The files of the draft by path below its folder, with the list for a person."""
    from cchc_cli.importing import review

    return {
        **{path: text.encode() for path, text in draft.files.items()},
        review.FILE: review.page(draft, source).encode(),
    }


def _errors(opened: Opened, folder: str, draft: "Imported") -> tuple[Problem, ...]:
    contents = {f"{folder}/{path}": text.encode() for path, text in draft.files.items()}
    if draft.agencies:
        contents[AGENCIES] = _with_agencies(opened.contents[AGENCIES], draft.agencies)
    return check.errors(load(opened.contents, opened.data, contents, absent=opened.workspace.absent))


def write(opened: Opened, place: Path, files: dict[str, bytes], agencies: tuple[AgencyRow, ...]) -> None:
    """Create the plan's folder, and add new agencies to the registry just before it appears: both or neither.

    Agencies without a plan are sound, a plan without its agencies is not: a run killed in between leaves the former.
    """
    added: list[rewriting.Rewriting] = []

    def add() -> None:
        change = rewriting.prepared(
            opened, (AGENCIES,), lambda now: {AGENCIES: _with_agencies(now[AGENCIES], agencies)}
        )
        added.append(rewriting.write(change))

    try:
        new.create_tree(place, files, add if agencies else None)
    except BaseException as error:
        if added:
            _put_back(added[0], error)
        raise
    in_place.clear(opened.folder / TOP)  # the lock of a run that was killed once it had added the agencies


def _put_back(added: rewriting.Rewriting, error: BaseException) -> None:
    try:
        rewriting.put_back(added)
    except Stop as why:
        hint = f"{why.message}; xem lại quyền và chỗ trống của đĩa, bỏ các cơ quan vừa thêm ở cuối tệp đó rồi nhập lại"
        raise Stop(f"ghi dở dang, đã ghi {AGENCIES}", hint) from error


def told(draft: "Imported", folder: str, written: bool) -> Iterator[str]:
    """What the import found, and what to do next."""
    from cchc_cli.importing.review import FILE

    sections = f", {draft.sections} lĩnh vực" if draft.sections else ""
    yield f"{'Đã lập' if written else 'Sẽ lập'} dự thảo {folder}: {draft.tasks} dòng{sections}."
    if draft.agencies:
        names = ", ".join(row.name for row in draft.agencies)
        yield f"{'Đã thêm' if written else 'Sẽ thêm'} {len(draft.agencies)} cơ quan vào danh bạ: {names}."
    if draft.lost:
        yield f"Còn {len(draft.lost)} chữ của tệp chưa thấy lại trong dự thảo."
    counts = f"{len(draft.guesses)} chỗ đọc chưa chắc, {len(draft.noise)} đoạn không đưa vào"
    if not written:
        yield f"{counts}; bỏ --dry-run thì danh sách được ghi vào {folder}/{FILE}."
        return
    yield f"{counts}: xem {folder}/{FILE}."
    yield f"Xem dự thảo: cchc list --plan {folder.removeprefix(f'{TOP}/')}"


def _text(given: "Paper") -> str:
    cells = (cell.text for grid in given.grids for cell in grid.cells)
    return "\n".join((*(line.text for line in given.lines), *cells))


def _decoded(name: str, data: bytes) -> str:
    from cchc_cli.importing import markup

    return markup.declared(data) or given_text(name, data)


def _with_agencies(data: bytes | None, agencies: tuple[AgencyRow, ...]) -> bytes:
    """The registry's file with lines for new agencies at its end."""
    text = (data or b"").decode()
    found = _ITEM.search(text)
    indent = found[1] if found else "  "
    lines = "".join(f"{indent}{line_of(row)}\n" for row in agencies)
    return f"{text.rstrip()}\n{lines}".encode()
