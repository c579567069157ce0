"""Every task must have a schedule."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, is_unread, merged_hint, schedule_rows
from cchc_cli.model import Kind
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC501",
    "Nhiệm vụ chưa có tiến độ",
    "Ô tiến độ để trống thì nhiệm vụ không bao giờ đến hạn và không ai bị nhắc.",
    Severity.WARNING,
)
def missing_schedule(plan: Plan, workspace: Workspace) -> Found:
    """Flags an empty schedule cell, in a plan whose table has schedules.

    Duties of the body, which have no cell, and cells that cannot be read are skipped.

    Bad:
      tasks: [{id: I.1, schedule: }]
    Good:
      tasks: [{id: I.1, schedule: Tháng 01/2026}]
    """
    empty = [
        (task, milestone)
        for task in (plan.tasks if plan.prints("schedule") else ())
        for milestone in (() if task.is_body else task.milestones)
        if milestone.schedule.kind is Kind.NONE and not milestone.schedule.unread
    ]
    fields = schedule_rows(plan) if empty else {}
    for task, milestone in empty:
        if milestone.at in fields or not is_unread(workspace.sources, milestone.at, "schedule"):
            command = f"cchc extend {milestone.id} --to … --basis … --date …"
            hint = f"để trống như bản in; khi có văn bản ấn định hạn: {command}{merged_hint(task, 'schedule')}"
            message = f"{called(task, milestone)}: cột tiến độ để trống"
            yield Finding(milestone.at, message, "schedule", hint=hint, task=task.id)
