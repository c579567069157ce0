"""All files of a new workspace: path → text. All are below plan/ or .vscode/, so that a repository keeps its own."""

from cchc_cli.formats.json_text import encoded
from cchc_cli.founding import agencies, calendar, draft, guide
from cchc_cli.founding.body import Body
from cchc_cli.model import AgencyRow
from cchc_cli.reading import places
from cchc_cli.reading.places import AGENCIES, CALENDAR, SETTINGS
from cchc_cli.recording.edit.line import flow
from cchc_cli.schema import documents, editor
from cchc_cli.schema.kinds import KINDS

_GIT_ATTRIBUTES = f"""\
# Cùng một kiểu xuống dòng trên mọi máy.
* text=auto eol=lf
# Mỗi dòng một lần ghi: dòng thêm ở hai nhánh đều được giữ khi gộp.
{places.progress("**", "*")} merge=union
{places.deadlines("**")} merge=union
{places.events("**")} merge=union
{places.measurements("**")} merge=union
{places.inspections("**")} merge=union
{places.filings("**")} merge=union
{places.texts("**", "*")} merge=union
"""
_GIT_IGNORE = """\
# Tệp tạm của cchc khi đang ghi.
.*.lock
.*.part
"""
_SETTINGS = """\
# Thiết lập chung cho mọi kế hoạch trong thư mục này; kế hoạch nào cần khác thì ghi settings trong plan.yaml của nó.
place: {place}
{province}# Còn bao nhiêu ngày thì gọi là sắp đến hạn.
due_soon_days: 30
# Báo cáo định kỳ.
issuer: {issuer}
recipient: {recipient}
"""
EDITORS = (".vscode/extensions.json", ".vscode/settings.json")
"""Files that a folder may have already: they are then left unchanged."""
_GIT = {"plan/.gitattributes": _GIT_ATTRIBUTES, "plan/.gitignore": _GIT_IGNORE}


def paths(year: int, of: Body | None = None) -> tuple[str, ...]:
    """The paths of the files; agencies.yaml comes last, because it marks the folder as a workspace.

    Without a body those of any body's.
    """
    shared = ("plan/README.md", SETTINGS, CALENDAR, *draft.paths(year, of))
    return (*_GIT, *shared, *EDITORS, *_schema_paths().values(), AGENCIES)


def texts(rows: tuple[AgencyRow, ...], of: Body, year: int, monitor: str) -> dict[str, str]:
    """The files in the order of `paths`; `rows` come from `agencies.registry`, `monitor` is the id of one of them."""
    issuer = agencies.own(rows, of)
    known = tuple((row.id, row.name) for row in rows)
    found = {
        **_GIT,
        "plan/README.md": guide.text(of, year, monitor, issuer, divided=draft.is_divided(of)),
        SETTINGS: _settings(of, issuer),
        **draft.texts(of, year, monitor),
        CALENDAR: calendar.text(year),
        ".vscode/extensions.json": encoded(editor.extensions()),
        ".vscode/settings.json": encoded(editor.settings()),
        **{path: encoded(documents.of_file(kind, known)) for kind, path in _schema_paths().items()},
        AGENCIES: agencies.text(rows),
    }
    return {path: found[path] for path in paths(year, of)}


def _settings(of: Body, issuer: str) -> str:
    is_elsewhere = of.province is not None and of.province.name != of.place
    province = f"province: {flow(of.province.name)}\n" if of.province and is_elsewhere else ""
    return _SETTINGS.format(place=flow(of.place), province=province, issuer=issuer, recipient=flow(of.superior))


def _schema_paths() -> dict[str, str]:
    return {kind: f"{editor.FOLDER}/{editor.file_name(kind)}" for kind in KINDS}
