"""Outside events of a plan: which have happened, and which milestones wait for each."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Document, Event
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, views
from cchc_cli.state.states import State


class EventState(Struct, frozen=True):
    """An event, the day on which it happened (None: not yet) with its evidence, and the milestones that wait for it."""

    plan: Plan
    event: Event
    happened: Day | None
    evidence: tuple[Document, ...]
    waiting: tuple[tuple[Task, State], ...]


def events(workspace: Workspace, as_of: Day) -> tuple[EventState, ...]:
    """Every event of every plan, in the order of plan.yaml."""
    seen = [
        (view.plan.name, view.task, each.state) for view in views(workspace, Asked(as_of)) for each in view.milestones
    ]
    return tuple(
        _state(plan, event, as_of, tuple((task, state) for name, task, state in seen
                                         if name == plan.name and event.id in state.milestone.schedule.after))
        for plan in workspace.plans
        for event in plan.file.events
    )  # fmt: skip


def _state(plan: Plan, event: Event, as_of: Day, waiting: tuple[tuple[Task, State], ...]) -> EventState:
    found = [each for each in plan.records.events if each.event == event.id and each.date <= as_of]
    last = sorted(found, key=lambda each: each.recorded)[-1] if found else None
    return EventState(plan, event, last.date if last else None, last.evidence if last else (), waiting)
