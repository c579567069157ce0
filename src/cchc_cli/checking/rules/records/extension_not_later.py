"""An extension must give more time."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.decisions import in_turn
from cchc_cli.checking.rules.rows import called, is_unread
from cchc_cli.model import Deadline
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC411",
    "Gia hạn mà hạn mới không muộn hơn",
    "Hạn mới thiếu, bằng hoặc sớm hơn hạn đang áp dụng thì không phải gia hạn; thường là gõ nhầm ngày.",
)
def extension_not_later(plan: Plan, workspace: Workspace) -> Found:
    """`set` and `extend` need `to`; that of `extend` must be after the deadline in force of every milestone it moves.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 6/2026}]
      deadlines:
      - {task: I.1, action: extend, to: 2026-06-03, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    Good:
      tasks: [{id: I.1, schedule: Tháng 6/2026}]
      deadlines:
      - {task: I.1, action: extend, to: 2026-07-03, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    """
    for deadline, about, befores in in_turn(plan):
        to = deadline.to
        if to is None:
            if is_unread(workspace.sources, deadline.at, "to", shapes=(Deadline,)):
                continue
            message, hint = f"{about.id}: chưa ghi hạn mới", "thêm to: ngày hạn mới, như 2026-09-30"
            yield Finding(deadline.at, message, hint=hint, task=about.task.id)
            continue
        kept = [each for each in befores if each.due is not None and to <= each.due]
        if kept and kept[0].due and deadline.action == "extend":
            place = called(about.task, kept[0].milestone)
            message = f"{place}: hạn mới {short_date(to)} không sau hạn đang áp dụng {short_date(kept[0].due)}"
            one_of_several = len(befores) > len(kept)
            hint = "ghi id của mốc được gia hạn" if one_of_several else "sửa ngày ở to"
            yield Finding(deadline.at, message, "to", hint=hint, task=about.task.id)
