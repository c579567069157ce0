"""Which tasks go into the next plan: those that are not finished, and those that never are."""

from collections.abc import Mapping
from datetime import date as Day
from enum import Enum

from msgspec import structs

from cchc_cli.model import Kind, Status, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import task_states

_STANDING = (Kind.ONGOING, Kind.RECURRING)


class Why(Enum):
    """Why a task is carried over, or left out."""

    OPEN = "open"
    STANDING = "standing"
    COMPUTED = "computed"
    ABOVE = "above"
    """Finished itself, but a row below it is carried over."""
    DONE = "done"
    CANCELLED = "cancelled"
    DROPPED = "dropped"

    @property
    def carried(self) -> bool:
        """Whether the task goes into the next plan."""
        return self in (Why.OPEN, Why.STANDING, Why.COMPUTED, Why.ABOVE)


def choices(plan: Plan, ledger: Ledger, as_of: Day) -> dict[str, Why]:
    """The verdict on each task of the appendix as of a day, by id, in printed order."""
    states = {each.task.id: each for each in task_states(ledger, as_of)}
    found = {task.id: _why(task.row, states.get(task.id)) for task in plan.tasks if not task.is_apart}
    rows = (row for section in plan.sections for row in section.tasks)
    above = {row.id for top in rows for row in _holding(top, found)}
    return {each: Why.ABOVE if each in above and not why.carried else why for each, why in found.items()}


def finished(ledger: Ledger, chosen: Mapping[str, Why], renamed: Mapping[str, str], as_of: Day) -> tuple[str, ...]:
    """The finished milestones of tasks that are carried over, by the new ids of these."""
    return tuple(
        f"{renamed[each.task.id.upper()]}/{own.milestone.id.partition('/')[2]}"
        for each in task_states(ledger, as_of)
        if each.task.id in chosen and chosen[each.task.id].carried and len(each.milestones) > 1
        for own in each.milestones
        if own.progress is Status.DONE
    )


def given(ledger: Ledger, as_of: Day) -> tuple[str, ...]:
    """The tasks given from above that are not finished: they have a document of their own and stay where they are."""
    own = (each for each in task_states(ledger, as_of) if each.task.is_given)
    return tuple(
        f"{each.task.id}  {each.task.title}" for each in own if each.progress not in (Status.DONE, Status.CANCELLED)
    )


def carried(rows: tuple[TaskRow, ...], chosen: Mapping[str, Why]) -> tuple[TaskRow, ...]:
    """The rows that go into the next plan as they stand now, without former values and marks of amendments."""
    kept = []
    for row in rows:
        below = carried(row.tasks, chosen)
        why = chosen.get(row.id)
        if below or (why is not None and why.carried):
            milestones = tuple(structs.replace(each, added_by=None, former=()) for each in row.milestones)
            kept.append(
                structs.replace(row, tasks=below, milestones=milestones, former=(), added_by=None, dropped_by=None)
            )
    return tuple(kept)


def _why(row: TaskRow, state: TaskState | None) -> Why:
    if row.dropped_by is not None:
        return Why.DROPPED
    if row.computed:
        return Why.COMPUTED
    if state is None:  # an amendment adds it later
        return Why.OPEN
    if state.progress is Status.CANCELLED:
        return Why.CANCELLED
    if any(each.milestone.schedule.kind in _STANDING for each in state.milestones):
        return Why.STANDING
    return Why.DONE if state.progress is Status.DONE else Why.OPEN


def _holding(row: TaskRow, found: Mapping[str, Why]) -> list[TaskRow]:
    """The rows, from this one down, below which a task is carried over."""
    below = [each for child in row.tasks for each in _holding(child, found)]
    carried_below = below or [each for each in row.tasks if each.id in found and found[each.id].carried]
    return [row, *below] if carried_below else below
