"""What `due` prints of each open milestone, without what the day adds: kept, it answers for other days too."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell
from cchc_cli.model import Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer, in_order
from cchc_cli.queries.views import Asked, Seen, TaskView, sights
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import part_of
from cchc_cli.state.rates import Rate
from cchc_cli.state.spans import Span, around, of_records, of_time
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Term, Timing, bucket, days_late, has_passed, of_open, presses
from cchc_cli.wording.states import state as state_words

_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)


class Line(Struct, frozen=True, array_like=True):
    """A milestone or turn: its id, title and leads; whether a chosen agency leads it, and whether it is counted apart.

    `done_of_it`: how many of its parts are done, in words; `rate`: the plan's, if it states that.
    """

    id: str
    title: str
    leads: tuple[str, ...]
    is_lead: bool
    is_apart: bool
    progress: Status
    term: Term
    checkpoint: bool
    done_of_it: str
    rate: tuple[int, int] | None = None


class Lines(Struct, frozen=True, array_like=True):
    """Of one plan: the milestones that time may move, and how many others there are in each bucket, on some days."""

    plan: str
    days: Span
    soon_days: int
    lines: tuple[Line, ...]
    counts: dict[Bucket, int]
    body_counts: dict[Bucket, int]


class Told(Struct, frozen=True, array_like=True):
    """A line on a day."""

    plan: str
    line: Line
    timing: Timing | None
    bucket: Bucket
    late: int | None


class Pressing(Struct, frozen=True, array_like=True):
    """The milestones that are listed, by day then plan order, and the counts of all (see `queries.due.Answer`)."""

    listed: tuple[Told, ...]
    counts: dict[Bucket, int]
    pressing: dict[Bucket, int]
    body_counts: dict[Bucket, int]
    passed: int

    @property
    def overdue(self) -> int:
        """How many milestones of the lead part are overdue, duties of the body included."""
        return self.counts[Bucket.OVERDUE] + self.body_counts[Bucket.OVERDUE]


def line(view: TaskView, seen: Seen, registry: Registry, as_of: Day) -> Line:
    """The line of a milestone."""
    state, task = seen.state, view.task
    named = leads(task.assigned(state.milestone))
    in_charge = dict.fromkeys(each for lead in named for each in part_of(registry, state, lead, as_of))
    return Line(
        cells.identity(view, state, several_plans=False),
        cells.title(view, state),
        tuple(in_charge),
        seen.part == "lead",
        task.is_apart,
        state.progress,
        state.term,
        state.milestone.checkpoint,
        cells.done_of_it(state),
        (state.rate.done, state.rate.of) if state.rate else None,
    )


def lines(workspace: Workspace, asked: Asked) -> Lines:
    """The lines of a workspace's only plan, and the days around the day asked for on which they hold."""
    (plan,) = workspace.plans
    ledger = Ledger.of(plan, workspace)
    soon_days = plan.settings.due_soon_days or 0
    counts, body_counts = Counter[Bucket](), Counter[Bucket]()
    found: list[Line] = []
    turning = set(of_records(ledger, asked.as_of))
    several = len(asked.agencies) > 1 or bool(asked.agencies and ledger.registry.succession.passes_on)
    for sight in sights(workspace, asked):
        view = sight.view
        uneven = sight.whole.milestones if several else (each.state for each in view.pieces if _is_uneven(each.state))
        turning.update(day for state in uneven for day in of_time(state, soon_days))
        for seen in view.pieces:
            if _moves(seen.state):
                found.append(line(view, seen, ledger.registry, asked.as_of))
            elif seen.part == "lead":
                (body_counts if view.task.is_apart else counts)[seen.state.bucket] += 1
    return Lines(plan.name, around(asked.as_of, turning), soon_days, tuple(found), counts, body_counts)


def _is_uneven(state: State) -> bool:
    """Whether its term alone does not tell how it stands on another day: one of its parts or turns leads it."""
    return any(part.term != state.term for _, part in state.parts) or any(turn.term.due for turn in state.turns)


def _moves(state: State) -> bool:
    """Whether days alone may bring it into another bucket, or make it late."""
    begins = state.term.start is not None and not state.turns
    return state.progress in _OPEN and (state.term.due is not None or begins)


def on(kept: Lines, as_of: Day) -> Iterator[Told]:
    """The lines on a day."""
    for each in kept.lines:
        timing = of_open(each.term, as_of, kept.soon_days, each.checkpoint)
        late = days_late(timing, each.term, as_of, None)
        yield Told(kept.plan, each, timing, bucket(each.progress, timing), late)


def pressing(every: Iterable[Lines], as_of: Day, within: int) -> Pressing:
    """What is overdue, or due within so many days, of all plans, in their order."""
    listed: list[Told] = []
    counts, urgent, body_counts = Counter[Bucket](), Counter[Bucket](), Counter[Bucket]()
    for kept in every:
        counts.update(kept.counts)
        body_counts.update(kept.body_counts)
        for told in on(kept, as_of):
            own = told.line
            is_listed = presses(told.bucket, own.term, as_of, within)
            if own.is_lead:
                (body_counts if own.is_apart else counts)[told.bucket] += 1
                urgent[told.bucket] += is_listed and not own.is_apart
            if is_listed:
                listed.append(told)
    passed = sum(
        each.line.is_lead and not each.line.is_apart and has_passed(each.bucket, each.line.term, as_of)
        for each in listed
    )
    return Pressing(
        tuple(sorted(listed, key=_place)), in_order(counts), in_order(urgent), in_order(body_counts), passed
    )


def merged(parts: Sequence[Pressing]) -> Pressing:
    """What presses in several parts of the plans, in their order."""
    listed = sorted((told for each in parts for told in each.listed), key=_place)
    counts, urgent, body_counts = Counter[Bucket](), Counter[Bucket](), Counter[Bucket]()
    for each in parts:
        counts.update(each.counts)
        urgent.update(each.pressing)
        body_counts.update(each.body_counts)
    passed = sum(each.passed for each in parts)
    return Pressing(tuple(listed), in_order(counts), in_order(urgent), in_order(body_counts), passed)


def of_answer(answer: Answer, registry: Registry) -> Pressing:
    """The same of an answer, of which all that it lists is told."""
    as_of = answer.asked.as_of
    listed = []
    for item in answer.items:
        state, own = item.seen.state, line(item.view, item.seen, registry, as_of)
        listed.append(Told(item.view.plan.name, own, state.timing, state.bucket, state.days_late))
    return Pressing(tuple(listed), answer.counts, answer.pressing, answer.body_counts, answer.passed)


def words(told: Told, as_of: Day) -> Cell:
    """The state as the table prints it."""
    line_, due = told.line, told.line.term.due
    left = (due - as_of).days if due else None
    rate = Rate(*line_.rate) if line_.rate else None
    said = state_words(line_.progress, told.timing, told.late, left)
    said = cells.in_its_kind(said, line_.progress, left, line_.checkpoint, rate) + line_.done_of_it
    return Cell(said, cells.tone(told.bucket))


def _place(told: Told) -> tuple[bool, int]:
    due = told.line.term.due
    return due is None, due.toordinal() if due else 0
