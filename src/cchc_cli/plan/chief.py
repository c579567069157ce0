"""The plan that a command is about if it does not name one (docs/promises.md#files)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from cchc_cli.plan.links import plans_by_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


def chief(workspace: Workspace, year: int) -> Plan | None:
    """The only plan; else the plan that the workspace's own issuer issued for a year, if it is the only one.

    Of an issuer without a plan for that year, its only plan.
    """
    return workspace.plans[0] if len(workspace.plans) == 1 else _issuers(workspace, workspace.plans, year)


def parent(workspace: Workspace, plan: Plan, year: int) -> Plan | None:
    """The plan that a plan stands under: the one that it names, else the issuer's of the year, if that is another's."""
    if plan.file.under:
        return plans_by_name(workspace).get(plan.file.under)
    open_ones = [each for each in (*workspace.plans, *workspace.beside) if each.file.closed is None]
    found = _issuers(workspace, open_ones, year)
    return found if found is not None and found.issuer != plan.issuer else None


def tree(workspace: Workspace, year: int) -> dict[str, tuple[Plan, ...]]:
    """The plans by the name of the one that they stand under ("": under none), in the order of their issuers."""
    plans = {plan.name: plan for plan in workspace.plans}
    head = _issuers(workspace, workspace.plans, year)
    over = set(_upwards(head, plans)) if head is not None else set()
    found: dict[str, list[Plan]] = defaultdict(list)
    ranks = {
        agency: at for at, agency in enumerate(workspace.registry.in_order(each.issuer for each in plans.values()))
    }
    for plan in sorted(workspace.plans, key=lambda each: ranks[each.issuer]):
        usual = head.name if head is not None and head.issuer != plan.issuer and plan.name not in over else ""
        named = plan.file.under or usual
        found[named if named in plans else ""].append(plan)
    return {name: tuple(below) for name, below in found.items()}


def _upwards(plan: Plan, plans: dict[str, Plan]) -> Iterator[str]:
    """The names of a plan and of those that it stands under."""
    yield plan.name
    if plan.file.under in plans:
        yield from _upwards(plans[plan.file.under], plans)


def _issuers(workspace: Workspace, plans: Iterable[Plan], year: int) -> Plan | None:
    own = [plan for plan in plans if plan.issuer == workspace.settings.issuer]
    found = [plan for plan in own if year in plan.term.years] or own
    return found[0] if len(found) == 1 else None
