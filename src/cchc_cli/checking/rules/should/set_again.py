"""A first day must not be set if there is one already."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.decisions import in_turn
from cchc_cli.checking.rules.rows import called
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC424",
    "Ấn định hạn cho mốc đã có hạn",
    "Ấn định là đặt hạn lần đầu; mốc đã có hạn mà ấn định lại thì hạn gốc đổi mà không ai biết là gia hạn.",
    Severity.WARNING,
)
def set_again(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags `set` for a milestone that has a day by its schedule or by another decision. Checkpoints are skipped.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 6/2026}]
      deadlines:
      - {task: I.1, action: set, to: 2026-07-31, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    Good:
      tasks: [{id: I.1, schedule: Theo hướng dẫn của Trung ương}]
      deadlines:
      - {task: I.1, action: set, to: 2026-07-31, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    """
    for deadline, about, befores in in_turn(plan):
        dated = [each for each in befores if each.due is not None and not each.milestone.checkpoint]
        if deadline.action == "set" and dated and dated[0].due:
            message = f"{called(about.task, dated[0].milestone)}: đã có hạn {short_date(dated[0].due)}"
            hint = "ghi action: extend nếu là gia hạn, hoặc ghi id của mốc chưa có ngày"
            yield Finding(deadline.at, message, "action", hint=hint, task=about.task.id)
