"""The Tiến độ column: every example of the table, this plan's own phrases, and what must not be guessed."""

import unicodedata
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from cchc_cli.model import Kind
from cchc_cli.schedule import Reading, Unread, cell, read
from cchc_cli.schedule.grammar import TABLE, Phrasing, examples
from cchc_cli.schedule.nearest import hint as nearest_hint
from cchc_cli.schedule.nearest import nearest

EXAMPLES = [(row, words, outcome) for row in TABLE for words, outcome in examples(row)]
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
FORMS: list[Literal["NFC", "NFD"]] = ["NFC", "NFD"]
YEAR_END = date(2026, 12, 31)


def outcome_of(reading: Reading) -> str:
    days = " - ".join(f"{day:%d/%m/%Y}" for day in (reading.start, reading.due) if day)
    return (days + (f" | {reading.condition}" if reading.condition else "")).strip()


def readable(text: str, year: int = 2026) -> Reading:
    found = read(text, year)
    assert isinstance(found, Reading), text
    return found


def span(found: Reading) -> tuple[Kind, date | None, date | None]:
    return found.kind, found.start, found.due


@pytest.mark.parametrize(("row", "words", "outcome"), EXAMPLES, ids=[words for _, words, _ in EXAMPLES])
def test_each_example_of_the_table_reads_as_it_says(row: Phrasing, words: str, outcome: str) -> None:
    found = readable(words)
    assert (found.kind, outcome_of(found)) == (row.kind, outcome)


def test_every_row_has_an_example() -> None:
    assert [row.kind for row in TABLE if not examples(row)] == [Kind.NONE]


@pytest.mark.parametrize(
    ("words", "kind", "outcome"),
    [
        ("Trong năm 2026", Kind.YEAR, "01/01/2026 - 31/12/2026"),
        ("Trong năm 2026 (theo tiến độ kế hoạch được phê duyệt)", Kind.YEAR,
         "01/01/2026 - 31/12/2026 | theo tiến độ kế hoạch được phê duyệt"),
        ("Trong năm (theo tiến độ phân công)", Kind.YEAR, "01/01/2026 - 31/12/2026 | theo tiến độ phân công"),
        ("Thường xuyên", Kind.ONGOING, ""),
        ("Thường xuyên trong năm 2026", Kind.ONGOING, ""),
        ("Thực hiện liên tục, chủ động sắp xếp trên cơ sở hướng dẫn của Trung ương", Kind.ONGOING,
         "| chủ động sắp xếp trên cơ sở hướng dẫn của Trung ương"),
        ("Tháng 01/2026", Kind.MONTH, "01/01/2026 - 31/01/2026"),
        ("Tháng 9/2026", Kind.MONTH, "01/09/2026 - 30/09/2026"),
        ("Quý I/2026", Kind.QUARTER, "01/01/2026 - 31/03/2026"),
        ("Quý II/2026 (sau khi công bố kết quả PCI năm 2025)", Kind.QUARTER,
         "01/04/2026 - 30/06/2026 | sau khi công bố kết quả PCI năm 2025"),
        ("Từ tháng 6 - tháng 11/2026", Kind.RANGE, "01/06/2026 - 30/11/2026"),
        ("trước ngày 30/6/2026", Kind.DATE, "29/06/2026"),
        ("Theo đề xuất của các cơ quan, tổ chức, đơn vị, địa phương", Kind.EXTERNAL,
         "| Theo đề xuất của các cơ quan, tổ chức, đơn vị, địa phương"),
        ("Theo tiến độ, chủ trương và văn bản chỉ đạo của Trung ương", Kind.EXTERNAL,
         "| Theo tiến độ, chủ trương và văn bản chỉ đạo của Trung ương"),
        ("Theo tiến độ được giao", Kind.EXTERNAL, "| Theo tiến độ được giao"),
        ("Triển khai sau khi có Quyết định của Ban Tổ chức Trung ương và Nghị quyết của HĐND tỉnh", Kind.EVENT,
         "| sau khi có Quyết định của Ban Tổ chức Trung ương và Nghị quyết của HĐND tỉnh"),
        ("Theo lộ trình kế hoạch giải ngân vốn đầu tư công năm 2026", Kind.EXTERNAL,
         "| Theo lộ trình kế hoạch giải ngân vốn đầu tư công năm 2026"),
    ],
)  # fmt: skip
def test_the_plan_of_khanh_hoa_is_read(words: str, kind: Kind, outcome: str) -> None:
    found = readable(words)
    assert (found.kind, outcome_of(found)) == (kind, outcome)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_an_empty_cell_has_no_schedule(blank: str) -> None:
    assert read(blank, 2026) == Reading(Kind.NONE)


def test_working_days_count_from_an_event() -> None:
    found = readable("chậm nhất là 05 ngày làm việc kể từ ngày quyết định công bố được ban hành")
    assert found == Reading(Kind.EVENT, condition="ngày quyết định công bố được ban hành", days=5, working=True)
    found = readable("trong 30 ngày kể từ ngày ký")
    assert (found.days, found.working) == (30, False)


@pytest.mark.parametrize(
    ("words", "every"),
    [("Hàng tuần", "week"), ("hằng tháng", "month"), ("Định kỳ hàng quý", "quarter"), ("6 tháng một lần", "half"),
     ("Hằng năm", "year"), ("3 tháng một lần", "quarter"), ("Trước ngày 20 hàng tháng", "month")],
)  # fmt: skip
def test_what_recurs_has_an_interval_and_no_day(words: str, every: str) -> None:
    found = readable(words)
    assert (found.kind, found.due, found.every) == (Kind.RECURRING, None, every)


@pytest.mark.parametrize(
    "words",
    [
        "30/02/2026", "31/4/2026", "Tháng 13", "Tháng 0/2026", "Quý V", "Quý 5/2026", "Quý 0", "Năm 1926",
        "05/02/26", "Tháng 6/26", "Quý II/26", "0 tháng đầu năm", "13 tháng đầu năm",
        "Đầu quý II/2026", "Cuối quý III", "Quý I (năm 2027)", "Sau khi có Quyết định, trong 05 ngày làm việc",
        "Thường xuyên (Quý I/2026)", "05 ngày làm việc", "Ngày 15", "Ngày 45 hằng tháng", "5 tháng một lần",
        "Sau ngày 30/6/2026", "theo", "kể từ", "(", ")", "Trong năm 2026 (", "Trong năm 2026 ()", "Sớm", "2026/", "6",
        "Tháng 5/2026 (cũ: Quý I/2026)", "Quý III (hoặc theo hướng dẫn của Bộ Nội vụ)", "Tháng 3/2026 âm lịch",
        "Năm học 2026-2027", "Sơ kết 6 tháng đầu năm", "Quyết toán năm 2025", "Chuyển tiếp từ năm 2025",
    ],
)  # fmt: skip
def test_a_phrase_that_cannot_be_read_is_not_guessed(words: str) -> None:
    found = read(words, 2026)
    assert isinstance(found, Unread)
    assert found.text == words
    assert not found.terms


@pytest.mark.parametrize(
    ("words", "meant"),
    [("Tháng 6/26", "Tháng 6/2026"), ("05/02/26", "05/02/2026"), ("Thuờng xuyên", "Thường xuyên"),
     ("Trog năm 2026", "Trong năm 2026"), ("Trươc ngày 15/9/2026", "Trước ngày 15/9/2026"),
     ("quy II/2026", "Quý II/2026"), ("truoc ngay 15 hang thang", "Trước ngày 15 hằng tháng")],
)  # fmt: skip
def test_a_slip_is_mended_without_another_day(words: str, meant: str) -> None:
    assert nearest(words, 2026) == meant
    assert isinstance(read(meant, 2026), Reading)


@pytest.mark.parametrize(
    "words", ["100 ngày", "Đầu quý II/2026", "Tháng 13/2026", "Sớm", "Chưa xác định", "", "6", "?" * 999]
)
def test_no_phrase_is_better_than_one_with_another_meaning(words: str) -> None:
    assert nearest(words, 2026) is None


def test_what_a_quarter_has_no_day_for_is_said() -> None:
    assert "không chỉ một ngày nào" in nearest_hint("Cuối quý II/2026", 2026, "khác")
    assert nearest_hint("Sớm", 2026, "khác") == "khác"


def test_a_range_that_ends_before_it_begins_is_still_read() -> None:
    found = readable("Từ tháng 11 - tháng 3/2026")
    assert (found.start, found.due) == (date(2026, 11, 1), date(2026, 3, 31))


def test_the_plans_year_stands_in_for_a_missing_one() -> None:
    assert readable("Quý I", 2027).due == date(2027, 3, 31)
    assert readable("Trong năm", 2027).due == date(2027, 12, 31)
    assert readable("Tháng 02", 2028).due == date(2028, 2, 29)
    assert readable("01/6 - 30/11", 2027).start == date(2027, 6, 1)


def test_lines_of_a_cell_have_each_its_term_and_name() -> None:
    text = "- Tháng 02/2026: Ban hành Kế hoạch giai đoạn 2026-2030.\n- Tháng 5/2026: ban hành Kế hoạch năm 2026."
    found = cell(text, 2026)
    assert isinstance(found, tuple)
    assert [(term.words, term.name) for term in found] == [
        ("Tháng 02/2026", "Ban hành Kế hoạch giai đoạn 2026-2030"),
        ("Tháng 5/2026", "ban hành Kế hoạch năm 2026"),
    ]


def test_a_line_without_a_day_is_a_condition_of_the_others() -> None:
    text = (
        "Theo lộ trình kế hoạch giải ngân vốn đầu tư công năm 2026\n\n"
        "– Đến 31/12/2026: Hoàn thành tối thiểu 90% kế hoạch được giao\n- Đến 31/01/2027: Hoàn thành 100%"
    )
    found = cell(text, 2026)
    assert isinstance(found, tuple)
    assert [term.reading.due for term in found] == [YEAR_END, date(2027, 1, 31)]
    assert {term.reading.condition for term in found} == {"Theo lộ trình kế hoạch giải ngân vốn đầu tư công năm 2026"}


# -- for any day, month, year ----------------------------------------------------------------------------------------


@given(DAYS)
def test_a_day_is_read_in_every_spelling(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    for words in (
        f"{d:02}/{m:02}/{y}", f"{d}/{m}/{y}", f"ngày {d:02}/{m}/{y}", f"Ngày {d} tháng {m:02} năm {y}",
        f"{d:02}-{m:02}-{y}", f"{d}.{m}.{y}", f"{d:02}/ {m:02} /{y}", f"đến hết ngày {d}/{m}/{y}",
        f"chậm nhất là {d}/{m}/{y}", f"chậm nhất vào ngày {d}/{m} năm {y}",
    ):  # fmt: skip
        assert span(readable(words)) == (Kind.DATE, None, day), words
    assert readable(f"{d}/{m}", y).due == day
    assert readable(f"trước ngày {d}/{m}/{y}").due == day - timedelta(days=1)


@given(st.integers(1, 12), st.integers(2000, 2100))
def test_a_month_is_read_in_every_spelling(month: int, year: int) -> None:
    due = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    for words in (f"Tháng {month}/{year}", f"Tháng {month:02}/{year}", f"tháng {month} năm {year}", f"T{month}/{year}",
                  f"trong tháng {month} - {year}", f"{month:02}/{year}"):  # fmt: skip
        assert span(readable(words)) == (Kind.MONTH, date(year, month, 1), due), words
    assert readable(f"Cuối tháng {month}/{year}").due == readable(f"Đến hết tháng {month}/{year}").due == due


@given(st.sampled_from([("I", 1), ("II", 2), ("III", 3), ("IV", 4)]), st.integers(2000, 2100))
def test_a_quarter_is_read_in_roman_and_arabic(quarter: tuple[str, int], year: int) -> None:
    roman, number = quarter
    for words in (f"Quý {roman}/{year}", f"quý {number}/{year}", f"Quý {roman} năm {year}", f"Quý 0{number}-{year}"):
        found = readable(words)
        assert found.kind is Kind.QUARTER
        assert found.start == date(year, 3 * number - 2, 1)
        assert found.due == readable(f"Tháng {3 * number}/{year}").due


@given(DAYS, DAYS)
def test_a_range_has_the_days_of_its_ends(first: date, last: date) -> None:
    one, other = (f"{day.day}/{day.month}/{day.year}" for day in (first, last))
    for words in (f"Từ {one} đến {other}", f"{one}-{other}", f"Từ ngày {one} – ngày {other}"):
        assert span(readable(words)) == (Kind.RANGE, first, last), words


@given(st.sampled_from(EXAMPLES), st.sampled_from(FORMS))
def test_case_spaces_unicode_form_and_full_stop_make_no_difference(
    example: tuple[Phrasing, str, str], form: Literal["NFC", "NFD"]
) -> None:
    _, words, _ = example
    odd = unicodedata.normalize(form, "  " + words.upper().replace(" ", "  ") + " .")
    found, usual = readable(odd), readable(words)
    assert structs.replace(found, condition=None) == structs.replace(usual, condition=None)
    assert (found.condition or "").lower() == (usual.condition or "").lower()


WORDS = st.sampled_from(
    ["tháng", "quý", "năm", "ngày", "trước", "đến", "từ", "hết", "theo", "sau khi", "kể từ", "trong", "hằng", "lần",
     "đầu", "cuối", "(", ")", "-", "/", ",", "và", "I", "IV", "6", "11", "31", "2026", "9999", "30/6/2026"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(WORDS, max_size=8).map(" ".join)), st.integers(2000, 2100))
def test_no_text_is_too_odd_to_answer(text: str, year: int) -> None:
    assert isinstance(read(text, year), Reading | Unread)


def test_a_deadline_within_a_condition_is_found_in_nfd_too() -> None:
    found = readable(unicodedata.normalize("NFD", "Theo kế hoạch, xong trước 30/6/2026"))
    assert (found.due, found.condition) == (date(2026, 6, 29), "Theo kế hoạch")


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("30 ngày kể từ ngày ban hành Quyết định này", date(2026, 3, 2)),
        ("30 ngày kể từ ngày ký ban hành Kế hoạch", date(2026, 3, 2)),
        ("01 tháng kể từ ngày ban hành Kế hoạch", date(2026, 2, 28)),
        ("30 ngày kể từ ngày Quyết định được ban hành", None),
        ("01 tháng kể từ ngày được giao", None),
    ],
)
def test_only_the_plans_own_day_is_counted_from(words: str, due: date | None) -> None:
    found = read(words, 2026, date(2026, 1, 31))
    assert isinstance(found, Reading)
    assert (found.due, found.condition is None) == (due, due is not None)
