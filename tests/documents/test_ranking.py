"""report ranking: 79 agencies of the real registry by a province's criteria, five of them computed by hand."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from conftest import Cchc
from layout import Kind, findings
from small_plans import small_plan

# Ten tasks each, and the four reports (in time: Q1 by 17/3/2026, with the setting of two working days):
#   Sở Tư pháp       10/10 = 100 %  > 90: 2     4 of 4 in time: 1    3/3 = 100 %     1st
#   Sở Công Thương   leads nothing: no data     4 of 4 in time: 1    1/1 = 100 %     1st, alike
#   Sở Y tế           7/10 = 70,0 % from 70: 1  4 of 4 in time: 1    2/3 = 66,67 %   3rd
#   Sở Tài chính      9/10 = 90,0 % not > 90: 1 3 of 4, Q1 a day late: 0  1/3        4th
#   Sở Xây dựng       6/10 = 60 %   < 70: 0     none filed: 0        0/3             5th, alike with all that filed none
DONE = {"so-tu-phap": 10, "so-y-te": 7, "so-tai-chinh": 9, "so-xay-dung": 6}
PERIODS = {"2026-Q1": "2026-03-17", "2026-Q3": "2026-09-15", "2026-H1": "2026-06-15", "2026": "2026-12-15"}
CRITERIA = """\
basis: Quyết định số 1/QĐ-UBND
groups: [cac-so-ban-nganh, ubnd-cap-xa]
criteria:
- id: ke-hoach
  name: Mức độ thực hiện kế hoạch
  measure: done
  bands: [{over: 90, points: 2}, {at_least: 70, at_most: 90, points: 1}, {under: 70, points: 0}]
- id: bao-cao
  name: Gửi đủ bốn báo cáo đúng hạn
  measure: filings
  periods: [2026-Q1, 2026-Q3, 2026-H1, "2026"]
  bands: [{at_least: 100, points: 1}, {under: 100, points: 0}]
"""


def _lines(rows: list[dict[str, Any]]) -> str:
    return "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in rows)


@pytest.fixture
def ranked(copied: Path) -> Path:
    """The real registry, with a plan of forty tasks in place of the real one, what was done, and who filed."""
    shutil.rmtree(copied / "plan/2026")
    small_plan(copied, "ubnd-tinh", "UBND tỉnh", monitor="so-noi-vu")
    folder = copied / "plan/ubnd-tinh/2026"
    tasks: list[dict[str, Any]] = []
    for agency in DONE:
        for _ in range(10):
            number = len(tasks) + 1
            tasks.append({"id": f"I.{number}", "number": str(number), "title": f"Rà soát văn bản thứ {number}",
                          "products": ["Báo cáo"], "schedule": "Trong năm 2026",
                          "assignments": [{"agency": agency, "role": "lead"}]})  # fmt: skip
    section = {"id": "I", "number": "I", "title": "THỂ CHẾ", "tasks": tasks}
    (folder / "appendix/I.yaml").write_text(json.dumps(section, ensure_ascii=False), encoding="utf-8")
    (folder / "progress").mkdir()
    for place, (agency, done) in enumerate(DONE.items()):
        entries = [{"task": f"I.{place * 10 + each + 1}", "date": "2026-05-05", "recorded": "2026-05-05",
                    "status": "done", "evidence": [{"number": f"{each + 1}/BC-{place}"}]}
                   for each in range(done)]  # fmt: skip
        (folder / f"progress/{agency}.yaml").write_text(_lines(entries), encoding="utf-8")
    filed = [{"period": period, "agency": agency, "number": f"{period}/BC", "date": day}
             for agency in ("so-tu-phap", "so-cong-thuong", "so-y-te", "so-tai-chinh")
             for period, day in PERIODS.items()]  # fmt: skip
    late = [each | {"date": "2026-03-18"} if (each["period"], each["agency"]) == ("2026-Q1", "so-tai-chinh") else each
            for each in filed]  # fmt: skip
    (folder / "filings.yaml").write_text(_lines(late), encoding="utf-8")
    settings = copied / "plan/settings.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}\nfiling: {{days: 2}}\n", encoding="utf-8")
    (copied / "plan/criteria.yaml").write_text(CRITERIA, encoding="utf-8")
    return copied


def answer(cchc: Cchc, folder: Path) -> dict[str, dict[str, Any]]:
    ran = cchc("report", "ranking", "-C", str(folder), "--as-of", "2027-01-31", "--format", "json")
    assert ran.code == 0, ran.err
    return {each["id"]: each for group in json.loads(ran.out)["groups"] for each in group["agencies"]}


def test_five_agencies_of_79_are_scored_as_by_hand(cchc: Cchc, ranked: Path) -> None:
    found = answer(cchc, ranked)
    assert len(found) == 79
    told = {agency: (each["rank"], each["points"], each["most"], each["percent"]) for agency, each in found.items()}
    assert told["so-tu-phap"] == (1, 3, 3, 100)
    assert told["so-cong-thuong"] == (1, 1, 1, 100)
    assert told["so-y-te"] == (3, 2, 3, 66.67)
    assert told["so-tai-chinh"] == (4, 1, 3, 33.33)
    assert told["so-xay-dung"] == (5, 0, 3, 0)
    assert told["ubnd-phuong-nha-trang"] == (1, 0, 1, 0)  # the communes are ranked apart


def test_each_point_has_its_figure_and_its_proof_and_no_data_is_not_nought(cchc: Cchc, ranked: Path) -> None:
    found = answer(cchc, ranked)
    plan, reports = found["so-tai-chinh"]["marks"]
    assert (plan["figure"], plan["numerator"], plan["denominator"], plan["points"]) == (90, 9, 10, 1)
    assert len(plan["documents"]) == 9
    assert (reports["numerator"], reports["denominator"], reports["points"]) == (3, 4, 0)
    assert found["so-cong-thuong"]["marks"][0]["points"] is None
    printed = cchc("report", "ranking", "-C", str(ranked), "--as-of", "2027-01-31").out
    assert "| Mức độ thực hiện kế hoạch | 90% (9/10) | 1/2 | 1/BC-2; 2/BC-2;" in printed
    assert "| Mức độ thực hiện kế hoạch | không có số liệu | không có số liệu |" in printed


def test_work_given_from_above_is_not_work_of_the_plan(cchc: Cchc, ranked: Path) -> None:
    before = answer(cchc, ranked)
    given = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo phân cấp", "--schedule", "Tháng 5/2026")
    basis = ("--basis", "45/CĐ-TTg", "--date", "10/5/2026", "--as-of", "2026-05-12")
    assert cchc("add", "-C", str(ranked), *given, "--lead", "STC", *basis).code == 0
    assert answer(cchc, ranked) == before


def test_the_targets_that_an_agency_measures_or_leads_are_a_measure(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree("examples/tinh-mau/plan", tmp_path / "plan")
    plan = tmp_path / "plan/2026/plan.yaml"
    first = "name: Tỷ lệ hồ sơ nộp trực tuyến"
    plan.write_text(plan.read_text("utf-8").replace(first, f"owner: so-noi-vu, {first}", 1), "utf-8")
    bands = "[{at_least: 50, points: 1}, {under: 50, points: 0}]"
    criterion = f"{{id: chi-tieu, name: Chỉ tiêu, measure: targets, bands: {bands}}}"
    (tmp_path / "plan/criteria.yaml").write_text(f"groups: [cac-so-ban-nganh]\ncriteria: [{criterion}]\n", "utf-8")
    ran = cchc("report", "ranking", "-C", str(tmp_path), "--as-of", "2026-09-14", "--format", "json")
    assert ran.code == 0, ran.err
    found = {each["id"]: each for each in json.loads(ran.out)["groups"][0]["agencies"]}
    [mark] = found["so-noi-vu"]["marks"]  # 72,4% of at least 70% is met, 25% of at least 40% (III.4) is not
    assert (mark["numerator"], mark["denominator"], mark["points"]) == (1, 2, 1)
    assert found["so-tu-phap"]["marks"][0]["points"] is None


@pytest.mark.parametrize(
    ("edge", "points"), [("{over: 90, points: 2}, {points: 0}", 0), ("{at_least: 90, points: 2}, {points: 0}", 2)]
)
def test_at_the_edge_of_a_band_the_written_side_wins(cchc: Cchc, ranked: Path, edge: str, points: int) -> None:
    file = ranked / "plan/criteria.yaml"
    bands = "{over: 90, points: 2}, {at_least: 70, at_most: 90, points: 1}, {under: 70, points: 0}"
    file.write_text(CRITERIA.replace(bands, edge), encoding="utf-8")
    assert answer(cchc, ranked)["so-tai-chinh"]["marks"][0]["points"] == points


def test_without_criteria_the_command_says_what_to_write(cchc: Cchc, copied: Path) -> None:
    ran = cchc("report", "ranking", "-C", str(copied))
    assert (ran.code, ran.out) == (2, "")
    example = ran.err.partition("ví dụ:\n")[2]
    (copied / "plan/criteria.yaml").write_text(example, encoding="utf-8")
    assert cchc("report", "ranking", "-C", str(copied)).code == 0


def test_the_document_is_laid_out_as_the_decree_wants(cchc: Cchc, ranked: Path) -> None:
    file = ranked / "x.docx"
    assert cchc("report", "ranking", "-C", str(ranked), "--as-of", "2027-01-31", "-o", str(file)).code == 0
    assert findings(file.read_bytes(), Kind.REPORT) == []


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        ("[{over: 90, points: 2}, {under: 70, points: 0}]", "CC460"),
        ("[{at_least: 90, points: 2}, {at_most: 90, points: 0}]", "CC460"),
        ("[{over: 90, points: 2}, {under: 90, points: 0}]", "CC460"),
        ("[{over: 90, at_most: 95, points: 2}, {at_most: 90, points: 0}]", "CC460"),
    ],
)
def test_bands_that_overlap_or_leave_a_gap_are_errors_at_their_place(
    cchc: Cchc, ranked: Path, bands: str, code: str
) -> None:
    file = ranked / "plan/criteria.yaml"
    written = "[{over: 90, points: 2}, {at_least: 70, at_most: 90, points: 1}, {under: 70, points: 0}]"
    file.write_text(CRITERIA.replace(written, bands), encoding="utf-8")
    ran = cchc("validate", "-C", str(ranked), "--format", "json", "--select", code)
    found = json.loads(ran.out)["problems"]
    assert {each["code"] for each in found} == {code}
    assert all(each["line"] == 7 for each in found)
