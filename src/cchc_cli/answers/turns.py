"""The turns of work that comes again → lines for `show`: which were done, which are late, which is asked for now."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.answers import cells, members
from cchc_cli.model import Status
from cchc_cli.plan.registry import Registry
from cchc_cli.state.states import State
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import PROGRESS

_CLOSED = (Status.DONE, Status.CANCELLED)


def lines(state: State, registry: Registry, as_of: Day, told: members.Told) -> Iterator[str]:
    """A line for each turn up to the next one; how many come after it."""
    if not state.turns:
        return
    yield f"các lần: {len(state.turns)}"
    begun = [turn for turn in state.turns if _is_told(turn, as_of)] or state.turns[:1]
    most = members.SOME if told == "some" else None
    for turn in begun:
        yield f"  {line(turn, registry, as_of, most)}"
    later = len(state.turns) - len(begun)
    if later:
        yield f"  và {later} lần sau đó"


def line(turn: State, registry: Registry, as_of: Day, most: int | None = members.SOME) -> str:
    """One turn: its id, its day or period, how it stands. `most`: how many agencies are named."""
    return f"{turn.milestone.id}  {_term(turn)}: {_words(turn, registry, as_of, most)}"


def _is_told(turn: State, as_of: Day) -> bool:
    return turn.milestone.turn is None or turn.milestone.turn.start <= as_of or turn.progress is not Status.NOT_STARTED


def _term(turn: State) -> str:
    if turn.term.due is not None:
        moved = turn.term.original_due not in (None, turn.term.due)
        first = f", hạn ban đầu {short_date(turn.term.original_due)}" if moved and turn.term.original_due else ""
        return f"hạn {short_date(turn.term.due)}{first}"
    own = turn.milestone.turn
    assert own is not None
    return f"từ {short_date(own.start)} đến {short_date(own.end)}"


def _words(turn: State, registry: Registry, as_of: Day, most: int | None) -> str:
    """How it stands; of collective work also who has not done it."""
    told = cells.milestone_state(turn, as_of).text if turn.term.due else PROGRESS[turn.progress]
    parts = f" ({turn.done_parts}/{len(turn.parts)})" if turn.parts and not turn.term.due else ""
    on = f", ngày {short_date(turn.done_on)}" if turn.done_on else ""
    still = [agency for agency, part in turn.parts if part.progress not in _CLOSED]
    if not turn.parts or not still or turn.bucket is turn.bucket.CANCELLED:
        return f"{told}{parts}{on}"
    return f"{told}{parts}{on}; còn {members.named(still, registry, as_of, most)}"
