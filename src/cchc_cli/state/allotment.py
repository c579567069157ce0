"""Which reports are about which turn of work that comes again (docs/promises.md#turns)."""

from collections.abc import Iterator
from datetime import date as Day

from msgspec import structs

from cchc_cli.model import Entry, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.schedule import previous, quarter
from cchc_cli.schedule.turn import of_day
from cchc_cli.state.reports import Reported

_STOPS = (Status.PAUSED, Status.CANCELLED)
_FINISHES = (Status.DONE, Status.SUBMITTED)


def allotted(milestone: Milestone, reports: list[Reported]) -> list[Reported]:
    """The reports on a turn: those that name it, else those whose day falls in it. Of the milestone itself: all."""
    if milestone.turn is None:
        return reports
    return [each for each in reports if turn_of(each, milestone) == milestone.turn.id]


def turn_of(report: Reported, milestone: Milestone) -> str | None:
    """The id of the turn that a report is about; None if it pauses or ends the whole, or comes before all turns."""
    if report.entry.turn is not None:
        return report.entry.turn.upper()
    is_about_none = report.entry.status in _STOPS or comes_before(milestone, report.day)
    return None if is_about_none else of_day(milestone.turns, report.day).id


def comes_before(milestone: Milestone, day: Day) -> bool:
    """Whether a day is before the first turn of an interval begins; of days printed one by one none is too early."""
    return milestone.schedule.again is not None and day < milestone.turns[0].start


def piece(task: Task, milestone: Milestone, entry: Entry) -> Milestone | None:
    """What an entry on a milestone is about: the milestone, or one of its turns; None where it names another's turn."""
    if not milestone.turns:
        return None if entry.turn else milestone
    identity = turn_of(Reported("", entry), milestone)
    return task.turn(milestone, identity) if identity else milestone


def stops(reports: list[Reported], monitor: str) -> Iterator[tuple[str | None, Status]]:
    """Who paused or ended the work as a whole, and which of both, the latest last; None: the monitor, for all.

    It holds until the same agency, or any of all, reports progress again.
    """
    for each in sorted(reports, key=_time):
        stopped = each.entry.status if each.entry.turn is None and each.entry.status in _STOPS else None
        if stopped and not any(_resumes(later, each, monitor) for later in reports):
            yield _subject(each, monitor), stopped


def lapsed(reports: list[Reported], plan: Plan, as_of: Day) -> list[Reported]:
    """Reports on work that goes on, as they stand on a day: what was finished in an earlier period goes on since.

    The last period that ends within the plan's term lasts until the term ends.
    """
    period = quarter(min(as_of, plan.term.end), plan.settings.ends)
    if period.end > plan.term.end:
        period = previous(period, plan.settings.ends)
    return [_as_going_on(each) if each.day < period.start else each for each in reports]


def _subject(report: Reported, monitor: str) -> str | None:
    return report.entry.agency or (None if report.by == monitor else report.by)


def _time(report: Reported) -> tuple[Day, Day, str, int]:
    return report.day, report.entry.recorded, report.by, report.place


def _resumes(later: Reported, stop: Reported, monitor: str) -> bool:
    """Whether a report comes after what stopped the work, says how it stands now, and is of whom that stopped."""
    stopped = _subject(stop, monitor)
    return later.entry.status is not None and _time(later) > _time(stop) and stopped in (None, _subject(later, monitor))


def _as_going_on(report: Reported) -> Reported:
    entry = report.entry
    if entry.action == "confirm" or entry.status in _FINISHES:
        return structs.replace(report, entry=structs.replace(entry, action=None, status=Status.IN_PROGRESS))
    return report
