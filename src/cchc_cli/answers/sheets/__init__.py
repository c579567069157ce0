"""A sheet of typed values, before any format: what spreadsheets (CSV, XLSX) hold of an answer, every column it has.

A table (`answers.tables`) is made for reading; a sheet is made for sorting, filtering and adding up.
"""

from datetime import date as Day
from typing import Literal

from msgspec import Struct

from cchc_cli.answers.tables import Table

Value = str | int | float | Day | None


class Head(Struct, frozen=True):
    """The head of a column, its width in characters, and what it holds."""

    title: str
    width: int = 12
    holds: Literal["text", "day", "number"] = "text"


class Sheet(Struct, frozen=True):
    """Rows of values under heads. `count` is the column whose filled cells count the rows.

    `total` is a last row whose values are not the sums of the columns.
    """

    name: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    count: int | None = None
    total: tuple[Value, ...] | None = None
    remarks: tuple[str, ...] = ()


def of_table(table: Table) -> Sheet:
    """A table as a sheet of text; the headings of its groups become the first column."""
    grouped = any(group.title is not None for group in table.groups)
    widths = [40 if column.fold else 14 for column in table.columns]
    heads = [Head(column.title, width) for column, width in zip(table.columns, widths, strict=True)]
    rows = [
        (*((group.title or "",) if grouped else ()), *(cell.text for cell in row))
        for group in table.groups
        for row in group.rows
    ]
    return Sheet(
        "Bảng", table.title, (*([Head("Nhóm", 30)] if grouped else []), *heads), tuple(rows), remarks=table.remarks
    )
