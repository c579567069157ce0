"""Spelled-out terms ("quý I/2026", "ngày 05 tháng 02 năm 2026") → first and last day."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from re import Match, Pattern
from re import compile as pattern

from msgspec import Struct

YEARS = range(2000, 2101)
NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "sáu": 6, "chín": 9}
MONTHS = {"tháng": 1, "quý": 3}


class Spelled(Struct, frozen=True):
    """A term as written. `number`: the month, the quarter, or how many months; `part`: đầu, giữa, cuối."""

    name: str
    day: int | None = None
    number: int | None = None
    year: int | None = None
    part: str = ""


Days = tuple[date, date]  # the first and the last day of a term, both inclusive


@cache
def _written() -> Pattern[str]:
    """Every spelling of a term in lower-case text. A group's name without its digit is the field it gives."""
    spellings = (
        r"(?:ngày\s?)?(?P<day1>N)(?P<sep>[/.-])(?P<month1>N)(?P=sep)(?P<year1>Y)",
        r"ngày\s(?P<day2>N)(?:\stháng\s(?P<month2>N)(?:,?\snăm\s(?P<year2>Y))?|(?![/.]))",
        r"(?:ngày\s?)?(?P<day3>N)/(?P<month3>N)(?!/)(?:\snăm\s(?P<year3>Y))?",
        r"(?P<count>N|sáu|chín)\stháng\s(?P<part1>đầu|cuối)\snăm(?:\s(?P<year4>Y))?",
        r"(?:(?:(?P<part2>đầu|giữa|cuối)\s)?tháng\s?(?P<month4>N)|quý\s?(?P<quarter>N|[ivx]+\b))(?:SEP(?P<year5>Y))?",
        r"(?P<part3>đầu|giữa|cuối)\snăm(?:\s(?P<year6>Y))?",
        r"\bt\.?\s?(?P<month5>N)/(?P<year7>Y)",
        r"(?:năm\s?)?(?P<year8>Y)",
        r"\b(?P<bare>\d?N|iii?|iv|i)\b(?!/\d{1,3}\b)(?:SEP(?P<year9>Y)(?!/))?",
    )
    text = "|".join(spellings).replace("SEP", r"(?:\s?[/.-]\s?|,?\snăm\s)")
    return pattern(text.replace("N", r"\d\d?\b").replace("Y", r"\d{4}\b"))


def spelled(text: str) -> tuple[str, list[Spelled]]:
    """Lower-case `text` with each term replaced by its placeholder (grammar.py), and the terms in order."""
    terms: list[Spelled] = []

    def placeholder(match: Match[str]) -> str:
        term = _term(match, terms[-1].name if terms else "")
        terms.append(term)
        return f" <{term.name}> "

    return _written().sub(placeholder, text), terms


def _term(match: Match[str], before: str) -> Spelled:
    """A bare number has the kind of the term `before` it (quý I, II), else is a month if it has a year, or a number."""
    fields = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value is not None}
    number = {name: NUMBERS.get(value) or _int(value) for name, value in fields.items() if name not in ("part", "sep")}
    year, part = number.get("year"), fields.get("part", "")
    if "day" in fields:
        return Spelled("ngày", number["day"], number.get("month"), year)
    if "count" in fields:
        return Spelled("nửa năm" if number["count"] == 6 else "n tháng", None, number["count"], year, part)
    if "month" in fields:
        return Spelled("lúc" if part else "tháng", None, number["month"], year, part)
    if "quarter" in fields:
        return Spelled("quý", None, number["quarter"], year)
    if "bare" in fields:
        name = before if before in MONTHS else "tháng" if year else "số"
        return Spelled("số", number["bare"]) if name == "số" else Spelled(name, None, number["bare"], year)
    return Spelled("lúc" if part else "năm", None, None, year, part)


def _int(text: str) -> int:
    """The number; -1, which is never a valid month or quarter, for a text that is not a number (quý V)."""
    return int(text) if text.isdecimal() else -1


def resolved(terms: Sequence[Spelled], year: int) -> list[Days] | None:
    """The days of each term. A missing year is taken from a later term, else from an earlier one, else it is `year`.

    The result is None if a term names a day that does not exist (30/02, tháng 13, quý V) or has no month.
    """
    days = []
    for place, term in enumerate(terms):
        around = [*terms[place:], *reversed(terms[:place])]
        own_year = next((each.year for each in around if each.year is not None), year)
        found = _days(_with_month(term, around), own_year)
        if found is None:
            return None
        days.append(found)
    return days


def _with_month(term: Spelled, around: Sequence[Spelled]) -> Spelled:
    """The term; a day written without its month ("từ 01 đến 15/6") takes the month of the day beside it."""
    if term.name not in ("ngày", "số"):
        return term
    month = next((each.number for each in around if each.name == "ngày" and each.number is not None), None)
    return Spelled("ngày", term.day, month)


def _days(term: Spelled, year: int) -> Days | None:
    if year not in YEARS:
        return None
    if term.name == "năm":
        return _months(year, 1, 12)
    if term.name == "lúc":
        return _moment(term, year)
    if term.number is None:
        return None
    if term.name == "ngày":
        return _day(year, term.number, term.day or 0)
    if term.name in MONTHS:
        length = MONTHS[term.name]
        return _months(year, (term.number - 1) * length + 1, term.number * length)
    return _months(year, 1, term.number) if term.part == "đầu" else _months(year, 13 - term.number, 12)


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def _months(year: int, first: int, last: int) -> Days | None:
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), last_day(year, last)


def _moment(term: Spelled, year: int) -> Days | None:
    """Day of đầu, giữa, cuối: in a month the 1st, 15th, last; in a year 01/01, 30/6, 31/12 (BLDS 2015, Điều 146)."""
    whole = _months(year, 1, 12) if term.number is None else _months(year, term.number, term.number)
    if whole is None:
        return None
    middle = date(year, 6, 30) if term.number is None else date(year, term.number, 15)
    day = {"đầu": whole[0], "giữa": middle, "cuối": whole[1]}[term.part]
    return day, day


def last_day(year: int, month: int) -> date:
    """The last day of a month (`calendar.monthrange` would cost a millisecond to import)."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
