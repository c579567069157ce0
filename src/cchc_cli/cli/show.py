"""cchc show: one task in full."""

from typing import Annotated

import typer

from cchc_cli.answers import show as shown
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, everybody
from cchc_cli.shell import screen
from cchc_cli.shell.options import days, flags, scope, suggestions, typed_names
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.tasks import task_state
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date


def command(
    identity: Annotated[
        str,
        typer.Argument(metavar="MÃ", help="Mã nhiệm vụ, như I.9 hoặc 2026:I.9.", autocompletion=suggestions.tasks),
    ],
    members: Annotated[
        bool, typer.Option("--members", help="Việc nhiều cơ quan cùng làm: tình trạng của từng cơ quan.")
    ] = False,
    as_of: flags.AsOf = None,
    form: flags.TextFormat = None,
    output: flags.Output = None,
    plan: flags.Plans = None,
    root: flags.Root = None,
) -> None:
    """Xem đủ một nhiệm vụ: tiến độ, ai làm gì, đã cập nhật gì."""
    form = flags.form_of(form, output, flags.TEXT_FORMATS, "text")
    workspace, asked = scope.linked(root, plan), Asked(days.day(as_of))
    found, task, named = typed_names.about(identity, workspace, asked.as_of)
    then = task.on(asked.as_of)
    if then is None:
        raise Stop(
            f"{task.id} chưa có trong kế hoạch vào ngày {short_date(asked.as_of)}", "xem ở ngày khác bằng --as-of"
        )
    ledger = Ledger.of(found, workspace)
    view, standings = everybody(found, task_state(ledger, then, asked.as_of)), Standings(workspace, asked.as_of)
    if form == "json":
        from cchc_cli.answers.json.show import show

        screen.json(show(view, ledger, standings, asked), output)
    else:
        screen.prose(
            shown.text(view.at(named.id) if named and named.turn else view, ledger, standings, asked, members), output
        )
        if members and not any(each.parts for each in view.state.milestones):
            screen.say(f"{task.id} không phải việc nhiều cơ quan cùng phải hoàn thành.")
