"""The words of the Tiến độ column, reporting periods and working days. It never reads the clock."""

from cchc_cli.schedule.periods import Period, following, period, previous, quarter, title
from cchc_cli.schedule.phrases import Line, Reading, Unread, nearest, read
from cchc_cli.schedule.terms import Term, lines, read_within
from cchc_cli.schedule.workdays import Workdays

__all__ = [
    "Line",
    "Period",
    "Reading",
    "Term",
    "Unread",
    "Workdays",
    "following",
    "lines",
    "nearest",
    "period",
    "previous",
    "quarter",
    "read",
    "read_within",
    "title",
]
