"""A term must end after it begins."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC301",
    "Hạn hoàn thành trước ngày bắt đầu",
    "Thời hạn kết thúc trước khi bắt đầu thì không ai thực hiện được.",
)
def due_before_start(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Compares the first and last day as read from the words and the fields beside them.

    Bad:
      tasks: [{id: I.1, schedule: Từ tháng 6 - tháng 3/2026}]
    Good:
      tasks: [{id: I.1, schedule: Từ tháng 3 - tháng 6/2026}]
    """
    wrong = [
        (task, milestone, milestone.schedule.start, milestone.schedule.due)
        for task in plan.tasks
        for milestone in task.milestones
        if milestone.schedule.start and milestone.schedule.due and milestone.schedule.due < milestone.schedule.start
    ]
    fields = schedule_rows(plan) if wrong else {}
    for task, milestone, start, due in wrong:
        at, key = written_at(milestone, fields, "due", "start")
        message = f"{called(task, milestone)}: hạn {short_date(due)} trước ngày bắt đầu {short_date(start)}"
        yield Finding(at, message, key, hint="sửa ngày bắt đầu hoặc hạn hoàn thành", task=task.id)
