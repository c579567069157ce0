"""Numbers, dates and labels stand on paper as the rules of official documents want them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.vietnamese.paper import (
    count,
    from_roman,
    long_date,
    lower_first,
    month,
    number,
    parse_day,
    point_letter,
    roman,
    share,
    short_date,
)

days = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (1234.5, "1.234,5"), (1234567, "1.234.567"), (0, "0"), (-0.0, "0"), (0.5, "0,5"), (95.0, "95"),
        (-1200, "-1.200"), (0.1 + 0.2, "0,3"), (12.25, "12,25"), (1e9, "1.000.000.000"), (100, "100"),
    ],
)  # fmt: skip
def test_numbers_have_a_decimal_comma_and_dots_between_thousands(value: float, printed: str) -> None:
    assert number(value) == printed


@pytest.mark.parametrize(
    ("done", "of", "printed"),
    [
        (6, 7, "85,7%"), (84, 84, "100%"), (0, 84, "0%"), (0, 0, "–"), (1, 2, "50%"),
        (1, 16, "6,3%"), (1, 8, "12,5%"), (1, 3, "33,3%"), (2, 3, "66,7%"), (1, 2000, "0,1%"),
    ],
)  # fmt: skip
def test_rates_are_rounded_half_up_to_one_decimal(done: int, of: int, printed: str) -> None:
    assert share(done, of) == printed


@pytest.mark.parametrize(
    ("value", "printed"), [(0, "0"), (2, "02"), (5, "05"), (9, "09"), (10, "10"), (65, "65"), (1234, "1.234")]
)
def test_counts_below_ten_take_a_zero(value: int, printed: str) -> None:
    assert count(value) == printed


@pytest.mark.parametrize(
    ("day", "long", "short", "of_month"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", "05/02/2026", "tháng 02"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019", "tháng 6"),
        (date(2026, 1, 28), "ngày 28 tháng 01 năm 2026", "28/01/2026", "tháng 01"),
        (date(2026, 6, 5), "ngày 05 tháng 6 năm 2026", "05/6/2026", "tháng 6"),
        (date(2025, 12, 31), "ngày 31 tháng 12 năm 2025", "31/12/2025", "tháng 12"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026", "10/3/2026", "tháng 3"),
    ],
)
def test_days_below_ten_and_the_first_two_months_take_a_zero(day: date, long: str, short: str, of_month: str) -> None:
    assert (long_date(day), short_date(day), month(day)) == (long, short, of_month)


@given(days)
def test_a_printed_day_reads_back(day: date) -> None:
    for text in (long_date(day), short_date(day), day.isoformat(), f"{day.day}/{day.month}/{day.year}"):
        assert parse_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "27/01/2026", "27/1/2026", " 27 / 01/ 2026 ", "2026-01-27", "2026-1-27", "ngày 27 tháng 01 năm 2026",
        "27-01-2026", "27.1.2026", "2026/01/27", "Ngày  27  tháng 1 năm 2026", "27 tháng 01 năm 2026",
        "ngày 27/01/2026", "nga\u0300y 27/01/2026",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_form(text: str) -> None:
    assert parse_day(text) == date(2026, 1, 27)


@pytest.mark.parametrize(
    "text",
    ["", "30/02/2026", "31/4/2026", "01/13/2026", "27/01/26", "2026-02-30", "0/1/2026", "1/1/0000", "tháng 01/2026",
     "27/01/2026 và sau đó", "ngày 27", "٢٧/٠١/٢٠٢٦", "27-01/2026"],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_day(text) is None


@given(st.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert isinstance(parse_day(text), date | None)
    assert isinstance(from_roman(text), int | None)


@pytest.mark.parametrize(
    ("value", "printed"), [(1, "I"), (4, "IV"), (7, "VII"), (9, "IX"), (14, "XIV"), (2026, "MMXXVI")]
)
def test_roman_numbers(value: int, printed: str) -> None:
    assert roman(value) == printed
    assert from_roman(printed.lower()) == value


def test_every_roman_number_reads_back() -> None:
    assert all(from_roman(roman(value)) == value for value in range(1, 4000))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "MMMM", "I I", "3", "Đ", "IVI", "ı"])
def test_malformed_roman_numbers_are_none(text: str) -> None:
    assert from_roman(text) is None


def test_points_follow_the_legal_alphabet() -> None:
    assert " ".join(map(point_letter, range(1, 24))) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize("place", [-1, 0, 24])
def test_there_is_no_letter_outside_the_alphabet(place: int) -> None:
    with pytest.raises(ValueError, match="point"):
        point_letter(place)


@pytest.mark.parametrize("value", [-1, 0, 4000])
def test_there_is_no_roman_number_outside_its_range(value: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(value)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Cải cách thể chế", "cải cách thể chế"), ("CẢI CÁCH THỂ CHẾ", "CẢI CÁCH THỂ CHẾ"),
     ("UBND xã Vĩnh Am", "UBND xã Vĩnh Am"), ("Khánh Hòa số", "Khánh Hòa số"), ("", "")],
)  # fmt: skip
def test_a_first_letter_is_made_small_unless_it_belongs_to_a_name(text: str, told: str) -> None:
    assert lower_first(text) == told
