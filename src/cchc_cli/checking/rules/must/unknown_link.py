"""A task must implement a task that another plan has."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.links import LinkHints, Written, written
from cchc_cli.plan.links import parts, plans_by_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace

_TASKS = 8


@rule(
    "CC225",
    "Nhiệm vụ được thực hiện không có trong kế hoạch khác",
    "Liên kết sai thì kế hoạch cấp trên không biết ai đang thực hiện nhiệm vụ của mình.",
    shared=True,
)
def unknown_link(workspace: Workspace) -> Found:
    """`implements` must name tasks of other plans, as "2026:I.9": no heading, no milestone, no task of its own plan.

    A heading implements nothing: its rows do. A plan that the command did not read is not looked into.

    Bad:
      tasks: [{id: I.1, implements: ["tinh:I.7"]}]
      plans: {tinh: {tasks: [{id: I.1}]}}
    Good:
      tasks: [{id: I.1, implements: ["tinh:I.1"]}]
      plans: {tinh: {tasks: [{id: I.1}]}}
    """
    hints = LinkHints(workspace)
    plans = plans_by_name(workspace)
    for link in written(workspace):
        fault = _fault(link, plans, workspace, hints)
        if fault is not None:
            message, hint = f"{link.row.id}: {fault[0]}", fault[1]
            yield Finding(link.row.at, message, "implements", link.item, hint=hint, task=link.row.id)


def _fault(link: Written, plans: dict[str, Plan], workspace: Workspace, hints: LinkHints) -> tuple[str, str] | None:
    """What is wrong with a reference, and what to do about it."""
    if link.plan.task(link.row.id) is None:
        return "dòng tiêu đề không thực hiện nhiệm vụ nào", "ghi implements ở từng dòng bên dưới"
    name, identity = parts(link.reference)
    if not name:
        return f'"{link.reference}" thiếu tên kế hoạch', hints.bare(link.plan, identity)
    if name == link.plan.name:
        return f'"{link.reference}" là nhiệm vụ của chính kế hoạch này', "ghi nhiệm vụ của kế hoạch khác"
    if name not in plans:
        return None if name in workspace.absent else (f'không có kế hoạch "{name}"', hints.plan(name))
    return _fault_in(plans[name], identity, hints)


def _fault_in(plan: Plan, identity: str, hints: LinkHints) -> tuple[str, str] | None:
    if identity.upper() in plan.by_id or identity in plan.lost:
        return None
    heading = plan.headings.get(identity.upper())
    if heading is not None:
        below = [row.id for row in walk(heading.tasks) if not row.tasks][:_TASKS]
        listed = ", ".join(f"{plan.name}:{each}" for each in below)
        return f'"{plan.name}:{heading.id}" chỉ là dòng tiêu đề', f"ghi các nhiệm vụ dưới nó: {listed}"
    whole = plan.task(identity)
    if whole is not None:
        return f'"{plan.name}:{identity}" là một mốc', f'ghi cả nhiệm vụ: "{plan.name}:{whole.id}"'
    return f'kế hoạch {plan.name} không có nhiệm vụ "{identity}"', hints.task(plan, identity)
