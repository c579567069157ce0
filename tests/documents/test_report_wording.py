"""What documents say in words: Word and Markdown alike, figures with what they are a part of, tone by issuer."""

import re
import shutil
from pathlib import Path

import pytest
from msgspec import structs
from test_addressees import COMMUNES, REGISTRY
from test_reports import told

from builders import day, entry, task, workspace
from cchc_cli.documents.reports.rows import Group, Row, folded
from cchc_cli.model import Document
from conftest import Cchc
from marks import paragraphs, unmarked

EXAMPLE = Path("examples/tinh-mau/plan")


@pytest.fixture
def province(tmp_path: Path) -> Path:
    """The example, its letters and reports on overdue work issued by the province itself."""
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    settings = tmp_path / "plan" / "settings.yaml"
    issued = "reports: [{report: reminder, issuer: ubnd-tinh}]\n"
    settings.write_text(settings.read_text("utf-8") + issued, "utf-8")
    return tmp_path


def words(cchc: Cchc, file: Path, *options: str) -> list[str]:
    """The paragraphs of a Word document outside its tables."""
    ran = cchc("report", *options, "--format", "docx", "-o", str(file))
    assert ran.code == 0, ran.err
    return [each for each in paragraphs(file.read_bytes()) if each]


def plain(markdown: str) -> str:
    return re.sub(r"\\(.)", r"\1", unmarked(markdown).replace("**", ""))


@pytest.mark.parametrize(("folder", "on"), [
    (".", "2026-09-14"), ("examples/tinh-mau", "2026-03-14"), ("examples/tinh-mau", "2026-12-14")
])  # fmt: skip
@pytest.mark.parametrize("name", ["reminder", "overdue", "notice"])
def test_word_says_what_markdown_says(name: str, folder: str, on: str, cchc: Cchc, tmp_path: Path) -> None:
    options = (name, "-C", folder, "--as-of", on)
    said = plain(cchc("report", *options).out)
    sentences = [each for each in words(cchc, tmp_path / "x.docx", *options) if re.search(r"[.;:]$", each)]
    sentences = [each for each in sentences if not each.startswith(("Mã:", "- "))]
    assert len(sentences) >= 3
    assert [each for each in sentences if each not in said] == []


def test_the_province_demands_where_a_department_asks(province: Path, cchc: Cchc, tmp_path: Path) -> None:
    options = ("reminder", "-C", str(province), "--as-of", "2026-09-14")
    body = cchc("report", *options).out.partition("## Phụ lục")[0]
    for found in (words(cchc, tmp_path / "x.docx", *options), body.splitlines()):
        assert "Ủy ban nhân dân tỉnh Mẫu yêu cầu các cơ quan, địa phương:" in found
        assert not [each for each in found if "đề nghị" in each.casefold()]


def test_a_letter_on_what_falls_due_mentions_nothing_overdue(cchc: Cchc, tmp_path: Path) -> None:
    options = ("reminder", "-C", "examples/tinh-mau", "--agency", "Sở Tư pháp", "--as-of", "2026-01-05")
    found = words(cchc, tmp_path / "x.docx", *options)
    assert "1. Tập trung thực hiện các nhiệm vụ sắp đến hạn, bảo đảm đúng tiến độ được giao." in found
    assert not [each for each in found if "quá hạn" in each]


def test_a_letter_to_everybody_is_addressed_on_one_page(cchc: Cchc) -> None:
    said = cchc("report", "reminder", "--as-of", "2026-12-14").out
    assert "- Các sở, ban, ngành;\n" in said
    assert "- UBND cấp xã.\n" in said
    assert "UBND cấp xã (65 cơ quan): mỗi cơ quan " in said
    assert "UBND xã" not in said


def test_many_who_are_no_whole_group_are_addressed_by_the_annex() -> None:
    own = (task("Tháng 02/2026", [each], identity=f"I.{place}") for place, each in enumerate(COMMUNES[1:], 1))
    of = workspace(*own)
    found = told("reminder", structs.replace(of, registry=REGISTRY), "1/4")
    assert found.to == ("Các địa phương có tên tại Phụ lục",)
    assert len(found.agencies) == 64


def test_the_rate_of_the_plan_says_what_its_denominator_leaves_out(cchc: Cchc) -> None:
    said = cchc("report", "quarterly", "--period", "2026-Q1").out
    assert "có 84 nhiệm vụ, trong đó 01 tính theo kết quả chung (VII.13); ngoài ra có 05 nhiệm vụ" in plain(said)
    assert "| Tỷ lệ hoàn thành kế hoạch | % | 0 | 0/83 nhiệm vụ |" in plain(said)


def test_a_collective_task_says_what_its_parts_are() -> None:
    of = workspace(task("Tháng 02/2026", ["xa"]), entries=[entry("xa-1", "20/2", "done")])
    assert told("quarterly", of, "1/4").overdue[0].state == "quá hạn 32 ngày (1/3 cơ quan đã hoàn thành)"


def test_a_section_is_headed_by_its_own_number_whatever_is_printed(cchc: Cchc) -> None:
    said = plain(cchc("report", "quarterly", "--period", "2026-Q1").out)
    headings = re.findall(r"^\| \| ([IVX]+)\. ", said, re.M)
    assert headings == ["I", "II", "III", "IV", "V", "VI", "VII"]


def test_a_sheet_says_what_is_common_to_a_group() -> None:
    of = workspace(task("Tháng 02/2026", ["xa"]), task("Tháng 02/2026", ["xa-1"], identity="I.2"))
    assert told("agency", of, "1/4", "xa-1").total_words == (
        "02 nhiệm vụ (trong đó 01 nhiệm vụ giao chung cho nhóm cơ quan)"
    )
    assert told("agency", of, "1/4", "xa-2").total_words == "01 nhiệm vụ (đều giao chung cho nhóm cơ quan)"


def test_evidence_is_cited_with_the_short_day(cchc: Cchc) -> None:
    said = plain(cchc("report", "annual", "-C", "examples/tinh-mau", "--period", "2026").out)
    assert "04/QĐ-MINHHOA ngày 31/3/2026, UBND tỉnh Mẫu" in said


def test_a_document_without_number_is_cited_by_its_title_and_of_many_the_first() -> None:
    named = Document(title="Biên bản", date=day("1/2"), link="https://a.example")
    of = workspace(
        task("Tháng 3/2026"),
        entries=[entry("stp", "1/2", "done", evidence=(named, *(Document(number=f"{n}/BC") for n in range(9))))],
    )
    [row] = told("quarterly", of, "1/4").tasks
    assert row.evidence.startswith("Biên bản ngày 01/02/2026, https://a.example; 0/BC; ")
    assert row.evidence.endswith("6/BC; … và 02 tài liệu khác")


def test_work_without_a_lead_has_a_row_of_its_own_so_that_the_total_has_what_it_counts() -> None:
    rows = told("quarterly", workspace(task("Tháng 3/2026"), task("Tháng 3/2026", (), identity="I.2")), "1/4").agencies
    assert [(row.name, row.total) for row in rows] == [
        ("Sở stp", "1"), ("Chưa có cơ quan chủ trì", "1"), ("Toàn kế hoạch", "2")
    ]  # fmt: skip


def test_a_letter_to_one_agency_says_of_how_many_tasks_it_leads(cchc: Cchc) -> None:
    alone = plain(cchc("report", "reminder", "-C", "examples/tinh-mau", "--as-of", "2026-09-14", "--agency", "STP").out)
    assert "Sở Tư pháp còn 01 nhiệm vụ quá hạn, 01 nhiệm vụ sắp đến hạn trên tổng số 07 nhiệm vụ chủ trì" in alone
    own = cchc("report", "agency", "-C", "examples/tinh-mau", "--as-of", "2026-09-14", "--agency", "STP").out
    assert "chủ trì 07 nhiệm vụ" in plain(own)


def test_the_body_of_a_report_on_many_tasks_is_limited(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "plan")
    settings = tmp_path / "plan/settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("sections: [II]", "sections: [I, II]"), "utf-8")
    found = words(cchc, tmp_path / "x.docx", "annual", "-C", str(tmp_path), "--period", "2026")
    start, end = found.index("2. Cải cách thủ tục hành chính"), found.index("III. ĐÁNH GIÁ CHUNG")
    assert len([each for each in found[start:end] if "đã hoàn thành" in each and each.startswith("- ")]) == 15
    assert [each for each in found[start:end] if each.startswith("- … và") and each.endswith("(Phụ lục VI).")]


def test_milestones_of_a_task_tell_its_title_once() -> None:
    empty = Row(**dict.fromkeys(Row.__struct_fields__, ""))
    rows = (
        structs.replace(empty, id="I.5/1", title="Hỗ trợ – Kế hoạch", products="Kế hoạch"),
        structs.replace(empty, id="I.5/2", title="Hỗ trợ – Báo cáo", products="Kế hoạch"),
        structs.replace(empty, id="I.6", title="Hỗ trợ – khác", products="Kế hoạch"),
    )
    assert [(row.title, row.products) for row in folded(Group("", rows)).rows] == [
        ("Hỗ trợ – Kế hoạch", "Kế hoạch"), ("– Báo cáo", ""), ("Hỗ trợ – khác", "Kế hoạch")
    ]  # fmt: skip
