"""A plan must stand under a plan that is there."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.links import LinkHints
from cchc_cli.plan.links import plans_by_name
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC228",
    "Kế hoạch cấp trên không có",
    "Không có kế hoạch cấp trên thì không tổng hợp được kế hoạch này vào đâu.",
    shared=True,
)
def unknown_plan_above(workspace: Workspace) -> Found:
    """`under` must name another plan of the workspace, open or closed: its folder below plan/.

    Bad:
      plan: {under: tinh-2026}
      plans: {tinh: {}}
    Good:
      plan: {under: tinh}
      plans: {tinh: {}}
    """
    hints = LinkHints(workspace)
    names = plans_by_name(workspace).keys() | workspace.absent
    for plan in workspace.plans:
        above = plan.file.under
        if above == plan.name:
            yield Finding(plan.file.at, "kế hoạch không thể thuộc chính nó", "under", hint="ghi tên kế hoạch cấp trên")
        elif above is not None and above not in names:
            yield Finding(plan.file.at, f'không có kế hoạch "{above}"', "under", hint=hints.plan(above))
