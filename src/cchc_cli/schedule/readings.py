"""The phrases of one term → its reading: kind, first day, day due, how often."""

from datetime import date, timedelta
from itertools import pairwise

from msgspec import structs

from cchc_cli.model import Kind
from cchc_cli.schedule.interval import ORDER, Interval
from cchc_cli.schedule.months import YEARS, months_after
from cchc_cli.schedule.phrases import Bit
from cchc_cli.schedule.reading import Again, Reading
from cchc_cli.schedule.spelling import MONTHS, Days, Spelled, resolved

DATED = (Kind.DATE, Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR, Kind.RANGE)
LEAP_YEAR = 2028
MANY, UNTIL = 60, 3
"""No cell lists more terms: one for each week, or a few more; so many months or quarters that follow each other are at
most one stretch, more of them are a list of turns."""


def together(phrases: list[Bit], year: int, issued: date | None = None) -> list[Reading] | None:
    """The readings of phrases that only "," or "và" joins: one, or one for each; None if a day does not exist."""
    if len(phrases) > MANY:
        return None
    if len(phrases) > 1 and all(_is_dated(each) for each in phrases):
        return _dates(phrases, year)
    first, *more = phrases
    found = _one(first, year, issued)
    readings = [found] if found else None
    for place, phrase in enumerate(more):
        own = _one(phrase, year, issued)
        if readings and own is None and (again := readings[-1].again) and (dated := within(again, phrase)):
            readings = [*readings[:-1], dated]  # "hằng tháng, chậm nhất ngày 20"
            continue
        if own is None or readings is None:
            return None
        last = phrases[place]
        merged = narrowed(readings[-1], last, own, phrase, joined=True)
        if merged is None and _may_come_again(readings[-1], last, own):
            return None
        readings = [*readings[:-1], merged] if merged else [*readings, own]
    return readings


def _may_come_again(one: Reading, said: Bit, other: Reading) -> bool:
    """Whether a day without a year may come again as the one after it does ("10/6 và trước 10/12 hằng năm")."""
    return one.kind in DATED and not _has_year(said) and other.again is not None and bool(other.again.on)


def narrowed(wide: Reading, said: Bit, inner: Reading, phrase: Bit, *, joined: bool = False) -> Reading | None:
    """One term of two: the day within an interval or a stretch, the stretch of an interval; None for two terms."""
    if wide.kind in DATED and inner.kind in DATED:
        return None if joined or not _within(wide, inner) else inner
    if (
        wide.kind in (Kind.ONGOING, Kind.RECURRING)
        and not wide.every
        and not wide.start
        and inner.kind is Kind.RECURRING
    ):
        return inner
    if wide.kind is Kind.RECURRING and inner.kind is Kind.ONGOING and not inner.start:
        return wide
    if wide.again and inner.again:
        return _both(wide.again, inner.again)
    for again, other in ((wide.again, inner), (inner.again, wide)):
        if again and not again.since and other.kind is Kind.ONGOING and other.start:
            return _recurring(structs.replace(again, since=other.start))
    for own, other, words in ((wide.again, inner, phrase), (inner.again, wide, said)):
        if own and other.kind in DATED:
            dated = None if _has_year(words) or (own.on and not joined) else _on(own.interval, words)
            is_alike = dated and (own.before == dated.before or (dated.before and phrase.words[0].startswith("<")))
            if dated and (is_alike or not own.on):
                return _recurring(structs.replace(own, on=(*dated.on, *own.on), before=dated.before))
            return None if own.on or (joined and not _has_year(words)) else _spanned(own, other)
    return None


def within(again: Again, phrase: Bit) -> Reading | None:
    """An interval with the day that a bracket names ("hằng tháng (ngày 20)")."""
    found = None if again.on or _has_year(phrase) else _on(again.interval, phrase)
    return _recurring(found) if found else None


def _spanned(own: Again, stretch: Reading) -> Reading | None:
    """An interval within a stretch ("hằng quý", năm 2026)."""
    if stretch.start is None or stretch.due is None:
        return None
    return _recurring(structs.replace(own, since=stretch.start, until=stretch.due))


def _both(one: Again, other: Again) -> Reading | None:
    """Two intervals: the shorter one, the longer named beside it; equal ones with the days of both."""
    if one.interval.every == other.interval.every:
        if one.before != other.before and one.on and other.on:
            return None
        interval = one.interval if one.interval.place or one.interval.weekdays else other.interval
        return _recurring(Again(interval, one.on + other.on, one.before or other.before))
    if one.on or other.on:
        return None
    short, long = sorted((one, other), key=lambda each: ORDER.index(each.interval.every))
    also = dict.fromkeys((*short.interval.also, long.interval.every, *long.interval.also))
    return _recurring(Again(structs.replace(short.interval, also=tuple(sorted(also, key=ORDER.index)))))


def _recurring(again: Again) -> Reading:
    return Reading(Kind.RECURRING, every=again.interval.every, again=again)


def _within(wide: Reading, inner: Reading) -> bool:
    if wide.start is None or wide.due is None or inner.due is None:
        return False
    return wide.start <= (inner.start or inner.due) <= inner.due <= wide.due


def _has_year(phrase: Bit) -> bool:
    return any(term.year for term in phrase.terms)


def _is_dated(phrase: Bit) -> bool:
    return phrase.row is not None and phrase.row.due in ("last", "before")


def _one(phrase: Bit, year: int, issued: date | None) -> Reading | None:
    row = phrase.row
    assert row is not None
    if row.kind is Kind.RECURRING:
        return _interval(phrase)
    if row.due == "counted":
        return _counted(phrase, year)
    if row.start == "issued":
        return Reading(row.kind, issued)
    if row.start == row.due == "none":
        other = next((term.year for term in phrase.terms if term.year in YEARS and term.year != year), None)
        return Reading(row.kind, date(other, 1, 1) if other else None)
    found = _dates([phrase], year)
    if found is None:
        return None
    return found[0] if row.due != "none" else Reading(row.kind, found[0].start)


def _dates(phrases: list[Bit], year: int) -> list[Reading] | None:
    """Readings of dated phrases; a year or month that one leaves out is that of another, and so is "trước"."""
    terms = [list(phrase.terms) or [Spelled("năm")] for phrase in phrases]
    days = resolved([term for own in terms for term in own], year)
    if days is None:
        return None
    readings, place, before = [], 0, False
    for phrase, own in zip(phrases, terms, strict=True):
        row, named = phrase.row, days[place : place + len(own)]
        assert row is not None
        before = row.due == "before" or (before and all(word.startswith("<") for word in phrase.words))
        due = named[0][0] - timedelta(days=1) if before else named[-1][1]
        readings.append(
            Reading(
                Kind.DATE if before else row.kind, named[0][0] if row.start == "first" and not before else None, due
            )
        )
        place += len(own)
    if _is_narrowed(phrases, readings):
        return readings[1:]
    return [_stretch(readings)] if _adjoining(phrases, days, len(readings)) else readings


def _is_narrowed(phrases: list[Bit], readings: list[Reading]) -> bool:
    """Whether the second of two days lies within the first ("trong năm 2026, trước 30/11")."""
    return (
        len(phrases) == 2
        and not phrases[1].words[0].startswith("<")
        and readings[0].kind is not Kind.DATE
        and (readings[1].kind is Kind.DATE and _within(*readings))
    )


def _adjoining(phrases: list[Bit], days: list[Days], count: int) -> bool:
    names = {phrase.terms[0].name for phrase in phrases if len(phrase.terms) == 1}
    most = UNTIL if names <= set(MONTHS) else count
    plain = len(days) == count > 1 and len(names) == 1 and names <= {"năm", *MONTHS} and count <= most
    kinds = all(
        phrase.row is not None and phrase.row.due == "last" and phrase.row.start == "first" for phrase in phrases
    )
    return plain and kinds and all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(days))


def _stretch(readings: list[Reading]) -> Reading:
    return Reading(Kind.RANGE, readings[0].start, readings[-1].due)


def _counted(phrase: Bit, year: int) -> Reading | None:
    """So many days, weeks or months after a written day; the day itself is not counted (BLDS 2015, Điều 147, 148)."""
    count, day = phrase.terms[0].day or 0, resolved(phrase.terms[1:], year)
    if day is None or not count:
        return None
    since = day[0][0]
    if "việc" in phrase.words:
        return Reading(Kind.DATE, days=count, working=True, since=since)
    if "tháng" in phrase.words:
        return Reading(Kind.DATE, due=months_after(since, count))
    return Reading(Kind.DATE, due=since + timedelta(days=count * (7 if "tuần" in phrase.words else 1)))


def _interval(phrase: Bit) -> Reading | None:
    """The interval, with the day within it, if one is named; None if there is no such interval or day."""
    if not phrase.terms:
        return Reading(Kind.RECURRING)
    *dated, named = phrase.terms
    if named.interval is None:
        return None
    own = Again(named.interval)
    if dated:
        found = _on(named.interval, structs.replace(phrase, terms=tuple(dated)))
        return _recurring(found) if found else None
    if named.interval.day:
        return _recurring(structs.replace(own, on=((1, named.interval.day),))) if named.interval.day <= 31 else None
    return _recurring(structs.replace(own, on=((named.interval.place, 31),)) if named.interval.place else own)


def _on(interval: Interval, phrase: Bit) -> Again | None:
    """The days of an interval that a phrase names; None if they cannot be days of such an interval."""
    before = phrase.words[0] == "trước"
    places = [_place(interval, term, before) for term in phrase.terms]
    if not places or None in places or interval.also or interval.day or interval.count > 1:
        return None
    return Again(interval, tuple(place for place in places if place), before)


def _place(interval: Interval, term: Spelled, before: bool) -> tuple[int, int] | None:
    """The month of the interval and the day that a term names; 31 for a month's last day."""
    number, year = term.number, interval.every == "year"
    if term.name == "số":
        term = Spelled("ngày", term.day)
    if term.name == "ngày":
        if year:
            return (number, term.day or 0) if number and resolved([term], LEAP_YEAR) else None
        month = 1 if interval.every == "month" else interval.place
        return (month, term.day or 0) if month and not number and term.day in range(1, 32) else None
    length = {"tháng": 1, "quý": 3}.get(term.name, 0)
    last = (number or 0) * length
    if term.name == "nửa năm":
        length, last = 6, 6 if term.part == "đầu" else 12
    if not year or not 1 <= last <= 12:
        return None
    return (last - length + 1, 1) if before else (last, 31)


def waiting(reading: Reading, phrase: Bit, text: str) -> Reading:
    """A term from the plan's own day, if that day is not known, keeps its words as a condition."""
    row = phrase.row
    wants = row is not None and ((row.start == "issued" and reading.start is None) or row.kind is Kind.EVENT)
    return structs.replace(reading, condition=text[phrase.start : phrase.end]) if wants else reading
