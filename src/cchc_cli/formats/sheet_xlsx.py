"""Sheet → XLSX for Excel and LibreOffice: real days and numbers, a filter, frozen heads, a total, A4 across.

Data are written as text, never as formulas or links. The same sheet gives the same bytes.
"""

import io
from datetime import date as Day
from datetime import datetime
from typing import TYPE_CHECKING

from cchc_cli.answers.sheets import Head, Sheet, Value
from cchc_cli.answers.tables import visible

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FIRST = 2
"""The row of the heads, from 0: the title and an empty row stand above."""
_LONGEST = 32_767
"""The longest text of a cell in Excel."""
_ONE_PAGE = 300
"""The widest sheet, in characters, that can be read when it is printed on one A4 page across."""
_A4, _A3 = 9, 8
_LINE, _HIGHEST = 15, 405
"""The height of a line and of the highest row that Excel takes, in points."""
_CUT = "… [chữ dài, xem tệp kế hoạch]"
_MADE = datetime(2000, 1, 1)
_PICTURES = {"day": "dd/mm/yyyy", "number": "General", "text": "@"}
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}


def render(sheet: Sheet) -> bytes:
    """One worksheet with the rows, the total below, and the remarks below that."""
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": sheet.title, "created": _MADE})
    page = book.add_worksheet(sheet.name)
    _set_up(page, sheet)
    page.write_string(0, 0, visible(sheet.title), book.add_format({**_FONT, "bold": True, "font_size": 13}))
    top = book.add_format(
        {**_FONT, "bold": True, "border": 1, "text_wrap": True, "align": "center", "bg_color": "#E7E6E6"}
    )
    for column, head in enumerate(sheet.heads):
        page.write_string(_FIRST, column, head.title, top)
    page.set_row(_FIRST, _height(tuple(head.title for head in sheet.heads), sheet.heads))
    looks = _looks(book, sheet.heads, bold=False)
    for place, row in enumerate(sheet.rows, _FIRST + 1):
        _write(page, place, row, looks)
        page.set_row(place, _height(row, sheet.heads))
    last = _FIRST + len(sheet.rows)
    page.autofilter(_FIRST, 0, max(last, _FIRST + 1), len(sheet.heads) - 1)
    last = _add_total(book, page, sheet, last + 1)
    for place, remark in enumerate(sheet.remarks, last + 2):
        page.write_string(place, 0, visible(remark), book.add_format(_FONT))
    book.close()
    return out.getvalue()


def _set_up(page: "Worksheet", sheet: Sheet) -> None:
    wide = sum(head.width for head in sheet.heads) > _ONE_PAGE
    page.set_landscape()
    page.set_paper(_A3 if wide else _A4)
    page.fit_to_pages(2 if wide else 1, 0)
    page.repeat_rows(_FIRST)
    page.freeze_panes(_FIRST + 1, 0)
    for column, head in enumerate(sheet.heads):
        page.set_column(column, column, head.width)


def _looks(book: "Workbook", heads: tuple[Head, ...], bold: bool) -> "list[Format]":
    made = {
        holds: book.add_format(
            {**_FONT, "border": 1, "bold": bold, "text_wrap": holds == "text", "num_format": picture}
        )
        for holds, picture in _PICTURES.items()
    }
    return [made[head.holds] for head in heads]


def _write(page: "Worksheet", place: int, row: tuple[Value, ...], looks: "list[Format]") -> None:
    for column, (value, look) in enumerate(zip(row, looks, strict=True)):
        if value is None or value == "":
            page.write_blank(place, column, None, look)
        elif isinstance(value, str):
            page.write_string(place, column, _fitting(visible(value)), look)
        elif isinstance(value, Day):
            page.write_datetime(place, column, value, look)
        else:
            page.write_number(place, column, value, look)


def _add_total(book: "Workbook", page: "Worksheet", sheet: Sheet, place: int) -> int:
    """Write the total, or the number of rows that the filter shows; return the row that it stands in."""
    from xlsxwriter.utility import xl_range

    looks = _looks(book, sheet.heads, bold=True)
    if sheet.total is not None:
        _write(page, place, sheet.total, looks)
        return place
    if sheet.count is None or not sheet.rows:
        return place - 1
    _write(page, place, tuple("Cộng" if column == 0 else None for column in range(len(sheet.heads))), looks)
    counted = xl_range(_FIRST + 1, sheet.count, place - 1, sheet.count)
    page.write_formula(place, sheet.count, f"=SUBTOTAL(103,{counted})", looks[sheet.count], len(sheet.rows))
    return place


def _height(row: tuple[Value, ...], heads: tuple[Head, ...]) -> float:
    """The height that shows every line of a row: programs that open the file do not all work it out."""
    texts = ((value, head.width) for value, head in zip(row, heads, strict=True) if isinstance(value, str))
    lines = (sum(1 + len(line) // width for line in text.split("\n")) for text, width in texts)
    return min(_LINE * max(lines, default=1), _HIGHEST)


def _fitting(text: str) -> str:
    """A text that Excel can hold; a longer one says that it was cut."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
