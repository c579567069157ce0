"""A workspace assembled from its files: plans with their tasks, milestones and schedules that have been read."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from cchc_cli.model import (
    Assignment,
    BodyTask,
    CalendarYear,
    Clause,
    Deadline,
    Entry,
    Happening,
    Kind,
    Measurement,
    PlanFile,
    Role,
    ScheduleRow,
    SectionFile,
    Settings,
    Snapshot,
    Target,
    TaskRow,
)
from cchc_cli.plan.registry import Registry
from cchc_cli.text.sources import Sources

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
    """A schedule as printed and as read. `unread` holds the year of the plan if the words cannot be read."""

    text: str
    kind: Kind
    start: Day | None = None
    due: Day | None = None
    condition: str | None = None
    after: tuple[str, ...] = ()
    days: int | None = None
    working: bool = False
    every: str | None = None
    unread: int | None = None


class Milestone(Struct, frozen=True):
    """A part of a task with its own term. `at` is the record that carries its schedule."""

    id: str
    name: str | None
    products: tuple[str, ...]
    schedule: Schedule
    assignments: tuple[Assignment, ...] | None
    checkpoint: bool
    at: int


class Task(Struct, frozen=True):
    """A task to act on: a leaf row of the appendix, or a duty given by the body (section "body").

    A duty's row is built from its clause: number, text, assignments. Fields without a property are read from `row`.
    """

    row: TaskRow
    section: str
    parent: TaskRow | None
    milestones: tuple[Milestone, ...]
    since: Day | None = None
    until: Day | None = None
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
        """The assignment cell as printed."""
        return self.row.assignment or ""

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

    def assigned(self, milestone: Milestone) -> tuple[Assignment, ...]:
        """The assignments of a milestone: its own, else the task's."""
        return self.assignments if milestone.assignments is None else milestone.assignments

    def on(self, day: Day) -> "Task | None":
        """The task as it was on a day; None before the amendment that added it."""
        if self.since is not None and day < self.since:
            return None
        return next((former for changed, former in self.before if day < changed), self)


class Records(Struct, frozen=True):
    """The records of a plan, by file. Each entry comes with the agency in whose file it was found."""

    entries: tuple[tuple[str, Entry], ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    events: tuple[Happening, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()


class Plan(Struct, frozen=True, dict=True):
    """One plan: its decision and body, the appendix's tasks in printed order (the body's duties last), its records."""

    name: str
    folder: str
    file: PlanFile
    sections: tuple[SectionFile, ...]
    tasks: tuple[Task, ...]
    records: Records
    settings: Settings
    lost: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> dict[str, Task]:
        """The tasks by upper-case id: ids are matched exactly, except that case is ignored."""
        return {task.id.upper(): task for task in reversed(self.tasks)}

    @cached_property
    def headings(self) -> dict[str, TaskRow]:
        """Rows that only group others, by id in upper case."""
        rows = (row for section in self.sections for row in walk(section.tasks))
        return {row.id.upper(): row for row in rows if row.tasks}

    def task(self, identity: str) -> Task | None:
        """The task of an id, or of a milestone's id ("I.9/2")."""
        return self.by_id.get(identity.partition("/")[0].upper())

    def targets(self) -> Iterator[tuple[Target, str, int]]:
        """Every target, with the name and place of the record that it belongs to: objectives first, then products."""
        yield from _clause_targets(self.file.objectives.items, "")
        for task in self.tasks:
            for target in task.targets:
                yield target, task.id, task.at


class Workspace(Struct, frozen=True, eq=False):
    """The contents of one `plan/` folder; two workspaces are equal only if they are the same object."""

    registry: Registry
    calendar: dict[int, CalendarYear]
    settings: Settings
    plans: tuple[Plan, ...]
    sources: Sources
    closed: tuple[Plan, ...] = ()
    """Plans left out of `plans` because they are closed and the command did not name them."""
    beside: tuple[Plan, ...] = ()
    """Plans left out of `plans` because the command named others; read where the links to them are asked for."""
    absent: frozenset[str] = frozenset()
    """Names of plans whose files are there, but were not read, or cannot be."""

    @property
    def own_settings(self) -> Settings:
        """The plan's settings if there is only one plan; else the settings that all plans share."""
        return self.plans[0].settings if len(self.plans) == 1 else self.settings


def leads(assignments: Iterable[InRole]) -> tuple[str, ...]:
    """The leads, each once, as printed: agencies and groups, including open groups."""
    return tuple(dict.fromkeys(each.agency for each in assignments if each.role is Role.LEAD))


def walk(rows: tuple[TaskRow, ...]) -> Iterator[TaskRow]:
    """Rows and the rows below them, in printed order."""
    for row in rows:
        yield row
        yield from walk(row.tasks)


def duties(file: PlanFile) -> Iterator[tuple[Clause, BodyTask]]:
    """The duties that the body gives, each with its clause, in printed order."""
    for part in (file.objectives, file.tasks, file.funding, file.organisation):
        for clause in _clauses(part.items):
            if clause.task is not None:
                yield clause, clause.task


def _clauses(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _clauses(clause.items)


def _clause_targets(clauses: tuple[Clause, ...], above: str) -> Iterator[tuple[Target, str, int]]:
    for clause in clauses:
        number = f"{above}.{clause.number}".lstrip(".") if clause.number else above
        for target in clause.targets:
            yield target, number, clause.at
        yield from _clause_targets(clause.items, number)
