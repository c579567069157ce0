"""Who has not reported: open tasks whose term has begun and that have no entry in the period (docs/promises.md#stale).

It goes by the day on which entries were written (`recorded`), unlike states, which go by `date`.
"""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import Deadline, Kind, Settings, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, Sight, TaskView, asked_for, sights
from cchc_cli.schedule import Period, quarter
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import State, TaskState
from cchc_cli.state.seats import closing
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
    return (_told(sight, asked) for sight in sights(workspace, asked))


def requests(workspace: Workspace, asked: Asked) -> Iterator[tuple[TaskView, Deadline]]:
    """Extensions that await an answer, in plan order, with their tasks."""
    for sight in sights(workspace, asked):
        for request in asked_for(sight.view, asked, sight.ledger):
            yield sight.view, request


def turn(plan: Plan, milestone: Milestone, on: Day) -> Window | None:
    """The turn of recurring work that runs on a day; None for other work, and after the last turn of the year."""
    schedule = milestone.schedule
    if schedule.kind is not Kind.RECURRING or schedule.every is None:
        return None
    from cchc_cli.schedule.recurrence import occurrence

    found = occurrence(schedule.again, plan.term.start, plan.term.end, on, plan.settings.ends)
    return Window(*found) if found else None


def _told(sight: Sight, asked: Asked) -> TaskView:
    ledger, whole, view = sight
    if whole.bucket not in OPEN or whole.task.row.computed:
        return view
    stale, wanted, missing = _owing(ledger, whole, asked)
    if asked.agencies:
        wanted, missing = ([each for each in found if each in asked.agencies] for found in (wanted, missing))
        stale = bool(missing) if view.part == "lead" else stale
    return structs.replace(view, stale=stale, wanted=tuple(wanted), missing=tuple(missing))


def _owing(ledger: Ledger, whole: TaskState, asked: Asked) -> tuple[bool, Iterable[str], Iterable[str]]:
    """Whether an entry is due and nobody wrote one; the agencies that must report; those that have not."""
    stale, wanted, missing = False, dict[str, None](), dict[str, None]()
    for state in whole.milestones:
        window = _window(ledger, state, asked) if _wants(state, asked.as_of) else None
        if window is not None:
            wrote = _wrote(ledger, whole.task, window)
            holders = _holders(ledger, whole.task, state.milestone, asked.as_of)
            told = ledger.plan.file.monitor in wrote
            everyone = {each for seat, agencies in holders.items() for each in (seat, *agencies)}
            stale |= not told and wrote.isdisjoint(everyone) if holders else not wrote
            parts = state.parts or [(seat, state) for seat in holders]
            owed = [(seat, agency) for seat, part in parts if _wants(part, asked.as_of) for agency in holders[seat]]
            wanted |= dict.fromkeys(agency for _, agency in owed)
            if not told or len(holders) > 1:
                missing |= dict.fromkeys(agency for seat, agency in owed if wrote.isdisjoint((seat, agency)))
    return stale, wanted, missing


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


def _window(ledger: Ledger, state: State, asked: Asked) -> Window | None:
    """The period up to the day; for recurring work its own turn that runs on the last of these days, if any."""
    period = reporting_period(asked, ledger.plan.settings)
    window = Window(period.start, min(period.end, asked.as_of))
    if state.milestone.schedule.kind is not Kind.RECURRING or state.milestone.schedule.every is None:
        return window
    running = turn(ledger.plan, state.milestone, window.end)
    return Window(running.start, window.end) if running else None


def _wrote(ledger: Ledger, task: Task, window: Window) -> frozenset[str]:
    """Agencies with an entry in a window, also one by the monitor for them; confirmations and returns do not count."""
    monitor = ledger.plan.file.monitor
    return frozenset(
        report.entry.agency or monitor if report.by == monitor else report.by
        for report in ledger.task_reports(task, window.end)
        if window.start <= report.entry.recorded <= window.end and report.entry.action is None
    )
