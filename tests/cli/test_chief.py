"""Which plan a command is about where several are open: the chief plan, or the one that is named."""

import shutil
from pathlib import Path

import pytest

from conftest import Cchc, contents
from small_plans import small_plan, small_plans

DAY = ("--as-of", "2026-03-14")
DOCUMENTS = (
    ("quarterly", "--period", "2026-Q1"), ("half-year", "--period", "2026-H1"), ("annual", "--period", "2026"),
    ("brief", *DAY), ("overdue", *DAY), ("overdue", "--as-of", "2027-01-31"), ("reminder", *DAY), ("notice", *DAY),
    ("agency", "--agency", "STP", *DAY), ("agency", "--agency", "UBND phường Nha Trang", *DAY), ("plan", *DAY),
)  # fmt: skip


@pytest.fixture
def beside(copied: Path) -> Path:
    """The real plan with a small plan of Sở Tư pháp beside it."""
    small_plan(copied, "so-tu-phap", "Sở Tư pháp")
    return copied


def written(cchc: Cchc, root: Path, form: str, *document: str) -> bytes:
    file = root / f"out.{form}"
    ran = cchc("-C", str(root), "report", *document, "-o", str(file))
    assert ran.code == 0, ran.err
    return file.read_bytes()


@pytest.mark.parametrize("document", DOCUMENTS, ids=" ".join)
def test_a_second_plan_changes_no_document_of_the_first(cchc: Cchc, copied: Path, document: tuple[str, ...]) -> None:
    alone = [written(cchc, copied, form, *document) for form in ("md", "docx")]
    small_plan(copied, "so-tu-phap", "Sở Tư pháp")
    assert [written(cchc, copied, form, *document) for form in ("md", "docx")] == alone


@pytest.mark.slow
def test_nor_do_seventy_nine_plans(cchc: Cchc, copied: Path) -> None:
    alone = [written(cchc, copied, form, *document) for document in DOCUMENTS for form in ("md", "docx")]
    small_plans(copied, 79)
    assert [written(cchc, copied, form, *document) for document in DOCUMENTS for form in ("md", "docx")] == alone


def test_a_snapshot_is_the_chief_plans(cchc: Cchc, copied: Path) -> None:
    frozen = copied / "plan/2026/snapshots/2026-Q1.yaml"
    assert cchc("-C", str(copied), "snapshot", "2026-Q1", "--as-of", "2026-03-20").code == 0
    alone = frozen.read_bytes()
    frozen.unlink()
    small_plan(copied, "so-tu-phap", "Sở Tư pháp")
    assert cchc("-C", str(copied), "snapshot", "2026-Q1", "--as-of", "2026-03-20").code == 0
    assert frozen.read_bytes() == alone


def test_a_bare_id_is_the_chief_plans_if_that_has_it(cchc: Cchc, beside: Path) -> None:
    assert "Cải cách hành chính tỉnh" not in cchc("-C", str(beside), "show", "I.99", *DAY).out
    assert "Rà soát văn bản của cơ quan" not in cchc("-C", str(beside), "show", "I.1", *DAY).out
    assert "Tập huấn nghiệp vụ" in cchc("-C", str(beside), "show", "I.99", *DAY).out
    assert "Rà soát văn bản của cơ quan" in cchc("-C", str(beside), "show", "so-tu-phap/2026:I.1", *DAY).out
    before = contents(beside)
    done = ("--status", "done", "--date", "27/01/2026", "--evidence", "1/BC-STP", "--agency", "STP")
    assert cchc("-C", str(beside), "update", "I.1", *done, *DAY).code == 0
    assert cchc("-C", str(beside), "update", "I.99", *done, *DAY).code == 0
    assert cchc("-C", str(beside), "event", "set", "pci-2025", "10/3/2026", *DAY).code == 0
    assert cchc("-C", str(beside), "measure", "10-1", "96,2", *DAY).code == 0
    assert set(contents(beside)) - set(before) == {
        "plan/2026/progress/so-tu-phap.yaml", "plan/so-tu-phap/2026/progress/so-tu-phap.yaml",
        "plan/2026/events.yaml", "plan/2026/measurements.yaml",
    }  # fmt: skip


def test_a_heading_of_the_chief_plan_is_no_task_of_another(cchc: Cchc, beside: Path) -> None:
    section = beside / "plan/so-tu-phap/2026/appendix/I.yaml"
    section.write_text(section.read_text("utf-8").replace("I.99", "I.98"), "utf-8")
    alone = cchc("-C", str(beside), "show", "II.2", "--plan", "2026")
    assert cchc("-C", str(beside), "show", "II.2") == alone


def test_an_id_of_several_plans_and_not_of_the_chief_needs_its_plan(cchc: Cchc, beside: Path) -> None:
    small_plan(beside, "so-tai-chinh", "Sở Tài chính")
    ran = cchc("-C", str(beside), "show", "I.99", *DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "so-tai-chinh/2026:I.99, so-tu-phap/2026:I.99" in ran.err


@pytest.mark.parametrize("command", [("report", "quarterly", "--period", "2026-Q1"), ("report", "notice"),
                                     ("snapshot", "2026-Q1", "--as-of", "2026-03-20")])  # fmt: skip
def test_without_a_chief_plan_a_document_asks_for_its_plan(cchc: Cchc, copied: Path, command: tuple[str, ...]) -> None:
    shutil.rmtree(copied / "plan/2026")
    first = small_plan(copied, "so-tu-phap", "Sở Tư pháp")
    assert cchc("-C", str(copied), *command).code == 0
    shutil.rmtree(copied / "plan" / first / "snapshots", ignore_errors=True)
    second, before = small_plan(copied, "so-tai-chinh", "Sở Tài chính"), contents(copied)
    ran = cchc("-C", str(copied), *command)
    assert (ran.code, ran.out) == (2, "")
    assert f"--plan: {second}, {first}" in ran.err
    assert contents(copied) == before
    assert cchc("-C", str(copied), *command, "--plan", first).code == 0


def test_the_year_at_hand_decides_between_two_plans_of_the_issuer(cchc: Cchc, copied: Path) -> None:
    shutil.rmtree(copied / "plan/2026")
    for year in (2026, 2027):
        small_plan(copied, "ubnd-tinh", "UBND tỉnh", year, "so-noi-vu")
    small_plan(copied, "so-tu-phap", "Sở Tư pháp")

    def about(*options: str) -> str:
        return cchc("-C", str(copied), "report", "annual", *options).out

    assert "năm 2026 có 02 nhiệm vụ" in about("--period", "2026", "--as-of", "2027-01-31")
    assert "năm 2027 có 02 nhiệm vụ" in about("--period", "2027", "--as-of", "2028-01-31")
    assert "năm 2026 có 02 nhiệm vụ" in about("--as-of", "2027-01-31")
    assert "01/2026" in cchc("-C", str(copied), "show", "I.1", "--as-of", "2026-12-31").out
    assert "01/2027" in cchc("-C", str(copied), "show", "I.1", "--as-of", "2027-01-01").out


@pytest.mark.parametrize("command", ["due", "list", "stats"])
def test_figures_of_several_plans_say_so(cchc: Cchc, copied: Path, command: str) -> None:
    assert "kế hoạch" not in cchc("-C", str(copied), command, *DAY).out.splitlines()[0]
    small_plan(copied, "so-tu-phap", "Sở Tư pháp")
    assert "chung 02 kế hoạch" in cchc("-C", str(copied), command, *DAY).out.splitlines()[0]
    assert "chung 02 kế hoạch" in cchc("-C", str(copied), "validate", "--select", "CC0").err
