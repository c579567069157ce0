"""The roles of chosen agencies in a task: by their own name, through a group, or taken over from a former agency."""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Assignment, Role
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.state.seats import in_charge
from cchc_cli.state.states import State

STRENGTH = {role: place for place, role in enumerate(Role)}


class Share(Struct, frozen=True):
    """A role of a chosen agency: by its own name (`via` None), through a group, or in place of a former agency."""

    agency: str
    role: Role
    via: str | None


class Held(Struct, frozen=True):
    """A share in a milestone, and the seat: the agency whose part it is, which may have ended."""

    share: Share
    seat: str


def assignments(task: Task) -> tuple[Assignment, ...]:
    """Every assignment of a task and of its milestones."""
    own = [each for milestone in task.milestones for each in milestone.assignments or ()]
    return (*task.assignments, *own)


def has_part(task: Task, agency: str, registry: Registry) -> bool:
    """Whether an agency ever has a role in a task, by name, through a group, or from an agency before or after it."""
    return any(agency in registry.ever(each.agency) for each in assignments(task))


def held(
    given: tuple[Assignment, ...], agencies: Iterable[str], registry: Registry, state: State, expanded: Day, as_of: Day
) -> tuple[Held, ...]:
    """The chosen agencies' shares in a milestone on a day, groups `expanded` as of another; own names first.

    Open work of a former agency is its successors', what it has done stays its own.
    """
    parts = dict(state.parts)
    found: list[Held] = []
    for agency in agencies:
        for seat in registry.succession.kept(agency, as_of):
            bucket = parts.get(seat, state).bucket
            if agency in in_charge(registry, seat, bucket, as_of):
                found += (Held(each, seat) for each in _shares(given, agency, seat, registry, expanded))
    return tuple(sorted(dict.fromkeys(found), key=lambda each: _strongest(each.share)))


def in_order(found: Iterable[Share]) -> tuple[Share, ...]:
    """Shares, each once: those by own name first, each from the strongest role on."""
    return tuple(sorted(dict.fromkeys(found), key=_strongest))


def _shares(
    given: tuple[Assignment, ...], agency: str, seat: str, registry: Registry, expanded: Day
) -> Iterator[Share]:
    for assignment in given:
        if assignment.agency == seat:
            yield Share(agency, assignment.role, None if seat == agency else seat)
        elif seat in registry.members(assignment.agency, expanded):
            yield Share(agency, assignment.role, assignment.agency)


def _strongest(share: Share) -> tuple[bool, int]:
    return share.via is not None, STRENGTH[share.role]
