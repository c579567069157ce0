"""Options that show or copy templates instead of making a report: --list, --check, --fields, --eject."""

from pathlib import Path

from msgspec import Struct

from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.disk import files
from cchc_cli.documents import reports
from cchc_cli.documents.reports.fields import Field, fields
from cchc_cli.shell import answered, screen
from cchc_cli.shell.answered import Answered
from cchc_cli.shell.options import flags, scope
from cchc_cli.shell.templates import library, scenes, trials

_TABLES = ("table", "md", "csv")
_FIELDS = ("table", "md", "csv", "json")
_OFFERED = (
    'Ngoài ra: {{ blank("điều cần điền") }} cho chỗ phải viết tay; trong mẫu Word: {{ picture(biểu đồ) }}.',
    "Bộ lọc: long_date, short_date, number, lower_first, upper_first, upper, length, join và các bộ lọc thường dùng"
    " khác của Jinja.",
)


def listed(root: Path | None, form: str | None, output: Path | None) -> None:
    """--list: print which reports have templates, and in which formats."""
    answered.show(flags.form_of(form, output, _TABLES, "table"), output, Answered(lambda: library.table(root)))


def checked(root: Path | None, names: list[str], plans: list[str] | None, form: str | None, output: Path | None) -> int:
    """--check: try every template; return 1 if one fails."""
    wanted = flags.form_of(form, output, _TABLES, "table")
    tried = trials.trials(root, names, plans)
    answered.show(wanted, output, Answered(lambda: trials.table(tried)))
    return 1 if any(each.fault for each in tried) else 0


def told(
    root: Path | None,
    name: str,
    told_by: str,
    wanted: scenes.Wanted,
    plans: list[str] | None,
    form: str | None,
    output: Path | None,
) -> None:
    """--fields: print the names that a template may use, with today's values; `told_by` is the report that fills it."""
    wanted_form = flags.form_of(form, output, _FIELDS, "table")
    if not any(name in known.reports for known in library.every_template(root)):
        raise library.unknown(root, name)
    report = reports.named(told_by)
    workspace = scope.workspace(root, plans)
    scene = scenes.scene(report, workspace, wanted)
    sample = trials.scene(report, scope.workspace(files.EXAMPLE, None))
    found = fields(reports.view(told_by, scene), reports.view(told_by, sample))

    def as_json() -> Struct:
        from cchc_cli.answers.json import fields as built

        return built.fields(name, found, scene.as_of, workspace.own_settings.province)

    answered.show(wanted_form, output, Answered(lambda: _table(found), as_json))


def ejected(root: Path, name: str, form: str | None) -> None:
    """--eject: copy the packaged template into the workspace for editing, in every format or the one named."""
    forms = (flags.choice("--format", form, tuple(library.ENDINGS)),) if form else ()
    for path in library.eject(root, name, forms):
        screen.say(f"Đã chép mẫu ra {path}: sửa tệp này, báo cáo {name} sẽ theo nó.")


def _table(found: tuple[Field, ...]) -> Table:
    columns = (Column("Tên"), Column("Giá trị hôm nay", fold=True))
    return Table("", columns, (Group(None, tuple(row(*each) for each in found)),), _OFFERED)
