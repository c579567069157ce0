"""What changed in a period: milestones newly done, newly overdue, newly extended since the last period's cut-off."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day
from datetime import timedelta

from msgspec import Struct, structs

from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.as_known import as_known
from cchc_cli.queries.views import Asked, Seen, TaskView, views
from cchc_cli.schedule import Period
from cchc_cli.state.decisions import decided
from cchc_cli.state.ledger import GOES_ON
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket

Key = tuple[str, str]


class Passage(Struct, frozen=True):
    """A milestone that changed, as it stands now."""

    view: TaskView
    state: State


class Extension(Struct, frozen=True):
    """A milestone whose deadline was moved, from which day to which; of one agency's part where one is named."""

    view: TaskView
    state: State
    agency: str | None
    before: Day | None
    due: Day | None


class Changes(Struct, frozen=True):
    """Milestones in plan order, without checkpoints and the duties of the body. `since`: the day compared with."""

    since: Day
    done: tuple[Passage, ...]
    overdue: tuple[Passage, ...]
    extended: tuple[Extension, ...]


def changes(workspace: Workspace, asked: Asked, period: Period) -> Changes:
    """How milestones stand on the day against the eve of the period.

    Where the figures of the period before were frozen, the eve is computed from what had been recorded by then: what
    was recorded later about an earlier day counts in this period, so that it is reported once. Elsewhere the eve is
    computed from all records.
    """
    since = period.start - timedelta(days=1)
    before = _milestones(_as_known(workspace, since), structs.replace(asked, as_of=since))
    now = _milestones(workspace, asked)
    granted = _granted(workspace, since, asked)

    def entered(bucket: Bucket) -> tuple[Passage, ...]:
        return tuple(
            change
            for key, change in now.items()
            if change.state.bucket is bucket and not (key in before and _is_as_before(before[key].state, change.state))
        )

    extended = tuple(each for key, own in now.items() for each in _extensions(own, before.get(key), granted, key))
    return Changes(since, entered(Bucket.DONE), entered(Bucket.OVERDUE), extended)


def _is_as_before(then: State, now: State) -> bool:
    """Whether the bucket is the same; work that goes on may be done in each period anew."""
    anew = now.milestone.schedule.kind in GOES_ON and now.milestone.turn is None and then.done_on != now.done_on
    return then.bucket is now.bucket and not anew


def _as_known(workspace: Workspace, day: Day) -> Workspace:
    """The plans whose figures of a day are frozen, with the records of the time when they were frozen."""
    return structs.replace(
        workspace,
        plans=tuple(as_known(plan, by) if (by := _frozen_on(plan, day)) else plan for plan in workspace.plans),
    )


def _frozen_on(plan: Plan, day: Day) -> Day | None:
    return next((each.recorded for each in plan.records.snapshots if each.as_of == day), None)


def _pieces(view: TaskView) -> Iterator[Seen]:
    """Its milestones, and in place of one that comes again its turns."""
    for seen in view.milestones:
        for state in seen.state.turns or (seen.state,):
            yield Seen(state, seen.part, seen.shares)


def _milestones(workspace: Workspace, asked: Asked) -> dict[Key, Passage]:
    """Milestones by plan and id; of chosen agencies those that they lead."""
    return {
        (view.plan.name, seen.state.milestone.id.upper()): Passage(view, seen.state)
        for view in views(workspace, asked)
        if not view.task.is_apart
        for seen in _pieces(view)
        if seen.part == "lead" and not seen.state.milestone.checkpoint
    }


def _granted(workspace: Workspace, since: Day, asked: Asked) -> dict[Key, dict[str | None, None]]:
    """Extensions granted after a day or recorded after it, by plan and the id of the milestone or whole task."""
    found: dict[Key, dict[str | None, None]] = defaultdict(dict)
    for plan in workspace.plans:
        frozen = _frozen_on(plan, since)
        for each in plan.records.deadlines:
            wanted = each.agency is None or not asked.agencies or each.agency in asked.agencies
            news = decided(each) > since or (frozen is not None and each.recorded > frozen)
            if each.action == "extend" and wanted and news and decided(each) <= asked.as_of:
                named = f"{each.task}@{each.turn}" if each.turn else each.task
                found[plan.name, named.upper()][each.agency] = None
    return found


def _extensions(
    now: Passage, before: Passage | None, granted: dict[Key, dict[str | None, None]], key: Key
) -> Iterator[Extension]:
    plan, identity = key
    task = (plan, identity.partition("/")[0].partition("@")[0]) if now.state.milestone.turn is None else key
    for agency in granted.get(task, {}) | granted.get(key, {}):
        term = _part(now.state, agency).term
        former = _part(before.state, agency).term.due if before else term.original_due
        yield Extension(now.view, now.state, agency, former, term.due)


def _part(state: State, agency: str | None) -> State:
    return dict(state.parts).get(agency, state) if agency is not None else state
