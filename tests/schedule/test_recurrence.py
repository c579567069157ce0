"""Recurring schedules: the turn that runs on a day, and the day by which it falls due."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from cchc_cli.model import Ends, Kind
from cchc_cli.schedule import Again, Reading, read
from cchc_cli.schedule.interval import Every, Interval
from cchc_cli.schedule.recurrence import Occurrence, occurrence

TERM = (date(2026, 1, 1), date(2026, 12, 31))


def turn(text: str, on: str, ends: Ends = "cutoff") -> Occurrence | None:
    found = read(text, 2026)
    assert isinstance(found, Reading) and found.kind is Kind.RECURRING
    return occurrence(found.again, *TERM, day(on), ends)


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
    assert turn(text, on) == Occurrence(day(start), day(end))


def test_turns_follow_the_calendar_where_periods_do() -> None:
    assert turn("Hằng quý", "15/3", ends="calendar") == Occurrence(day("1/1"), day("31/3"))
    assert turn("Hằng tháng", "15/2", ends="calendar") == Occurrence(day("1/2"), day("28/2"))


def test_after_the_last_turn_of_the_plans_year_there_is_none() -> None:
    assert turn("Hằng quý", "14/12") is not None
    assert turn("Hằng quý", "15/12") is None
    assert turn("Định kỳ theo quy định", "1/3") is None, "no interval is named"


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(st.sampled_from(get_args(Every)), DAYS, st.sampled_from(get_args(Ends)))
def test_turns_hold_their_day_and_follow_one_another(every: Every, on: date, ends: Ends) -> None:
    again = Again(Interval(every))
    found = occurrence(again, *TERM, on, ends)
    if found is None:
        assert on.month == 12
        return
    assert found.start <= on <= found.end
    after = occurrence(again, *TERM, found.end + timedelta(days=1), ends)
    assert after is None or after.start == found.end + timedelta(days=1)
