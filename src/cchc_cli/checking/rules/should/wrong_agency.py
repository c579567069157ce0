"""An agency that reports on a task must have a role in it."""

from collections import Counter

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import Involved, are_roles_known, entries
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_FEWEST = 3  # tasks


@rule(
    "CC407",
    "Cơ quan báo cáo không được giao nhiệm vụ",
    "Cơ quan không có vai trò gì mà báo cáo thì thường là ghi nhầm id nhiệm vụ; dòng đó không tính cho ai.",
    Severity.WARNING,
)
def wrong_agency(plan: Plan, workspace: Workspace) -> Found:
    """Flags entries of agencies without a role in the task, the monitor excepted; a remark if an open group leads.

    If none of several tasks in a file is the agency's, the rule reports the file.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-tu-phap: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1, assignments: [{agency: so-tu-phap, role: lead}]}]
      entries: {so-tu-phap: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    """
    registry = workspace.registry
    involved = Involved(registry)
    own = Counter(by for by, _, about in entries(plan) if by in involved.with_role(about.task))
    tasks = {(by, about.task.id) for by, _, about in entries(plan)}
    strangers = {by for by, count in Counter(by for by, _ in tasks).items() if count >= _FEWEST and not own[by]}
    for by, entry, about in entries(plan):
        told = by == plan.file.monitor or by not in registry or registry.is_group(by)
        if told or by in involved.with_role(about.task) or not are_roles_known(about.task, workspace):
            continue
        is_open = involved.is_led_openly(about.task)
        severity = Severity.INFO if is_open else None
        hint = "xem lại cơ quan này có thuộc nhóm chủ trì không" if is_open else "sửa id nhiệm vụ nếu ghi nhầm"
        if by in strangers and not is_open:
            hint = f"xem lại tên tệp progress/{by}.yaml có đúng cơ quan báo cáo không"
        message = f"{about.id}: {registry.name(by)} không được giao nhiệm vụ này"
        ground = by if by in strangers and not is_open else None
        yield Finding(entry.at, message, "task", hint=hint, task=about.task.id, severity=severity, ground=ground)
