"""The turns of work that comes again → the whole (docs/promises.md#turns).

It is done when every turn of the plan's term is. Until then it is ongoing, or overdue by its oldest late turn.
"""

from collections import defaultdict
from datetime import date as Day

from cchc_cli.model import Kind, Status
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.standing import together
from cchc_cli.state.states import State, urgency
from cchc_cli.state.stops import of_seats
from cchc_cli.state.timing import Bucket, Term, Timing, bucket

_CLOSED = (Status.DONE, Status.CANCELLED)


def recurring(ledger: Ledger, task: Task, milestone: Milestone, turns: tuple[State, ...], as_of: Day) -> State:
    """The state of a milestone from those of its turns; of collective work each agency's part from its own turns."""
    own: dict[str, tuple[State, ...]] = defaultdict(tuple)
    for turn in turns:
        for agency, part in turn.parts:
            own[agency] += (part,)
    stops = _stops(ledger, task, milestone, as_of, own)
    parts = tuple((agency, _whole(milestone, each, stops.get(agency), as_of, ())) for agency, each in own.items())
    return _whole(milestone, turns, stops.get(None), as_of, parts)


def _stops(
    ledger: Ledger, task: Task, milestone: Milestone, as_of: Day, parts: dict[str, tuple[State, ...]]
) -> dict[str | None, Status]:
    if task.until is not None and task.until <= as_of:
        return dict.fromkeys((None, *parts), Status.CANCELLED)
    return of_seats(ledger.registry, ledger.stops(milestone, as_of), parts)


def _whole(
    milestone: Milestone,
    turns: tuple[State, ...],
    stopped: Status | None,
    as_of: Day,
    parts: tuple[tuple[str, State], ...],
) -> State:
    still = [turn for turn in turns if turn.progress not in _CLOSED]
    is_open = any(turn.progress is not Status.DONE for turn in turns)
    progress = stopped if stopped and is_open else together(turn.progress for turn in turns)
    late = [turn for turn in turns if turn.bucket is Bucket.OVERDUE]
    leading = min(late or still or turns, key=urgency if not late else _day)
    ongoing = progress in (Status.NOT_STARTED, Status.IN_PROGRESS) and not late
    timing = None if progress in (Status.PAUSED, Status.CANCELLED) else Timing.ONGOING if ongoing else leading.timing
    done = [turn.done_on for turn in turns if turn.done_on is not None]
    return State(
        milestone,
        progress,
        timing,
        bucket(progress, timing),
        Term(Kind.RECURRING, turns[0].term.start, None, None) if ongoing else leading.term,
        None if ongoing else leading.days_late,
        max(done) if done and progress is Status.DONE else None,
        tuple(document for turn in turns for document in turn.evidence),
        leading.condition_met,
        parts,
        progress is Status.DONE and any(turn.vouched for turn in turns),
        turns=turns,
        at=turns.index(leading) if late else _running(turns, as_of),
    )


def _day(turn: State) -> Day:
    return turn.term.due or Day.max


def _running(turns: tuple[State, ...], as_of: Day) -> int:
    """The place of the turn that runs on a day; after the last one, of the last."""
    still = (place for place, each in enumerate(turns) if each.milestone.turn and each.milestone.turn.last >= as_of)
    return next(still, len(turns) - 1)
