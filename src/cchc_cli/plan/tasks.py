"""Tasks with their milestones and schedules, made from the rows of the appendix and the duties of the body."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import Protocol

from msgspec import Struct, structs

from cchc_cli.model import GIVEN, Assignment, Kind, Role, ScheduleRow, Target, TaskRow
from cchc_cli.plan.carried import Taken, role_text
from cchc_cli.schedule import Again, Turn
from cchc_cli.schedule.turn import named as turn_named

BODY = "body"


class InRole(Protocol):
    """An agency in a role: an assignment, or an agency's share in a task."""

    @property
    def agency(self) -> str:
        """The agency's id."""

    @property
    def role(self) -> Role:
        """The agency's role."""


class Schedule(Struct, frozen=True):
    """A schedule as printed and as read. `unread` holds the last year of the plan if the words cannot be read.

    `since`: the day from which `days` count, if it is known; `again`: what is printed about turns.
    """

    text: str
    kind: Kind
    start: Day | None = None
    due: Day | None = None
    condition: str | None = None
    after: tuple[str, ...] = ()
    days: int | None = None
    working: bool = False
    every: str | None = None
    since: Day | None = None
    again: Again | None = None
    unread: int | None = None


class Milestone(Struct, frozen=True):
    """A part of a task with its own term, or one turn of such a part.

    `at` is the record that carries its schedule; `turns`: when it comes again. A turn has the days of its schedule, the
    `turn` itself, and in `of` the id of the milestone whose turn it is.
    """

    id: str
    name: str | None
    products: tuple[str, ...]
    schedule: Schedule
    assignments: tuple[Assignment, ...] | None
    checkpoint: bool
    at: int
    turns: tuple[Turn, ...] = ()
    turn: Turn | None = None
    of: str | None = None


class Task(Struct, frozen=True):
    """A task to act on: a row of the appendix, or a duty given by the body (section "body").

    `row` has the cells that it takes from rows above, and the roles read from its cells. A duty's row is built from its
    clause: number, text, assignments. Fields without a property are read from `row`.
    """

    row: TaskRow
    section: str
    parent: TaskRow | None
    milestones: tuple[Milestone, ...]
    since: Day | None = None
    until: Day | None = None
    taken: tuple[Taken, ...] = ()
    before: tuple[tuple[Day, "Task"], ...] = ()
    """Each amendment's day with the task as it was before that day, oldest first. Earlier versions have a past too."""

    @property
    def id(self) -> str:
        """The task's id, as written."""
        return self.row.id

    @property
    def number(self) -> str:
        """The printed number."""
        return self.row.number

    @property
    def title(self) -> str:
        """The printed text of what is to be done."""
        return self.row.title

    @property
    def products(self) -> tuple[str, ...]:
        """The task's products: those printed for the whole task, else those of its milestones."""
        return self.row.products or tuple(product for each in self.milestones for product in each.products)

    @property
    def schedule_text(self) -> str:
        """The schedule cell as printed: its own words, else the lines of its milestones."""
        own = self.row.schedule.text if isinstance(self.row.schedule, ScheduleRow) else self.row.schedule
        if own is None and self.row.milestones:
            return "\n".join(each.schedule.text for each in self.milestones)
        return own or ""

    @property
    def assignment_text(self) -> str:
        """The cells that name agencies, as printed."""
        return role_text(self.row)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """The agencies and their roles, except for milestones that have their own assignments."""
        return self.row.assignments

    @property
    def targets(self) -> tuple[Target, ...]:
        """The figures to reach."""
        return self.row.targets

    @property
    def at(self) -> int:
        """The place of the task's record."""
        return self.row.at

    @property
    def is_body(self) -> bool:
        """Whether the task is a duty of the body; such tasks come last in every list and are counted separately."""
        return self.section == BODY

    @property
    def is_given(self) -> bool:
        """Whether the task was given from above outside the appendix."""
        return self.section == GIVEN

    @property
    def is_apart(self) -> bool:
        """Whether the task is no row of the appendix: it is counted separately and never in the plan's rates."""
        return self.section in (BODY, GIVEN)

    def assigned(self, milestone: Milestone) -> tuple[Assignment, ...]:
        """The assignments of a milestone: its own, else the task's."""
        return self.assignments if milestone.assignments is None else milestone.assignments

    def turns(self, milestone: Milestone) -> tuple[Milestone, ...]:
        """The turns of a milestone that comes again; their ids are I.7@2026-03, or I.9/2@2026-03 beside others."""
        return tuple(self._turn(milestone, each) for each in milestone.turns)

    def turn(self, milestone: Milestone, identity: str) -> Milestone | None:
        """The turn of a milestone with an id (2026-03), if it has such a turn."""
        found = turn_named(milestone.turns, identity)
        return self._turn(milestone, found) if found else None

    def piece(self, identity: str) -> Milestone | None:
        """The milestone or turn with an id."""
        whole, _, turn = identity.upper().partition("@")
        for each in self.milestones:
            if each.id.upper() == whole or (turn and whole == self.id.upper() and len(self.milestones) == 1):
                return self.turn(each, turn) if turn else each
        return None

    def _turn(self, milestone: Milestone, turn: Turn) -> Milestone:
        own = self.id if len(self.milestones) == 1 else milestone.id
        schedule = structs.replace(milestone.schedule, kind=Kind.RECURRING, start=turn.start, due=turn.due)
        return structs.replace(milestone, id=f"{own}@{turn.id}", schedule=schedule, turn=turn, of=milestone.id)

    def on(self, day: Day) -> "Task | None":
        """The task as it was on a day; None before the amendment that added it."""
        if self.since is not None and day < self.since:
            return None
        return next((former for changed, former in self.before if day < changed), self)


def leads(assignments: Iterable[InRole]) -> tuple[str, ...]:
    """The leads, each once, as printed: agencies and groups, including open groups."""
    return tuple(dict.fromkeys(each.agency for each in assignments if each.role is Role.LEAD))


def walk(rows: tuple[TaskRow, ...]) -> Iterator[TaskRow]:
    """Rows and the rows below them, in printed order."""
    for row in rows:
        yield row
        yield from walk(row.tasks)
