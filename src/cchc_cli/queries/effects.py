"""What one more record changes on a day: every milestone whose state differs from before."""

from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.state.states import State


class Shift(Struct, frozen=True):
    """A milestone before and after."""

    view: TaskView
    before: State
    after: State


def effects(workspace: Workspace, plan: Plan, records: Records, as_of: Day) -> tuple[Shift, ...]:
    """Milestones of the plan whose state on the day differs once its records are `records`, in plan order."""
    changed = structs.replace(plan, records=records)
    pairs = zip(_views(workspace, plan, as_of), _views(workspace, changed, as_of), strict=True)
    return tuple(
        Shift(now, before, after)
        for then, now in pairs
        for before, after in zip(_states(then), _states(now), strict=True)
        if _differ(before, after)
    )


def _states(view: TaskView) -> list[State]:
    """The turns of work that comes again before the whole."""
    return [state for seen in view.milestones for state in (*seen.state.turns, seen.state)]


def _differ(before: State, after: State) -> bool:
    """Whether two states differ; a plan's rate, which every entry moves, counts only once it is whole."""
    return before != after and (after.rate is None or before.bucket is not after.bucket)


def _views(workspace: Workspace, plan: Plan, as_of: Day) -> list[TaskView]:
    return list(views(structs.replace(workspace, plans=(plan,)), Asked(as_of)))
