"""The states of a plan's tasks on a day, with the task that states the plan's rate (docs/promises.md#rates)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Day

from msgspec import structs

from cchc_cli.model import Status
from cchc_cli.plan.tasks import Task
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import alone
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import State, TaskState
from cchc_cli.state.timing import Bucket, Timing


def task_states(ledger: Ledger, as_of: Day, wanted: Callable[[Task], bool] | None = None) -> Iterator[TaskState]:
    """The states of all tasks, or of the wanted ones, that the plan contains on the day, in plan order."""
    tasks = [then for task in ledger.plan.tasks if (then := task.on(as_of)) is not None]
    chosen = tasks if wanted is None else [task for task in tasks if wanted(task)]
    if any(task.row.computed for task in chosen):
        whole = _stated([alone(ledger, task, as_of) for task in tasks])
        yield from (each for each in whole if wanted is None or wanted(each.task))
    else:
        yield from (alone(ledger, task, as_of) for task in chosen)


def task_state(ledger: Ledger, task: Task, as_of: Day) -> TaskState:
    """The state of a task on a day."""
    if task.row.computed:
        return next(each for each in task_states(ledger, as_of) if each.task.id == task.id)
    return alone(ledger, task, as_of)


def carried_out(states: Iterable[TaskState]) -> Rate:
    """Done ÷ (tasks − cancelled − computed)."""
    counted = [each.bucket for each in states if not each.task.row.computed and each.bucket is not Bucket.CANCELLED]
    return Rate(counted.count(Bucket.DONE), len(counted))


def _stated(states: Sequence[TaskState]) -> list[TaskState]:
    """The states of a plan, in which the task that states its rate has it, and is done when that is 100 %."""
    counted = [each for each in states if not each.task.is_apart and not each.task.row.computed]
    rate = carried_out(counted)
    days = (own.done_on for each in counted for own in each.milestones if own.done_on is not None)
    last = max(days, default=None)

    def milestone(own: State) -> State:
        if not rate.is_whole:
            return structs.replace(own, rate=rate)
        return structs.replace(
            own,
            progress=Status.DONE,
            timing=Timing.UNDATED,
            bucket=Bucket.DONE,
            days_late=None,
            done_on=last,
            rate=rate,
        )

    def task(each: TaskState) -> TaskState:
        if not each.task.row.computed or each.bucket is Bucket.CANCELLED:
            return each
        own = tuple(map(milestone, each.milestones))
        if not rate.is_whole:
            return structs.replace(each, milestones=own)
        return structs.replace(each, progress=Status.DONE, timing=Timing.UNDATED, bucket=Bucket.DONE, milestones=own)

    return [task(each) for each in states]
