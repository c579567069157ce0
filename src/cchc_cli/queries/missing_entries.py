"""Who has not reported: open tasks whose term has begun and that have no entry in the period (docs/promises.md#stale).

It goes by the day on which entries were written (`recorded`), unlike states, which go by `date`.
"""

from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import Deadline, Settings, Status
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, Owed, Sight, TaskView, asked_for, sights
from cchc_cli.schedule import Period, quarter
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.seats import closing
from cchc_cli.state.states import State, TaskState
from cchc_cli.state.timing import Bucket

OPEN = (Bucket.OVERDUE, Bucket.DUE_SOON, Bucket.LATER, Bucket.ONGOING, Bucket.WAITING, Bucket.UNSCHEDULED)


class Window(NamedTuple):
    """First and last day of the time in which an entry is due."""

    start: Day
    end: Day


def reporting_period(asked: Asked, settings: Settings) -> Period:
    """The period asked for, else the quarter that runs on the day."""
    return asked.period or quarter(asked.as_of, settings.ends)


def reported(workspace: Workspace, asked: Asked) -> Iterator[TaskView]:
    """Tasks that pass the filters, in plan order, with the agencies that have not reported.

    Without chosen agencies, a task is `stale` when neither an agency that closes it nor the monitor has an entry on it;
    with chosen agencies that lead it, when one of them has none.
    """
    return (told(sight, asked) for sight in sights(workspace, asked))


def requests(workspace: Workspace, asked: Asked) -> Iterator[tuple[TaskView, Deadline]]:
    """Extensions that await an answer, in plan order, with their tasks."""
    for sight in sights(workspace, asked):
        for request in asked_for(sight.view, asked, sight.ledger):
            yield sight.view, request


def told(sight: Sight, asked: Asked) -> TaskView:
    """The task with the agencies that have not reported."""
    ledger, whole, view = sight.ledger, sight.whole, sight.view
    if whole.bucket not in OPEN or whole.task.row.computed:
        return view
    stale, owed = _owing(ledger, whole, asked)
    if asked.agencies:
        owed = [each.of(asked.agencies) for each in owed]
        stale = any(each.missing for each in owed) if view.part == "lead" else stale
    return structs.replace(view, stale=stale, owed=tuple(each for each in owed if each.wanted))


def _owing(ledger: Ledger, whole: TaskState, asked: Asked) -> tuple[bool, list[Owed]]:
    """Whether an entry is due and nobody wrote one; what is to be reported, with who has not."""
    period = reporting_period(asked, ledger.plan.settings)
    window = Window(period.start, min(period.end, asked.as_of))
    stale, owed = False, dict[str | None, Owed]()
    for milestone in whole.milestones:
        for state in _asked_for(milestone, window):
            if _wants(state, asked.as_of):
                alone, found = _owed(ledger, whole.task, state, window, asked.as_of)
                stale |= alone
                own = state.milestone.id if state.milestone.turn is not None else None
                owed[own] = owed[own].with_(found) if own in owed else found
    return stale, list(owed.values())


def _asked_for(state: State, window: Window) -> tuple[State, ...]:
    """What wants an entry in a window: the milestone itself; of work that comes again the turns that run in it."""
    if not state.turns:
        return (state,)
    return tuple(
        each for each in state.turns
        if each.milestone.turn and each.milestone.turn.start <= window.end and each.milestone.turn.last >= window.start
    )  # fmt: skip


def _owed(ledger: Ledger, task: Task, state: State, window: Window, as_of: Day) -> tuple[bool, Owed]:
    """Whether nobody reported on it, the monitor included; and who is to report and has not."""
    wrote = _wrote(ledger, task, state.milestone, window)
    holders = _holders(ledger, task, state.milestone, as_of)
    told = ledger.plan.file.monitor in wrote
    everyone = {each for seat, agencies in holders.items() for each in (seat, *agencies)}
    alone = not told and wrote.isdisjoint(everyone) if holders else not wrote
    parts = state.parts or [(seat, state) for seat in holders]
    owed = [(seat, agency) for seat, part in parts if _wants(part, as_of) for agency in holders[seat]]
    lacking = [agency for seat, agency in owed if wrote.isdisjoint((seat, agency))]
    wanted, missing = (dict.fromkeys(agency for _, agency in owed), dict.fromkeys(lacking))
    turn = state.milestone if state.milestone.turn else None
    return alone, Owed(turn, tuple(wanted), () if told and len(holders) < 2 else tuple(missing))


def _holders(ledger: Ledger, task: Task, milestone: Milestone, as_of: Day) -> dict[str, tuple[str, ...]]:
    """Who has the work of each agency that must close the milestone: itself, or those that took it over."""
    succession = ledger.registry.succession
    return {seat: succession.holders(seat, as_of) for seat in closing(ledger, task, milestone, as_of)}


def _wants(state: State, as_of: Day) -> bool:
    """Whether a milestone is open and its term or work has begun; not so while it waits for a condition."""
    if state.bucket not in OPEN or state.milestone.checkpoint:
        return False
    begun = state.bucket is not Bucket.WAITING and (state.term.start is None or state.term.start <= as_of)
    return begun or state.progress is Status.IN_PROGRESS


def _wrote(ledger: Ledger, task: Task, milestone: Milestone, window: Window) -> frozenset[str]:
    """Agencies with an entry in a window, also one by the monitor for them; confirmations and returns do not count.

    On a turn entries count that are about it, whenever they were written up to the window's end.
    """
    monitor = ledger.plan.file.monitor
    if milestone.turn is None:
        found, first = ledger.task_reports(task, window.end), window.start
    else:
        found, first = ledger.reports(milestone, window.end), Day.min
    return frozenset(
        report.entry.agency or monitor if report.by == monitor else report.by
        for report in found
        if first <= report.entry.recorded <= window.end and report.entry.action is None
    )
