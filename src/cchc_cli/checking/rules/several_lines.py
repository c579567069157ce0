"""Schedule cells of several lines, each with a term of its own."""

from datetime import date
from typing import NamedTuple

from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.schedule import Reading, lines


class DatedLine(NamedTuple):
    """A line that names a day: its term, what is due, when."""

    term: str
    name: str | None
    due: date


def printed(row: TaskRow) -> str:
    """The schedule cell as printed."""
    text = row.schedule.text if isinstance(row.schedule, ScheduleRow) else row.schedule
    return text or ""


def dated_lines(row: TaskRow, year: int) -> tuple[DatedLine, ...]:
    """The dated lines of a cell that no milestones part; none where the cell has one line, or milestones part it."""
    cell = printed(row)
    return () if row.milestones or "\n" not in cell.strip() else dated(cell, year)


def dated(cell: str, year: int) -> tuple[DatedLine, ...]:
    """The dated lines of a cell, as printed."""
    return tuple(
        DatedLine(line.text, line.name, line.reading.due)
        for line in lines(cell, year)
        if isinstance(line.reading, Reading) and line.reading.due is not None
    )
