"""One occurrence of work that comes again, and the occurrence that a day belongs to."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from msgspec import Struct


class Turn(Struct, frozen=True, array_like=True):
    """One occurrence. `id`: 2026-03, 2026-Q1, 2026-H1, 2026, 2026-W07, or its day, 2026-03-14, where only days tell.

    `start`: the day from which it is asked for; `end`: the last day of its period; `due`: the printed day, if any.
    """

    id: str
    start: date
    end: date
    due: date | None = None

    @property
    def last(self) -> date:
        """The day on which it falls due, else on which its period ends."""
        return self.due or self.end


def of_day(turns: Sequence[Turn], day: date) -> Turn:
    """The turn that a day falls in: the first that ends on the day or later; after the last one, the last."""
    return turns[min(bisect_left(turns, day, key=lambda turn: turn.last), len(turns) - 1)]


def named(turns: Sequence[Turn], identity: str) -> Turn | None:
    """The turn with an id, in capitals or not."""
    return next((turn for turn in turns if turn.id == identity.upper()), None)
