"""Which agencies must each close a milestone on a day, and who has their work now (docs/promises.md#agencies-in-time).

A seat is the part of one such agency. It keeps the agency's name after the agency has ended.
"""

from collections.abc import Iterable
from datetime import date as Day

from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task, leads
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.timing import Bucket

_CLOSED = (Bucket.DONE, Bucket.CANCELLED)


def closing(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> tuple[str, ...]:
    """The seats of a milestone: leads named themselves, then members of closed groups that lead.

    Groups are expanded as they stood at the milestone's first deadline, before it as of the day. Open groups have no
    part; the result is () if only the monitor can close it.
    """
    return _seats(ledger.registry, leads(task.assigned(milestone)), ledger.expanded_on(milestone, as_of))


def ever_closing(registry: Registry, task: Task, milestone: Milestone) -> tuple[str, ...]:
    """All that ever have a seat, with members that have left."""
    return _seats(registry, leads(task.assigned(milestone)), None)


def in_charge(registry: Registry, seat: str, bucket: Bucket, as_of: Day) -> tuple[str, ...]:
    """Who answers for a seat: the agency itself; for open work of a former agency those that took it over."""
    return (seat,) if bucket in _CLOSED else registry.succession.holders(seat, as_of)


def of(registry: Registry, seats: Iterable[str], agency: str) -> tuple[str, ...]:
    """The seats that an agency's entries are about: its own, and those of agencies before or after it."""
    succession = registry.succession
    kin = {agency, *succession.before(agency), *succession.after(agency)}
    return tuple(seat for seat in seats if seat in kin)


def _seats(registry: Registry, found: tuple[str, ...], day: Day | None) -> tuple[str, ...]:
    named = [lead for lead in found if not registry.is_group(lead)]
    members = [member for lead in found for member in registry.members(lead, day)]
    return tuple(dict.fromkeys((*named, *members)))
