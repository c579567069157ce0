"""A second extension of the same term needs an officer's attention."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.decisions import in_turn
from cchc_cli.checking.rules.rows import called
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC412",
    "Gia hạn lần thứ hai trở đi",
    "Một việc gia hạn nhiều lần là việc đang vướng; người phụ trách cần biết trước khi báo cáo.",
    Severity.WARNING,
)
def second_extension(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags each `extend` of a milestone after the first, for all agencies or for the same one.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 6/2026}]
      deadlines:
      - {task: I.1, action: extend, to: 2026-07-31, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
      - {task: I.1, action: extend, to: 2026-08-31, document: {number: 15/UBND, date: 2026-07-20}, recorded: 2026-07-21}
    Good:
      tasks: [{id: I.1, schedule: Tháng 6/2026}]
      deadlines:
      - {task: I.1, action: extend, to: 2026-08-31, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    """
    for deadline, about, befores in in_turn(plan):
        for before in befores if deadline.action == "extend" else ():
            if before.last is not None:
                place = called(about.task, before.milestone)
                message = f"{place}: gia hạn lần thứ {before.granted + 1}, lần trước đến {short_date(before.last)}"
                hint = "xem lại cách làm; nếu cần thì miễn trừ kèm lý do"
                yield Finding(deadline.at, message, "action", hint=hint, task=about.task.id)
                break
