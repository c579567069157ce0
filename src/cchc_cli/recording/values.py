"""Days, numbers and words of a list, as officers type them → values."""

from collections.abc import Mapping
from datetime import date as Day
from typing import TypeVar

from cchc_cli.recording.faults import Fault, Field
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import parse_day, parse_number, short_date

W = TypeVar("W", bound=str)


def day(text: str, field: Field, like: str = "27/01/2026 hoặc 2026-01-27") -> Day | Fault:
    """The day of a text in Vietnamese or ISO form. `like`: examples for the hint."""
    found = parse_day(text)
    return found or Fault(field, (field, f': "{text}" không phải là một ngày có thật'), f"ghi như {like}")


def past_day(text: str, field: Field, today: Day) -> Day | Fault:
    """The day of a text, which must not be after today."""
    found = day(text, field)
    if isinstance(found, Fault) or found <= today:
        return found
    not_yet = f": ngày {short_date(found)} chưa đến (hôm nay {short_date(today)})"
    return Fault(field, (field, not_yet), "ghi ngày đã diễn ra thật")


def number(text: str, field: Field) -> float | Fault:
    """The number of a text in Vietnamese form, or with a decimal point: 96,2, 96.2, 1.234,5."""
    found = parse_number(text)
    if found is not None:
        return found
    plain = text.replace(".", "")
    if text.count(".") == 1 and plain.isdecimal():
        return Fault(field, f'"{text}" có thể hiểu hai cách', f"ghi {plain} hoặc {text.replace('.', ',')}")
    return Fault(field, f'"{text}" không phải là một con số', "ghi như 96,2 hoặc 1.234,5")


def percent(value: int, field: Field) -> int | Fault:
    """A percentage, which must lie between 0 and 100."""
    return value if 0 <= value <= 100 else Fault(field, (field, f": {value} không nằm trong khoảng từ 0 đến 100"))


def word(text: str, words: Mapping[W, str], field: Field) -> W | Fault:
    """A value of a list, typed as in the files or in Vietnamese, with or without diacritics."""
    known = {fold(word): value for value, word in words.items()} | {fold(value): value for value in words}
    if fold(text) in known:
        return known[fold(text)]
    listed = ", ".join(f"{value} ({word})" for value, word in words.items())
    return Fault(field, f'không có {field.value} "{text}"', f"chọn: {listed}")
