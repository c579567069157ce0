"""One plan: the document and its body, the tasks, and the records of them."""

from collections.abc import Iterator
from datetime import date as Day
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from cchc_cli.model import (
    TASKS,
    BodyTask,
    Clause,
    Deadline,
    Entry,
    Filing,
    GivenFile,
    Happening,
    Indicator,
    Inspection,
    Measurement,
    Part,
    PlanFile,
    SectionFile,
    Settings,
    Snapshot,
    Target,
    TaskRow,
    Text,
)
from cchc_cli.plan.tasks import Task, walk
from cchc_cli.schedule import Term

if TYPE_CHECKING:
    from cchc_cli.plan.columns import Printed

PARTS = ("objectives", "tasks", "funding", "organisation")
"""The keys of the four usual parts of a body, in printed order."""


class Records(Struct, frozen=True):
    """The records of a plan, by file. Each entry comes with the agency of its file, each text with the period."""

    entries: tuple[tuple[str, Entry], ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    events: tuple[Happening, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    filings: tuple[Filing, ...] = ()
    texts: tuple[tuple[str, Text], ...] = ()

    @property
    def of_agencies(self) -> tuple[Inspection | Filing, ...]:
        """The inspections and the filings."""
        return (*self.inspections, *self.filings)


class Plan(Struct, frozen=True, dict=True):
    """One plan: its document and body, the appendix's tasks in printed order (the body's duties last), its records."""

    name: str
    folder: str
    file: PlanFile
    sections: tuple[SectionFile, ...]
    tasks: tuple[Task, ...]
    records: Records
    settings: Settings
    lost: frozenset[str] = frozenset()
    given: GivenFile | None = None

    @cached_property
    def term(self) -> Term:
        """The time that the plan covers: its year, or the term that it states."""
        return term(self.file)

    @property
    def issued(self) -> Day | None:
        """The day of the document that issued the plan."""
        return self.file.decision.date if self.file.decision else None

    @property
    def is_draft(self) -> bool:
        """Whether the plan has not been issued: its document lacks a number or a day, or the file says so."""
        decision = self.file.decision
        return self.file.draft or decision is None or not decision.number or decision.date is None

    @property
    def is_its_own_document(self) -> bool:
        """Whether the plan is itself the document that was issued, not the annex of a decision."""
        decision = self.file.decision
        return decision is None or decision.kind.casefold() == self.file.kind.casefold()

    @property
    def is_open(self) -> bool:
        """Whether a command that names no plan is about this one too: it is issued and not closed."""
        return self.file.closed is None and not self.is_draft

    @property
    def issuer(self) -> str:
        """The id of the agency whose plan it is: as stated, else who signs it, else the setting, else the monitor."""
        decision = self.file.decision
        signs = decision.signatory if decision else None
        return self.file.issuer or (signs.agency if signs else None) or self.settings.issuer or self.file.monitor

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the body in printed order."""
        return parts(self.file)

    @property
    def tables(self) -> tuple[SectionFile | GivenFile, ...]:
        """The sections of the appendix, then the tasks given from above."""
        return (*self.sections, self.given) if self.given is not None else self.sections

    def has_given(self, day: Day) -> bool:
        """Whether tasks had been given from above by a day."""
        return self.given is not None and any(task.is_given and task.on(day) is not None for task in self.tasks)

    @property
    def is_divided(self) -> bool:
        """Whether the appendix has sections."""
        return any(section.id != TASKS for section in self.sections)

    @property
    def gives_duties(self) -> bool:
        """Whether the body gives duties: they are the last tasks."""
        return bool(self.tasks) and self.tasks[-1].is_body

    @cached_property
    def columns(self) -> tuple["Printed", ...]:
        """The columns of the table, from left to right."""
        from cchc_cli.plan.columns import columns  # most commands print no table of the plan

        return columns(self.file.appendix, self.sections)

    def prints(self, holds: str) -> bool:
        """Whether the table has a column that holds this."""
        return any(each.holds == holds for each in self.columns)

    @cached_property
    def by_id(self) -> dict[str, Task]:
        """The tasks by upper-case id: ids are matched exactly, except that case is ignored."""
        return {task.id.upper(): task for task in reversed(self.tasks)}

    @cached_property
    def headings(self) -> dict[str, TaskRow]:
        """Rows that carry others, by id in upper case."""
        rows = (row for section in self.sections for row in walk(section.tasks))
        return {row.id.upper(): row for row in rows if row.tasks}

    def task(self, identity: str) -> Task | None:
        """The task of an id, or of a milestone's id ("I.9/2")."""
        return self.by_id.get(identity.partition("/")[0].upper())

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of the settings, then the plan's own."""
        return (*(self.settings.indicators or ()), *self.file.indicators)

    def targets(self) -> Iterator[tuple[Target, str, int]]:
        """Every target, with the name and place of the record that it belongs to: the body's first, then products."""
        for part in self.parts:
            yield from _clause_targets(part.items, "")
        for task in self.tasks:
            for target in task.targets:
                yield target, task.id, task.at


def term(file: PlanFile) -> Term:
    """The time that a plan covers. A term that ends before it starts is an error elsewhere and read the other way."""
    if file.term is not None:
        return Term(*sorted((file.term.start, file.term.end)))
    assert file.year is not None  # a file without both is not read
    return Term.of(file.year)


def parts(file: PlanFile) -> tuple[Part, ...]:
    """The parts of the body in printed order: those of the four usual ones that are there, or those listed."""
    usual = (getattr(file, name) for name in PARTS)
    return (*(part for part in usual if part is not None), *file.parts)


def clauses(items: tuple[Clause, ...]) -> Iterator[Clause]:
    """Clauses and the clauses below them, in printed order."""
    for clause in items:
        yield clause
        yield from clauses(clause.items)


def duties(file: PlanFile) -> Iterator[tuple[Clause, BodyTask]]:
    """The duties that the body gives, each with its clause, in printed order."""
    for part in parts(file):
        for clause in clauses(part.items):
            if clause.task is not None:
                yield clause, clause.task


def _clause_targets(clauses: tuple[Clause, ...], above: str) -> Iterator[tuple[Target, str, int]]:
    for clause in clauses:
        number = f"{above}.{clause.number}".lstrip(".") if clause.number else above
        for target in clause.targets:
            yield target, number, clause.at
        yield from _clause_targets(clause.items, number)
