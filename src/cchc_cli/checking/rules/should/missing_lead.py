"""Every task must have a lead."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task, leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC502",
    "Nhiệm vụ chưa có cơ quan chủ trì",
    "Không có cơ quan chủ trì thì không ai chịu trách nhiệm hoàn thành và không biết đôn đốc ai.",
    Severity.WARNING,
)
def missing_lead(plan: Plan, workspace: Workspace) -> Found:
    """Flags tasks and duties of the body without role `lead`, printed or inferred. Unreadable ones are skipped.

    Bad:
      tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: perform}]}]
    Good:
      tasks: [{id: I.1, assignments: [{agency: so-noi-vu, role: lead, inferred: true}]}]
    """
    for task in plan.tasks:
        if task.row.lead:  # a name in it that nobody has is an error of its own
            continue
        if not _is_led(task) and not is_unread(workspace.sources, task.at, "assignments", len(task.assignments)):
            hint = "thêm một dòng role: lead (inferred: true nếu văn bản không in chữ chủ trì)"
            yield Finding(task.at, f"{task.id}: chưa có cơ quan chủ trì", "assignments", hint=hint, task=task.id)


def _is_led(task: Task) -> bool:
    return bool(leads(task.assignments)) or all(leads(task.assigned(milestone)) for milestone in task.milestones)
