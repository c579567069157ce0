"""The urgent parts of work that each agency has to close, and how many tasks it leads."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple

from cchc_cli.documents.reports import figures, rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.views import TaskView
from cchc_cli.state.seats import closing, in_charge
from cchc_cli.state.states import State, urgency
from cchc_cli.state.timing import Bucket, presses

Owed = list[tuple[TaskView, State]]


class Pressing(NamedTuple):
    """Urgent parts of one agency, or of all agencies, in plan order."""

    overdue: Owed
    due_soon: Owed

    @property
    def words(self) -> str:
        """ "03 nhiệm vụ quá hạn, 02 nhiệm vụ sắp đến hạn"; an empty list is omitted."""
        late, soon = figures.amount(self.overdue), figures.amount(self.due_soon)
        told = ((self.overdue, f"{late} quá hạn"), (self.due_soon, f"{soon} sắp đến hạn"))
        return ", ".join(words for found, words in told if found)


def by_agency(scene: Scene) -> dict[str, Pressing]:
    """Agencies with parts overdue or due in `scene.within` days, in registry order; if chosen, only those chosen."""
    registry = scene.workspace.registry
    meant = {each for agency in scene.agencies for each in registry.meant(agency, scene.as_of)}
    chosen = {each for agency in meant for each in registry.succession.holders(agency, scene.as_of)}
    found: dict[str, Pressing] = {}
    for agency, view, state in _parts(scene):
        pressing = urgency_of(state, scene) if not chosen or agency in chosen else None
        if pressing is not None:
            own = found.setdefault(agency, Pressing([], []))
            (own.overdue if pressing == "overdue" else own.due_soon).append((view, state))
    return {agency: found[agency] for agency in registry.in_order(found)}


def _parts(scene: Scene) -> Iterator[tuple[str, TaskView, State]]:
    """Each agency with its own part of each open milestone, the most urgent where it has taken over others."""
    for view, state in rows.milestones(scene.tasks):
        if not state.milestone.checkpoint and state.bucket not in (Bucket.DONE, Bucket.CANCELLED):
            yield from ((agency, view, min(held, key=urgency)) for agency, held in _held(view, state, scene).items())


def _held(view: TaskView, state: State, scene: Scene) -> dict[str, list[State]]:
    """The agencies that close a milestone, each with its parts of it."""
    parts = dict(state.parts)
    own: dict[str, list[State]] = {}
    for seat in closing(scene.ledgers[view.plan.name], view.task, state.milestone, scene.as_of):
        part = parts.get(seat, state)
        for agency in in_charge(scene.workspace.registry, seat, part.bucket, scene.as_of):
            own.setdefault(agency, []).append(part)
    return own


def led(scene: Scene) -> dict[str, frozenset[str]]:
    """The tasks of the appendix that each agency leads, whatever their state."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for view, state in rows.milestones(scene.appendix_tasks):
        for agency in _held(view, state, scene):
            found[agency] |= {view.task.id}
    return found


def urgency_of(state: State, scene: Scene) -> Literal["overdue", "due_soon"] | None:
    """The list to which a part belongs, or None."""
    if state.bucket is Bucket.OVERDUE:
        return "overdue"
    return "due_soon" if presses(state.bucket, state.term, scene.as_of, scene.within) else None
