"""The words of the Tiến độ column, reporting periods and working days. It never reads the clock."""

from cchc_cli.schedule.periods import Period, following, period, previous, quarter, title
from cchc_cli.schedule.phrases import Line, Reading, Unread, lines, nearest, read
from cchc_cli.schedule.workdays import Workdays

__all__ = [
    "Line",
    "Period",
    "Reading",
    "Unread",
    "Workdays",
    "following",
    "lines",
    "nearest",
    "period",
    "previous",
    "quarter",
    "read",
    "title",
]
