"""What is recorded of a plan, one record a line: progress, deadlines, events, measurements; and snapshots."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.placed import Count, Figure, Percent, Placed
from cchc_cli.model.words import Status


class Document(Placed, frozen=True):
    """What proves or allows something: a document, a link, or a named thing with a date."""

    number: str | None = None
    date: Day | None = None
    issuer: str | None = None
    title: str | None = None
    link: str | None = None
    name: str | None = None


class Entry(Placed, frozen=True):
    """One dated line of progress by one agency (progress/AGENCY.yaml).

    `date` is when it happened (for done: the product's date), `recorded` the day it was written. The monitor reports
    for another with `agency`, confirms or returns with `action`.
    """

    task: str
    recorded: Day
    date: Day | None = None
    status: Status | None = None
    action: Literal["confirm", "return"] | None = None
    agency: str | None = None
    percent: Percent | None = None
    evidence: tuple[Document, ...] = ()
    note: str | None = None
    difficulties: str | None = None
    proposals: str | None = None


class Deadline(Placed, frozen=True):
    """A decision on a deadline (deadlines.yaml): a first day set, an extension granted, asked for or refused."""

    task: str
    action: Literal["set", "extend", "request", "refuse"]
    recorded: Day
    document: Document | None = None
    to: Day | None = None
    agency: str | None = None
    reason: str | None = None


class Happening(Placed, frozen=True):
    """An outside event happened (events.yaml)."""

    event: str
    date: Day
    recorded: Day
    evidence: tuple[Document, ...] = ()


class Measurement(Placed, frozen=True):
    """A measurement of a target (measurements.yaml)."""

    target: str
    date: Day
    value: Figure
    recorded: Day
    evidence: tuple[Document, ...] = ()


class Figures(Placed, frozen=True):
    """Tasks in each bucket; of the done ones how many late; how many whose deadline had come (`reached`), and of these
    how many were done on time. What is nought is left out."""

    overdue: Count = 0
    due_soon: Count = 0
    later: Count = 0
    ongoing: Count = 0
    waiting: Count = 0
    unscheduled: Count = 0
    submitted: Count = 0
    done: Count = 0
    paused: Count = 0
    cancelled: Count = 0
    done_late: Count = 0
    on_time: Count = 0
    reached: Count = 0


class SectionFigures(Figures, frozen=True, kw_only=True):
    """The figures of one section, or of the duties of the body."""

    section: str


class Snapshot(Placed, frozen=True):
    """A period's figures as of its cut-off day, frozen (snapshots/PERIOD.yaml): the whole plan and each section."""

    period: str
    as_of: Day
    recorded: Day
    counts: Figures
    sections: tuple[SectionFigures, ...] = ()
