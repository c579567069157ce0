"""Values of cells → the texts that an officer would type for them."""

from datetime import date as Day
from datetime import datetime, time, timedelta
from re import compile as pattern
from typing import NamedTuple
from unicodedata import normalize

from cchc_cli.forms.columns import Column
from cchc_cli.forms.read import Cell
from cchc_cli.importing.excel import Value
from cchc_cli.importing.fonts import old_code
from cchc_cli.vietnamese.paper import short_date

_HIDDEN = {ord(mark): None for mark in "\u200b\u200c\u200d\ufeff\u00ad"} | {ord("\xa0"): " ", ord("\u202f"): " "}
_RETURN = "_x000D_"
_MONTHS = 12
_HOUR = pattern(r"(?<!\s)\s+(?:lúc\s+)?\d{1,2}(?::|h|giờ)\s*\d{0,2}(?::\d{2})?$")
"""The hour that systems write after a day."""


class Typed(NamedTuple):
    """A cell's text, and what is to be looked at; or what is wrong with the cell, and what to do."""

    text: str
    look: str | None = None
    wrong: str | None = None
    hint: str | None = None


def typed(cell: Cell, column: Column) -> Typed:
    """The text of a cell in a column."""
    value = cell.value
    if isinstance(value, bool):
        return Typed("", wrong=f"“{str(value).upper()}” không phải là nội dung của ô này", hint="xóa ô rồi gõ lại")
    if isinstance(value, Day):
        return _day(value.date() if isinstance(value, datetime) else value, column)
    if isinstance(value, time | timedelta):
        return Typed("", wrong=f"ô đang là giờ ({value})", hint="gõ lại nội dung dạng chữ")
    if isinstance(value, float | int):
        return _number(value, column)
    if code := old_code(value):
        return Typed("", wrong=f"chữ dùng bảng mã {code}, không phải Unicode", hint="chuyển sang Unicode rồi gõ lại")
    if column.holds == "day":
        return Typed(_HOUR.sub("", plain(value)))
    return Typed(plain(value) if column.key != "text" else paragraphs(value))


def plain(value: Value) -> str:
    """A text on one line, without marks that cannot be seen."""
    return " ".join(_clean(str(value)).split())


def parts(value: Value) -> tuple[str, ...]:
    """The lines of a text, and what semicolons separate."""
    if isinstance(value, float | int):
        return (_written(value),)
    lines = (" ".join(each.split()) for line in _clean(str(value)).splitlines() for each in line.split(";"))
    return tuple(each for each in lines if each)


def paragraphs(value: Value) -> str:
    """A text whose lines are paragraphs; lines of a list follow each other."""
    lines = [found for line in _clean(str(value)).splitlines() if (found := " ".join(line.split()))]
    text = ""
    for line in lines:
        listed = line.startswith("- ") and text.rpartition("\n")[2].startswith("- ")
        text += ("\n" if listed else "\n\n") * bool(text) + line
    return text


def _clean(text: str) -> str:
    return normalize("NFC", text.replace(_RETURN, "\n").translate(_HIDDEN))


def _day(day: Day, column: Column) -> Typed:
    if column.holds != "day":
        return Typed("", wrong=f"ô đang là ngày {short_date(day)}", hint="định dạng ô là chữ (Text) rồi gõ lại")
    if day.day > _MONTHS or day.day == day.month:
        return Typed(day.isoformat())
    other = short_date(Day(day.year, day.day, day.month))
    return Typed(day.isoformat(), look=f"đọc là {short_date(day)}; nếu máy đã đảo ngày và tháng thì phải là {other}")


def _number(value: float, column: Column) -> Typed:
    text = _written(value)
    if column.key == "percent" and value == 1:
        return Typed(text, look="đọc là 1%; nếu đã hoàn thành thì ghi 100")
    return Typed(text)


def _written(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
