"""Working days of 2026, as announced; 2027 is not settled."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.model import CalendarYear, DayOff
from cchc_cli.schedule import Workdays


def day_off(month: int, day: int, name: str, year: int = 2026) -> DayOff:
    return DayOff(date=date(year, month, day), name=name, status="confirmed")


CALENDAR = {
    2026: CalendarYear(
        off=(
            day_off(1, 1, "Tết Dương lịch"),
            day_off(1, 2, "Nghỉ hoán đổi"),
            day_off(2, 16, "Tết Âm lịch (29 tháng Chạp)"),
            day_off(2, 17, "Tết Âm lịch (mùng 1)"),
            day_off(2, 18, "Tết Âm lịch (mùng 2)"),
            day_off(2, 19, "Tết Âm lịch (mùng 3)"),
            day_off(2, 20, "Tết Âm lịch (mùng 4)"),
            day_off(4, 27, "Nghỉ bù Giỗ Tổ Hùng Vương (26/4 là Chủ nhật)"),
            day_off(4, 30, "Ngày Chiến thắng"),
            day_off(5, 1, "Ngày Quốc tế Lao động"),
            day_off(8, 31, "Nghỉ hoán đổi"),
            day_off(9, 1, "Quốc khánh (ngày liền kề)"),
            day_off(9, 2, "Quốc khánh"),
            day_off(11, 24, "Ngày Văn hóa Việt Nam"),
            DayOff(date=date(2026, 11, 23), name="Nghỉ hoán đổi", status="proposed", swap_with=date(2026, 11, 28)),
        ),
        work=(date(2026, 1, 10), date(2026, 8, 22)),
    ),
    2027: CalendarYear(
        off=(
            day_off(1, 1, "Tết Dương lịch", 2027),
            DayOff(date=date(2027, 5, 3), name="Nghỉ bù 01/5 (thứ Bảy)", status="computed"),
        ),
        pending=("tet-am-lich-2027", "ngay-lien-ke-quoc-khanh-2027"),
    ),
}
WORKDAYS = Workdays(CALENDAR)


@pytest.mark.parametrize(
    ("day", "n", "last"),
    [
        (date(2026, 2, 13), 5, date(2026, 2, 27)),
        (date(2026, 8, 20), 2, date(2026, 8, 22)),
        (date(2026, 3, 14), 2, date(2026, 3, 17)),
        (date(2026, 6, 14), 2, date(2026, 6, 16)),
        (date(2026, 12, 14), 2, date(2026, 12, 16)),
    ],
)
def test_the_nth_working_day(day: date, n: int, last: date) -> None:
    assert WORKDAYS.after(day, n) == last


def test_2026_has_249_working_days() -> None:
    assert sum(WORKDAYS.is_working(date(2026, 1, 1) + timedelta(days=n)) for n in range(365)) == 249


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 2, 17), "Tết Âm lịch (mùng 1)"),
        (date(2026, 1, 31), "thứ Bảy"),
        (date(2026, 5, 31), "Chủ nhật"),
        (date(2026, 8, 22), None),
        (date(2026, 11, 23), None),
        (date(2027, 5, 3), "Nghỉ bù 01/5 (thứ Bảy)"),
    ],
)
def test_why_a_day_is_off(day: date, why: str | None) -> None:
    assert WORKDAYS.off(day) == why
    assert WORKDAYS.is_working(day) == (why is None)


def test_only_a_year_with_nothing_pending_is_settled() -> None:
    assert [WORKDAYS.settled(year) for year in (2025, 2026, 2027)] == [False, True, False]


@given(st.dates(date(2026, 1, 1), date(2026, 11, 1)), st.integers(1, 30))
def test_the_nth_working_day_is_one_and_n_lie_between(day: date, n: int) -> None:
    last = WORKDAYS.after(day, n)
    between = [day + timedelta(days=k) for k in range(1, (last - day).days + 1)]
    assert WORKDAYS.is_working(last)
    assert sum(map(WORKDAYS.is_working, between)) == n
