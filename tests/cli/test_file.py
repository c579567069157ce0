"""cchc file: a report that an agency filed, and who has not."""

import json
from pathlib import Path

import pytest

from conftest import Cchc, Golden, Ran, contents

FILE = "plan/2026/filings.yaml"
STP = ("2026-Q1", "--agency", "STP", "--number", "45/BC-STP", "--date", "18/3/2026")


@pytest.fixture
def dated(copied: Path) -> Path:
    """The real plan, in a province that wants reports two working days after the cut-off."""
    settings = copied / "plan/settings.yaml"
    settings.write_bytes(settings.read_bytes() + b"filing: {days: 2, basis: assumed}\n")
    return copied


def file(cchc: Cchc, folder: Path, *words: str, on: str = "2026-03-20") -> Ran:
    return cchc("-C", str(folder), "file", *words, "--as-of", on)


def test_a_report_is_one_line_and_says_how_late_it_is(cchc: Cchc, dated: Path, golden: Golden) -> None:
    before = contents(dated)
    golden("file-late.txt", file(cchc, dated, *STP).out)
    after = contents(dated)
    assert {path for path in after if after[path] != before.get(path)} == {FILE}
    line = "- {period: 2026-Q1, agency: so-tu-phap, number: 45/BC-STP, date: 2026-03-18, recorded: 2026-03-20}\n"
    assert after[FILE].decode() == line


def test_the_table_has_those_who_have_not_filed_first(cchc: Cchc, dated: Path) -> None:
    file(cchc, dated, *STP)
    out = file(cchc, dated, "Quý I/2026").out
    assert out.splitlines()[0] == "Báo cáo quý I năm 2026, tính đến ngày 20/3/2026, hạn gửi 17/3/2026"
    assert out.count("chưa gửi, quá hạn 3 ngày") == 78
    assert out.index("Sở Nội vụ") < out.index("Đã gửi") < out.index("muộn 1 ngày")
    assert out.splitlines()[-1] == "Đã gửi 1/79 cơ quan, trong đó 1 gửi muộn; 78 chưa gửi."
    told = json.loads(file(cchc, dated, "2026-Q1", "--format", "json").out)
    assert (told["due"], told["total"], told["late"], len(told["unfiled"])) == ("2026-03-17", 79, 1, 78)
    assert [(each["agency"], each["days_late"]) for each in told["filed"]] == [("so-tu-phap", 1)]


def test_without_a_last_day_nobody_is_late(cchc: Cchc, copied: Path) -> None:
    assert "đã gửi" in file(cchc, copied, *STP).out
    assert "quá hạn" not in file(cchc, copied, "2026-Q1").out


def test_a_corrected_number_takes_the_place_of_the_first(cchc: Cchc, dated: Path) -> None:
    file(cchc, dated, *STP)
    out = file(cchc, dated, *STP[:-3], "46/BC-STP", "--date", "17/3/2026", on="2026-03-21").out
    assert "thay cho báo cáo số 45/BC-STP ngày 18/3/2026" in out
    assert "đúng hạn" in out


def test_an_agency_that_need_not_file_is_told_so(cchc: Cchc, dated: Path) -> None:
    out = file(cchc, dated, "2026-Q1", "--agency", "Công an tỉnh", "--number", "9/BC-CAT").out
    assert "không thuộc các cơ quan phải gửi" in out
    assert "Đã gửi 0/79" in out


def test_undo_takes_the_last_line_back(cchc: Cchc, dated: Path) -> None:
    before = contents(dated)
    file(cchc, dated, *STP)
    assert file(cchc, dated, "2026-Q2", "--undo").code == 2
    assert file(cchc, dated, "2026-Q1", "--agency", "SNV", "--undo").code == 2
    assert file(cchc, dated, "2026-Q1", "--agency", "STP", "--undo").code == 0
    assert contents(dated) == before


@pytest.mark.parametrize(
    "words",
    [
        ("2026-Q5",),
        ("2026-Q1", "--agency", "STP"),
        ("2026-Q1", "--number", "45/BC-STP"),
        ("2026-Q1", "--agency", "STP", "--number", "báo cáo"),
        ("2026-Q1", "--agency", "STP", "--number", "45/BC-STP", "--date", "18/4/2026"),
        ("2026-Q3", "--agency", "STP", "--number", "45/BC-STP", "--date", "18/3/2026"),
        ("2026-Q1", "--agency", "UBND cấp xã", "--number", "45/BC-UBND"),
        ("2026-Q1", "--agency", "STP", "--number", "45/BC-STP", "--format", "json"),
        ("2026-Q1", "--undo", "--number", "45/BC-STP"),
        ("2026-Q1", "--undo"),
    ],
)
def test_what_cannot_be_recorded_changes_nothing(words: tuple[str, ...], cchc: Cchc, dated: Path) -> None:
    before = contents(dated)
    ran = file(cchc, dated, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Không làm được: ")
    assert contents(dated) == before


def test_list_names_those_who_have_not_filed(cchc: Cchc, dated: Path) -> None:
    file(cchc, dated, *STP)
    words = ("-C", str(dated), "list", "--unfiled", "--as-of", "2026-03-20")
    out = cchc(*words, "--period", "2026-Q1").out
    assert out.count("chưa gửi, quá hạn 3 ngày") == 78
    assert "Sở Tư pháp" not in out
    assert cchc(*words).out == out, "without a period the last quarter that has ended"
    told = json.loads(cchc(*words, "--format", "json", "--agency", "SNV", "--agency", "STP").out)
    assert (told["period"]["id"], told["unfiled"], told["tasks"]) == ("2026-Q1", ["so-noi-vu"], [])
    assert cchc(*words, "--section", "I").code == 2


def test_the_sheet_of_the_monitor_tells_who_has_filed_and_who_has_not(cchc: Cchc, dated: Path) -> None:
    file(cchc, dated, *STP)
    file(cchc, dated, "2026-Q1", "--agency", "Sở Y tế", "--number", "9/BC-SYT", "--date", "17/3/2026")
    out = cchc("-C", str(dated), "report", "desk", "--period", "2026-Q1", "--as-of", "2026-03-20").out
    told = out[out.index("## 3. ") : out.index("## 4. ")]
    assert "hạn gửi 17/3/2026. Đã gửi 2/79 cơ quan, trong đó 1 gửi muộn; 77 chưa gửi.\n" in told
    rows = [line for line in told.splitlines() if line.startswith("| ")][2:]
    assert [line.split(" | ")[-1] for line in rows] == ["Chưa gửi, quá hạn 3 ngày |", "Muộn 1 ngày |", "Đúng hạn |"]
    assert rows[1:] == ["| Sở Tư pháp | Muộn 1 ngày |", "| Sở Y tế | Đúng hạn |"]


def test_the_sheet_of_a_running_period_tells_of_the_last_one_of_the_plan(cchc: Cchc, dated: Path) -> None:
    running = cchc("-C", str(dated), "report", "desk", "--as-of", "2026-03-20").out
    assert "Báo cáo quý I năm 2026, tính đến ngày 20/3/2026" in running
    assert "| Các sở, ban, ngành; UBND cấp xã (79 cơ quan) | Chưa gửi, quá hạn 3 ngày |" in running
    first = cchc("-C", str(dated), "report", "desk", "--as-of", "2026-02-20").out
    assert "Chưa có báo cáo nào phải gửi." in first
