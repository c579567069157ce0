"""XLSX → paper: a table a sheet, with merged cells; days of cells are written as papers print them."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date as Day
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from cchc_cli.importing import package, scan, workbook
from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.paper import Cell, Grid, Laid, Line, Paper, laid_out
from cchc_cli.importing.workbook import Unseen
from cchc_cli.plan.heads import meanings
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

Value = str | float | int | bool | Day | datetime | time | timedelta
Merged = dict[tuple[int, int], tuple[int, int]]
"""Merged cells: the first and the last row and column of each, from 0."""
_SWAPPED = "ô kiểu ngày của Excel, ngày và tháng có thể bị đảo"
_MONTHS = 12
_HEADS = 300
"""The rows among which the heads are."""


class Sheet(NamedTuple):
    """The values of a sheet from A1 on, "" where a cell is empty, and its merged cells."""

    name: str
    rows: list[list[Value]]
    merged: Merged


def paper(name: str, data: bytes) -> Paper:
    """Every sheet that holds something, in the order of the workbook; formulas give the value that was saved."""
    try:
        parts = package.parts(data)
        found = sheets(data, scan.scanned(parts))
        grids = tuple(grid for each in found if (grid := _grid(each)).cells)
        unseen = workbook.unseen(parts)
        remarks = tuple(Line(text, told) for text, told in workbook.beside(parts))
    except Stop as why:
        raise Stop(f"không đọc được {name}: {why.message}", why.hint) from why
    except (ParseError, KeyError, ValueError) as error:
        raise Stop(f"không đọc được {name}: {scan.BROKEN.message}", scan.BROKEN.hint) from error
    doubts = tuple(doubt for grid in grids if grid.place in unseen for doubt in _unseen(grid, unseen[grid.place]))
    return Paper(grids, remarks, doubts)


def sheets(data: bytes, wanted: Container[str]) -> tuple[Sheet, ...]:
    """The wanted sheets of a workbook whose parts were admitted and scanned."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        found = ((name, book.get_sheet_by_name(name)) for name in book.sheet_names if name in wanted)
        return tuple(
            Sheet(name, sheet.to_python(skip_empty_area=False), dict(sheet.merged_cell_ranges or ()))
            for name, sheet in found
        )
    except (CalamineError, ValueError, OSError) as error:
        raise scan.BROKEN from error


def _unseen(grid: Grid, hidden: Unseen) -> Iterator[Guess]:
    """What Excel does not show, though it is taken: a sheet, or rows and columns of one that hold something."""

    def guess(weight: Weight, place: str, cells: Iterable[Cell | None], why: str) -> Iterator[Guess]:
        texts = [" ".join(cell.text.split()) for cell in cells if cell and cell.text]
        if texts:
            shown = f"{' '.join(texts[:3])}…" if len(texts) > 3 else " ".join(texts)
            yield Guess(weight, place, "", shown, "vẫn đọc", why, "bỏ khỏi kế hoạch")

    for cell in hidden.formulas:
        why = "công thức chưa có giá trị"
        yield Guess(Weight.TEXT, f"{grid.place}!{cell}", "", "", "ô trống", why, "mở bằng Excel, lưu lại rồi nhập")
    if hidden.sheet:
        yield from guess(Weight.ROW, grid.place, grid.cells, "trang đang ẩn trong Excel")
        return
    for number in sorted(hidden.rows):
        if number < len(grid.rows):
            place = f"{grid.place}!{number + 1}"
            yield from guess(Weight.ROW, place, grid.row(number), "dòng đang ẩn trong Excel")
    for column in sorted(hidden.columns):
        cells = (grid.row(number)[column] for number in range(len(grid.rows)) if column < len(grid.rows[number]))
        yield from guess(Weight.COLUMN, f"{grid.place}!{scan.letters(column)}", cells, "cột đang ẩn trong Excel")


def _grid(sheet: Sheet) -> Grid:
    name, rows, merged = sheet
    last = max((place for place, row in enumerate(rows) if any(each != "" for each in row)), default=-1)
    width = max(map(len, rows), default=0)
    within = {
        first: (min(bottom, last), min(right, width - 1))
        for first, (bottom, right) in merged.items()
        if first[0] <= last and first[1] < width
    }
    covered = sum((down - row + 1) * (right - column + 1) for (row, column), (down, right) in within.items())
    if covered > width * (last + 1):
        raise Stop(f"trang “{name}” có các ô gộp chồng lên nhau", "bỏ gộp ô (Unmerge Cells) rồi lưu lại")
    inside = {
        (row, column)
        for (top, left), (bottom, right) in within.items()
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(within)
    numbers = frozenset(
        column for row in rows[:_HEADS] for column, each in enumerate(row) if meanings(str(each)) == ("number",)
    )
    return laid_out(
        (_row(name, place, row, within, inside, numbers) for place, row in enumerate(rows[: last + 1])), name
    )


def _row(
    sheet: str,
    place: int,
    row: Sequence[object],
    merged: Merged,
    inside: set[tuple[int, int]],
    numbers: frozenset[int],
) -> Iterator[Laid]:
    """The cells of a row; in the columns of `numbers` a fraction is a number of two levels: 1.2."""
    for column, value in enumerate(row):
        if (place, column) in inside:
            continue
        bottom, right = merged.get((place, column), (place, column))
        text = _text(value).replace(",", ".") if column in numbers and isinstance(value, float) else _text(value)
        cell = Cell(text, f"{sheet}!{scan.letters(column)}{place + 1}", _doubt(value))
        yield Laid(cell, right - column + 1, bottom - place + 1)


def _text(value: object) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    if isinstance(value, datetime):
        return short_date(value.date())
    if isinstance(value, Day):
        return short_date(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return "\n".join(" ".join(line.split()) for line in str(value).splitlines()).strip()


def _doubt(value: object) -> str:
    return _SWAPPED if isinstance(value, Day) and value.day <= _MONTHS and value.day != value.month else ""
