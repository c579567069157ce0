"""cchc list: every task, filtered."""

from typing import Annotated

import typer

from cchc_cli.answers import tasks as shown
from cchc_cli.queries.views import views
from cchc_cli.shell import opening, options, screen


def command(
    agency: options.Agencies = None,
    section: options.Sections = None,
    role: options.Roles = None,
    state: Annotated[
        list[str] | None,
        typer.Option("--state", metavar="TÌNH_TRẠNG", help="Chỉ tình trạng này: overdue (quá hạn), due_soon, done …"),
    ] = None,
    search: Annotated[
        str | None, typer.Option("--search", metavar="CHỮ", help="Chỉ nhiệm vụ có chữ này (không cần gõ dấu).")
    ] = None,
    as_of: options.AsOf = None,
    period: options.PeriodOption = None,
    form: options.Format = "table",
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Danh sách nhiệm vụ, lọc theo cơ quan, lĩnh vực, tình trạng, chữ."""
    options.choice("--format", form, options.TABLE_FORMATS)
    workspace = opening.workspace(root, plan)
    asked = opening.asked(workspace, as_of, period, agency, section, role, state, search)
    found = tuple(views(workspace, asked))
    screen.answer(
        form, output, lambda: shown.table(found, workspace, asked), lambda: shown.json(found, workspace, asked)
    )
