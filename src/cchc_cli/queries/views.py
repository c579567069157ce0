"""A task on a day as it is asked for: for everybody, or as chosen agencies see it (docs/promises.md#commands)."""

from collections.abc import Callable, Iterator
from datetime import date as Day
from typing import Literal

from msgspec import Struct, structs

from cchc_cli.model import Deadline, Role
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone, Task, leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.shares import Share, assignments, held, in_order
from cchc_cli.schedule import Period
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import together_state
from cchc_cli.state.states import State, TaskState, urgency
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Bucket, Timing

Part = Literal["lead", "other"]
_UNTIMED = (Bucket.SUBMITTED, Bucket.PAUSED, Bucket.CANCELLED)
"""Buckets whose tasks are printed without their timing."""


class Seen(Struct, frozen=True):
    """A milestone as asked for, whether a chosen agency leads it ("lead") or takes part ("other"), and its roles."""

    state: State
    part: Part
    shares: tuple[Share, ...] = ()


class Owed(Struct, frozen=True):
    """The agencies that are to report on a task, or on one `turn` of it, and those of them that have not."""

    turn: Milestone | None
    wanted: tuple[str, ...]
    missing: tuple[str, ...]

    def of(self, agencies: tuple[str, ...]) -> "Owed":
        """What some of them owe."""
        wanted, missing = (tuple(each for each in found if each in agencies) for found in (self.wanted, self.missing))
        return Owed(self.turn, wanted, missing)

    def with_(self, other: "Owed") -> "Owed":
        """Both together."""
        pairs = ((self.wanted, other.wanted), (self.missing, other.missing))
        wanted, missing = (dict.fromkeys((*own, *others)) for own, others in pairs)
        return Owed(self.turn, tuple(wanted), tuple(missing))


class TaskView(Struct, frozen=True):
    """A task on a day; with chosen agencies, the milestones in which they have a role, their own part where they lead.

    `stale` and `owed` are filled in by `queries.missing_entries`.
    """

    plan: Plan
    state: TaskState
    milestones: tuple[Seen, ...]
    shares: tuple[Share, ...] = ()
    stale: bool = False
    owed: tuple[Owed, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        """The agencies that are to report on it."""
        return tuple(dict.fromkeys(agency for each in self.owed for agency in each.wanted))

    @property
    def missing(self) -> tuple[str, ...]:
        """The agencies that have not."""
        return tuple(dict.fromkeys(agency for each in self.owed for agency in each.missing))

    @property
    def pieces(self) -> tuple[Seen, ...]:
        """What falls due: its milestones, and in place of one that comes again on printed days its turns."""
        return tuple(Seen(each, seen.part, seen.shares) for seen in self.milestones for each in seen.state.pieces)

    def at(self, turn: str) -> "TaskView":
        """The same with one turn in place of its milestones."""
        found = tuple(each for own in self.state.milestones for each in own.turns if each.milestone.id == turn)
        return structs.replace(self, state=structs.replace(self.state, milestones=found))

    @property
    def task(self) -> Task:
        """The task itself."""
        return self.state.task

    @property
    def part(self) -> Part:
        """ "lead" if any role is lead."""
        return "lead" if leads(self.shares) else "other"


class Asked(Struct, frozen=True):
    """What is asked for: the day, chosen agencies, filters, the period of reporting if one is named."""

    as_of: Day
    agencies: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    states: tuple[str, ...] = ()
    """Buckets, progress and timings, or "requested" for tasks with an extension that awaits an answer."""
    search: str | None = None
    period: Period | None = None


class Sight(Struct, frozen=True):
    """A task as asked for, with the plan's records and the state of the task without chosen agencies."""

    ledger: Ledger
    whole: TaskState
    view: TaskView


def views(workspace: Workspace, asked: Asked) -> Iterator[TaskView]:
    """Tasks that pass the filters, plan by plan in plan order."""
    return (sight.view for sight in sights(workspace, asked))


def sights(workspace: Workspace, asked: Asked) -> Iterator[Sight]:
    """Tasks that pass the filters, plan by plan in plan order, with the records they were computed from."""
    return (sight for sight in candidates(workspace, asked) if passes(sight, asked))


def candidates(workspace: Workspace, asked: Asked) -> Iterator[Sight]:
    """Tasks that pass the filters on this day or may pass them on another one."""
    wanted = _wanted(workspace.registry, asked)
    for plan in workspace.plans:
        ledger = Ledger.of(plan, workspace)
        for state in task_states(ledger, asked.as_of, wanted):
            view = seen_by(ledger, state, asked)
            if view is not None:
                yield Sight(ledger, state, view)


def _wanted(registry: Registry, asked: Asked) -> Callable[[Task], bool] | None:
    """Whether a task can pass the filters, told without its state; None if every task can."""
    if not asked.agencies and not asked.sections:
        return None
    concerned: dict[str, bool] = {}

    def concerns(agency: str) -> bool:
        if agency not in concerned:
            concerned[agency] = not {agency, *registry.ever(agency)}.isdisjoint(asked.agencies)
        return concerned[agency]

    def wanted(task: Task) -> bool:
        if asked.sections and task.section not in asked.sections:
            return False
        return not asked.agencies or any(concerns(each.agency) for each in assignments(task))

    return wanted


def everybody(plan: Plan, state: TaskState) -> TaskView:
    """A task without chosen agencies."""
    return TaskView(plan, state, tuple(Seen(each, "lead") for each in state.milestones))


def seen_by(ledger: Ledger, state: TaskState, asked: Asked) -> TaskView | None:
    """A task as the chosen agencies see it; None if they have no role in it."""
    if not asked.agencies:
        return everybody(ledger.plan, state)
    every = (_seen(ledger, state.task, each, asked) for each in state.milestones)
    seen = tuple(each for each in every if _takes_part(each, asked.roles))
    if not seen:
        return None
    counted = [each for each in seen if each.part == "lead"] or seen
    whole = together_state(state.task, tuple(each.state for each in counted))
    return TaskView(ledger.plan, whole, seen, in_order(share for each in seen for share in each.shares))


def _seen(ledger: Ledger, task: Task, state: State, asked: Asked) -> Seen:
    """The own part of an agency that leads, timed by its own entries (of several the most urgent); else the lead's."""
    expanded = ledger.expanded_on(state.milestone, asked.as_of)
    given = task.assigned(state.milestone)
    found = held(given, asked.agencies, ledger.registry, state, expanded, asked.as_of)
    shares = in_order(each.share for each in found)
    leading = [each.seat for each in found if each.share.role is Role.LEAD]
    if not leading:
        return Seen(state, "other", shares)
    parts = dict(state.parts)
    return Seen(min((parts.get(seat, state) for seat in leading), key=urgency), "lead", shares)


def _takes_part(seen: Seen, roles: tuple[Role, ...]) -> bool:
    return any(not roles or share.role in roles for share in seen.shares)


def asked_for(view: TaskView, asked: Asked, ledger: Ledger) -> tuple[Deadline, ...]:
    """Extensions of an open task that await an answer, of the chosen agencies or of all, for what the view holds."""
    if view.state.bucket in (Bucket.DONE, Bucket.CANCELLED):
        return ()
    held = {view.task.id.upper(), *(seen.state.milestone.id.upper() for seen in view.milestones)}
    found = [each for each in ledger.requests(view.task, asked.as_of) if each.task.upper() in held]
    kept = {each for agency in asked.agencies for each in ledger.registry.succession.kept(agency, asked.as_of)}
    return tuple(each for each in found if not asked.agencies or each.agency is None or each.agency in kept)


def passes(sight: Sight, asked: Asked) -> bool:
    """Whether a task passes the filters."""
    view = sight.view
    if asked.states and _held(view.state).isdisjoint(asked.states):
        return "requested" in asked.states and bool(asked_for(view, asked, sight.ledger)) and _matches(view, asked)
    return _matches(view, asked)


def _held(state: TaskState) -> set[str]:
    """What a task's state is called: its bucket; its progress and the timing that is printed, unless named as buckets.

    Work done early is on time too, because outputs print one word for both.
    """
    timing = state.timing if state.bucket not in _UNTIMED else None
    named = {state.progress, timing, Timing.ON_TIME if timing is Timing.EARLY else timing}.difference(Bucket)
    return {state.bucket.value, *(each.value for each in named if each is not None)}


def _matches(view: TaskView, asked: Asked) -> bool:
    if asked.roles and not asked.agencies and all(each.role not in asked.roles for each in assignments(view.task)):
        return False
    if asked.search is None:
        return True
    from cchc_cli.vietnamese.names import fold

    return fold(asked.search) in fold(" ".join((view.task.id, view.task.title, *view.task.products)))
