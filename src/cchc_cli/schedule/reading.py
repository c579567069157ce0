"""What a schedule cell says: its terms, each with its reading; or that it cannot be read."""

from datetime import date

from msgspec import Struct

from cchc_cli.model import Kind
from cchc_cli.schedule.interval import Interval


class Again(Struct, frozen=True):
    """How a term comes again. `on`: the printed days, as month of the interval and day of the month, 31 for its last;
    `before`: due the day before these; `since`, `until`: the stretch named beside the interval.
    """

    interval: Interval
    on: tuple[tuple[int, int], ...] = ()
    before: bool = False
    since: date | None = None
    until: date | None = None


class Reading(Struct, frozen=True, array_like=True):
    """The meaning of a phrase. `days` counts from the event named in `condition`, in working days if `working`.

    `condition` is verbatim, without the brackets around it. `every`: day, week, month, quarter, half, year. `since`:
    the written day that working days are counted from; `again`: all that is printed about turns.
    """

    kind: Kind
    start: date | None = None
    due: date | None = None
    condition: str | None = None
    days: int | None = None
    working: bool = False
    every: str | None = None
    since: date | None = None
    again: Again | None = None


class Piece(Struct, frozen=True, array_like=True):
    """One term of a cell: its words, which read the same by themselves; what is to be done then; the reading."""

    words: str
    name: str | None
    reading: Reading


class Unread(Struct, frozen=True):
    """A cell that cannot be read.

    `left`: the words with a term that no reading accounts for; `terms`: the several terms of a cell whose words do not
    say which of them belongs to what; `several_years`: what names no year is read in one of several years.
    """

    text: str
    left: str = ""
    terms: tuple[Piece, ...] = ()
    several_years: bool = False
