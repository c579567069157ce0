"""A report of an agency, and the order in which reports on one thing take effect."""

from bisect import bisect_right
from datetime import date as Day
from itertools import accumulate, groupby

from msgspec import Struct

from cchc_cli.model import Entry, Status


class Reported(Struct, frozen=True):
    """An entry with the agency in whose file it was found."""

    by: str
    entry: Entry
    place: int = 0

    @property
    def day(self) -> Day:
        """The day on which the entry takes effect: the day it happened, else the day it was written."""
        return self.entry.date or self.entry.recorded

    @property
    def settles(self) -> bool:
        """Whether the entry ends, stops or judges the work; if so, it comes after all that was recorded before it."""
        return self.entry.action is not None or self.entry.status not in (None, Status.NOT_STARTED, Status.IN_PROGRESS)

    @property
    def opens(self) -> bool:
        """Whether the entry says that the work is still open, by a status or a percentage."""
        return not self.settles and (self.entry.status is not None or self.entry.percent is not None)


def in_turn(reports: list[Reported]) -> list[Reported]:
    """Reports on one thing in order of effect; of one day, confirmations and returns come last, others by file."""
    if len(reports) < 2:
        return reports
    turns = _turns(reports)

    def turn(report: Reported) -> tuple[Day, Day, bool, str, int]:
        return turns[id(report)], report.entry.recorded, report.entry.action is not None, report.by, report.place

    return sorted(reports, key=turn)


def _turns(reports: list[Reported]) -> dict[int, Day]:
    """The day on which each report takes effect: its own, but a settling report follows all that was recorded before.

    A product of 5/3 that is reported after an entry of 10/3 "in progress" or after the monitor's return is done.
    Earlier reports are those recorded on an earlier day, and the open ones recorded on the same day above it in the
    same file; settling reports of one day go by their own dates, in whatever order the lines stand, and a confirmation
    or return follows what it judges.
    """
    turns: dict[int, Day] = {}
    latest = Day.min  # the latest day of all reports recorded on earlier days
    in_order = sorted(reports, key=lambda each: (each.entry.recorded, each.place))
    for _, same_day in groupby(in_order, key=lambda each: each.entry.recorded):
        written = list(same_day)
        own: dict[str, Day] = {}  # file → the latest day of the open reports above in it or recorded on earlier days
        for report in written:
            above = own.get(report.by, latest)
            turns[id(report)] = max(report.day, above) if report.settles else report.day
            own[report.by] = max(report.day, above) if report.opens else above
        turns |= _judged(written, turns)
        latest = max(latest, *(turns[id(report)] for report in written))
    return turns


def _judged(written: list[Reported], turns: dict[int, Day]) -> dict[int, Day]:
    """The turns of confirmations and returns: none comes before a report of its day or earlier that it judges."""
    actions = [each for each in written if each.entry.action is not None]
    if not actions:
        return {}
    others = sorted((each.day, turns[id(each)]) for each in written if each.entry.action is None)
    days = [day for day, _ in others]
    reached = list(accumulate((turn for _, turn in others), max, initial=Day.min))
    return {id(each): max(turns[id(each)], reached[bisect_right(days, each.day)]) for each in actions}
