"""The plan as a document: who signs it, the widths of its table, what stands above the table."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from cchc_cli.documents.reports.citations import below_kind
from cchc_cli.documents.reports.plan_widths import widths
from conftest import Cchc
from small_plans import small_plan

CITY = "examples/thanh-pho-mau"


@pytest.mark.parametrize(
    ("plan", "signs"),
    [
        ("2027", "**TM. ỦY BAN NHÂN DÂN**<br>**CHỦ TỊCH**<br><br>**[Cần điền: họ tên người ký]**"),
        ("so-khcn/2026-2028", "**GIÁM ĐỐC**<br><br>**[Cần điền: họ tên người ký]**"),
        ("so-tu-phap/2026", "**GIÁM ĐỐC**<br><br>**Người Ký Minh Họa**"),
    ],
)
def test_a_plan_without_signatory_has_a_blank_for_the_name_alone(cchc: Cchc, plan: str, signs: str) -> None:
    printed = re.sub(r"\\(.)", r"\1", cchc("-C", CITY, "report", "plan", "--plan", plan).out)
    assert f"| {signs} |" in printed


@pytest.mark.parametrize(
    ("title", "kind", "below"),
    [
        ("Kế hoạch chuyển đổi số năm 2027", "KẾ HOẠCH", "Chuyển đổi số năm 2027"),
        ("Cải cách hành chính năm 2027", "KẾ HOẠCH", "Cải cách hành chính năm 2027"),
        ("Ban hành Kế hoạch cải cách hành chính", "QUYẾT ĐỊNH", "Ban hành Kế hoạch cải cách hành chính"),
    ],
)
def test_the_kind_is_not_printed_again_below_itself(title: str, kind: str, below: str) -> None:
    assert below_kind(title, kind) == below


@pytest.mark.parametrize(("head", "numbers"), [("STT", ["1", "2"]), ("TT", ["VIII", "1"]), ("TT", ["10.12.1"])])
def test_the_number_column_holds_its_head_and_its_longest_number(head: str, numbers: list[str]) -> None:
    rows = [{"number": each, "title": "Nhiệm vụ"} for each in numbers]
    narrow, wide = widths(["number", "title"], [[head], ["Nhiệm vụ"]], rows)
    longest = max((head, *numbers), key=len)
    assert narrow >= 4 + len(longest) * 2.2
    assert wide > 5 * narrow


def test_an_appendix_without_words_above_its_table_has_no_line(cchc: Cchc, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/agencies.yaml").write_text(
        "format: 1\nagencies: [{id: so-a, name: Sở A, kind: department}]\n", "utf-8"
    )
    plan = small_plan(tmp_path, "so-a", "Sở A")
    file = tmp_path / "plan" / plan / "plan.yaml"
    lines = []
    for front in ("appendix: {", "appendix: {label: Phụ lục, "):
        text = re.sub(r"appendix: \{.*?columns", f"{front}columns", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        assert cchc("-C", str(tmp_path), "report", "plan", "--plan", plan, "-o", str(tmp_path / "x.docx")).code == 0
        body = Document(str(tmp_path / "x.docx")).element.body
        lines.append(len(body.findall(f".//{qn('w:pBdr')}")))
    assert lines[1] == lines[0] + 1
