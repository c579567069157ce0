"""A record for one agency must concern an agency of the task."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import Involved, Named, are_roles_known, deadlines, named
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC420",
    "Cơ quan không có phần việc trong nhiệm vụ",
    "Báo thay, gia hạn riêng cho cơ quan không có phần việc thì không tính cho ai.",
)
def member_unknown(plan: Plan, workspace: Workspace) -> Found:
    """`agency` of deadlines and of confirmed or returned parts leads the task; that of other entries has a role in it.

    Bad:
      tasks: [{id: I.1, assignments: [{agency: ubnd-cap-xa, role: lead}]}]
      entries: {so-noi-vu: [{task: I.1, agency: so-tu-phap, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1, assignments: [{agency: ubnd-cap-xa, role: lead}]}]
      entries: {so-noi-vu: [{task: I.1, agency: ubnd-xa-dien-khanh, status: in_progress, recorded: 2026-03-02}]}
    """
    registry, involved = workspace.registry, Involved(workspace.registry)
    for at, agency, about, closes in _for_one(plan):
        if agency not in registry or registry.is_group(agency) or agency in involved.closing(about):
            continue
        may_report = agency in involved.with_role(about.task) or involved.is_led_openly(about.task)
        if (closes or not may_report) and are_roles_known(about.task, workspace):
            message = f"{about.id}: {registry.name(agency)} không có phần việc trong nhiệm vụ này"
            hint = f"xem ai chủ trì bằng cchc show {about.task.id}"
            yield Finding(at, message, "agency", hint=hint, task=about.task.id)


def _for_one(plan: Plan) -> Iterator[tuple[int, str, Named, bool]]:
    """The place, agency and subject of each record for one agency, and whether the agency must close the work."""
    for by, entry in plan.records.entries:
        about = named(plan, entry.task) if entry.agency is not None and by == plan.file.monitor else None
        if about and entry.agency is not None:
            yield entry.at, entry.agency, about, entry.action is not None
    for deadline, about in deadlines(plan):
        if deadline.agency is not None:
            yield deadline.at, deadline.agency, about, True
