"""Spelled-out terms ("quý I/2026", "ngày 05 tháng 02 năm 2026") → first and last day."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from re import Match, Pattern
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.schedule.interval import TRIGGERS, Interval
from cchc_cli.schedule.months import YEARS, last_day

NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "nhất": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
MONTHS = {"tháng": 1, "quý": 3}
TEN_DAYS = {"thượng": 1, "trung": 11, "hạ": 21}
LATER = {"sau": 1, "kế tiếp": 1, "tiếp theo": 1, "trước": -1}
BETWEEN = frozenset((",", ", ", " , ", " và ", ", và ", "&", " & ", "+", " + ", "/", "-", " - ", ";", "; "))
"""What may stand between a term and a bare number of the same kind ("quý I, III")."""


class Spelled(Struct, frozen=True):
    """A term as written. `number`: the month, the quarter, or how many months; `part`: đầu, giữa, cuối, thượng …

    `later`: how many years after the plan's year ("năm sau"); `interval`: that of "<lặp>", if it has a name.
    """

    name: str
    day: int | None = None
    number: int | None = None
    year: int | None = None
    part: str = ""
    later: int = 0
    interval: Interval | None = None


class Token(Struct, frozen=True):
    """A word, a mark, or the placeholder of a term (grammar.py), and where it stands in the text."""

    word: str
    start: int
    end: int
    term: Spelled | None = None


Days = tuple[date, date]  # the first and the last day of a term, both inclusive

_SPELLINGS = (
    r"\b(?P<year0>Y)-(?P<month0>N)-(?P<day0>N)",
    r"(?:ngày\s?)?(?:m[ùồ]ng\s)?(?P<day1>N)(?P<sep>[/.-])(?P<month1>N)(?P=sep)(?P<year1>Y)",
    r"(?:ngày\s(?:m[ùồ]ng\s)?|m[ùồ]ng\s)(?P<day2>N)(?:\stháng\s(?P<month2>N)(?:,?\snăm\s(?P<year2>Y))?|(?![/.]))",
    r"(?:ngày\s?)?(?:m[ùồ]ng\s)?(?P<day3>N)/(?P<month3>N)(?!/)(?:\snăm\s(?P<year3>Y))?",
    r"\b(?P<hour>\d\d?(?:h(?:\d\d)?|:\d\d|\sgiờ(?:\s\d\d)?(?:\sphút)?))\b(?=,?\s(?:ngày\s)?\d)",
    r"(?P<count>N|sáu|chín)\stháng\s(?P<part1>đầu|cuối)\snăm(?:\s(?P<year4>Y)|LATER)?",
    r"(?P<part4>thượng|trung|hạ)\stuần\stháng\s?(?P<month6>N)(?:SEP(?P<year10>Y))?",
    r"(?:(?:ngày\s)?(?P<part2>đầu|giữa|cuối)(?:\stiên|\scùng)?(?:\scủa)?\s)?tháng\s?"
    r"(?P<month4>N(?!\slần)|(?:mười(?:\smột|\shai)?|một|hai|ba|tư|bốn|sáu|bảy|tám|chín)\b(?!\slần)|năm(?=SEPY))(?:SEP(?P<year5>Y)|LATER)?",
    r"(?:quý\s?|\bq\.?\s?)(?P<quarter>N(?!\slần)|[ivx]+\b|(?:một|nhất|hai|ba|bốn|tư)\b(?!\slần))(?:SEP(?P<year11>Y)|LATER)?",
    r"(?:ngày\s)?(?P<part3>đầu|giữa|cuối)(?:\scùng)?(?:\scủa)?\snăm(?:\s(?P<year6>Y)|LATER)?",
    r"\bt\.?\s?(?P<month5>N)/(?P<year7>Y)",
    r"(?:năm\s?)?(?P<year8>Y)",
    r"\b(?P<bare>\d?N|iii?|iv|i)\b(?!/\d{1,3}\b)(?:SEP(?P<year9>Y)(?!/))?",
)


@cache
def _written() -> Pattern[str]:
    """Every spelling of a term in lower-case text. A group's name without its digits is the field it gives."""
    parts = (part.replace("LATER", rf"|\s(?:của\s)?năm\s(?P<later{place}>{'|'.join(LATER)})\b(?!\s(?:ngày|khi))")
             for place, part in enumerate(_SPELLINGS))  # fmt: skip
    text = "|".join(parts).replace("|" * 2, "|").replace("SEP", r"(?:\s?[/.-]\s?|,?\snăm\s)")
    text = text.replace("N", r"\d\d?\b").replace("Y", r"\d{4}\b")
    return pattern(text)


@cache
def _words() -> Pattern[str]:
    return pattern(r"[^\s,;:()&/.]+(?:\.(?=[^\s,;:()&/.])[^\s,;:()&/.]+)*|[,;:()&/.]")


def tokens(low: str) -> list[Token]:
    """The words and terms of lower-case text, in order."""
    found: list[Token] = []
    at = 0
    last: Token | None = None
    for match in _written().finditer(low):
        found.extend(_plain(low, at, match.start()))
        if match["hour"] is None:
            before = last.term.name if last and last.term and low[last.end : match.start()] in BETWEEN else ""
            term = _term(match, before)
            last = Token(f"<{term.name}>", match.start(), match.end(), term)
            found.append(last)
        elif found and found[-1].word == "trước":
            found[-1] = structs.replace(found[-1], word="đến")  # before 17h of a day is still that day
        at = match.end()
    found.extend(_plain(low, at, len(low)))
    return _with_intervals(found) if any(token.word in TRIGGERS for token in found) else found


def _with_intervals(found: list[Token]) -> list[Token]:
    """The tokens with each interval in place of its words."""
    from cchc_cli.schedule.intervals import Words
    from cchc_cli.schedule.intervals import found as interval

    words = Words([token.word for token in found], [_number(token) for token in found])
    joined: list[Token] = []
    place = 0
    while place < len(found):
        named = interval(words, place)
        if named is None:
            joined.append(found[place])
            place += 1
            continue
        term = Spelled("lặp", interval=named.interval)
        joined.append(Token("<lặp>", found[place].start, found[named.end - 1].end, term))
        place = named.end
    return joined


def _number(token: Token) -> int | None:
    return token.term.day if token.word == "<số>" and token.term else None


def _plain(low: str, start: int, end: int) -> Iterator[Token]:
    for match in _words().finditer(low, start, end):
        yield Token(match[0], match.start(), match.end())


def _term(match: Match[str], before: str) -> Spelled:
    """A bare number has the kind of the term `before` it (quý I, II); with a year a Roman one is a quarter, else a
    month; without a year it is a number."""
    given = {name: value for name, value in match.groupdict().items() if value is not None}
    fields = {name.rstrip("0123456789"): value for name, value in given.items()}
    later = LATER[fields.pop("later", "")] if "later" in fields else 0
    number = {name: NUMBERS.get(value) or _int(value) for name, value in fields.items() if name not in ("part", "sep")}
    year, part = number.get("year"), fields.get("part", "")
    if "day" in fields:
        return Spelled("ngày", number["day"], number.get("month"), year)
    if "count" in fields:
        return Spelled("nửa năm" if number["count"] == 6 else "n tháng", None, number["count"], year, part, later)
    if "month" in fields:
        name = "tháng" if not part else "tuần" if part in TEN_DAYS else "lúc"
        return Spelled(name, None, number["month"], year, part, later)
    if "quarter" in fields:
        return Spelled("quý", None, number["quarter"], year, "", later)
    if "bare" in fields:
        written = "tháng" if fields["bare"].isdecimal() else "quý"
        name = before if before in MONTHS else written if year else "số"
        return Spelled(name, number["bare"]) if name == "số" else Spelled(name, None, number["bare"], year)
    return Spelled("lúc" if part else "năm", None, None, year, part, later)


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
        own_year = year + term.later
        if not term.later:
            own_year = next((each.year or year + each.later for each in around if each.year or each.later), year)
        found = _days(_completed(term, around), own_year)
        if found is None:
            return None
        days.append(found)
    return days


def _completed(term: Spelled, around: Sequence[Spelled]) -> Spelled:
    """The term; a number or a day without its month ("từ 01 đến 15/6", "6 - 8/2026") is of its neighbour's kind."""
    if term.name not in ("ngày", "số"):
        return term
    other = next((each for each in around[1:] if each.name in ("ngày", *MONTHS)), None)
    if term.name == "số" and other and other.name in MONTHS:
        return structs.replace(other, number=term.day, year=None)
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
    if term.name == "tuần":
        return _ten_days(year, term.number, TEN_DAYS[term.part])
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


def _ten_days(year: int, month: int, first: int) -> Days | None:
    """Thượng tuần, trung tuần, hạ tuần: the first, the second ten days of a month, and its remaining days."""
    whole = _months(year, month, month)
    return whole and (date(year, month, first), whole[1] if first == 21 else date(year, month, first + 9))


def _moment(term: Spelled, year: int) -> Days | None:
    """Day of đầu, giữa, cuối: in a month the 1st, 15th, last; in a year 01/01, 30/6, 31/12 (BLDS 2015, Điều 146)."""
    whole = _months(year, 1, 12) if term.number is None else _months(year, term.number, term.number)
    if whole is None:
        return None
    middle = date(year, 6, 30) if term.number is None else date(year, term.number, 15)
    day = {"đầu": whole[0], "giữa": middle, "cuối": whole[1]}[term.part]
    return day, day
