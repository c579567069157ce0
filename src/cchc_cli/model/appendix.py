"""appendix/*.yaml: the rows of the plan's table, with schedules, milestones and assignments."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.placed import Figure, Placed
from cchc_cli.model.words import Kind, Role


class Assignment(Placed, frozen=True):
    """One agency in one role, with the printed words; `inferred` where no "chủ trì" is printed (contract, 2)."""

    agency: str
    role: Role
    words: str = ""
    inferred: bool = False


class Target(Placed, frozen=True):
    """A measurable objective: comparator, value, unit, by when."""

    id: str
    name: str
    comparator: Literal[">=", ">", "<=", "<", "="]
    value: Figure
    unit: str
    by: Day | None = None


class ScheduleRow(Placed, frozen=True):
    """A schedule whose wording cannot decide alone: the printed text and the fields beside it.

    `after` names the events or tasks that must have happened (events of plan.yaml, or task ids).
    """

    text: str | None = None
    kind: Kind | None = None
    start: Day | None = None
    due: Day | None = None
    after: tuple[str, ...] = ()
    condition: str | None = None


class Former(Placed, frozen=True):
    """What a later decision changed: the values that held before it."""

    changed_by: str
    title: str | None = None
    products: tuple[str, ...] | None = None
    schedule: str | ScheduleRow | None = None
    assignment: str | None = None
    assignments: tuple[Assignment, ...] | None = None


class MilestoneRow(Placed, frozen=True):
    """A part of a task with a term of its own. `products` only where the row is printed as a sub-row (I.5, VII.5)."""

    id: str
    name: str | None = None
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignments: tuple[Assignment, ...] | None = None
    checkpoint: bool = False
    added_by: str | None = None


class TaskRow(Placed, frozen=True):
    """A row of the appendix. One with `tasks` is a heading that only groups them."""

    id: str
    number: str
    title: str
    products: tuple[str, ...] = ()
    schedule: str | ScheduleRow | None = None
    assignment: str | None = None
    assignments: tuple[Assignment, ...] = ()
    milestones: tuple[MilestoneRow, ...] = ()
    targets: tuple[Target, ...] = ()
    tasks: tuple["TaskRow", ...] = ()
    computed: bool = False
    added_by: str | None = None
    dropped_by: str | None = None
    former: tuple[Former, ...] = ()


class SectionFile(Placed, frozen=True):
    """appendix/*.yaml: one section (lĩnh vực) of the appendix."""

    id: str
    number: str
    title: str
    tasks: tuple[TaskRow, ...]
