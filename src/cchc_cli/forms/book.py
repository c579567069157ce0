"""Form → XLSX for Excel and LibreOffice: locked questions, cells to fill in, lists to choose from, A4 across.

The same form gives the same bytes. Cells for numbers and texts hold text, so that no program turns "17/79" into a day
or "60%" into 0.6.
"""

import io
from collections.abc import Iterable, Mapping
from datetime import date as Day
from datetime import datetime
from typing import TYPE_CHECKING

from cchc_cli.answers.sheets import Value
from cchc_cli.answers.tables import visible
from cchc_cli.forms import guide, stamp
from cchc_cli.forms.asked import Form, Row
from cchc_cli.forms.columns import GUIDE, PAGES, STAMP, Column, Page
from cchc_cli.wording.states import PROGRESS as STATUS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADS = 2
"""The row of the heads, from 0."""
_MADE = datetime(2000, 1, 1)
_A4 = 9
_LINE, _HIGHEST = 14, 400
_SPARE = 200
"""Rows below the last one that may be filled in too: rows that an officer adds."""
_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
_BOXED = {**_FONT, "border": 1, "text_wrap": True}
_DAYS = {"day": {"align": "center"}}
_GREY, _YELLOW = "#EDEDED", "#FFF9E0"
_FREE = (
    "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter",
    "insert_hyperlinks", "objects", "scenarios",
)  # fmt: skip
"""What the protection of a sheet leaves free."""


_CHOICE = {"error_title": "Tình trạng", "error_message": "Chọn một tình trạng trong danh sách."}
_DAY = {
    "error_type": "warning",
    "error_title": "Ngày",
    "error_message": "Ghi ngày, tháng, năm, như 27/01/2026.",
}


def render(form: Form, names: Mapping[str, str]) -> bytes:
    """The workbook; `names`: the agencies' names by id."""
    from xlsxwriter.workbook import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": f"{form.heading} – {form.addressed}", "created": _MADE})
    for name, text in stamp.as_properties(form.stamp).items():
        book.set_custom_property(name, text, "text")
    _guide(book, form)
    for page, rows in zip(PAGES, form.rows, strict=True):
        if rows:
            _page(book, form, page, rows, names)
    _stamp(book, form)
    book.close()
    return out.getvalue()


def _guide(book: "Workbook", form: Form) -> None:
    sheet = book.add_worksheet(GUIDE)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    sheet.write_string(0, 0, form.heading, book.add_format({**_FONT, "bold": True, "font_size": 14}))
    bold, plain = book.add_format({**_FONT, "bold": True}), book.add_format({**_FONT, "text_wrap": True})
    for place, (about, words) in enumerate(guide.lines(form), 2):
        sheet.write_string(place, 0, about, bold)
        sheet.write_string(place, 1, visible(words), plain)
        sheet.set_row(place, _height(((words, 90),)))
    _print_set_up(sheet)
    sheet.protect("")


def _page(book: "Workbook", form: Form, page: Page, rows: tuple[Row, ...], names: Mapping[str, str]) -> None:
    sheet, columns = book.add_worksheet(page.name), page.shown(form.together)
    sheet.write_string(
        0, 0, f"{form.heading} – {form.addressed}", book.add_format({**_FONT, "bold": True, "font_size": 13})
    )
    sheet.write_string(1, 0, page.note, book.add_format({**_FONT, "italic": True}))
    head = book.add_format({**_BOXED, "bold": True, "align": "center", "bg_color": "#D9E2F3"})
    looks = _looks(book, columns)
    last = HEADS + len(rows)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(HEADS, place, column.title, head)
        _help(sheet, place, column, last)
    sheet.set_row(HEADS, 2 * _LINE + 2)
    for number, row in enumerate(rows, HEADS + 1):
        told: list[Value] = [_told(row, column, names) for column in columns]
        _write(sheet, number, told, looks)
        sheet.set_row(number, _height(zip(told, (column.width for column in columns), strict=True)))
    sheet.autofilter(HEADS, 0, last, len(columns) - 1)
    sheet.freeze_panes(HEADS + 1, 2 if form.together else 1)
    sheet.repeat_rows(HEADS)
    sheet.ignore_errors({"number_stored_as_text": f"A1:P{last + _SPARE}"})
    _print_set_up(sheet)
    sheet.protect("", dict.fromkeys(_FREE, True))


def _print_set_up(sheet: "Worksheet") -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.4, 0.4, 0.5, 0.5)
    sheet.set_footer("&C&P/&N")


def _help(sheet: "Worksheet", place: int, column: Column, last: int) -> None:
    """The list to choose from, and a warning about what cannot be read; neither forbids anything."""
    cells = (HEADS + 1, place, last + _SPARE, place)
    if column.holds == "choice":
        sheet.data_validation(*cells, {"validate": "list", "source": list(STATUS.values()), **_CHOICE})
    elif column.holds == "day":
        sheet.data_validation(*cells, {"validate": "date", "criteria": ">=", "value": _MADE, **_DAY})


def _looks(book: "Workbook", columns: tuple[Column, ...]) -> "list[Format]":
    pictures = {"day": "dd/mm/yyyy", "number": "@", "choice": "@", "text": "@"}
    filled = {
        holds: book.add_format(
            {**_BOXED, **_DAYS.get(holds, {}), "num_format": picture, "locked": False, "bg_color": _YELLOW}
        )
        for holds, picture in pictures.items()
    }
    fixed = {**_BOXED, "num_format": "dd/mm/yyyy", "bg_color": _GREY}
    words, days = book.add_format(fixed), book.add_format({**fixed, "align": "center"})
    return [filled.get(column.holds) or (days if column.key == "due" else words) for column in columns]


def _told(row: Row, column: Column, names: Mapping[str, str]) -> Value:
    if column.key == "id":
        return row.id
    return names[row.agency] if column.key == "agency" else row.told.get(column.key)


def _write(sheet: "Worksheet", number: int, told: list[Value], looks: "list[Format]") -> None:
    for place, (value, look) in enumerate(zip(told, looks, strict=True)):
        if value is None or value == "":
            sheet.write_blank(number, place, None, look)
        elif isinstance(value, Day):
            sheet.write_datetime(number, place, value, look)
        else:
            sheet.write_string(number, place, visible(str(value))[:32_000], look)


def _stamp(book: "Workbook", form: Form) -> None:
    sheet = book.add_worksheet(STAMP)
    for place, (name, text) in enumerate(stamp.written(form.stamp).items()):
        sheet.write_string(place, 0, name)
        sheet.write_string(place, 1, text)
    sheet.protect("")
    sheet.hide()


def _height(told: Iterable[tuple[Value, int]]) -> float:
    """The height that shows every line of a row: programs that open the file do not all work it out."""
    texts = ((value, width) for value, width in told if isinstance(value, str))
    lines = (sum(1 + len(line) * 9 // (10 * width) for line in text.split("\n")) for text, width in texts)
    return min(_LINE * max(lines, default=1) + 2, _HIGHEST)
