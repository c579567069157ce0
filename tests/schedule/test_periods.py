"""Reporting periods and their cut-off days."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.model import Ends
from cchc_cli.schedule import Period, following, period, previous, quarter, title

ENDS = st.sampled_from(get_args(Ends))
IDS = [*(f"2026-Q{n}" for n in range(1, 5)), *(f"2026-{n:02}" for n in range(1, 13))]


def known(text: str, ends: Ends = "cutoff") -> Period:
    found = period(text, ends)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2026-Q1", "quarter", date(2025, 12, 15), date(2026, 3, 14)),
        ("2026-Q2", "quarter", date(2026, 3, 15), date(2026, 6, 14)),
        ("2026-Q3", "quarter", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026-Q4", "quarter", date(2026, 9, 15), date(2026, 12, 14)),
        ("2026-01", "month", date(2025, 12, 15), date(2026, 1, 14)),
        ("2026-03", "month", date(2026, 2, 15), date(2026, 3, 14)),
        ("2026-H1", "half", date(2025, 12, 15), date(2026, 6, 14)),
        ("2026-H2", "half", date(2026, 6, 15), date(2026, 12, 14)),
        ("2026-9M", "nine", date(2025, 12, 15), date(2026, 9, 14)),
        ("2026", "year", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_periods_end_on_their_cutoff(text: str, kind: str, start: date, end: date) -> None:
    found = known(text)
    assert (found.id, found.kind, found.start, found.end) == (text, kind, start, end)


def test_calendar_periods_end_with_the_month() -> None:
    for text, start, end in (
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2028-02", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ):
        found = known(text, ends="calendar")
        assert (found.start, found.end) == (start, end)


def test_case_makes_no_difference() -> None:
    assert period(" 2026-q1 ") == period("2026-Q1")
    assert period("2026-9m") == period("2026-9M")


@pytest.mark.parametrize(
    "text", ["", "-", "2026-", "26-Q1", "2026-Q5", "2026-13", "2026-3", "2026-H3", "Q1", "２０２６", "0000"]
)
def test_what_names_no_period_is_none(text: str) -> None:
    assert period(text) is None


@pytest.mark.parametrize(
    ("text", "before"),
    [("2026-Q2", "2026-Q1"), ("2026-Q1", "2025-Q4"), ("2026-01", "2025-12"), ("2026-10", "2026-09"),
     ("2026-H1", "2025-H1"), ("2026-9M", "2025-9M"), ("2026", "2025")],
)  # fmt: skip
def test_the_period_before(text: str, before: str) -> None:
    assert previous(known(text)) == period(before)
    assert previous(known(text, ends="calendar"), ends="calendar") == period(before, ends="calendar")


@pytest.mark.parametrize(
    ("text", "words"),
    [("2026-Q1", "quý I năm 2026"), ("2026-H1", "6 tháng đầu năm 2026"), ("2026-H2", "6 tháng cuối năm 2026"),
     ("2026-9M", "9 tháng đầu năm 2026"), ("2026", "năm 2026"), ("2026-03", "tháng 3 năm 2026"),
     ("2026-02", "tháng 02 năm 2026")],
)  # fmt: skip
def test_titles_are_as_papers_print_them(text: str, words: str) -> None:
    assert title(known(text)) == words


@given(st.sampled_from(IDS), ENDS)
def test_months_and_quarters_follow_each_other_without_a_gap(text: str, ends: Ends) -> None:
    this = known(text, ends)
    assert previous(this, ends).end + timedelta(days=1) == this.start


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    found = period(text)
    assert found is None or found.start < found.end


@pytest.mark.parametrize(
    ("on", "ends", "name"),
    [((2026, 3, 14), "cutoff", "2026-Q1"), ((2026, 3, 15), "cutoff", "2026-Q2"),
     ((2026, 12, 15), "cutoff", "2027-Q1"),
     ((2026, 3, 15), "calendar", "2026-Q1"), ((2026, 12, 31), "calendar", "2026-Q4")],
)  # fmt: skip
def test_the_quarter_that_runs_on_a_day(on: tuple[int, int, int], ends: Ends, name: str) -> None:
    assert quarter(date(*on), ends).id == name


@given(st.dates(date(2, 1, 1), date(9998, 12, 14)), ENDS)
def test_a_quarter_holds_the_day_that_it_runs_on(on: date, ends: Ends) -> None:
    found = quarter(on, ends)
    assert found.start <= on <= found.end
    assert period(found.id, ends) in (found, None), "periods may be named from 2000 on"


def test_the_ends_of_the_calendar_have_a_quarter() -> None:
    assert quarter(date.min).end > date.min
    assert quarter(date.max).end < date.max


@pytest.mark.parametrize("text", [*IDS, "2026-H1", "2026-H2", "2026-9M", "2026"])
@pytest.mark.parametrize("ends", get_args(Ends))
def test_the_period_that_follows_begins_the_day_after(text: str, ends: Ends) -> None:
    this = known(text, ends)
    assert following(this, ends).start == this.end + timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "after"),
    [("2026-Q4", "2027-Q1"), ("2026-12", "2027-01"), ("2026-H1", "2026-H2"), ("2026-9M", "2026-Q4"), ("2026", "2027")],
)
def test_a_report_looks_ahead_to_the_period_that_follows(text: str, after: str) -> None:
    assert following(known(text)).id == after
