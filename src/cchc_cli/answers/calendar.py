"""Milestones with a day, and the cut-offs of reports → the events of a calendar.

An event keeps its id for as long as its milestone does, and its number of moves grows with every record that can move
the day: a calendar that takes the file in again moves the event and makes no second one.
"""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import Period, period, title
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.names import slug

_REPORTED = ("Q1", "Q2", "H1", "Q3", "9M", "Q4", "")
"""The periods whose cut-offs stand in a calendar."""


class Event(Struct, frozen=True):
    """A whole day. `moves`: how many records may have moved it; a cancelled one is taken out of calendars."""

    uid: str
    day: Day
    summary: str
    description: str = ""
    moves: int = 0
    warned: bool = True
    cancelled: bool = False


class Calendar(Struct, frozen=True):
    """Events by day, and the day as of which they hold."""

    name: str
    as_of: Day
    events: tuple[Event, ...]


def of_due(answer: Answer, workspace: Workspace) -> Calendar:
    """The milestones listed as due that have a day."""
    return _calendar(((item.view, item.seen.state) for item in answer.items), workspace, answer.asked)


def of_tasks(views: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Calendar:
    """Every milestone of the tasks, or turn of one, that has a day."""
    return _calendar(((view, seen.state) for view in views for seen in view.pieces), workspace, asked)


def _calendar(found: Iterable[tuple[TaskView, State]], workspace: Workspace, asked: Asked) -> Calendar:
    ledgers = {plan.name: Ledger.of(plan, workspace) for plan in workspace.plans}
    dated = ((view, state, state.term.due) for view, state in found)
    events = [_event(view, state, due, ledgers[view.plan.name], workspace, asked) for view, state, due in dated if due]
    names = [workspace.registry.name(agency) for agency in asked.agencies]
    name = " – ".join(("Kế hoạch cải cách hành chính", *names))
    every = sorted((*events, *_cut_offs(workspace, asked.as_of)), key=lambda event: event.day)
    return Calendar(name, asked.as_of, tuple(every))


def _event(view: TaskView, state: State, due: Day, ledger: Ledger, workspace: Workspace, asked: Asked) -> Event:
    amended = sum(day <= asked.as_of for day, _ in view.task.before)
    is_open = state.bucket not in (Bucket.DONE, Bucket.CANCELLED)
    told = "" if is_open else f"[{cells.milestone_words(state, asked.as_of)}] "
    products = "; ".join(state.milestone.products or view.task.products)
    leads = cells.leads(view.task.assigned(state.milestone), workspace.registry, asked.as_of)
    lines = (("Chủ trì", leads), ("Sản phẩm", products), ("Tiến độ", state.milestone.schedule.text))
    return Event(
        uid=_uid(view.plan.name, state.milestone.id, workspace),
        day=due,
        summary=f"{told}{cells.identity(view, state, len(workspace.plans) > 1)} {cells.title(view, state)}",
        description="\n".join(f"{head}: {text}" for head, text in lines if text),
        moves=ledger.moves(state.milestone, asked.as_of) + amended + (state.bucket is Bucket.CANCELLED),
        warned=is_open,
        cancelled=state.bucket is Bucket.CANCELLED,
    )


def _cut_offs(workspace: Workspace, as_of: Day) -> Iterator[Event]:
    """The days, from the day on, on which the figures of a period of an open plan are closed; each once."""
    ends = workspace.own_settings.ends
    years = sorted({year for plan in workspace.plans for year in plan.term.years})
    periods = [found for year in years for part in _REPORTED if (found := period(f"{year}-{part}".rstrip("-"), ends))]
    by_day: dict[Day, list[Period]] = {}
    for each in periods:
        by_day.setdefault(each.end, []).append(each)
    for day, closed in by_day.items():
        if day >= as_of:
            told = ", ".join(title(each) for each in closed)
            yield Event(_uid("ky", closed[0].id, workspace), day, f"Chốt số liệu báo cáo {told}")


def _uid(of: str, identity: str, workspace: Workspace) -> str:
    place = slug(workspace.settings.province or workspace.settings.place or "") or "cchc"
    return f"{of}.{identity.replace('@', '_')}@{place}".replace("/", "-")
