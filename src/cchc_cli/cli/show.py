"""cchc show: one task whole."""

from typing import Annotated

import typer

from cchc_cli.answers import show as shown
from cchc_cli.queries.views import Asked, everybody
from cchc_cli.shell import screen
from cchc_cli.shell.options import complete, opening, options
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.progress import task_state
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date


def command(
    identity: Annotated[
        str,
        typer.Argument(metavar="MÃ", help="Mã nhiệm vụ, như I.9 hoặc 2026:I.9.", autocompletion=complete.tasks),
    ],
    as_of: options.AsOf = None,
    form: options.TextFormat = None,
    output: options.Output = None,
    plan: options.Plans = None,
    root: options.Root = None,
) -> None:
    """Xem đủ một nhiệm vụ: tiến độ được đọc thế nào, ai làm gì, đã cập nhật gì."""
    form = options.form_of(form, output, options.TEXT_FORMATS, "text")
    workspace = opening.workspace(root, plan)
    found, task = opening.task(identity, workspace)
    asked = Asked(opening.day(as_of))
    then = task.on(asked.as_of)
    if then is None:
        raise Stop(
            f"{task.id} chưa có trong kế hoạch vào ngày {short_date(asked.as_of)}", "xem ở ngày khác bằng --as-of"
        )
    ledger = Ledger.of(found, workspace)
    view = everybody(found, task_state(ledger, then, asked.as_of))
    if form == "json":
        from cchc_cli.answers.json.show import show

        screen.json(show(view, ledger, workspace, asked), output)
    else:
        screen.text(shown.text(view, ledger, workspace, asked), output)
