"""cchc due: what is overdue and what falls due soon."""

from typing import Annotated

import typer

from cchc_cli.answers import due as shown
from cchc_cli.queries import due as query
from cchc_cli.shell import opening, options, screen


def command(
    agency: options.Agencies = None,
    within: Annotated[
        int,
        typer.Option("--within", metavar="SỐ_NGÀY", help="Sắp đến hạn là còn từng này ngày trở xuống (mặc định: 30)."),
    ] = 30,
    everything: Annotated[bool, typer.Option("--all", help="Liệt kê cả các mốc khác, không chỉ đếm.")] = False,
    section: options.Sections = None,
    role: options.Roles = None,
    as_of: options.AsOf = None,
    period: options.PeriodOption = None,
    check: Annotated[bool, typer.Option("--check", help="Thoát với mã 1 nếu có mốc quá hạn.")] = False,
    form: options.Format = "table",
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> int:
    """Việc quá hạn, rồi việc sắp đến hạn, của mọi cơ quan hoặc một cơ quan."""
    options.choice("--format", form, options.TABLE_FORMATS)
    workspace = opening.workspace(root, plan)
    asked = opening.asked(workspace, as_of, period, agency, section, role)
    answer = query.due(workspace, asked, within, everything)
    screen.answer(
        form,
        output,
        lambda: shown.table(answer, workspace, within, everything),
        lambda: shown.json(answer, workspace),
    )
    return 1 if check and answer.overdue else 0
