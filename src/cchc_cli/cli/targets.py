"""cchc targets: objectives and indicators with figures, measured or not."""

from typing import TYPE_CHECKING

from msgspec import Struct

from cchc_cli.answers import targets as shown
from cchc_cli.answers.tables import Table
from cchc_cli.queries.measured import measured
from cchc_cli.shell import answered
from cchc_cli.shell.options import flags, scope

if TYPE_CHECKING:
    from cchc_cli.answers.sheets import Sheet


def command(
    agency: flags.Agencies = None,
    as_of: flags.AsOf = None,
    period: flags.PeriodOption = None,
    form: flags.Format = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Chỉ tiêu có con số: mức phải đạt, đã đo hay chưa."""
    form = flags.table_form(form, output)
    workspace = scope.workspace(root, plan)
    answer = measured(workspace, scope.asked(workspace, as_of, period, agency))

    def as_json() -> Struct:
        from cchc_cli.answers.json.targets import targets

        return targets(answer, workspace)

    def as_sheet() -> "Sheet":
        from cchc_cli.answers.sheets.targets import sheet

        return sheet(answer, workspace)

    def as_table() -> Table:
        return shown.table(answer, workspace)

    answered.show(form, output, answered.Answered(as_table, as_json, as_sheet))
