"""What falls due → lines of the page's lists: overdue, due soon, and the days ahead."""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.documents.page.circles import ROLES, Circles, Sight
from cchc_cli.documents.reports.rows import short_title
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.due import Answer, Due
from cchc_cli.queries.views import TaskView
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, presses
from cchc_cli.vietnamese.paper import month

_AHEAD = (Bucket.DUE_SOON, Bucket.LATER)
_LONGEST = 120


class Line(Struct, frozen=True):
    """A milestone or turn. `own`: only agencies for which the day or state is another than for all see it.

    `task` is the place of its task on the page, `who` the marks of those it concerns, `plan` the title of its plan
    unless that is the chief one.
    """

    id: str
    task: str
    title: str
    lead: str
    plan: str
    due: str
    day: Day | None
    state: str
    bucket: str
    who: str
    own: bool


class Month(Struct, frozen=True):
    """What falls due in a month."""

    title: str
    lines: tuple[Line, ...]


class Lists(Struct, frozen=True):
    """The three lists; of chosen agencies what they lead, and in `others` what else of it they take part in."""

    overdue: tuple[Line, ...]
    soon: tuple[Line, ...]
    others: tuple[Line, ...]
    months: tuple[Month, ...]


def lists(answer: Answer, scene: Scene, circles: Circles) -> Lists:
    """The lists, from `due --all`."""
    overdue: list[Line] = []
    soon: list[Line] = []
    others: list[Line] = []
    ahead: list[Line] = []
    for item in answer.items:
        for state, own, who in _seen(item, scene, circles):
            if presses(state.bucket, state.term, scene.as_of, answer.within):
                late = state.bucket is Bucket.OVERDUE
                into = others if item.seen.part == "other" else overdue if late else soon
                into.append(_line(item, state, scene, own, who))
            if state.bucket in _AHEAD and state.term.due and state.term.due >= scene.as_of:
                ahead.append(_line(item, state, scene, own, who, _LONGEST))
    first, then, beside = (tuple(sorted(each, key=_place)) for each in (overdue, soon, others))
    return Lists(first, then, beside, tuple(_months(ahead)))


def anchor(view: TaskView) -> str:
    """The place of a task on the page, by which links name it."""
    return f"{view.plan.name}:{view.task.id}"


def _seen(item: Due, scene: Scene, circles: Circles) -> Iterator[tuple[State, bool, str]]:
    """The states of a piece, each with whether it is only some agencies' own, and the marks of those who see it."""
    whole, view = item.seen.state, item.view
    registry = scene.workspace.registry
    if scene.agencies:
        yield whole, False, _own_marks(item)
        return
    expanded = scene.ledgers[view.plan.name].expanded_on(whole.milestone, scene.as_of)
    sight = Sight(view.task, whole, registry, expanded, scene.as_of)
    for state in sight.seen():
        yield state, state is not whole, " ".join(sight.marks(circles, state))


def _own_marks(item: Due) -> str:
    return " ".join(dict.fromkeys(f"{ROLES[each.role]}{each.agency}" for each in item.seen.shares))


def _line(item: Due, state: State, scene: Scene, own: bool, who: str, longest: int = 0) -> Line:
    view, told = item.view, cells.title(item.view, state)
    words = cells.milestone_state(state, scene.as_of).text
    return Line(
        id=cells.identity(view, state, False),
        task=anchor(view),
        title=short_title(told, longest) if longest else told,
        lead=cells.leads(view.task.assigned(item.seen.state.milestone), scene.workspace.registry, scene.as_of),
        plan="" if view.plan is scene.plan else view.plan.file.title,
        due=cells.day(state.term.due),
        day=state.term.due,
        state=f"chủ trì {words}" if item.seen.part == "other" else words,
        bucket=state.bucket.value,
        who=who,
        own=own,
    )


def _place(line: Line) -> Day:
    return line.day or Day.max


def _months(lines: Iterable[Line]) -> Iterator[Month]:
    found: dict[tuple[int, int], list[Line]] = {}
    for line in sorted(lines, key=_place):
        if line.day:
            found.setdefault((line.day.year, line.day.month), []).append(line)
    for own in found.values():
        assert own[0].day is not None
        title = f"{month(own[0].day)} năm {own[0].day.year}"
        yield Month(title[:1].upper() + title[1:], tuple(own))
