"""A plan's records, indexed: what was reported on a milestone, when it is due, which events have happened."""

from bisect import bisect_right
from collections import defaultdict
from datetime import date as Day
from datetime import timedelta
from itertools import accumulate, groupby
from typing import TypeVar

from msgspec import Struct

from cchc_cli.model import Deadline, Entry, Happening, Kind, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Schedule, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Workdays
from cchc_cli.state.decisions import decided, in_effect, unanswered
from cchc_cli.state.timing import Term

R = TypeVar("R")


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


class Ledger:
    """The records of one plan. Each query takes the day for which it is to be answered."""

    def __init__(self, plan: Plan, registry: Registry, workdays: Workdays) -> None:
        self.plan = plan
        self.registry = registry
        self.workdays = workdays
        self._reports: dict[str, list[Reported]] = defaultdict(list)
        self._deadlines: dict[str, list[Deadline]] = defaultdict(list)
        self._events: dict[str, list[Happening]] = defaultdict(list)
        for place, (by, entry) in enumerate(plan.records.entries):
            self._reports[entry.task.upper()].append(Reported(by, entry, place))
        for deadline in plan.records.deadlines:
            self._deadlines[deadline.task.upper()].append(deadline)
        for happening in plan.records.events:
            self._events[happening.event].append(happening)

    @classmethod
    def of(cls, plan: Plan, workspace: Workspace) -> "Ledger":
        """The records of a plan, with the agencies and working days of its workspace."""
        return cls(plan, workspace.registry, Workdays(workspace.calendar))

    def reports(self, milestone: Milestone, as_of: Day) -> list[Reported]:
        """Reports on a milestone or its whole task that count on a day, in the order in which they take effect."""
        return in_turn([each for each in _about(self._reports, milestone) if each.day <= as_of])

    def task_reports(self, task: Task, as_of: Day) -> list[Reported]:
        """Every report on a task or one of its milestones up to a day, oldest first."""
        keys = (task.id.upper(), *(milestone.id.upper() for milestone in task.milestones))
        found = [each for key in keys for each in self._reports.get(key, ()) if each.day <= as_of]
        return sorted(found, key=lambda each: (each.day, each.entry.recorded))

    def decisions(self, milestone: Milestone, as_of: Day, agency: str | None) -> list[Deadline]:
        """Decisions on its deadline that count on a day, oldest first: those for all and those for `agency`.

        What was decided for its successor counts, and for an agency whose work it took over as the only one.
        """
        kin = (None,) if agency is None else (None, *self._kin(agency))
        found = [each for each in _about(self._deadlines, milestone) if each.agency in kin]
        return sorted((each for each in found if decided(each) <= as_of), key=in_effect)

    def requests(self, task: Task, as_of: Day) -> tuple[Deadline, ...]:
        """Requests for extension not answered by a day, oldest first; a new request replaces the one before.

        An answer of the same day answers the request, wherever its line stands.
        """
        keys = (task.id.upper(), *(milestone.id.upper() for milestone in task.milestones))
        known = [each for key in keys for each in self._deadlines.get(key, ()) if decided(each) <= as_of]
        return unanswered(sorted(known, key=lambda each: (each.recorded, each.action != "request")))

    def moves(self, milestone: Milestone, as_of: Day) -> int:
        """How many records up to a day may have moved its deadline: days set, extensions, what it waits for."""
        decided_on = sum(
            each.action in ("set", "extend") and decided(each) <= as_of for each in _about(self._deadlines, milestone)
        )
        waited = milestone.schedule.after
        events = sum(each.date <= as_of for name in waited for each in self._events.get(name, ()))
        return (
            decided_on
            + events
            + sum(each.day <= as_of for name in waited for each in self._reports.get(name.upper(), ()))
        )

    def differs_by_agency(self, milestone: Milestone) -> bool:
        """Whether its term may differ between agencies, because it has a condition or a decision for one of them."""
        one_of_them = any(each.agency is not None for each in _about(self._deadlines, milestone))
        return one_of_them or bool(milestone.schedule.after)

    def expanded_on(self, milestone: Milestone, as_of: Day) -> Day:
        """The day as of which its groups are expanded: its first deadline, or the day where that is earlier."""
        first = self._first_deadline(milestone, as_of) if self.registry.succession.span(Day.max) else None
        return as_of if first is None else min(first, as_of)

    def happened(self, event: str, as_of: Day) -> Day | None:
        """The day of an outside event, if it has happened by then; of several records, the last one written is used."""
        found = [each for each in self._events.get(event, ()) if each.date <= as_of]
        return sorted(found, key=lambda each: each.recorded)[-1].date if found else None

    def term(
        self, task: Task, milestone: Milestone, as_of: Day, released: Day | None, agency: str | None = None
    ) -> Term:
        """The term as of a day. `released` is the day on which the last condition was met, if all of them are met."""
        schedule = milestone.schedule
        first = self._first_day(schedule, released)
        since = _changed(task, milestone, as_of)
        decisions = self.decisions(milestone, as_of, agency)
        granted = [each.to for each in decisions if each.action in ("set", "extend") and decided(each) >= since]
        days = [day for day in (first, *granted) if day is not None]
        due, original = (days[-1], days[0]) if days else (None, None)
        return Term(schedule.kind, schedule.start, due, original, released is not None)

    def _first_deadline(self, milestone: Milestone, as_of: Day) -> Day | None:
        """Its own day, that counted from events, or the first that was set."""
        happened = [self.happened(each, as_of) for each in milestone.schedule.after]
        met = [day for day in happened if day is not None]
        first = self._first_day(milestone.schedule, max(met) if met and len(met) == len(happened) else None)
        granted = (each.to for each in self.decisions(milestone, as_of, None) if each.action in ("set", "extend"))
        return first or next((day for day in granted if day is not None), None)

    def _kin(self, agency: str) -> tuple[str, ...]:
        succession = self.registry.succession
        former = succession.predecessors(agency)
        return agency, *succession.after(agency), *(former if len(former) == 1 else ())

    def _first_day(self, schedule: Schedule, released: Day | None) -> Day | None:
        if schedule.due is None and schedule.kind is Kind.EVENT and schedule.days is not None and released is not None:
            if schedule.working:
                return self.workdays.after(released, schedule.days)
            return released + timedelta(days=schedule.days)
        due = schedule.due
        while due is not None and self.plan.settings.move_off_days and not self.workdays.is_working(due):
            due += timedelta(days=1)
        return due


def in_turn(reports: list[Reported]) -> list[Reported]:
    """Reports on one thing in order of effect; a confirmation or return of the same day comes last."""
    if len(reports) < 2:
        return reports
    turns = _turns(reports)

    def turn(report: Reported) -> tuple[Day, Day, bool, int]:
        return turns[id(report)], report.entry.recorded, report.entry.action is not None, report.place

    return sorted(reports, key=turn)


def _changed(task: Task, milestone: Milestone, as_of: Day) -> Day:
    """The day of the last amendment that changed the milestone's term: older decisions no longer apply."""
    own = milestone.schedule
    changed = (day for day, former in task.before if day <= as_of and _term_of(former, milestone) != own)
    return max(changed, default=Day.min)


def _term_of(task: Task, milestone: Milestone) -> Schedule | None:
    return next((each.schedule for each in task.milestones if each.id == milestone.id), None)


def _about(records: dict[str, list[R]], milestone: Milestone) -> list[R]:
    """Records that name the milestone itself or its whole task."""
    own = milestone.id.upper()
    return [*records.get(own.partition("/")[0], ()), *records.get(own, ())]


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
