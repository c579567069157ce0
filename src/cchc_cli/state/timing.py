"""Stored progress and a term → the timing and bucket of a milestone on a day, defined in docs/promises.md#states."""

from collections.abc import Iterator
from datetime import date as Day
from enum import StrEnum

from msgspec import Struct

from cchc_cli.model import Kind, Status


class Timing(StrEnum):
    """The timing of work against its term: for open work in order of urgency, for done work from worst to best."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    IN_TIME = "in_time"
    NOT_YET = "not_yet"
    ONGOING = "ongoing"
    WAITING = "waiting"
    UNSCHEDULED = "unscheduled"
    LATE = "late"
    UNPROVEN = "unproven"
    UNDATED = "undated"
    ON_TIME = "on_time"
    EARLY = "early"


class Bucket(StrEnum):
    """The group in which a milestone or task is counted, exactly one for each; most urgent first."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    LATER = "later"
    ONGOING = "ongoing"
    WAITING = "waiting"
    UNSCHEDULED = "unscheduled"
    SUBMITTED = "submitted"
    DONE = "done"
    PAUSED = "paused"
    CANCELLED = "cancelled"


URGENCY = {timing: place for place, timing in enumerate(Timing)}
BUCKETS = tuple(Bucket)
_OPEN = {
    Timing.OVERDUE: Bucket.OVERDUE,
    Timing.DUE_SOON: Bucket.DUE_SOON,
    Timing.IN_TIME: Bucket.LATER,
    Timing.NOT_YET: Bucket.LATER,
    Timing.ONGOING: Bucket.ONGOING,
    Timing.WAITING: Bucket.WAITING,
    Timing.UNSCHEDULED: Bucket.UNSCHEDULED,
}
_DATED = (Bucket.DUE_SOON, Bucket.LATER)
_SETTLED = {
    Status.SUBMITTED: Bucket.SUBMITTED,
    Status.DONE: Bucket.DONE,
    Status.PAUSED: Bucket.PAUSED,
    Status.CANCELLED: Bucket.CANCELLED,
}


class Term(Struct, frozen=True, array_like=True):
    """A milestone's term as of a day, including extensions and events. Both days are inclusive."""

    kind: Kind
    start: Day | None
    due: Day | None
    original_due: Day | None
    released: bool = False


def of_open(term: Term, as_of: Day, soon_days: int, checkpoint: bool = False) -> Timing:
    """Timing of open work; a checkpoint and work with no due day are never overdue.

    `soon_days` are calendar days, the last included.
    """
    if term.due is None:
        return _without_day(term, as_of)
    if as_of > term.due:
        return Timing.IN_TIME if checkpoint else Timing.OVERDUE
    if term.kind is Kind.RANGE and term.start is not None and as_of < term.start:
        return Timing.NOT_YET
    return Timing.DUE_SOON if (term.due - as_of).days <= soon_days else Timing.IN_TIME


def of_done(term: Term, done_on: Day | None, proven: bool) -> Timing:
    """Timing of done work: without a date or evidence it is unproven and never on time."""
    if done_on is None or not proven:
        return Timing.UNPROVEN
    if term.due is None:
        return Timing.UNDATED
    if done_on > term.due:
        return Timing.LATE
    return Timing.ON_TIME if done_on == term.due else Timing.EARLY


def turning_days(term: Term, soon_days: int) -> Iterator[Day]:
    """The days on which work begins, nears its day, reaches it, or is late."""
    if term.start is not None:
        yield term.start
    if term.due is not None:
        yield from (_shifted(term.due, days) for days in (-soon_days, 0, 1))


def _shifted(day: Day, days: int) -> Day:
    """The day so many days later; at the end of time the last one that there is."""
    return Day.fromordinal(min(max(day.toordinal() + days, Day.min.toordinal()), Day.max.toordinal()))


def bucket(progress: Status, timing: Timing | None) -> Bucket:
    """The bucket for a progress and a timing; the timing is None if the work is paused or cancelled."""
    settled = _SETTLED.get(progress)
    if settled is not None:
        return settled
    assert timing is not None
    return _OPEN[timing]


def presses(bucket: Bucket, term: Term, as_of: Day, within: int) -> bool:
    """Whether work is overdue, or open and due within so many calendar days (the last included)."""
    if bucket is Bucket.OVERDUE:
        return True
    return bucket in _DATED and term.due is not None and (term.due - as_of).days <= within


def has_passed(bucket: Bucket, term: Term, as_of: Day) -> bool:
    """Whether the day of a checkpoint is over: its work is open and not overdue."""
    return bucket is not Bucket.OVERDUE and presses(bucket, term, as_of, -1)


def days_late(timing: Timing | None, term: Term, as_of: Day, done_on: Day | None) -> int | None:
    """Calendar days past the deadline, for overdue and late; else None."""
    if term.due is None:
        return None
    if timing is Timing.OVERDUE:
        return (as_of - term.due).days
    return (done_on - term.due).days if timing is Timing.LATE and done_on is not None else None


def _without_day(term: Term, as_of: Day) -> Timing:
    if term.kind is Kind.RECURRING and term.start is not None and as_of < term.start:
        return Timing.NOT_YET
    if term.kind in (Kind.ONGOING, Kind.RECURRING):
        return Timing.ONGOING
    if term.kind is Kind.NONE or (term.kind is Kind.EVENT and term.released):
        return Timing.UNSCHEDULED
    return Timing.WAITING
