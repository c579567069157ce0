"""Recurring schedules → their turns: computed from what is printed, never copied into files."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from cchc_cli.model import Ends
from cchc_cli.schedule.periods import period
from cchc_cli.schedule.reading import Again
from cchc_cli.schedule.spelling import last_day

LENGTH = {"month": 1, "quarter": 3, "half": 6, "year": 12}
LAST = 31


class Turn(NamedTuple):
    """One occurrence. `id`: 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W07, or its day, 2026-03-14, where only days tell.

    `start`, `end`: the first and last day of its period; `due`: the printed day, if there is one.
    """

    id: str
    start: date
    end: date
    due: date | None = None

    @property
    def last(self) -> date:
        """The day on which it falls due, else on which its period ends."""
        return self.due or self.end


class Occurrence(NamedTuple):
    """The time of one turn; both days belong to it, `end` is the day by which it falls due."""

    start: date
    end: date


@lru_cache(maxsize=256)
def turns(again: Again | None, start: date, end: date, ends: Ends = "cutoff") -> tuple[Turn, ...]:
    """The turns of a schedule within a plan's term, in order; none without an interval.

    A stretch named beside the interval narrows the term. Periods end on the cut-off day or by the calendar.
    """
    if again is None:
        return ()
    start, end = max(start, again.since or start), min(end, again.until or end)
    if again.interval.every in ("day", "week"):
        return tuple(_daily(start, end) if again.interval.every == "day" else _weekly(again, start, end))
    return tuple(
        each for first in _firsts(LENGTH[again.interval.every], start, end) for each in _of(again, first, ends)
    )


@lru_cache(maxsize=1024)
def occurrence(again: Again | None, start: date, end: date, on: date, ends: Ends = "cutoff") -> Occurrence | None:
    """The turn that runs on a day; None if the schedule does not recur or has had its last turn.

    It begins on the day after the previous turn's last, also where that lies before the plan's term.
    """
    if again is None:
        return None
    last = [turn.last for turn in turns(again, start, end, ends)]
    found = next((day for day in last if day >= on), None)
    if found is None:
        return None
    earlier = [day for day in last if day < found] or [
        turn.last for turn in turns(_anywhere(again), _years_before(start, 2), start, ends) if turn.last < found
    ]
    return Occurrence(max(earlier) + timedelta(days=1), found)


def _anywhere(again: Again) -> Again:
    return Again(again.interval, again.on, again.before)


def _years_before(day: date, years: int) -> date:
    return date(day.year - years, 1, 1)


def _daily(start: date, end: date) -> Iterator[Turn]:
    for number in range((end - start).days + 1):
        day = start + timedelta(days=number)
        yield Turn(day.isoformat(), day, day, day)


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
