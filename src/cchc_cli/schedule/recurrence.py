"""Recurring schedules → the days by which they fall due (dateutil's rrule): computed, never copied into files."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cchc_cli.model import Ends
from cchc_cli.schedule.periods import CUTOFF
from cchc_cli.schedule.phrases import Unread, read

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_MONTHS = {"month": tuple(range(1, 13)), "quarter": (3, 6, 9, 12), "half": (6, 12), "year": (12,)}


class Occurrence(NamedTuple):
    """One turn of a recurring schedule; both days belong to it, `end` is the day by which it falls due."""

    start: date
    end: date


@lru_cache(maxsize=1024)
def occurrence(every: str | None, text: str, year: int, on: date, ends: Ends = "cutoff") -> Occurrence | None:
    """The turn that contains a day of the plan's year; None if the schedule does not recur or has had its last turn.

    A turn ends on the day that the words name ("Trước ngày 20 hằng tháng"), else on the last day of its period
    (the cut-off day or the calendar's last day, as the settings say); a week ends on Sunday.
    """
    if every is None:
        return None
    rule = _rule(every, _named(text, year), year, ends)
    end = rule.after(datetime(on.year, on.month, on.day), inc=True)
    if end is None:
        return None
    before = rule.before(end)
    return Occurrence(before.date() + timedelta(days=1) if before else date.min, end.date())


def _rule(every: str, named: date | None, year: int, ends: Ends) -> "rrule":
    """The rule for the last days of turns, from the year before (for the first turn's start) to the year's end."""
    from dateutil.rrule import MONTHLY, SU, WEEKLY, rrule

    first, last = datetime(year - 2, 1, 1), datetime(year, 12, 31)
    if every == "week":
        return rrule(WEEKLY, byweekday=SU, dtstart=first, until=last)
    months = (named.month,) if named and every == "year" else _MONTHS[every]
    day = named.day if named else CUTOFF if ends == "cutoff" else 31
    days = range(min(day, 28), day + 1)  # the 31st is the last day of a shorter month
    return rrule(MONTHLY, bymonth=months, bymonthday=tuple(days), bysetpos=-1, dtstart=first, until=last)


def _named(text: str, year: int) -> date | None:
    """The day that "hằng tháng", "hằng năm" names within its interval, if any."""
    words = " ".join(text.lower().replace("hàng", "hằng").split())
    inner = words.removesuffix(" hằng năm") if words.endswith(" hằng năm") else None
    if words.endswith(" hằng tháng"):
        inner = f"{words.removesuffix(' hằng tháng')}/01/{year}"
    found = read(inner, year) if inner else None
    return None if found is None or isinstance(found, Unread) else found.due
