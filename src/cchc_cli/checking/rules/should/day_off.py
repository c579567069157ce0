"""A deadline must not fall on a day off."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.model import Kind
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC305",
    "Hạn rơi vào ngày nghỉ",
    "Hạn ghi một ngày cụ thể mà hôm đó cơ quan nghỉ thì nên nhắc xong trước, vì hạn không tự dời.",
    Severity.INFO,
)
def day_off(plan: Plan, workspace: Workspace) -> Found:
    """Checks only the kind `date`, by plan/calendar.yaml. In a year that is not settled, only weekends are known.

    Bad:
      tasks: [{id: I.1, schedule: Chậm nhất ngày 31/01/2026}]
    Good:
      tasks: [{id: I.1, schedule: Chậm nhất ngày 30/01/2026}]
    """
    from cchc_cli.schedule import Workdays

    days = Workdays({year: entry for year, entry in workspace.calendar.items() if not entry.pending})
    resting = [
        (task, milestone, due, name)
        for task in plan.tasks
        for milestone in task.milestones
        if milestone.schedule.kind is Kind.DATE and (due := milestone.schedule.due) and (name := days.off(due))
    ]
    fields = schedule_rows(plan) if resting else {}
    for task, milestone, due, name in resting:
        at, key = written_at(milestone, fields, "due", "text")
        message = f"{called(task, milestone)}: hạn {short_date(due)} rơi vào ngày nghỉ: {name}"
        yield Finding(at, message, key, hint="nhắc hoàn thành trước ngày đó, vì hạn không tự dời", task=task.id)
