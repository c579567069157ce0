"""Schedule cells of several lines, each of which has its own term."""

from datetime import date
from typing import NamedTuple

from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.schedule import Reading, Term, lines


class DatedLine(NamedTuple):
    """A line that names a day: the words of its term, what is due, and the day."""

    term: str
    name: str | None
    due: date


def printed(row: TaskRow) -> str:
    """The text of the schedule cell as printed."""
    text = row.schedule.text if isinstance(row.schedule, ScheduleRow) else row.schedule
    return text or ""


def dated_lines(row: TaskRow, term: Term) -> tuple[DatedLine, ...]:
    """The dated lines of a row's cell; none if the cell has only one line or the row has milestones."""
    cell = printed(row)
    return () if row.milestones or "\n" not in cell.strip() else dated(cell, term)


def dated(cell: str, term: Term) -> tuple[DatedLine, ...]:
    """The dated lines of a cell, as printed."""
    return tuple(
        DatedLine(line.text, line.name, line.reading.due)
        for line in lines(cell, term)
        if isinstance(line.reading, Reading) and line.reading.due is not None
    )
