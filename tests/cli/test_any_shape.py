"""Plans of other bodies: the plan as its own document, drafts, half a year, several years, no sections."""

from pathlib import Path

import pytest

from conftest import Cchc

AGENCIES = """format: 1
agencies:
  - {id: so-noi-vu, name: Sở Nội vụ, kind: department}
  - {id: van-phong, name: Văn phòng Sở, kind: division}
"""
OWN = """format: 1
title: Cải cách hành chính của Sở Nội vụ năm 2026
year: 2026
monitor: van-phong
issuer: so-noi-vu
decision: {kind: KẾ HOẠCH, number: 45/KH-SNV, date: 2026-01-15}
parts:
  - {number: I, title: "MỤC ĐÍCH, YÊU CẦU", items: [{text: Đúng hạn.}]}
"""
DRAFT = """format: 1
title: Cải cách hành chính
year: 2026
monitor: van-phong
"""


def rows(*schedules: str) -> str:
    made = (
        f"  - {{id: {n}, number: '{n}', title: Việc số {n}, products: [Báo cáo], schedule: {text},\n"
        "     assignment: Văn phòng Sở chủ trì, assignments: [{agency: van-phong, role: lead, words: chủ trì}]}\n"
        for n, text in enumerate(schedules, 1)
    )
    return f"tasks:\n{''.join(made)}"


def workspace(folder: Path, **plans: tuple[str, str]) -> Path:
    """A workspace of plans: the text of plan.yaml, and of appendix/tasks.yaml."""
    (folder / "plan").mkdir(parents=True)
    (folder / "plan" / "agencies.yaml").write_text(AGENCIES, encoding="utf-8")
    for name, (plan, tasks) in plans.items():
        (folder / "plan" / name / "appendix").mkdir(parents=True)
        (folder / "plan" / name / "plan.yaml").write_text(plan, encoding="utf-8")
        (folder / "plan" / name / "appendix" / "tasks.yaml").write_text(tasks, encoding="utf-8")
    return folder


def test_a_plan_that_is_its_own_document_needs_few_lines(cchc: Cchc, tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", own=(OWN, rows("Tháng 3", "Quý II")))
    assert len(OWN.splitlines()) <= 12
    assert cchc("-C", str(root), "validate", "--strict").code == 0
    due = cchc("-C", str(root), "due", "--as-of", "2026-03-20").out
    assert "1   31/3/2026" in due
    assert "Việc số 1" in cchc("-C", str(root), "show", "1").out
    stats = cchc("-C", str(root), "stats", "--as-of", "2026-03-20").out
    assert "Không chia lĩnh vực" in stats and "tasks." not in stats


def test_a_plan_that_is_its_own_document_prints_one_head_and_no_decision(cchc: Cchc, tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", own=(OWN, rows("Tháng 3")))
    file = tmp_path / "p.md"
    assert cchc("-C", str(root), "report", "plan", "-o", str(file)).code == 0
    text = file.read_text(encoding="utf-8")
    assert "QUYẾT ĐỊNH" not in text and "DỰ THẢO" not in text and "****" not in text
    assert text.count("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == 1
    assert "Số: 45/KH-SNV" in text and "# KẾ HOẠCH" in text and "## I. MỤC ĐÍCH, YÊU CẦU" in text


def test_a_draft_is_left_out_unless_it_is_named(cchc: Cchc, tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", own=(OWN, rows("Tháng 3")), later=(DRAFT, rows("Tháng 3", "Quý IV")))
    ran = cchc("-C", str(root), "list", "--as-of", "2026-03-01")
    assert "Cộng: 1 nhiệm vụ." in ran.out and "dự thảo later" in ran.err
    assert "Cộng: 2 nhiệm vụ." in cchc("-C", str(root), "list", "--plan", "later", "--as-of", "2026-03-01").out
    file = tmp_path / "p.md"
    assert cchc("-C", str(root), "report", "plan", "--plan", "later", "-o", str(file)).code == 0
    text = file.read_text(encoding="utf-8")
    assert "**DỰ THẢO**" in text and "[Cần điền: số, ký hiệu]" in text


@pytest.mark.parametrize("command", ["due", "list", "stats"])
def test_a_workspace_with_a_draft_alone_says_how_to_reach_it(cchc: Cchc, tmp_path: Path, command: str) -> None:
    root = workspace(tmp_path / "w", later=(DRAFT, rows("Tháng 3")))
    ran = cchc("-C", str(root), command)
    assert ran.code == 2
    assert "dự thảo later" in ran.err and "--plan later" in ran.err
    assert cchc("-C", str(root), "validate").code == 0


def test_half_a_year_has_its_year_and_bounds_deadlines(cchc: Cchc, tmp_path: Path) -> None:
    half = OWN.replace("year: 2026", "term: {start: 2026-07-01, end: 2026-12-31}")
    root = workspace(tmp_path / "w", half=(half, rows("Tháng 9", "Trong năm 2026", "Tháng 3")))
    ran = cchc("-C", str(root), "validate")
    assert ran.code == 0
    assert ran.out.count("CC304") == 1 and "3: hạn 31/3/2026 ngoài thời gian của kế hoạch" in ran.out


def test_in_several_years_a_phrase_must_say_which(cchc: Cchc, tmp_path: Path) -> None:
    several = OWN.replace("year: 2026", "term: {start: 2026-07-01, end: 2027-12-31}")
    root = workspace(tmp_path / "w", several=(several, rows("Tháng 3", "Quý IV/2026", "Hằng quý", "Tháng 9")))
    ran = cchc("-C", str(root), "validate")
    assert ran.code == 1
    assert ran.out.count("CC302") == 1 and "4: “Tháng 9” chưa nói năm nào" in ran.out


def test_an_id_with_a_letter_that_is_not_plain_is_told_how_to_write_it(cchc: Cchc, tmp_path: Path) -> None:
    root = workspace(tmp_path / "w", own=(OWN, rows("Tháng 3").replace("id: 1", "id: đ").replace("'1'", "đ")))
    ran = cchc("-C", str(root), "validate")
    assert "CC205" in ran.out and "ghi dd" in ran.out
    root = workspace(tmp_path / "v", own=(OWN, rows("Tháng 3").replace("id: 1", "id: dd").replace("'1'", "đ")))
    assert cchc("-C", str(root), "validate", "--strict").code == 0
