"""The reports on each milestone, agency by agency, in their effective order."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.checking.rules.involved import Involved, entries
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.schedule import quarter
from cchc_cli.state.ledger import GOES_ON
from cchc_cli.state.parts import owner
from cchc_cli.state.reports import Reported, in_turn


class Chain(NamedTuple):
    """Reports on one agency's work for a milestone, or (`whole`) the monitor's on the milestone as a whole."""

    agency: str
    whole: bool
    task: Task
    milestone: Milestone
    reports: list[Reported]


def chains(plan: Plan, registry: Registry) -> Iterator[Chain]:
    """One chain for each agency and milestone or turn; of work that goes on without turns, for each quarter.

    The monitor's return of the whole is in all chains of the milestone.

    Unknown agencies are skipped.
    """
    involved = Involved(registry)
    found: dict[tuple[str, bool, str, str | None], Chain] = {}
    returns: dict[str, list[Reported]] = defaultdict(list)
    for place, (by, entry, about) in enumerate(entries(plan)):
        if by not in registry or registry.is_group(by):
            continue
        for milestone in about.milestones:
            part = owner(plan.file.monitor, by, entry, involved.closers(about.task, milestone))
            agency, whole = part or by, part is None and by == plan.file.monitor
            if whole and entry.action == "return":
                returns[milestone.id].append(Reported(by, entry, place))
            else:
                empty = Chain(agency, whole, about.task, milestone, [])
                own = (agency, whole, milestone.id, _quarter(milestone, entry, plan))
                found.setdefault(own, empty).reports.append(Reported(by, entry, place))
    for chain in found.values():
        yield chain._replace(reports=in_turn(chain.reports + returns[chain.milestone.id]))


def _quarter(milestone: Milestone, entry: Entry, plan: Plan) -> str | None:
    """The quarter in which work that goes on may be done; None for other work."""
    if milestone.turns or milestone.schedule.kind not in GOES_ON:
        return None
    return quarter(entry.date or entry.recorded, plan.settings.ends).id
