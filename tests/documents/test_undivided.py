"""Documents about plans without sections, or about other work: no heading, table or citation that is not the plan's."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from conftest import Cchc
from marks import unmarked

CITY, MINISTRY = "examples/thanh-pho-mau", "examples/bo-mau"
PLANS = [(CITY, "2026", "Sở Tư pháp"), (CITY, "so-tu-phap/2026", "Phòng Hành chính tư pháp"),
         (CITY, "suoi-trong/2026", "Phòng Văn hóa - Xã hội xã"), (MINISTRY, "2026", "Vụ Pháp chế")]  # fmt: skip
REPORTS = {
    "quarterly": ("--period", "2026-Q3"),
    "annual": ("--period", "2026"),
    "brief": ("--as-of", "2026-09-10"),
    "overdue": ("--as-of", "2026-09-10"),
    "reminder": ("--as-of", "2026-09-10"),
    "agency": ("--as-of", "2026-09-10"),
}


def markdown(cchc: Cchc, root: str, plan: str, name: str, *words: str) -> str:
    ran = cchc("-C", root, "report", name, "--plan", plan, *REPORTS[name], *words)
    assert ran.code == 0, ran.err
    return re.sub(r"\\(.)", r"\1", ran.out).replace("**", "")


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(("root", "plan", "agency"), PLANS)
def test_no_document_makes_up_a_section(
    cchc: Cchc, tmp_path: Path, root: str, plan: str, agency: str, name: str
) -> None:
    chosen = ("--agency", agency) if name == "agency" else ()
    text = markdown(cchc, root, plan, name, *chosen)
    place = tmp_path / "x.docx"
    words = ("-C", root, "report", name, "--plan", plan, *REPORTS[name], *chosen, "-o", str(place))
    assert cchc(*words).code == 0
    with ZipFile(place) as parts:
        word = re.sub("<[^>]+>", "", parts.read("word/document.xml").decode("utf-8"))
    for printed in (text, word):
        assert "Không chia lĩnh vực" not in printed
        assert "không giao nhiệm vụ riêng" not in printed
        assert re.search(r"tasks\b|cẢI|\bNone\b", printed) is None


def test_the_report_of_a_plan_without_sections_has_one_result_and_one_row_of_counts(cchc: Cchc) -> None:
    text = markdown(cchc, CITY, "2026", "quarterly")
    results = text.partition("## II. ")[2].partition("## III.")[0]
    assert results.startswith("KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH\n\nCó 08 nhiệm vụ được giao; ")
    assert unmarked(results).endswith("\n[Cần điền: kết quả nổi bật và số liệu trong kỳ]\n\n")
    assert "###" not in results
    annex = text.partition("## Phụ lục II. ")[2].partition("## Phụ lục III.")[0]
    assert annex.startswith("TÌNH HÌNH THỰC HIỆN CHUNG (")
    assert [line.split(" | ")[1] for line in annex.splitlines() if line.startswith("|")] == [
        "Kế hoạch", "---", "Toàn kế hoạch"
    ]  # fmt: skip
    words = ("-C", CITY, "report", "agency", "--plan", "so-tu-phap/2026", "--agency", "Phòng Hành chính tư pháp")
    ran = cchc(*words, *REPORTS["agency"])
    assert "chưa cập nhật: mục 3" in ran.err
    assert "chưa cập nhật" not in ran.out


def test_the_first_heading_takes_the_sections_whose_title_is_about_it(cchc: Cchc, copied: Path) -> None:
    settings = copied / "plan/settings.yaml"
    kept = re.sub(
        r"^(?:report_lead|report_parts|report_fields):.*\n(?:[ -].*\n)*", "", settings.read_text("utf-8"), flags=re.M
    )
    settings.write_text(kept, "utf-8")
    words = ("-C", str(copied), "report", "quarterly", "--period", "2026-Q1")
    assert "Có 13 nhiệm vụ được giao" in cchc(*words).out.partition("Chỉ đạo, điều hành\n")[2].partition("###")[0]
    section = copied / "plan/2026/appendix/VII.yaml"
    section.write_text(
        re.sub(r"^title: .*$", "title: VIỆC KHÁC", section.read_text("utf-8"), count=1, flags=re.M), "utf-8"
    )
    printed = cchc(*words).out
    assert "Có " not in printed.partition("Chỉ đạo, điều hành\n")[2].partition("###")[0]
    assert "### 7. VIỆC KHÁC" in printed


def test_a_plan_about_other_work_is_reported_on_and_cited_as_what_it_is(cchc: Cchc) -> None:
    text = markdown(cchc, CITY, "so-khcn/2026-2028", "quarterly")
    assert (
        "Thực hiện Đề án số 03/ĐA-MINHHOA ngày 10 tháng 02 năm 2026 của Sở Khoa học và Công nghệ về chuyển đổi" in text
    )
    assert "Đề án chuyển đổi số của Sở Khoa học và Công nghệ giai đoạn 2026 - 2028 có 04 nhiệm vụ" in text
    assert "cải cách hành chính" not in text.casefold()
    ministry = markdown(cchc, MINISTRY, "2026", "reminder")
    assert "Quyết định số 30/QĐ-MINHHOA ngày 08 tháng 01 năm 2026 của Bộ trưởng Bộ Mẫu về việc ban hành" in ministry


def test_the_decision_of_a_minister_stands_under_the_name_of_the_ministry(cchc: Cchc) -> None:
    printed = cchc("-C", MINISTRY, "report", "plan").out.replace("**", "")
    assert printed.startswith("| BỘ MẪU |")
    assert "\nBỘ TRƯỞNG BỘ MẪU\n" in printed
