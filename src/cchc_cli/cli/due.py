"""cchc due: what is overdue and what falls due soon."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from cchc_cli.answers import due as shown
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.shell import answered, screen
from cchc_cli.shell.options import flags, plan_files, scope
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from cchc_cli.answers.calendar import Calendar
    from cchc_cli.answers.sheets import Sheet


def command(
    agency: flags.Agencies = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            metavar="SỐ_NGÀY",
            help="Liệt kê mốc đến hạn trong từng này ngày tới (mặc định: theo settings.yaml, không ghi thì 30).",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Liệt kê cả các mốc khác, không chỉ đếm.")] = False,
    section: flags.Sections = None,
    role: flags.Roles = None,
    as_of: flags.AsOf = None,
    period: flags.PeriodOption = None,
    check: Annotated[bool, typer.Option("--check", help="Thoát với mã 1 nếu có mốc quá hạn.")] = False,
    form: flags.DatedFormat = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> int:
    """Nhiệm vụ quá hạn, sắp đến hạn của mọi cơ quan hoặc một cơ quan."""
    if within is not None and within < 0:
        raise Stop(f"--within: {within} không dùng được", "số ngày phải từ 0 trở lên, như --within 60")
    form = flags.table_form(form, output, flags.DATED_FORMATS)

    def read(of: Workspace) -> Asked:
        return scope.asked(of, as_of, period, agency, section, role)

    if form in answered.TABLES and not (everything or plan) and plan_files.are_many(scope.root(root)):
        from cchc_cli.shell import many_plans

        many = many_plans.due(scope.root(root), read, within)
        if many is not None:
            answered.show(form, output, answered.Answered(lambda: many.table))
            return 1 if check and many.overdue else 0
    if form in answered.IN_PIECES and not plan and plan_files.are_very_many(scope.root(root)):
        from cchc_cli.shell import whole_plans

        told = whole_plans.due(scope.root(root), read, within, everything, "json" if form == "json" else "csv")
        if told is not None:
            screen.pieces(told.pieces, output)
            return 1 if check and told.overdue else 0
    workspace = (scope.linked if form == "json" else scope.workspace)(root, plan)
    asked = read(workspace)
    answer = query.due(workspace, asked, query.soon_days(workspace) if within is None else within, everything)
    answered.show(form, output, _answered(answer, workspace, everything))
    return 1 if check and answer.overdue else 0


def _answered(answer: query.Answer, workspace: Workspace, everything: bool) -> answered.Answered:
    """The answer in the forms that it has."""

    def as_json() -> Struct:
        from cchc_cli.answers.json.due import due

        return due(answer, workspace)

    def as_sheet() -> "Sheet":
        from cchc_cli.answers.sheets.due import sheet

        return sheet(answer, workspace)

    def as_calendar() -> "Calendar":
        from cchc_cli.answers.calendar import of_due

        return of_due(answer, workspace)

    return answered.Answered(lambda: shown.table(answer, workspace, everything), as_json, as_sheet, as_calendar)
