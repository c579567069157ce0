"""Days on which nothing is said of a plan that was not said before, so that an answer holds for all of them."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from datetime import timedelta

from msgspec import Struct

from cchc_cli.schedule import quarter
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import State
from cchc_cli.state.timing import turning_days

_ONE = timedelta(days=1)


class Span(Struct, frozen=True, array_like=True):
    """Days on end; both belong to it."""

    first: Day = Day.min
    last: Day = Day.max

    def __contains__(self, day: Day) -> bool:
        return self.first <= day <= self.last


def around(as_of: Day, beginnings: Iterable[Day]) -> Span:
    """The days around one, up to those on which something else begins."""
    days = set(beginnings)
    first = max((day for day in days if day <= as_of), default=Day.min)
    following = min((day for day in days if day > as_of), default=None)
    return Span(first, Day.max if following is None else following - _ONE)


def of_records(ledger: Ledger, as_of: Day) -> Iterator[Day]:
    """The days on which the progress or the term of any milestone may become another."""
    yield from ledger.days()
    if ledger.reported_goes_on():
        yield from of_periods(ledger, as_of)


def of_all(ledger: Ledger, states: Iterable[State], as_of: Day) -> Span:
    """The days around one on which nothing but the number of days that are left changes."""
    soon_days = ledger.plan.settings.due_soon_days or 0
    timed = (day for state in states for day in of_time(state, soon_days))
    return around(as_of, (*ledger.days(), *of_periods(ledger, as_of), *timed))


def of_periods(ledger: Ledger, as_of: Day) -> Iterator[Day]:
    """The days on which the reporting period of a day begins, and the one after it."""
    period = quarter(as_of, ledger.plan.settings.ends)
    yield from (period.start, period.end + _ONE)


def of_time(state: State, soon_days: int) -> Iterator[Day]:
    """The days on which the timing of a milestone, its parts or its turns may become another, without a record."""
    yield from turning_days(state.term, soon_days)
    for _, part in state.parts:
        yield from turning_days(part.term, soon_days)
    for turn in state.turns:
        if turn.milestone.turn is not None:
            yield from (turn.milestone.turn.start, turn.milestone.turn.last + _ONE)
        yield from of_time(turn, soon_days)
