"""cchc measure: a value as officers write it, against its target."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.vietnamese.paper import number, parse_number
from conftest import Cchc, Golden, Ran, contents
from plans_below import copied_as

FILE = "plan/2026/measurements.yaml"
DAY = "--as-of=2027-01-06"


def measure(cchc: Cchc, folder: Path, *words: str) -> Ran:
    return cchc("-C", str(folder), "measure", *words, DAY)


def test_a_measurement_says_whether_the_target_is_met(cchc: Cchc, copied: Path, golden: Golden) -> None:
    before = contents(copied)
    ran = measure(cchc, copied, "10-1", "96,2", "--date", "05/01/2027", "--evidence", "10/BC-STC")
    golden("measure-met.txt", ran.out)
    assert "Cảnh báo" not in ran.err
    after = contents(copied)
    assert {path for path in after if after[path] != before.get(path)} == {FILE}
    assert b"value: 96.2, recorded: 2027-01-06" in after[FILE]
    golden("measure-not-met.txt", measure(cchc, copied, "10-1", "94.5").out)
    found = json.loads(cchc("-C", str(copied), "targets", DAY, "--format", "json").out)["targets"]
    assert [(each["measured"], each["result"]) for each in found if each["id"] == "10-1"] == [(94.5, "not_met")]


def test_an_older_measurement_does_not_hide_the_last(cchc: Cchc, copied: Path, golden: Golden) -> None:
    measure(cchc, copied, "13-1", "12", "--date", "2026-12-01")
    golden("measure-older.txt", measure(cchc, copied, "13-1", "9", "--date", "01/6/2026").out)


def test_a_value_of_the_same_day_is_put_right_by_one_more_line(cchc: Cchc, copied: Path) -> None:
    measure(cchc, copied, "13-1", "12")
    assert "chưa đạt → đạt" in measure(cchc, copied, "13-1", "9").out


def test_an_id_that_two_plans_have_needs_its_plan(cchc: Cchc, copied: Path) -> None:
    copied_as(copied, "so-noi-vu/2026")
    ran = measure(cchc, copied, "10-1", "96,2")
    assert (ran.code, ran.out) == (2, "")
    assert "2026:10-1, so-noi-vu/2026:10-1" in ran.err
    assert measure(cchc, copied, "so-noi-vu/2026:10-1", "96,2").code == 0
    assert not (copied / FILE).exists()
    assert (copied / "plan/so-noi-vu/2026/measurements.yaml").is_file()


def test_a_share_beyond_reason_is_warned_about(cchc: Cchc, copied: Path) -> None:
    ran = measure(cchc, copied, "10-1", "9620")
    assert ran.code == 0
    assert "9.620% nằm ngoài khoảng hợp lý" in ran.err


def test_a_dry_run_shows_the_line_and_writes_nothing(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    assert "Sẽ ghi" in measure(cchc, copied, "10-1", "96,2", "--dry-run").out
    assert contents(copied) == before


REFUSED = {
    "target-not-there": ["10-9", "96,2"],
    "value-not-a-number": ["10-1", "chín mươi"],
    "value-read-two-ways": ["10-1", "1.234"],
    "not-yet": ["10-1", "96,2", "--date", "07/01/2027"],
    "value-missing": ["10-1"],
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_impossible_request_is_refused_and_changes_nothing(
    name: str, cchc: Cchc, copied: Path, golden: Golden
) -> None:
    before = contents(copied)
    ran = measure(cchc, copied, *REFUSED[name])
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
    golden(f"measure-not-{name}.txt", ran.err.replace(f" -C {copied}", ""))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("96,2", 96.2),
        ("96.2", 96.2),
        ("96,2%", 96.2),
        ("96,2 %", 96.2),
        ("1.234,5", 1234.5),
        ("1.234.567", 1234567),
        ("1234", 1234),
        ("1,234", 1.234),
        ("0.125", 0.125),
        ("-3", -3),
        ("1.234", None),
        ("12.34,5", None),
        ("1,234.5", None),
        ("1,2,3", None),
        ("nan", None),
        ("9" * 400, None),
        ("٣", None),
        ("", None),
        ("%", None),
    ],
)
def test_numbers_are_read_as_officers_write_them(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@given(st.integers(-(10**11), 10**11), st.integers(0, 4))
def test_a_printed_number_is_read_back_or_refused(whole: int, decimals: int) -> None:
    value = whole / 10**decimals
    assert parse_number(number(value)) in (round(value, 6), None)
    if abs(value) < 1000 or number(value).count(".") != 1 or "," in number(value):
        assert parse_number(number(value)) == round(value, 6)


@pytest.mark.parametrize(("value", "warned"), [("150", True), ("100", False), ("1500", True), ("-1", True)])
def test_a_share_of_more_than_the_whole_is_asked_about(value: str, warned: bool, cchc: Cchc) -> None:
    ran = cchc("measure", "10-1", value, "--dry-run", "--date", "2026-11-01")
    assert ran.code == 0
    assert ("Cảnh báo" in ran.err) == warned


def test_two_numbers_are_kept_and_told_with_their_share(cchc: Cchc, copied: Path) -> None:
    ran = measure(cchc, copied, "10-1", "17/79")
    assert "đo được 21,5% (17/79)" in ran.out
    assert b"numerator: 17, denominator: 79, recorded" in contents(copied)[FILE]
    said = cchc("-C", str(copied), "report", "quarterly", "--period", "2026-Q3", DAY, "--format", "md").out
    assert " | % | 21,5 | Chưa đạt (17/79); số liệu ngày " in said
    assert measure(cchc, copied, "10-1", "17/0").code == measure(cchc, copied, "10-1", "17/x").code == 2


def test_an_indicator_is_measured_by_agency_and_period_and_stands_in_the_annex(cchc: Cchc, copied: Path) -> None:
    settings = copied / "plan/settings.yaml"
    declared = "indicators: [{id: doi-thoai, name: Số cuộc đối thoại, unit: cuộc, by: agency}]\n"
    settings.write_bytes(settings.read_bytes() + declared.encode())
    report = ("-C", str(copied), "report", "quarterly", "--period", "2026-Q3", DAY, "--format", "md")
    assert "| doi-thoai | Số cuộc đối thoại | cuộc |  | Số liệu của 0/79 cơ quan |" in cchc(*report).out
    ran = measure(cchc, copied, "doi-thoai", "4", "--agency", "STP", "--period", "Quý III/2026")
    assert "đã có số liệu của 1/79 cơ quan" in ran.out
    assert b"date: 2026-09-14, agency: so-tu-phap, period: 2026-Q3, value: 4" in contents(copied)[FILE]
    assert "| doi-thoai | Số cuộc đối thoại | cuộc | 4 | Số liệu của 1/79 cơ quan |" in cchc(*report).out
    assert "→ thêm --agency" in measure(cchc, copied, "doi-thoai", "4").err
    assert "→ bỏ --agency" in measure(cchc, copied, "10-1", "4", "--agency", "STP").err
