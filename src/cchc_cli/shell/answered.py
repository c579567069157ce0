"""Print an answer in the requested format: a table, JSON, a spreadsheet, a calendar; only that format is computed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from cchc_cli.answers.tables import Table
from cchc_cli.shell import screen

if TYPE_CHECKING:
    from cchc_cli.answers.calendar import Calendar
    from cchc_cli.answers.sheets import Sheet

SHEETS = ("csv", "xlsx")
"""The formats of spreadsheets."""
IN_PIECES = ("json", "csv")
"""The formats that can be printed plan by plan."""
TABLES = ("table", "md")
"""The formats that print the table."""


class Answered(Struct, frozen=True):
    """How an answer is computed in each form. A spreadsheet without a sheet of its own holds the cells of the table."""

    table: Callable[[], Table]
    json: Callable[[], object] | None = None
    sheet: "Callable[[], Sheet] | None" = None
    calendar: "Callable[[], Calendar] | None" = None


def show(form: str, output: Path | None, answer: Answered) -> None:
    """Print to stdout or a file; raise a `Stop` for a calendar of what has no days."""
    if answer.json is not None and form == "json":
        screen.json(answer.json(), output)
    elif form in SHEETS:
        _sheet(form, output, answer)
    elif form == "ics":
        _calendar(output, answer)
    else:
        screen.table(answer.table(), form, output)


def _sheet(form: str, output: Path | None, answer: Answered) -> None:
    from cchc_cli.answers.sheets import of_table
    from cchc_cli.formats import sheet_data

    data = sheet_data(answer.sheet() if answer.sheet else of_table(answer.table()), form)
    if isinstance(data, str):
        screen.text(data, output)
    else:
        screen.document(data, output)


def _calendar(output: Path | None, answer: Answered) -> None:
    if answer.calendar is None:
        from cchc_cli.text.problems import Stop

        raise Stop("câu trả lời này không có ngày để ghi thành lịch (ics)", "chọn dạng khác, như xlsx")
    from cchc_cli.formats.calendar_ics import render

    screen.text(render(answer.calendar()), output)
