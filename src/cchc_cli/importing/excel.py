"""XLSX → paper: a table a sheet, with merged cells; days of cells are written as papers print them."""

from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from cchc_cli.importing.paper import Cell, Grid, Laid, Paper, laid_out
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_BYTES = 100_000_000
"""The largest content of a workbook."""
_SWAPPED = "ô kiểu ngày của Excel, ngày và tháng có thể bị đảo"
_MONTHS = 12


def paper(name: str, data: bytes) -> Paper:
    """Every sheet that holds something, in the order of the workbook; formulas give the value that was saved."""
    _refuse_unsound(name, data)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        grids = tuple(_grid(book, sheet) for sheet in book.sheet_names)
    except (CalamineError, ValueError, OSError) as error:
        raise Stop(
            f"không đọc được {name}: không phải là tệp Excel (.xlsx), hoặc đã hỏng", "lưu lại dạng .xlsx"
        ) from error
    return Paper(tuple(grid for grid in grids if grid.cells))


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B … AA."""
    found = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        found = chr(ord("A") + left) + found
    return found


def _refuse_unsound(name: str, data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
            macros = any(part.filename.lower().endswith("vbaproject.bin") for part in package.infolist())
    except BadZipFile as error:
        raise Stop(f"{name} không phải là tệp Excel dạng .xlsx", "mở bằng Excel, lưu lại dạng .xlsx") from error
    if macros:
        raise Stop(f"{name} có chứa macro", "lưu lại dạng .xlsx, không có macro")
    if size > _BYTES:
        raise Stop(f"{name} quá lớn: {size // 1_000_000} MB khi mở ra", "chỉ giữ lại bảng cần nhập rồi lưu lại")


def _grid(book: "CalamineWorkbook", name: str) -> Grid:
    sheet = book.get_sheet_by_name(name)
    rows = sheet.to_python(skip_empty_area=False)
    merged = dict(sheet.merged_cell_ranges or ())
    inside = {
        (row, column)
        for (top, left), (bottom, right) in merged.items()
        for row in range(top, min(bottom, len(rows)) + 1)
        for column in range(left, right + 1)
    } - set(merged)
    last = max((place for place, row in enumerate(rows) if any(each != "" for each in row)), default=-1)
    return laid_out((_row(name, place, row, merged, inside) for place, row in enumerate(rows[: last + 1])), name)


def _row(
    sheet: str,
    place: int,
    row: Sequence[object],
    merged: dict[tuple[int, int], tuple[int, int]],
    inside: set[tuple[int, int]],
) -> Iterator[Laid]:
    for column, value in enumerate(row):
        if (place, column) in inside:
            continue
        bottom, right = merged.get((place, column), (place, column))
        cell = Cell(_text(value), f"{sheet}!{letters(column)}{place + 1}", _doubt(value))
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
    return _SWAPPED if isinstance(value, Day) and value.day <= _MONTHS else ""
