"""Documents about a draft that --plan names: they say that it is one, and leave its number and day to fill in."""

import re
from pathlib import Path

import pytest
from docx import Document

from conftest import Cchc
from marks import unmarked

CITY = "examples/thanh-pho-mau"
REPORTS = {
    "plan": (),
    "quarterly": ("--period", "2027-Q2"),
    "annual": ("--period", "2027"),
    "brief": (),
    "overdue": (),
    "reminder": (),
    "notice": (),
    "agency": ("--agency", "Văn phòng UBND thành phố"),
}
DAY = ("--as-of", "2027-07-10")


@pytest.mark.parametrize("name", REPORTS)
def test_every_document_about_a_draft_begins_with_the_words(cchc: Cchc, tmp_path: Path, name: str) -> None:
    for plan, drafts in (("2027", 1), ("2026", 0)):
        words = ["-C", CITY, "report", name, "--plan", plan, *REPORTS[name], *DAY]
        markdown, word = cchc(*words), cchc(*words, "-o", str(tmp_path / f"{plan}.docx"))
        assert markdown.code == word.code == 0, markdown.err
        first = Document(str(tmp_path / f"{plan}.docx")).paragraphs[0].text
        assert [markdown.out.count("DỰ THẢO"), int(first == "DỰ THẢO")] == [drafts, drafts]
        assert markdown.out.lstrip("*").startswith("DỰ THẢO") is bool(drafts)


@pytest.mark.parametrize("name", ["quarterly", "annual", "brief", "overdue", "reminder", "agency"])
def test_a_draft_is_cited_by_name_with_a_blank_that_is_counted(cchc: Cchc, tmp_path: Path, name: str) -> None:
    ran = cchc("-C", CITY, "report", name, "--plan", "2027", *REPORTS[name], *DAY, "-o", str(tmp_path / "x.md"))
    text = re.sub(r"\\(.)", r"\1", unmarked((tmp_path / "x.md").read_text("utf-8"))).replace("**", "")
    blank = "[Cần điền: số, ngày của văn bản ban hành]"
    assert f"Thực hiện Kế hoạch cải cách hành chính thành phố Mẫu năm 2027 {blank}" in text
    assert "Cần điền: số, ngày của văn bản ban hành (chỗ " in ran.err
    assert f"Còn {text.count('[Cần điền: ')} chỗ cần điền." in ran.err


def test_a_plan_with_a_number_that_calls_itself_a_draft_is_not_cited_by_it(cchc: Cchc, copied: Path) -> None:
    file = copied / "plan/2026/plan.yaml"
    file.write_text("draft: true\n" + file.read_text("utf-8"), "utf-8")
    printed = cchc("-C", str(copied), "report", "brief", "--plan", "2026", *DAY).out
    assert printed.startswith("**DỰ THẢO**")
    assert "2821" not in printed
