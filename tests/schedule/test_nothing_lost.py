"""Whatever a cell is made of, each day, period and interval in it is in what is read, or the cell is not read."""

from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.schedule import Piece, Unread, cell

YEAR = 2026


class Atom(NamedTuple):
    """A term as it is written, with its first and last day, or its interval."""

    words: str
    first: date | None = None
    last: date | None = None
    every: str = ""


def _month(number: int) -> Atom:
    first = date(YEAR, number, 1)
    return Atom(f"tháng {number}/{YEAR}", first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def _quarter(number: int) -> Atom:
    roman = ("I", "II", "III", "IV")[number - 1]
    return Atom(f"Quý {roman}/{YEAR}", date(YEAR, 3 * number - 2, 1), _month(3 * number).last)


def _day(day: date) -> Atom:
    return Atom(f"ngày {day.day}/{day.month}/{day.year}", day, day)


ATOMS = st.one_of(
    st.dates(date(YEAR, 1, 2), date(YEAR, 12, 30)).map(_day),
    st.integers(1, 12).map(_month),
    st.integers(1, 4).map(_quarter),
    st.just(Atom(f"trong năm {YEAR + 1}", date(YEAR + 1, 1, 1), date(YEAR + 1, 12, 31))),
    st.sampled_from([("hằng quý", "quarter"), ("hằng tháng", "month"), ("hằng năm", "year"), ("02 lần/năm", "half"),
                     ("6 tháng/lần", "half"), ("hàng tuần", "week")]).map(lambda each: Atom(each[0], every=each[1])),
)  # fmt: skip
WORDS = st.sampled_from(
    ["", "", "", "", "trước", "trong", "đến", "từ", "hết", "chậm nhất", "hoàn thành", "hạn", "báo cáo",
     "ban hành Kế hoạch", "theo", "theo quy định", "sau khi có hướng dẫn", "sau", "thường xuyên", "định kỳ",
     "cũ", "hoặc", "và", "cuối",
     "10 ngày kể từ", "không quá", "dự kiến", "trở đi", "Kế hoạch", "vào", "của", "kỳ họp"]
)  # fmt: skip
MARKS = st.sampled_from([" ", " ", ", ", "; ", ": ", " - ", " (", ") ", ". ", "\n- ", " và ", "/"])


@st.composite
def _cells(draw: st.DrawFn) -> tuple[str, list[Atom]]:
    text, atoms = "", []
    for _ in range(draw(st.integers(1, 4))):
        text += draw(WORDS) + draw(st.sampled_from([" ", " ", ": ", " ("]))
        if draw(st.integers(0, 3)):
            atoms.append(draw(ATOMS))
            text += atoms[-1].words
        text += draw(st.sampled_from(["", "", ")"])) + draw(MARKS) + draw(WORDS) + draw(MARKS)
    return text.strip(), atoms


def _is_in(atom: Atom, pieces: tuple[Piece, ...]) -> bool:
    readings = [piece.reading for piece in pieces]
    if atom.every:
        return any(
            each.again and atom.every in (each.every, *each.again.interval.also, *_counts(each.again.interval.count))
            for each in readings
        )
    assert atom.first and atom.last
    days = {atom.first, atom.last, atom.first - timedelta(days=1), atom.first + timedelta(days=10)}
    for each in readings:
        told = {each.start, each.due}
        if each.again:
            told |= {each.again.since, each.again.until}
        if told & days or (each.start and each.due and each.start <= atom.first and atom.last <= each.due):
            return True
        if each.due and atom.first <= each.due <= atom.last:
            return True  # a closer day within the period
    return False


def _counts(count: int) -> tuple[str, ...]:
    return ("half",) if count > 1 else ()


@given(_cells())
def test_no_term_of_a_cell_is_absent_from_what_is_read(drawn: tuple[str, list[Atom]]) -> None:
    text, atoms = drawn
    found = cell(text, YEAR)
    if isinstance(found, Unread):
        return
    for atom in atoms:
        assert _is_in(atom, found), (text, atom.words, found)


@pytest.mark.parametrize(
    "text", ["( ;  )", ";", "(;", "Quý I;", ";Quý I/2026", "theo;theo", "a" * 10_000, "(" * 500 + ")" * 500]
)
def test_odd_marks_are_no_fault(text: str) -> None:
    assert isinstance(cell(text, YEAR), Unread | tuple)
