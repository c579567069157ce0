"""What is recorded of a plan, one record a line: progress, deadlines, events, measurements; and snapshots."""

from datetime import date as Day
from typing import Literal

from cchc_cli.model.placed import Figure, Percent, Placed
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


class Snapshot(Placed, frozen=True):
    """A period's figures, frozen (snapshots/PERIOD.yaml): tasks in each bucket."""

    period: str
    as_of: Day
    recorded: Day
    counts: dict[str, int]

    def __post_init__(self) -> None:
        self.counts.pop("@", None)  # a plain mapping keeps no place
