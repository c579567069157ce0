"""cchc stats: counts and rates."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from cchc_cli.answers import stats as shown
from cchc_cli.answers.tables import Table
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import stats as query
from cchc_cli.queries.changes import Changes, changes
from cchc_cli.queries.views import Asked
from cchc_cli.recording import values
from cchc_cli.recording.faults import Field
from cchc_cli.shell import answered
from cchc_cli.shell.faults import sound
from cchc_cli.shell.options import flags, plan_files, scope, suggestions
from cchc_cli.wording.levels import BY, By

if TYPE_CHECKING:
    from cchc_cli.answers.sheets import Sheet
    from cchc_cli.shell.many_plans import Counted


def command(
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="THEO",
            autocompletion=suggestions.rows_by,
            help="section (lĩnh vực), agency (cơ quan), plan (kế hoạch) hoặc level (cấp); mặc định: section.",
        ),
    ] = "section",
    agency: flags.Agencies = None,
    section: flags.Sections = None,
    as_of: flags.AsOf = None,
    period: flags.PeriodOption = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Số liệu và tỷ lệ hoàn thành theo lĩnh vực, cơ quan, kế hoạch, cấp."""
    rows_by: By = sound(values.word(by, {each: (word,) for each, word in BY.items()}, Field.BY))
    form = flags.table_form(form, output)

    def read(of: Workspace) -> Asked:
        return scope.asked(of, as_of, period, agency, section)

    many = None if plan or period else _of_many(root, read, rows_by)
    if many is not None:
        return answered.show(form, output, _answered(many.answer, many.workspace, None))
    workspace = scope.workspace(root, plan)
    asked = read(workspace)
    answer = query.stats(workspace, asked, rows_by)
    since = changes(workspace, asked, asked.period) if asked.period else None
    return answered.show(form, output, _answered(answer, workspace, since))


def _answered(answer: query.Stats, workspace: Workspace, since: Changes | None) -> answered.Answered:
    """The answer in the forms that it has."""

    def as_json() -> Struct:
        from cchc_cli.answers.json.stats import stats

        return stats(answer, since, workspace.own_settings.province)

    def as_sheet() -> "Sheet":
        from cchc_cli.answers.sheets.stats import sheet

        return sheet(answer, len(workspace.plans))

    def as_table() -> Table:
        return shown.table(answer, since, len(workspace.plans))

    return answered.Answered(as_table, as_json, as_sheet)


def _of_many(root: Path | None, read: Callable[[Workspace], Asked], by: By) -> "Counted | None":
    """The answer of many plans, each asked by itself; None if all must be read at once."""
    if not plan_files.are_many(scope.root(root)):
        return None
    from cchc_cli.shell import many_plans

    return many_plans.counted(scope.root(root), read, by)
