"""Spelled-out intervals ("hằng quý, 6 tháng, năm", "02 lần/năm", "thứ 5 hằng tuần") → how often, and on which days."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from cchc_cli.schedule.interval import EACH, ORDER, TIMES, Every, Interval

MONTHS: dict[int, Every] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
UNITS: dict[str, Every] = {"ngày": "day", "tuần": "week", "tháng": "month", "quý": "quarter", "năm": "year"}
NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "chín": 9}
WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
PLACES = {"đầu": 1, "giữa": 2, "cuối": 3}
DAYS = {"đầu": 1, "giữa": 15, "cuối": 31}
JOINERS = (",", "và", "/", ";", "&")
AFTER = ("đầu", "cuối", "giữa", "trước", "sau", "này", "nay", "học", "tới", "kế", "tiếp", "hết", "một", "hai")
"""Words that make the unit before them a certain month, quarter or year."""


class Found(Struct, frozen=True):
    """An interval, None if it has no name (5 tháng một lần), and the place of the word after it."""

    interval: Interval | None
    end: int


class Words:
    """Words with the numbers that they stand for, in which forms are searched from a place on."""

    def __init__(self, words: Sequence[str], numbers: Sequence[int | None]) -> None:
        self._words = words
        self._numbers = numbers

    def at(self, place: int) -> str:
        """The word of a place, "" after the last."""
        return self._words[place] if place < len(self._words) else ""

    def after(self, place: int, *words: str) -> int:
        """The place after one of the words, if it stands there."""
        return place + (self.at(place) in words)

    def number(self, place: int) -> int | None:
        """The number of a place, in figures or spelled out."""
        return (
            self._numbers[place] if place < len(self._words) and self._numbers[place] else NUMBERS.get(self.at(place))
        )


def found(words: Words, place: int) -> Found | None:
    """The interval that begins at a place: the first form that fits."""
    return next((each for form in _FORMS if (each := form(words, place))), None)


def _weekly(words: Words, place: int) -> Found | None:
    """ "thứ 2, thứ 4 hằng tuần", "hằng tuần (thứ 5)"."""
    start = words.after(place, "sáng", "chiều", "ngày")
    days, end = _weekdays(words, start)
    if days:
        end = words.after(end, "của")
        return Found(Interval("week", weekdays=days), end + 2) if _each_week(words, end) else None
    if not _each_week(words, place):
        return None
    bracket = words.at(place + 2) == "("
    days, end = _weekdays(words, words.after(words.after(place + 2, "(", ","), "vào"))
    if not days or (bracket and words.at(end) != ")"):
        return None
    return Found(Interval("week", weekdays=days), end + bracket)


def _each_week(words: Words, place: int) -> bool:
    return words.at(place) in EACH and words.at(place + 1) == "tuần"


def _weekdays(words: Words, place: int) -> tuple[tuple[int, ...], int]:
    days: list[int] = []
    after = place
    while True:
        number = words.number(after + 1) or 0
        if words.at(after) == "thứ" and words.at(after + 1) in WEEKDAYS:
            days.append(WEEKDAYS[words.at(after + 1)])
        elif words.at(after) == "thứ" and 2 <= number <= 7:
            days.append(number - 2)
        elif words.at(after) == "chủ" and words.at(after + 1) == "nhật":
            days.append(6)
        else:
            return tuple(sorted(set(days))), place
        place = after + 2
        after = words.after(place, ",", "và")


def _placed(words: Words, place: int) -> Found | None:
    """ "(của) tháng cuối quý", "tháng đầu của mỗi quý"."""
    start = words.after(place, "của")
    which = PLACES.get(words.at(start + 1))
    if words.at(start) != "tháng" or which is None:
        return None
    end = words.after(words.after(words.after(start + 2, "cùng", "tiên"), "của"), *EACH)
    return Found(Interval("quarter", place=which), end + 1) if words.at(end) == "quý" else None


def _day(words: Words, place: int) -> Found | None:
    """ "ngày 25/tháng", "ngày cuối cùng hằng tháng", "cuối mỗi tháng"."""
    day = words.number(place + 1)
    if day and (words.at(place), words.at(place + 2), words.at(place + 3)) == ("ngày", "/", "tháng"):
        return Found(Interval("month", day=day), place + 4)
    start = words.after(place, "ngày")
    day = DAYS.get(words.at(start))
    end = words.after(words.after(words.after(start + 1, "cùng", "tiên"), "của"), "tháng")
    if not day or words.at(end) not in EACH or words.at(end + 1) != "tháng":
        return None
    return Found(Interval("month", day=day), end + 2)


def _times(words: Words, place: int) -> Found | None:
    """ "02 lần/năm", "ít nhất 01 lần mỗi tuần"."""
    count, end = _count(words, place)
    if not count or words.at(end) not in ("/", *EACH, "trong"):
        return None
    unit = _unit(words, end + 1)
    return Found(unit.interval and _counted(count, unit.interval.every, ()), unit.end) if unit else None


def _count(words: Words, place: int) -> tuple[int, int]:
    """The number of "ít nhất 02 lần", "02 cuộc" and the place after it; 0 if there is none."""
    if (words.at(place), words.at(place + 1)) in (("ít", "nhất"), ("tối", "thiểu")):
        place += 2
    count = words.number(place)
    return (count, place + 2) if count and words.at(place + 1) in TIMES else (0, place)


def _apart(words: Words, place: int) -> Found | None:
    """ "6 tháng/lần", "03 tháng 01 lần"."""
    start = words.after(place, "mỗi")
    if (words.at(place), words.at(place + 1)) == ("định", "kỳ"):
        start = words.after(place + 2, "mỗi")
    unit = _unit(words, start) if words.number(start) else None
    if unit is None:
        return None
    end = words.after(unit.end, "/")
    count = words.number(end)
    end += bool(count)
    if words.at(end) != "lần":
        return None
    return Found(unit.interval and _counted(count or 1, unit.interval.every, ()), end + 1)


def _each(words: Words, place: int) -> Found | None:
    """ "hằng tháng, quý", "mỗi năm ít nhất 02 lần", "định kỳ 6 tháng", "các quý trong năm"."""
    if words.at(place) in EACH:
        listed = _listed(words, place + 1, units=("ngày", "tuần", "tháng", "quý", "năm"))
    elif (words.at(place), words.at(place + 1)) == ("định", "kỳ"):
        listed = _listed(words, words.after(place + 2, "theo", *EACH))
    elif words.at(place) == "các" and words.at(place + 1) in ("quý", "tháng"):
        end = place + 2
        in_year = (words.at(end), words.at(end + 1)) == ("trong", "năm")
        if words.at(end) in AFTER:
            return None
        return Found(Interval(UNITS[words.at(place + 1)]), end + 2 * in_year)
    else:
        return None
    if listed is None or listed.interval is None:
        return listed
    count, end = _count(words, listed.end)
    return Found(_counted(count, listed.interval.every, listed.interval.also), end) if count else listed


def _bare(words: Words, place: int) -> Found | None:
    """ "quý, 6 tháng, năm": at least two intervals."""
    listed = _listed(words, place)
    return listed if listed and listed.interval and listed.interval.also else None


def _listed(words: Words, place: int, units: tuple[str, ...] = ("tuần", "tháng", "quý", "năm")) -> Found | None:
    """The intervals of a list: the shortest, and the longer ones."""
    unit = _unit(words, place, units)
    if unit is None:
        return None
    every: list[Every] = []
    end = place
    while unit is not None:
        if unit.interval is None:
            return unit
        every.append(unit.interval.every)
        end = unit.end
        after = words.after(words.after(end, *JOINERS), "và") if words.at(end) in JOINERS else -1
        unit = _unit(words, _past_each(words, after)) if after >= 0 else None
    ordered = sorted(set(every), key=ORDER.index)
    return Found(Interval(ordered[0], tuple(ordered[1:])), end)


def _past_each(words: Words, place: int) -> int:
    if (words.at(place), words.at(place + 1)) == ("định", "kỳ"):
        place += 2
    return words.after(place, "theo", *EACH)


def _unit(words: Words, place: int, units: tuple[str, ...] = ("tuần", "tháng", "quý", "năm")) -> Found | None:
    """ "quý", "6 tháng", "1 năm"; None if the words after it make it a certain one (6 tháng cuối năm)."""
    number = words.number(place)
    unit = place + bool(number)
    if words.at(unit) not in units or (words.at(unit + 1) in AFTER and words.at(unit + 2) != "lần"):
        return None
    word = words.at(unit)
    months = (number or 1) * {"tháng": 1, "quý": 3, "năm": 12}.get(word, 0)
    named = MONTHS.get(months) or (UNITS[word] if (number or 1) == 1 else None)
    return Found(named and Interval(named), unit + 1)


def _counted(count: int, every: Every, also: tuple[Every, ...]) -> Interval:
    """Twice a year is every half-year, four times a year every quarter; else the count stands beside the interval."""
    months = {name: number for number, name in MONTHS.items()}.get(every)
    if count > 1 and not also and months and months % count == 0 and months // count in MONTHS:
        return Interval(MONTHS[months // count])
    return Interval(every, also, count)


_FORMS: tuple[Callable[[Words, int], Found | None], ...] = (_weekly, _placed, _day, _times, _apart, _each, _bare)
