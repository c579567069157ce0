"""Numbers, dates and labels as Vietnamese official papers print them (Nghị định 30/2020/NĐ-CP, Phụ lục I), and back."""

import re
from contextlib import suppress
from datetime import date
from math import isfinite
from unicodedata import normalize

# The order of points in a legal text: no f, j, w, z, and no ă, â, ê, ô, ơ, ư.
_POINTS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_MOST = 3999
_DAYS = (
    r"(?:ngày )?(?P<day>[0-9]{1,2}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?(?P<year>[0-9]{4})",
    r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2}) năm (?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4}) ?(?P<mark>[-/]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?(?P<day>[0-9]{1,2})",
)


def number(value: float) -> str:
    """The number as 1.234,5, with as many decimals as the value has, but at most six."""
    whole, _, decimals = f"{round(value, 6) + 0:,f}".partition(".")
    return ",".join(filter(None, (whole.replace(",", "."), decimals.rstrip("0"))))


def share(done: int, of: int) -> str:
    """The share as 85,7%, rounded half up to one decimal, which is left out if it is 0; "–" if the total is zero."""
    return f"{number(percent(done, of))}%" if of else "–"


def percent(done: int, of: int) -> float:
    """The share in per cent, rounded half up to one decimal; 0 if the total is zero."""
    return (2000 * done + of) // (2 * of) / 10 if of else 0


def count(value: int) -> str:
    """A count in running text: 1 to 9 get a leading zero (05); other counts are printed as 0, 12, 1.234."""
    return f"{value:02}" if 0 < value < 10 else number(value)


def long_date(day: date) -> str:
    """The date as `ngày 05 tháng 02 năm 2026`, `ngày 29 tháng 6 năm 2019`."""
    return f"ngày {day.day:02} {month(day)} năm {day.year:04}"


def short_date(day: date) -> str:
    """The date as 05/6/2026, 28/01/2026."""
    return f"{day.day:02}/{_month(day)}/{day.year:04}"


def month(day: date) -> str:
    """The month as `tháng 02`, `tháng 6`: only the first two months get a leading zero."""
    return f"tháng {_month(day)}"


def lower_first(text: str) -> str:
    """The text with a small first letter, unless it begins with capitals or with a name of several words."""
    first, _, rest = text.partition(" ")
    named = first[1:].lower() != first[1:] or rest[:1].isupper()
    return text if named else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def roman(value: int) -> str:
    """A value from 1 to 3999 as a Roman number; other values raise ValueError."""
    if not 1 <= value <= _ROMAN_MOST:
        raise ValueError(f"no Roman number for {value}")
    letters = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        letters += sign * times
    return letters


def from_roman(text: str) -> int | None:
    """The value of a well-formed Roman number in either case; None for IIII, VX or anything else."""
    rest, value = text.upper(), 0
    for worth, sign in _ROMAN:
        while rest.startswith(sign):
            rest, value = rest.removeprefix(sign), value + worth
    sound = text.isascii() and 1 <= value <= _ROMAN_MOST and roman(value) == text.upper()
    return value if sound else None


def point_letter(place: int) -> str:
    """The letter of the first, second … point (a, b, c, d, đ, e, g …); numbers above 23 (y) raise ValueError."""
    if not 1 <= place <= len(_POINTS):
        raise ValueError(f"no letter for point {place}")
    return _POINTS[place - 1]


def parse_day(text: str) -> date | None:
    """The day that 27/01/2026, 27-1-2026, 2026-01-27, 2026/1/27 or "ngày 27 tháng 01 năm 2026" names, or None."""
    if len(text) == 10 and text[4] == text[7] == "-":  # as programs write it: no pattern is compiled
        with suppress(ValueError):
            return date.fromisoformat(text)
    tidy = " ".join(normalize("NFC", text).casefold().split())
    match = next(filter(None, (re.fullmatch(form, tidy) for form in _DAYS)), None)
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def parse_number(text: str) -> float | None:
    """The number that 96,2, 96.2 or 1.234,5 means; None for any other text, for one of hundreds of digits, and for
    "1.234", which is ambiguous.
    """
    tidy = "".join(text.split()).removesuffix("%")
    if re.fullmatch(r"-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|-?[0-9]{1,3}(?:\.[0-9]{3}){2,}", tidy):
        tidy = tidy.replace(".", "")
    elif re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", tidy):
        return None
    if not re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tidy):
        return None
    found = float(tidy.replace(",", "."))
    return found if isfinite(found) else None


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)
