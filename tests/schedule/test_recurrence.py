"""Recurring schedules: their turns, and the turn that a day falls in."""

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from cchc_cli.model import Ends, Kind
from cchc_cli.schedule import Again, Reading, read
from cchc_cli.schedule.interval import Every, Interval
from cchc_cli.schedule.recurrence import turns
from cchc_cli.schedule.turn import of_day

TERM = (date(2026, 1, 1), date(2026, 12, 31))


def turn(text: str, on: str, ends: Ends = "cutoff") -> tuple[date, date]:
    found = read(text, 2026)
    assert isinstance(found, Reading) and found.kind is Kind.RECURRING
    own = of_day(turns(found.again, *TERM, ends), day(on))
    return own.start, own.last


@pytest.mark.parametrize(
    ("text", "on", "start", "end"),
    [
        ("Hằng quý", "14/3", "15/12/2025", "14/3"),
        ("Hằng quý", "15/3", "15/3", "14/6"),
        ("Hàng tháng", "14/3", "15/2", "14/3"),
        ("06 tháng một lần", "1/1", "15/12/2025", "14/6"),
        ("Hằng năm", "1/7", "15/12/2025", "14/12"),
        ("Hằng tuần", "1/7", "29/6", "5/7"),
        ("Trước ngày 20 hằng tháng", "19/3", "20/2", "19/3"),
        ("Trước ngày 20 hàng tháng", "20/3", "20/3", "19/4"),
        ("Trước ngày 01 hằng tháng", "1/2", "1/2", "28/2"),
        ("Vào ngày 31 hằng tháng", "15/2", "1/2", "28/2"),
        ("Tháng 6 hằng năm", "1/3", "1/7/2025", "30/6"),
    ],
)
def test_a_turn_ends_with_its_period_or_on_the_day_that_is_named(text: str, on: str, start: str, end: str) -> None:
    assert turn(text, on) == (day(start), day(end))


def test_turns_follow_the_calendar_where_periods_do() -> None:
    assert turn("Hằng quý", "15/3", ends="calendar") == (day("1/1"), day("31/3"))
    assert turn("Hằng tháng", "15/2", ends="calendar") == (day("1/2"), day("28/2"))


def test_a_day_after_the_last_turn_of_the_plans_term_falls_in_that() -> None:
    assert turn("Hằng quý", "15/12") == turn("Hằng quý", "14/12") == (day("15/9"), day("14/12"))


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
EVERY = st.sampled_from([each for each in get_args(Every) if each != "day"])


@given(EVERY, DAYS, st.sampled_from(get_args(Ends)))
def test_turns_hold_their_day_and_follow_one_another(every: Every, on: date, ends: Ends) -> None:
    found = turns(Again(Interval(every)), *TERM, ends)
    own = of_day(found, on)
    assert own.start <= on <= own.last or (own is found[-1] and on > own.last) or on < found[0].start
    assert all(after.start == before.last + timedelta(days=1) for before, after in pairwise(found))


def test_daily_work_has_no_turns() -> None:
    assert turns(Again(Interval("day")), *TERM) == ()
    assert turns(None, *TERM) == ()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Hằng quý", "2026-Q1 2026-Q2 2026-Q3 2026-Q4"),
        ("02 lần/năm", "2026-H1 2026-H2"),
        ("Hằng năm", "2026"),
        ("Trước ngày 15/12 hằng năm", "2026=14/12"),
        ("Tháng 3 và tháng 9 hằng năm", "2026-03=31/3 2026-09=30/9"),
        ("Ngày 31/3 và 30/9 hằng năm", "2026-03-31=31/3 2026-09-30=30/9"),
        ("Trước ngày 20 của tháng cuối quý", "2026-Q1=19/3 2026-Q2=19/6 2026-Q3=19/9 2026-Q4=19/12"),
        ("Quý III/2026 (hằng tháng)", "2026-07 2026-08 2026-09"),
        ("Định kỳ theo quy định", ""),
    ],
)
def test_turns_have_their_period_and_the_day_that_is_printed(text: str, ids: str) -> None:
    found = read(text, 2026)
    assert isinstance(found, Reading)
    told = (f"{each.id}{f'={each.due.day}/{each.due.month}' if each.due else ''}" for each in turns(found.again, *TERM))
    assert " ".join(told) == ids


def test_a_plan_of_three_years_has_turns_in_each() -> None:
    found = read("Hằng năm", 2026)
    assert isinstance(found, Reading)
    assert [each.id for each in turns(found.again, date(2026, 1, 1), date(2028, 12, 31))] == ["2026", "2027", "2028"]


def test_weeks_are_those_of_the_year_in_which_their_thursday_lies() -> None:
    weeks = turns(Again(Interval("week")), *TERM)
    assert [weeks[0].id, weeks[6].id, weeks[-1].id] == ["2026-W01", "2026-W07", "2026-W53"]
    thursdays = turns(Again(Interval("week", weekdays=(3,))), *TERM)
    assert thursdays[0].due == date(2026, 1, 1)
    assert [each.id for each in turns(Again(Interval("week", weekdays=(0, 4))), *TERM)][:2] == [
        "2026-01-02",
        "2026-01-05",
    ]


@given(EVERY, DAYS, DAYS, st.sampled_from(get_args(Ends)))
def test_turns_are_in_order_and_have_ids_of_their_own(every: Every, one: date, other: date, ends: Ends) -> None:
    found = turns(Again(Interval(every)), min(one, other), max(one, other), ends)
    assert len({each.id for each in found}) == len(found)
    assert [each.end for each in found] == sorted(each.end for each in found)
    assert all(each.start <= each.end for each in found)
