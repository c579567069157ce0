"""The tasks and milestones that records are about, the agencies with a role in them, and those that close them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import ROLE_CELLS, Assignment, Deadline, Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.roles import unwritten
from cchc_cli.plan.succession import everyone
from cchc_cli.plan.tasks import Milestone, Task, leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.allotment import piece
from cchc_cli.state.seats import ever_closing


class Named(NamedTuple):
    """The task of an id, and the milestones meant: the one that the id names, else all; `id` as the plan writes it."""

    id: str
    task: Task
    milestones: tuple[Milestone, ...]


def named(plan: Plan, identity: str) -> Named | None:
    """The task and milestones that an id names; None if the plan has no such task or milestone."""
    task = plan.task(identity)
    if task is None or "/" not in identity:
        return Named(task.id, task, task.milestones) if task else None
    found = tuple(milestone for milestone in task.milestones if milestone.id.upper() == identity.upper())
    return Named(found[0].id, task, found) if found else None


def entries(plan: Plan) -> Iterator[tuple[str, Entry, Named]]:
    """The entries on existing tasks, with the agency in whose file they are; on work that comes again, on a turn."""
    for by, entry in plan.records.entries:
        about = named(plan, entry.task)
        if about is not None:
            found = (piece(about.task, each, entry) for each in about.milestones)
            yield by, entry, about._replace(milestones=tuple(each for each in found if each is not None))


def deadlines(plan: Plan) -> Iterator[tuple[Deadline, Named]]:
    """The decisions on deadlines of existing tasks, or of one turn of them."""
    for deadline in plan.records.deadlines:
        about = named(plan, deadline.task)
        if about is not None and deadline.turn is None:
            yield deadline, about
        elif about is not None and deadline.turn is not None:
            found = (about.task.turn(each, deadline.turn) for each in about.milestones)
            yield deadline, about._replace(milestones=tuple(each for each in found if each is not None))


class Involved:
    """The agencies with a role in each task, and those that close it. Groups are expanded once a task."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._with_role: dict[str, frozenset[str]] = {}
        self._closers: dict[str, tuple[str, ...]] = {}

    def with_role(self, task: Task) -> frozenset[str]:
        """The agencies that ever have a role, by name, through a closed group, or from an agency before or after."""
        if task.id not in self._with_role:
            self._with_role[task.id] = self._opened(_ever_assigned(task))
        return self._with_role[task.id]

    def closing(self, about: Named) -> frozenset[str]:
        """Agencies that must each close one of the milestones: named leads and members of closed groups that lead,
        those that have left among them; and agencies before or after them."""
        found = (each for milestone in about.milestones for each in self.closers(about.task, milestone))
        return frozenset(everyone(self._registry.succession, found))

    def closers(self, task: Task, milestone: Milestone) -> tuple[str, ...]:
        """Agencies that must each close a milestone, those that have left among them."""
        if milestone.id not in self._closers:
            self._closers[milestone.id] = ever_closing(self._registry, task, milestone)
        return self._closers[milestone.id]

    def is_led_openly(self, task: Task) -> bool:
        """Whether an open group leads, whose members are unknown."""
        return any(self._registry.is_open(agency) for agency in leads(_ever_assigned(task)))

    def _opened(self, assignments: Iterable[Assignment]) -> frozenset[str]:
        agencies = {each.agency for each in assignments}
        return frozenset().union(*map(self._registry.ever, agencies))


def are_roles_known(task: Task, workspace: Workspace) -> bool:
    """Whether all agencies of a task could be read and are in the registry; if not, none is reported as a stranger."""
    registry = workspace.registry
    agencies = {each.agency for each in _ever_assigned(task)}
    groups = (row for agency in agencies if (row := registry.get(agency)) is not None)
    members = {member.agency for group in groups for member in group.members}
    is_short = is_unread(workspace.sources, task.at, "assignments", len(task.assignments))
    return not is_short and all(agency in registry for agency in agencies | members) and not _strange(task, registry)


def _strange(task: Task, registry: Registry) -> bool:
    """Whether a role cell has a name that nobody has."""
    cells = ((getattr(task.row, key), role) for key, role in ROLE_CELLS.items())
    left = (text for cell, role in cells for text in unwritten(cell, role, task.assignments))
    return any(registry.cell(text).strange for text in left)


def _ever_assigned(task: Task) -> Iterator[Assignment]:
    for version in (task, *(former for _, former in task.before)):
        yield from version.assignments
        for milestone in version.milestones:
            yield from milestone.assignments or ()
