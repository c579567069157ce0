"""Only the monitor confirms, returns, and reports for another."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import named
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.wording.actions import CONFIRMATION


@rule(
    "CC414",
    "Việc của cơ quan theo dõi do cơ quan khác ghi",
    "Chỉ cơ quan theo dõi được xác nhận, trả lại, báo thay; dòng do cơ quan khác ghi không có hiệu lực.",
)
def action_not_monitor(plan: Plan, workspace: Workspace) -> Found:
    """Flags `action` and `agency` in the file of an agency that is not the plan's monitor.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-tu-phap: [{task: I.1, action: confirm, date: 2026-03-02, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, action: confirm, date: 2026-03-02, recorded: 2026-03-02}]}
    """
    registry, monitor = workspace.registry, plan.file.monitor
    if monitor not in registry:
        return
    for by, entry in plan.records.entries:
        key = _reserved(by, entry)
        about = named(plan, entry.task) if key and by != monitor else None
        if about and by in registry and not registry.is_group(by):
            done = "báo thay cơ quan khác" if key == "agency" else CONFIRMATION[entry.action or "confirm"]
            message = f"{about.id}: chỉ {registry.name(monitor)} được {done}"
            hint = f"ghi vào progress/{monitor}.yaml, hoặc bỏ {key}"
            yield Finding(entry.at, message, key, hint=hint, task=about.task.id)


def _reserved(by: str, entry: Entry) -> str | None:
    if entry.action is not None:
        return "action"
    return "agency" if entry.agency not in (None, by) else None
