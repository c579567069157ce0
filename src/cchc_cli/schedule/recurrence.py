"""Recurring schedules → their turns: computed from what is printed, never copied into files."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import structs

from cchc_cli.model import Ends
from cchc_cli.schedule.months import last_day
from cchc_cli.schedule.periods import period
from cchc_cli.schedule.reading import Again, Reading
from cchc_cli.schedule.turn import Turn

LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}
LAST = 31


@lru_cache(maxsize=256)
def turns(again: Again | None, start: date, end: date, ends: Ends = "cutoff") -> tuple[Turn, ...]:
    """The turns of a schedule within a plan's term, in order; none without an interval, nor for daily work.

    A stretch named beside the interval narrows the term. Periods end on the cut-off day or by the calendar. A turn with
    a day is asked for from the day after the one before it, which may lie before the term.
    """
    if again is None or again.interval.every == "day":
        return ()
    found = _within(again, start, end, ends)
    if not found or found[0].due is None:
        return found
    earlier = _within(_anywhere(again), _years_before(start, 2), start, ends)
    before = [turn for turn in earlier if turn.last < found[0].last][-1:]
    return tuple(_following(*pair) for pair in pairwise((*(before or found[:1]), *found)))


def listed(terms: Sequence[Reading], start: date) -> tuple[Turn, ...]:
    """The turns of a cell that prints days or periods side by side, without other words; () if they are not that.

    How often beside as many days or periods ("02 lần/năm, vào quý II và quý IV") only counts them.
    """
    terms = [each for each in terms if not _only_counts(each, len(terms) - 1)]
    if len(terms) < 2 or any(each.due is None or each.condition or each.again for each in terms):
        return ()
    ids = [_called(each) for each in terms]
    if len(set(ids)) < len(ids):
        return ()
    days = [each.due or start for each in terms]
    begun = [start, *(day + timedelta(days=1) for day in days)]
    return tuple(
        Turn(own, (each.start if each.start != each.due else None) or first, due, due)
        for own, each, first, due in zip(ids, terms, begun, days, strict=False)
    )


def _only_counts(term: Reading, count: int) -> bool:
    """Whether a term says that the work is done so many times a year, and no more."""
    again = term.again
    if again is None or again.on or again.interval.also or again.interval.every not in LENGTH:
        return False
    return 12 // LENGTH[again.interval.every] * again.interval.count == count


def _called(term: Reading) -> str:
    """The id of a term: that of its period, else its day."""
    first, due = term.start or term.due, term.due
    assert first is not None and due is not None
    return _identity(term.kind.value, first) if term.kind.value in LENGTH else due.isoformat()


def _within(again: Again, start: date, end: date, ends: Ends) -> tuple[Turn, ...]:
    start, end = max(start, again.since or start), min(end, again.until or end)
    if again.interval.every == "week":
        return tuple(_weekly(again, start, end))
    return tuple(
        each for first in _firsts(LENGTH[again.interval.every], start, end) for each in _of(again, first, ends)
    )


def _following(before: Turn, turn: Turn) -> Turn:
    return turn if before is turn else structs.replace(turn, start=before.last + timedelta(days=1))


def _anywhere(again: Again) -> Again:
    return Again(again.interval, again.on, again.before)


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, 1, 1)


def _weekly(again: Again, start: date, end: date) -> Iterator[Turn]:
    """The weeks whose Thursday lies in the term, so that each belongs to one year (ISO 8601)."""
    monday = start - timedelta(days=start.weekday())
    days = again.interval.weekdays
    while monday + timedelta(days=3) <= end:
        sunday = monday + timedelta(days=6)
        if monday + timedelta(days=3) >= start:
            year, week, _ = monday.isocalendar()
            named = [monday + timedelta(days=day) for day in days]
            if len(named) > 1:
                yield from (Turn(day.isoformat(), monday, sunday, day) for day in named if start <= day <= end)
            else:
                yield Turn(f"{year}-W{week:02}", monday, sunday, named[0] if named else None)
        monday += timedelta(days=7)


def _firsts(months: int, start: date, end: date) -> Iterator[date]:
    """The first days of the calendar's periods that have a day in the term."""
    first = start.replace(month=(start.month - 1) // months * months + 1, day=1)
    while first <= end:
        yield first
        first = _later(first, months)


def _of(again: Again, first: date, ends: Ends) -> Iterator[Turn]:
    """The turns of one period: one, or one for each day that is printed."""
    identity = _identity(again.interval.every, first)
    window = period(identity, ends)
    if window is None:
        return
    if not again.on:
        yield Turn(identity, window.start, window.end)
        return
    by_month = all(day == LAST for _, day in again.on)
    for month, day in sorted(again.on):
        last = last_day(*_month_after(first, month - 1))
        named = last.replace(day=min(day, last.day))
        own = identity if len(again.on) == 1 else f"{named:%Y-%m}" if by_month else named.isoformat()
        yield Turn(own, window.start, window.end, named - timedelta(days=1) if again.before else named)


def _identity(every: str, first: date) -> str:
    part = {
        "month": f"-{first:%m}",
        "quarter": f"-Q{first.month // 3 + 1}",
        "half": f"-H{first.month // 6 + 1}",
        "year": "",
    }
    return f"{first.year}{part[every]}"


def _later(first: date, months: int) -> date:
    return date(*_month_after(first, months), 1)


def _month_after(first: date, months: int) -> tuple[int, int]:
    """The year and month so many months after the month of a day."""
    years, month = divmod(first.month - 1 + months, 12)
    return first.year + years, month + 1
