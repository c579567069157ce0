"""The plan that a command is about if it does not name one (docs/promises.md#files)."""

from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


def chief(workspace: Workspace, year: int) -> Plan | None:
    """The only plan; else the plan that the workspace's own issuer issued for a year, if it is the only one.

    Of an issuer without a plan for that year, its only plan.
    """
    if len(workspace.plans) == 1:
        return workspace.plans[0]
    own = [plan for plan in workspace.plans if plan.issuer == workspace.settings.issuer]
    found = [plan for plan in own if year in plan.term.years] or own
    return found[0] if len(found) == 1 else None
