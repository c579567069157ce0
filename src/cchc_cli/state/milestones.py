"""Records of a plan → the state of every milestone and task on a day, as a pure function (docs/promises.md#states)."""

from collections.abc import Iterator, Sequence
from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.model import Document, Status
from cchc_cli.plan.plans import Milestone, Task
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.parts import Standing, standings, together
from cchc_cli.state.timing import BUCKETS, URGENCY, Bucket, Term, Timing, bucket, days_late, of_done, of_open


class State(Struct, frozen=True):
    """How a milestone, or one agency's part of it, stands on a day.

    `parts` are the states of those who must each close it, by agency (empty where there is but one);
    `condition_met` is None where there is no condition that the program can follow.
    """

    milestone: Milestone
    progress: Status
    timing: Timing | None
    bucket: Bucket
    term: Term
    days_late: int | None = None
    done_on: Day | None = None
    evidence: tuple[Document, ...] = ()
    condition_met: bool | None = None
    parts: tuple[tuple[str, "State"], ...] = ()

    @property
    def done_parts(self) -> int:
        """How many parts are done."""
        return sum(state.progress is Status.DONE for _, state in self.parts)


class TaskState(Struct, frozen=True):
    """How a task stands on a day, with its milestones."""

    task: Task
    progress: Status
    timing: Timing | None
    bucket: Bucket
    milestones: tuple[State, ...]


def task_states(ledger: Ledger, as_of: Day) -> Iterator[TaskState]:
    """Every task that the plan holds on the day, in plan order."""
    for task in ledger.plan.tasks:
        then = task.on(as_of)
        if then is not None:
            yield task_state(ledger, then, as_of)


def task_state(ledger: Ledger, task: Task, as_of: Day) -> TaskState:
    """A task on a day."""
    return together_state(task, tuple(milestone_state(ledger, task, each, as_of) for each in task.milestones))


def together_state(task: Task, states: tuple[State, ...]) -> TaskState:
    """Milestones → task: timing and bucket are those of the most urgent open one, else of the worst done one."""
    counted = [state for state in states if not state.milestone.checkpoint] or list(states)
    progress = together(state.progress for state in counted)
    if progress is Status.SUBMITTED:
        progress = Status.IN_PROGRESS
    leading = _leading(counted, progress)
    return TaskState(task, progress, leading.timing, leading.bucket, states)


def milestone_state(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> State:
    """A milestone on a day, with the parts of those who must each close it."""
    whole, own = standings(ledger, task, milestone, as_of)
    if len(own) < 2:
        return _state(ledger, task, milestone, as_of, whole, next(iter(own), None))
    state = _state(ledger, task, milestone, as_of, whole, None, _parts(ledger, task, milestone, as_of, own))
    return _timed_by_parts(state) if ledger.differs_by_agency(milestone) else state


def _timed_by_parts(whole: State) -> State:
    """Where terms differ from member to member: the term of the most urgent part, so that nobody's is lost."""
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
    ledger: Ledger, task: Task, milestone: Milestone, as_of: Day, own: dict[str, Standing]
) -> tuple[tuple[str, State], ...]:
    """Each agency's state; those that stand alike share one, unless terms or conditions differ by agency."""
    if ledger.differs_by_agency(milestone):
        return tuple((agency, _state(ledger, task, milestone, as_of, each, agency)) for agency, each in own.items())
    alike = {each: _state(ledger, task, milestone, as_of, each, None) for each in set(own.values())}
    return tuple((agency, alike[each]) for agency, each in own.items())


def _state(
    ledger: Ledger,
    task: Task,
    milestone: Milestone,
    as_of: Day,
    now: Standing,
    agency: str | None,
    parts: tuple[tuple[str, State], ...] = (),
) -> State:
    met, released = _conditions(ledger, milestone, as_of, agency)
    term = ledger.term(task, milestone, as_of, released, agency)
    timing: Timing | None = None
    if now.progress is Status.DONE:
        timing = of_done(term, now.done_on, now.proven)
    elif now.progress not in (Status.PAUSED, Status.CANCELLED):
        timing = of_open(term, as_of, ledger.plan.settings.due_soon_days or 0)
        if milestone.checkpoint and timing is Timing.OVERDUE:
            timing = Timing.IN_TIME
    late = days_late(timing, term, as_of, now.done_on)
    return State(milestone, now.progress, timing, bucket(now.progress, timing), term, late,
                 now.done_on, now.evidence, met, parts)  # fmt: skip


def _leading(states: Sequence[State], progress: Status) -> State:
    """The most urgent of those that are not done; of all where the whole is done."""
    still = [state for state in states if progress is Status.DONE or state.progress is not Status.DONE]
    return min(still or states, key=urgency)


def urgency(state: State) -> tuple[int, int]:
    """The order of docs/promises.md#states: the most urgent open one first, then the worst done one."""
    return BUCKETS.index(state.bucket), URGENCY[state.timing] if state.timing else len(URGENCY)


def _conditions(ledger: Ledger, milestone: Milestone, as_of: Day, agency: str | None) -> tuple[bool | None, Day | None]:
    """Whether all conditions of `after` are met, and the day on which the last was; a member's own where it has one."""
    after = milestone.schedule.after
    if not after:
        return None, None
    met = [day for condition in after if (day := _met(ledger, condition, as_of, agency)) is not None]
    return (True, max(met)) if len(met) == len(after) else (False, None)


def _met(ledger: Ledger, condition: str, as_of: Day, agency: str | None) -> Day | None:
    """The day on which an event happened, or a task (or one milestone of it) was done."""
    named = ledger.plan.task(condition)
    if named is None:
        return ledger.happened(condition, as_of)
    task = named.on(as_of)
    if task is None:
        return None
    days: list[Day] = []
    for milestone in task.milestones:
        if milestone.id.upper() != condition.upper() if "/" in condition else milestone.checkpoint:
            continue
        whole, parts = standings(ledger, task, milestone, as_of)
        then = parts.get(agency, whole) if agency is not None else whole
        if then.progress is Status.DONE:
            days.append(then.done_on or ledger.reports(milestone, as_of)[-1].day)
        elif then.progress is not Status.CANCELLED:
            return None
    return max(days) if days else None
