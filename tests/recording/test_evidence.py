"""Proofs as officers type them, and the shapes of the papers of the field."""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.model import Document
from cchc_cli.recording import evidence
from cchc_cli.recording.evidence import doubt, known
from cchc_cli.recording.faults import Fault, text

DAY = date(2026, 1, 27)


def read(typed: str, default: date | None = None) -> Document:
    """A proof that is understood."""
    found = evidence.read(typed, default)
    assert isinstance(found, Document)
    return found


KNOWN = (
    "123/KH-UBND", "05/BC-SNV", "766/QĐ-TTg", "2821/QĐ-UBND", "876/QĐ-BNV", "1667/NQ-UBTVQH15", "76/NQ-CP",
    "12/UBND-VX", "725/BNV-CCHC", "12729/VPCP-KGVX", "12/SNN&MT-VP", "45/UBND", "12a/KH-UBND",
    "20/2026/QĐ-UBND", "15/2026/NQ-HĐND", "30/2020/NĐ-CP", "05/2023/TT-BYT", "01/2025/TTLT-BNV-BTC",
    "57-NQ/TW", "30-CTr/TU", "09-NQ/TW", "02-KH/BCĐTW", "202/2025/QH15", "03/2026/UBTVQH15",
)  # fmt: skip
UNKNOWN = ("", "abc", "12", "KH-UBND", "123/kh-ubnd", "123/", "123/KH-UBND về x", "27/01/2026", "57-XX/TW", "1/2/3")


@pytest.mark.parametrize("number", KNOWN)
def test_numbers_of_the_field_are_known(number: str) -> None:
    assert known(number)
    assert read(number, DAY) == Document(number=number, date=DAY)
    assert doubt(read(number)) is None


@pytest.mark.parametrize("number", UNKNOWN)
def test_other_texts_are_no_numbers(number: str) -> None:
    assert not known(number)


PAPER = Document(number="123/KH-UBND", date=DAY, issuer="UBND tỉnh", title="rà soát văn bản")
TYPED = {
    "123/KH-UBND": Document(number="123/KH-UBND"),
    "123/KH-UBND ngày 27/01/2026 của UBND tỉnh về rà soát văn bản": PAPER,
    "Kế hoạch số 123/KH-UBND ngày 27 tháng 01 năm 2026 của UBND tỉnh về việc rà soát văn bản": PAPER,
    "kế hoạch 123/KH-UBND của UBND tỉnh, ban hành ngày 27/1/2026, v/v rà soát văn bản": PAPER,
    "123 / KH - UBND (2026-01-27)": Document(number="123/KH-UBND", date=DAY),
    "123/KH–UBND": Document(number="123/KH-UBND"),
    "123/KH-UBND, danh mục kèm theo": Document(number="123/KH-UBND", title="danh mục kèm theo"),
    "123/KH-UBND - Kế hoạch rà soát": Document(number="123/KH-UBND", title="Kế hoạch rà soát"),
    "123/kh-ubnd": Document(number="123/kh-ubnd"),
    "https://minhhoa.example/a?b=1": Document(link="https://minhhoa.example/a?b=1"),
    "20/2026/QĐ-UBND https://minhhoa.example/a": Document(
        number="20/2026/QĐ-UBND", link="https://minhhoa.example/a"
    ),
    "Hội nghị tập huấn ngày 27/01/2026": Document(name="Hội nghị tập huấn", date=DAY),
    "27/01/2026 hội nghị tập huấn": Document(name="hội nghị tập huấn", date=DAY),
    "05 hội nghị cấp xã": Document(name="05 hội nghị cấp xã"),
}  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_a_proof_is_read_as_it_is_typed(typed: str) -> None:
    assert read(typed) == TYPED[typed]


def test_its_own_day_wins_over_the_default() -> None:
    assert read("123/KH-UBND ngày 26/01/2026", DAY).date == date(2026, 1, 26)
    assert read("Phần mềm quản lý hồ sơ", DAY).date == DAY


@pytest.mark.parametrize("typed", ["", "  ", "27/01/2026", "123/KH-UBND ngày 30/02/2026", "Hội nghị ngày 31/4/2026"])
def test_empty_text_and_days_that_do_not_exist_are_refused(typed: str) -> None:
    found = evidence.read(typed, DAY)
    assert isinstance(found, Fault)
    assert text(found.message, {}).startswith("tài liệu kiểm chứng: ")


@pytest.mark.parametrize("typed", ["123/kh-ubnd", "57-XX/TW", "KH-UBND"])
def test_an_odd_shape_is_doubted(typed: str) -> None:
    assert doubt(read(typed, DAY))


def test_a_named_thing_without_a_day_is_doubted() -> None:
    assert doubt(read("Phần mềm quản lý hồ sơ"))
    assert doubt(read("Phần mềm quản lý hồ sơ", DAY)) is None
    assert doubt(read("124 KH", DAY)) and doubt(read("124 KH UBND", DAY))
    assert doubt(read("02 lớp tập huấn", DAY)) is None
    assert doubt(read("https://minhhoa.example")) is None


@pytest.mark.parametrize("typed", ["9" * 20_000, "9" * 20_000 + "/", "1" + "x" * 20_000, "1-A" * 10_000])
def test_a_long_text_is_read_at_once(typed: str) -> None:
    started = process_time()
    read(typed, DAY)
    assert process_time() - started < 1


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    found = evidence.read(typed, DAY)
    if isinstance(found, Fault):
        return
    assert found.number or found.name or found.link


@given(st.sampled_from(KNOWN), st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_number_and_its_day_are_read_apart(number: str, on: date) -> None:
    for form in (f"{on.day}/{on.month}/{on.year}", on.isoformat(), f"{on.day} tháng {on.month} năm {on.year}"):
        assert read(f"{number} ngày {form}") == Document(number=number, date=on)
