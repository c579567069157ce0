"""A plan's records, indexed: what was reported on a milestone, when it is due, which events have happened."""

from collections import defaultdict
from datetime import date as Day
from datetime import timedelta
from typing import TypeVar

from cchc_cli.model import Deadline, Happening, Kind, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Schedule, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Workdays
from cchc_cli.state.decisions import decided, in_effect, unanswered
from cchc_cli.state.reports import Reported, in_turn
from cchc_cli.state.timing import Term

R = TypeVar("R")
GOES_ON = (Kind.ONGOING, Kind.RECURRING)


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
        """Reports on a milestone or its whole task that count on a day, in the order in which they take effect.

        Of a turn those that name it or fall in it. Of work that goes on without turns, what was finished counts in its
        own reporting period.
        """
        found = [each for each in _about(self._reports, milestone) if each.day <= as_of]
        if milestone.turns and found:
            from cchc_cli.state.allotment import allotted

            found = allotted(milestone, found)
        elif milestone.schedule.kind in GOES_ON and found:
            from cchc_cli.state.allotment import lapsed

            found = lapsed(found, self.plan, as_of)
        return in_turn([each for each in found if each.entry.turn is None or milestone.turn is not None])

    def stops(self, milestone: Milestone, as_of: Day) -> dict[str | None, Status]:
        """Who has paused or ended work that comes again as a whole, and which of both; None: the monitor, for all."""
        found = [each for each in _about(self._reports, milestone) if each.day <= as_of]
        if not found:
            return {}
        from cchc_cli.state.allotment import stops

        return dict(stops(found, self.plan.file.monitor))

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
        found = [each for each in self._decided(milestone) if each.agency in kin]
        return sorted((each for each in found if decided(each) <= as_of), key=in_effect)

    def days(self) -> set[Day]:
        """The days on which the records, or what the plan and its agencies are, may say something else than before."""
        every = [each for reports in self._reports.values() for each in reports]
        found = {each.day for each in every} | {each.entry.recorded for each in every}
        found |= {decided(each) for decisions in self._deadlines.values() for each in decisions}
        found |= {each.date for happened in self._events.values() for each in happened}
        for task in self.plan.tasks:
            found |= {day for day in (task.since, task.until, *(day for day, _ in task.before)) if day is not None}
        return found.union(self.registry.succession.changes)

    def reported_goes_on(self) -> bool:
        """Whether anything was reported on work that goes on without turns, and so lapses with its period."""
        every = (task for whole in self.plan.tasks for task in (whole, *(former for _, former in whole.before)))
        return any(
            each.schedule.kind in GOES_ON and not each.turns and _about(self._reports, each)
            for task in every
            for each in task.milestones
        )

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
            each.action in ("set", "extend") and decided(each) <= as_of for each in self._decided(milestone)
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
        one_of_them = any(each.agency is not None for each in self._decided(milestone))
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

    def _decided(self, milestone: Milestone) -> list[Deadline]:
        """Decisions on the deadline of a milestone; of a turn those that name it."""
        turn = milestone.turn.id if milestone.turn else None
        return [each for each in _about(self._deadlines, milestone) if (each.turn and each.turn.upper()) == turn]

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


def _changed(task: Task, milestone: Milestone, as_of: Day) -> Day:
    """The day of the last amendment that changed the milestone's term: older decisions no longer apply."""
    own = milestone.schedule
    changed = (day for day, former in task.before if day <= as_of and _term_of(former, milestone) != own)
    return max(changed, default=Day.min)


def _term_of(task: Task, milestone: Milestone) -> Schedule | None:
    found = task.piece(milestone.id)
    return found.schedule if found else None


def _about(records: dict[str, list[R]], milestone: Milestone) -> list[R]:
    """Records that name the milestone itself, or that whose turn it is, or its whole task."""
    own = (milestone.of or milestone.id).upper()
    return [*records.get(own.partition("/")[0], ()), *records.get(own, ())]
