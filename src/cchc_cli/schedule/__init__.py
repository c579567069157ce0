"""The words of the Tiến độ column, reporting periods and working days. It never reads the clock."""

from cchc_cli.schedule.cells import Asked, Terms, cell, know, known, read
from cchc_cli.schedule.periods import Period, following, period, previous, quarter, title
from cchc_cli.schedule.reading import Again, Piece, Reading, Unread
from cchc_cli.schedule.terms import Term, cell_within, read_within
from cchc_cli.schedule.turn import Turn
from cchc_cli.schedule.workdays import Workdays

__all__ = [
    "Again",
    "Asked",
    "Period",
    "Piece",
    "Reading",
    "Term",
    "Terms",
    "Turn",
    "Unread",
    "Workdays",
    "cell",
    "cell_within",
    "following",
    "know",
    "known",
    "period",
    "previous",
    "quarter",
    "read",
    "read_within",
    "title",
]
