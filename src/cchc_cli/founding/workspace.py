"""All files of a new workspace: path → text. All are below plan/ or .vscode/, so that a repository keeps its own."""

from cchc_cli.formats.json_text import encoded
from cchc_cli.founding import agencies, calendar, guide
from cchc_cli.founding.province import Province
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
"""
_GIT_IGNORE = """\
# Tệp tạm của cchc khi đang ghi.
.*.lock
.*.part
"""
_SETTINGS = """\
# Thiết lập chung cho mọi kế hoạch trong thư mục này; kế hoạch nào cần khác thì ghi settings trong plan.yaml của nó.
place: {place}
# Còn bao nhiêu ngày thì gọi là sắp đến hạn.
due_soon_days: 30
# Báo cáo định kỳ.
issuer: {issuer}
recipient: Bộ Nội vụ
"""
EDITORS = (".vscode/extensions.json", ".vscode/settings.json")
"""Files that a folder may have already: they are then left unchanged."""
_GIT = {"plan/.gitattributes": _GIT_ATTRIBUTES, "plan/.gitignore": _GIT_IGNORE}


def paths() -> tuple[str, ...]:
    """The paths of the files; agencies.yaml comes last, because it marks the folder as a workspace."""
    shared = ("plan/README.md", SETTINGS, CALENDAR)
    return (*_GIT, *shared, *EDITORS, *_schema_paths().values(), AGENCIES)


def texts(rows: tuple[AgencyRow, ...], of: Province, year: int, monitor: str) -> dict[str, str]:
    """The files in the order of `paths`; `rows` come from `agencies.registry`, `monitor` is the id of one of them."""
    issuer = next(row.id for row in rows if row.name == agencies.committee(of).name)
    known = tuple((row.id, row.name) for row in rows)
    found = {
        **_GIT,
        "plan/README.md": guide.text(of, year, monitor, issuer),
        SETTINGS: _SETTINGS.format(place=flow(of.name), issuer=issuer),
        CALENDAR: calendar.text(year),
        ".vscode/extensions.json": encoded(editor.extensions()),
        ".vscode/settings.json": encoded(editor.settings()),
        **{path: encoded(documents.of_file(kind, known)) for kind, path in _schema_paths().items()},
        AGENCIES: agencies.text(rows),
    }
    return {path: found[path] for path in paths()}


def _schema_paths() -> dict[str, str]:
    return {kind: f"{editor.FOLDER}/{editor.file_name(kind)}" for kind in KINDS}
