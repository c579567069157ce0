"""Records of a plan → the state of every milestone and task on a day, as a pure function (docs/promises.md#states)."""

from collections.abc import Callable, Sequence
from datetime import date as Day
from functools import partial

from msgspec import structs

from cchc_cli.model import Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.state import seats
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.parts import standings
from cchc_cli.state.standing import Standing, together
from cchc_cli.state.states import State, TaskState, urgency
from cchc_cli.state.timing import Timing, bucket, days_late, of_done, of_open

Conditions = Callable[[str | None], tuple[bool | None, Day | None]]
"""For all (None) or one agency: whether all conditions of a milestone are met, and the day on which the last was met;
None if it has no conditions."""
_NEVER = Day.min


def alone(ledger: Ledger, task: Task, as_of: Day) -> TaskState:
    """The state of a task without regard to others; that of a computed one has no rate."""
    return together_state(task, tuple(milestone_state(ledger, task, each, as_of) for each in task.milestones))


def together_state(task: Task, states: tuple[State, ...]) -> TaskState:
    """The task's state: timing and bucket are those of the most urgent open milestone, else of the worst done one."""
    counted = [state for state in states if not state.milestone.checkpoint] or list(states)
    progress = together(state.progress for state in counted)
    if progress is Status.SUBMITTED:
        progress = Status.IN_PROGRESS
    leading = _leading(counted, progress)
    return TaskState(task, progress, leading.timing, leading.bucket, states)


def milestone_state(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> State:
    """The state of a milestone on a day, with the parts of the agencies that must each close it, and with its turns."""
    if milestone.turns and milestone.turn is None:
        from cchc_cli.state.turns import recurring

        turns = tuple(milestone_state(ledger, task, each, as_of) for each in task.turns(milestone))
        return recurring(ledger, task, milestone, turns, as_of)
    whole, own = standings(ledger, task, milestone, as_of)
    state_of = partial(_state, ledger, task, milestone, as_of, _conditions(ledger, milestone, as_of))
    if len(own) < 2:
        return state_of(whole, next(iter(own), None))
    state = state_of(whole, None, _parts(state_of, ledger.differs_by_agency(milestone), own))
    return _timed_by_parts(state) if ledger.differs_by_agency(milestone) else state


def _timed_by_parts(whole: State) -> State:
    """The milestone's state with the term of its most urgent part, for terms that differ between agencies."""
    leading = _leading([part for _, part in whole.parts], whole.progress)
    done = whole.progress is Status.DONE
    if leading.timing is None or whole.timing is None or done != (leading.progress is Status.DONE):
        return whole
    return structs.replace(
        whole,
        timing=leading.timing,
        bucket=bucket(whole.progress, leading.timing),
        term=leading.term,
        days_late=leading.days_late,
        condition_met=leading.condition_met,
    )


def _parts(
    state_of: Callable[[Standing, str | None], State], by_agency: bool, own: dict[str, Standing]
) -> tuple[tuple[str, State], ...]:
    """Each agency's state. Agencies with equal standings share one, unless terms or conditions differ `by_agency`."""
    if by_agency:
        return tuple((agency, state_of(each, agency)) for agency, each in own.items())
    alike = {each: state_of(each, None) for each in set(own.values())}
    return tuple((agency, alike[each]) for agency, each in own.items())


def _state(
    ledger: Ledger,
    task: Task,
    milestone: Milestone,
    as_of: Day,
    conditions: Conditions,
    now: Standing,
    agency: str | None,
    parts: tuple[tuple[str, State], ...] = (),
) -> State:
    met, released = conditions(agency)
    term = ledger.term(task, milestone, as_of, released, agency)
    timing: Timing | None = None
    if now.progress is Status.DONE:
        timing = of_done(term, now.done_on, now.proven)
    elif now.progress not in (Status.PAUSED, Status.CANCELLED):
        timing = of_open(term, as_of, ledger.plan.settings.due_soon_days or 0, milestone.checkpoint)
    late = days_late(timing, term, as_of, now.done_on)
    return State(milestone, now.progress, timing, bucket(now.progress, timing), term, late,
                 now.done_on, now.evidence, met, parts, now.vouched)  # fmt: skip


def _leading(states: Sequence[State], progress: Status) -> State:
    """The most urgent of the parts that are not done; the most urgent of all parts if the whole is done."""
    still = [state for state in states if progress is Status.DONE or state.progress is not Status.DONE]
    return min(still or states, key=urgency)


def led_by(registry: Registry, state: TaskState, lead: str, as_of: Day) -> tuple[str, ...]:
    """Who answers for what an agency or group leads of a task: itself, or for its open work those that took it over."""
    every = (each for own in state.milestones for each in part_of(registry, own, lead, as_of))
    found = dict.fromkeys(every)
    return tuple(each for each in found if each != lead) or (lead,)


def part_of(registry: Registry, state: State, lead: str, as_of: Day) -> tuple[str, ...]:
    """The same for one milestone."""
    return seats.in_charge(registry, lead, dict(state.parts).get(lead, state).bucket, as_of)


def _conditions(ledger: Ledger, milestone: Milestone, as_of: Day) -> Conditions:
    """The conditions of `after`, each computed once for all agencies that must close the milestone."""
    conditions = [_condition(ledger, each, as_of) for each in milestone.schedule.after]

    def met(agency: str | None) -> tuple[bool | None, Day | None]:
        days = [day for condition in conditions if (day := condition(agency)) is not None]
        if not conditions:
            return None, None
        return (True, max(days)) if len(days) == len(conditions) else (False, None)

    return met


def _condition(ledger: Ledger, condition: str, as_of: Day) -> Callable[[str | None], Day | None]:
    """A function that gives the day on which an event, task or milestone was met for all (None) or for one agency."""
    named = ledger.plan.task(condition)
    if named is None:
        happened = ledger.happened(condition, as_of)
        return lambda _: happened
    task = named.on(as_of)
    if task is None:
        return lambda _: None
    own = condition.upper()
    wanted = [each for each in task.milestones if (each.id.upper() == own if "/" in own else not each.checkpoint)]
    found = [_done_days(ledger, task, each, as_of) for each in wanted]

    def done(agency: str | None) -> Day | None:
        days = [day for each in found for day in _own_days(ledger.registry, agency, *each)]
        latest = max((day for day in days if day is not None), default=_NEVER)
        return None if None in days or latest == _NEVER else latest

    return done


def _own_days(
    registry: Registry, agency: str | None, whole: Day | None, parts: dict[str, Day | None]
) -> list[Day | None]:
    """The days of an agency's own part, else of those before or after it, else of the whole."""
    if agency is None:
        return [whole]
    if agency in parts:
        return [parts[agency]]
    return [parts[seat] for seat in seats.of(registry, parts, agency)] or [whole]


def _done_days(
    ledger: Ledger, task: Task, milestone: Milestone, as_of: Day
) -> tuple[Day | None, dict[str, Day | None]]:
    """The days on which a milestone and each part of it were done; None while it is open, `_NEVER` if cancelled."""
    whole, parts = standings(ledger, task, milestone, as_of)
    reports = ledger.reports(milestone, as_of)

    def day(standing: Standing) -> Day | None:
        if standing.progress is Status.DONE:
            return standing.done_on or reports[-1].day
        return _NEVER if standing.progress is Status.CANCELLED else None

    return day(whole), {agency: day(each) for agency, each in parts.items()}
