"""XLSX → paper: a table a sheet, with merged cells; days of cells are written as papers print them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Day
from datetime import datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from cchc_cli.importing import workbook
from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.paper import Cell, Grid, Laid, Line, Paper, laid_out
from cchc_cli.importing.workbook import Unseen
from cchc_cli.plan.heads import meanings
from cchc_cli.text.problems import Stop
from cchc_cli.text.unpacking import unpacked
from cchc_cli.vietnamese.paper import short_date

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_BYTES = 100_000_000
"""The largest content of a workbook."""
_AGAIN = "mở bằng Excel, lưu lại dạng .xlsx"
_SWAPPED = "ô kiểu ngày của Excel, ngày và tháng có thể bị đảo"
_MONTHS = 12
_HEADS = 12
"""The rows among which the heads are."""


def paper(name: str, data: bytes) -> Paper:
    """Every sheet that holds something, in the order of the workbook; formulas give the value that was saved."""
    broken = Stop(f"không đọc được {name}: không phải là tệp Excel (.xlsx), hoặc đã hỏng", _AGAIN)
    large = Stop(f"{name} quá lớn khi mở ra (hơn {_BYTES // 1_000_000} MB)", "chỉ giữ lại bảng cần nhập rồi lưu lại")
    parts = unpacked(data, _BYTES, large, broken)
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise Stop(f"{name} có chứa macro", "lưu lại dạng .xlsx, không có macro")
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        grids = tuple(grid for sheet in book.sheet_names if (grid := _grid(book, sheet)).cells)
        unseen = workbook.unseen(parts)
        remarks = tuple(Line(text, told) for text, told in workbook.beside(parts))
    except (CalamineError, ParseError, KeyError, ValueError, OSError) as error:
        raise broken from error
    doubts = tuple(doubt for grid in grids if grid.place in unseen for doubt in _unseen(grid, unseen[grid.place]))
    return Paper(grids, remarks, doubts)


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
        yield from guess(Weight.COLUMN, f"{grid.place}!{letters(column)}", cells, "cột đang ẩn trong Excel")


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B … AA."""
    found = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        found = chr(ord("A") + left) + found
    return found


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
    numbers = frozenset(
        column for row in rows[:_HEADS] for column, each in enumerate(row) if meanings(str(each)) == ("number",)
    )
    last = max((place for place, row in enumerate(rows) if any(each != "" for each in row)), default=-1)
    return laid_out(
        (_row(name, place, row, merged, inside, numbers) for place, row in enumerate(rows[: last + 1])), name
    )


def _row(
    sheet: str,
    place: int,
    row: Sequence[object],
    merged: dict[tuple[int, int], tuple[int, int]],
    inside: set[tuple[int, int]],
    numbers: frozenset[int],
) -> Iterator[Laid]:
    """The cells of a row; in the columns of `numbers` a fraction is a number of two levels: 1.2."""
    for column, value in enumerate(row):
        if (place, column) in inside:
            continue
        bottom, right = merged.get((place, column), (place, column))
        text = _text(value).replace(",", ".") if column in numbers and isinstance(value, float) else _text(value)
        cell = Cell(text, f"{sheet}!{letters(column)}{place + 1}", _doubt(value))
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
