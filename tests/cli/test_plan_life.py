"""A plan's year by command: a decision adds, drops and changes tasks, a mistake is undone, December closes the plan."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Cchc, contents
from repositories import committed, git, put

BY = ("--basis", "1234/QĐ-UBND về điều chỉnh Kế hoạch", "--date", "15/5/2026")
MAY, END = "--as-of=2026-05-20", "--as-of=2026-12-31"
TASK = ("--section", "VII", "--title", "Tổ chức hội thi cải cách hành chính", "--schedule", "Tháng 10/2026")
LED = ("--lead", "SNV", "--coordinate", "so tu phap", "--product", "Hội thi")
QUARTER = ("report", "quarterly", "--period", "2026-Q1")


@pytest.fixture
def province(copied: Path) -> Path:
    return committed(copied)


def quarterly(cchc: Cchc, folder: Path, out: Path) -> tuple[str, bytes]:
    said = cchc("-C", str(folder), *QUARTER).out
    assert cchc("-C", str(folder), *QUARTER, "-o", str(out / "q1.docx"), "--force").code == 0
    return said, (out / "q1.docx").read_bytes()


def changed_lines(folder: Path) -> list[str]:
    shown = git(folder, "diff", "-U0").splitlines()
    return [each for each in shown if each[:1] in "+-" and each[:3] not in ("+++", "---")]


def test_a_year_changes_only_the_lines_meant_and_no_report_of_the_past(
    cchc: Cchc, province: Path, tmp_path: Path
) -> None:
    at = ("-C", str(province))
    before = quarterly(cchc, province, tmp_path)
    assert cchc(*at, "add", *TASK, *LED, *BY, MAY).code == 0
    assert cchc(*at, "drop", "II.6", *BY[:1], "1234/QĐ-UBND", *BY[2:], MAY).code == 0
    assert cchc(*at, "change", "I.9/1", "--schedule", "Tháng 6/2026", *BY, MAY).code == 0
    meant = changed_lines(province)
    assert [each for each in meant if each.startswith("-")] == [
        "-      - Tháng 02/2026: Ban hành Kế hoạch giai đoạn 2026-2030.",
        "-        schedule: Tháng 02/2026",
    ]
    assert "+    dropped_by: dieu-chinh-1" in meant
    assert '+    number: "14"' in meant
    assert "+    assignment: Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp" in meant
    given = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo phân cấp", "--schedule", "Trước ngày 30/5/2026")
    assert cchc(*at, "add", *given, "--lead", "SNV", "--basis", "45/CĐ-TTg", "--date", "10/5/2026", MAY).code == 0
    wrong = cchc(*at, "change", "VI.6", "--title", "Nhầm", *BY, MAY)
    assert "VI.6: tên “" in wrong.out and "→ “Nhầm”" in wrong.out and "bỏ nhiệm vụ" not in wrong.out
    undo = wrong.out.splitlines()[-1].partition("cchc ")[2].split()
    assert cchc(*at, *undo, MAY).code == 0
    assert changed_lines(province) == meant
    assert cchc(*at, "validate").code == 0
    assert quarterly(cchc, province, tmp_path) == before
    shown = cchc(*at, "show", "I.9", MAY).out
    assert "tiến độ của I.9/1 trước đó: “Tháng 02/2026”" in shown
    second = cchc(*at, "report", "quarterly", "--period", "2026-Q2", MAY).out
    assert "Chính phủ, Thủ tướng Chính phủ giao 01 nhiệm vụ: chưa hoàn thành nhiệm vụ nào." in second
    assert "số nhiệm vụ được giao, đúng hạn, quá hạn" in before[0]
    assert "số nhiệm vụ được giao, đúng hạn, quá hạn" not in second
    assert "given.1" in cchc(*at, "due", "--agency", "SNV", MAY).out
    assert "Thủ tướng Chính phủ" in cchc(*at, "show", "given.1", MAY).out
    told = cchc(*at, "diff", MAY).out
    for words in ("bổ sung nhiệm vụ VII.14", "đưa nhiệm vụ II.6 ra khỏi kế hoạch", "“Tháng 02/2026” → “Tháng 6/2026”"):
        assert words in told
    drafted = cchc(*at, "new", "2027", "--from", "2026", "--dry-run", END)
    assert drafted.code == 0 and "II.6  Đẩy mạnh phân cấp" in drafted.out and "given.1  Báo cáo phân cấp" in drafted.out
    closing = cchc(*at, "close", "31/12/2026", END)
    assert closing.code == 0
    assert "VII.14" in closing.err or "nhiệm vụ chưa hoàn thành" in closing.err
    assert "+closed: 2026-12-31" in changed_lines(province)
    assert cchc(*at, "due").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("add", *TASK, "--lead", "Sở Không Có", *BY),
        ("add", *TASK[:4], "--schedule", "Tháng 13/2026", *LED, *BY),
        ("add", *TASK[2:], *LED, *BY),
        ("add", *TASK, *LED),
        ("add", *TASK, *LED, *BY[:2], "--date", "15/5/2027"),
        ("add", *TASK, *LED, *BY[:2], "--date", "01/01/2020"),
        ("add", *TASK, *LED, "--basis", "một văn bản", *BY[2:]),
        ("change", "I.9", "--schedule", "Tháng 6/2026", *BY),
        ("change", "I.9/1", "--schedule", "Tháng 02/2026", *BY),
        ("change", "I.9/7", "--schedule", "Tháng 6/2026", *BY),
        ("change", "I.9/1", *BY),
        ("drop", "I.99", *BY),
        ("drop", "II.2", *BY),
        ("drop", "body.IV.3-1", *BY),
        ("add", "--given-by", "Bộ Nội vụ", *TASK, *LED, *BY),
        ("add", "--given-by", "Bộ Nội vụ", *TASK[2:], *LED),
        ("close", "20/5/2027"),
        ("close", "20/5/2025"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_read_or_found_changes_nothing(words: tuple[str, ...], cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    ran = cchc("-C", str(copied), *words, MAY)
    assert (ran.code, ran.out, contents(copied)) == (2, "", before)
    assert ran.err.strip()


def test_a_dry_run_says_what_would_change_and_writes_nothing(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    ran = cchc("-C", str(copied), "add", *TASK, *LED, *BY, MAY, "--dry-run")
    assert (ran.code, contents(copied)) == (0, before)
    assert "bổ sung nhiệm vụ VII.14" in ran.out


def test_two_decisions_on_one_task_keep_both_former_values(cchc: Cchc, copied: Path) -> None:
    at = ("-C", str(copied))
    first, second = ("--basis", "1/QĐ-UBND", "--date", "4/5/2026"), ("--basis", "2/QĐ-UBND", "--date", "11/5/2026")
    assert cchc(*at, "change", "VI.6", "--schedule", "Tháng 6/2026", *first, MAY).code == 0
    assert cchc(*at, "change", "VI.6", "--schedule", "Tháng 7/2026", *second, MAY).code == 0
    dues = [cchc(*at, "show", "VI.6", "--as-of", day).out for day in ("2026-05-03", "2026-05-10", "2026-05-11")]
    assert ["31 tháng 01" in dues[0], "30 tháng 6" in dues[1], "31 tháng 7" in dues[2]] == [True, True, True]
    assert cchc(*at, "change", "VI.6", "--schedule", "Tháng 8/2026", *first, MAY).code == 2


def test_in_a_table_with_role_columns_the_cells_are_written_and_the_roles_read(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/thanh-pho-mau/plan", tmp_path / "plan")
    at = ("-C", str(tmp_path), "--plan", "2026")
    said = ("--title", "Số hóa hồ sơ", "--schedule", "Tháng 9/2026", *BY, MAY)
    new = ("add", *said, "--lead", "Sở Nội vụ", "--coordinate", "Các sở, ban, ngành")
    assert cchc("-C", str(tmp_path), *new, "--plan", "2026").code == 0
    below = ("add", "--under", "1", "--title", "Công bố kết quả rà soát", *BY, MAY, "--plan", "2026")
    assert cchc("-C", str(tmp_path), *below).code == 0
    text = (tmp_path / "plan/2026/appendix/tasks.yaml").read_text(encoding="utf-8")
    assert "lead: Sở Nội vụ\n    coordinate: Các sở, ban, ngành\n    added_by: dieu-chinh-1\n" in text
    assert 'id: "1.3"' in text
    assert cchc(*at[:2], "validate").code == 0
    printed = cchc("-C", str(tmp_path), "report", "plan", "--plan", "2026", MAY).out
    assert "| 6 | Số hóa hồ sơ | Sở Nội vụ | Các sở, ban, ngành |" in printed


def test_a_task_given_from_above_is_known_to_have_come_by_its_document_and_is_undone_whole(
    cchc: Cchc, province: Path
) -> None:
    at = ("-C", str(province))
    of = ("--basis", "45/CĐ-TTg", "--date", "10/5/2026", MAY)
    given = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo phân cấp", "--schedule", "Tháng 5/2026")
    ran = cchc(*at, "add", *given, "--lead", "SNV", *of[:-1], "--as-of=2026-06-02")
    assert "thêm 1 nhiệm vụ quá hạn: given.1" in ran.out
    assert cchc(*at, "add", *given, "--lead", "SNV", *of).code == 2
    assert "CC239" not in cchc(*at, "validate", "--base", "HEAD").out
    assert (
        "| cấp trên giao số 1 | Báo cáo phân cấp |" in cchc(*at, "report", "quarterly", "--period", "2026-Q2", MAY).out
    )
    assert cchc(*at, "change", "given.1", "--schedule", "Tháng 6/2026", *BY, MAY).code == 0
    assert cchc(*at, "add", "--undo", MAY).code == 0
    assert changed_lines(province) == []


@pytest.mark.parametrize("number", ["²", "٣", "9" * 5000], ids=["above the line", "Arabic", "endless"])
def test_odd_and_endless_numbers_of_other_rows_stop_no_new_row(number: str, cchc: Cchc, province: Path) -> None:
    given = ("--given-by", "Thủ tướng Chính phủ", "--schedule", "Tháng 5/2026")
    assert cchc("-C", str(province), "add", *given, "--title", "Báo cáo", *LED, *BY, MAY).code == 0
    put(province / "plan/2026/given.yaml", 'number: "1"', f'number: "{number}"')
    assert cchc("-C", str(province), "add", *given, "--title", "Đề án", *LED, *BY, MAY).code == 0
    put(province / "plan/2026/appendix/VII.yaml", "id: VII.13", f"id: VII.{'9' * 5000}")
    assert cchc("-C", str(province), "add", *TASK, *LED, *BY, MAY).code == 0
    assert cchc("-C", str(province), "new", "2027", "--from", "2026", MAY).code == 0


def test_the_same_task_is_not_added_twice_by_one_decision(cchc: Cchc, province: Path) -> None:
    at = ("-C", str(province))
    assert cchc(*at, "add", *TASK, *LED, *BY, MAY).code == 0
    before = contents(province)
    again = cchc(*at, "add", *TASK, *LED, *BY, MAY)
    assert (again.code, again.out, contents(province)) == (2, "", before)
    assert "VII.14" in again.err


def test_any_other_cell_is_changed_under_its_printed_head_and_told_so(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/thanh-pho-mau/plan", tmp_path / "plan")
    committed(tmp_path)
    at = ("-C", str(tmp_path))
    of = ("suoi-trong/2026:1", *BY, MAY)
    ran = cchc(*at, "change", *of, "--cell", "cach lam=Dán tại 10 nhà văn hóa thôn")
    assert ran.code == 0, ran.err
    told = "1: cột Cách làm (ghi chú) “In mã QR, dán tại 08 nhà văn hóa thôn” → “Dán tại 10 nhà văn hóa thôn”"
    assert told in ran.out
    assert told in cchc(*at, "diff").out
    assert cchc(*at, "validate").code == 0
    undo = ran.out.splitlines()[-1].partition("cchc ")[2].split()
    assert cchc(*at, *undo, MAY).code == 0
    assert changed_lines(tmp_path) == []
    assert cchc(*at, "change", "2026:1.2", *BY, MAY, "--cell", "Ghi chú=Theo mục 1").code == 0
    for wrong in ("Ghi chu", "Ghi chú=", "Không có=x", "Thời hạn hoàn thành=Tháng 9/2026", "TT=5"):
        assert cchc(*at, "change", "2026:1.2", *BY, MAY, "--cell", wrong).code == 2


def test_a_draft_begins_with_no_row_and_may_end_with_none(cchc: Cchc, tmp_path: Path) -> None:
    ran = cchc("init", str(tmp_path / "xa"), "--body", "UBND xã Suối Trong", "--parent", "tỉnh Mẫu")
    assert ran.code == 0, ran.err
    at, rows = ("-C", str(tmp_path / "xa")), next((tmp_path / "xa/plan").rglob("tasks.yaml"))
    of, empty = ("--plan", rows.parent.parent.name), rows.read_bytes()
    one = ("--title", "Tập huấn", "--schedule", "Quý III", "--lead", "Văn phòng", "--product", "Lớp")
    assert cchc(*at, "add", *one, "--coordinate", "Các phòng, đơn vị", *of).code == 0, "no column is named yet"
    assert '\ntasks:\n  - id: "1"\n' in rows.read_text("utf-8")
    told = cchc(*at, "change", "1", "--title", "Tập huấn lại", *of)
    assert told.code == 0 and "--undo" not in told.out
    assert "chưa lưu vào git" in cchc(*at, "change", "1", "--undo", *of).err
    assert cchc(*at, "drop", "1", *of).code == 0
    assert rows.read_bytes() == empty and cchc(*at, "validate").code == 0


def test_in_a_draft_a_change_is_taken_back_from_what_git_has_kept(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc("init", str(tmp_path / "xa"), "--body", "UBND xã Suối Trong", "--parent", "tỉnh Mẫu").code == 0
    at, rows = ("-C", str(tmp_path / "xa")), next((tmp_path / "xa/plan").rglob("tasks.yaml"))
    of = ("--plan", rows.parent.parent.name)
    for title in ("Tập huấn", "Tổng kết"):
        assert cchc(*at, "add", "--title", title, "--schedule", "Quý III", "--lead", "Văn phòng", *of).code == 0
    committed(tmp_path / "xa")
    kept = rows.read_bytes()
    for words in (("change", "2", "--title", "Sơ kết"), ("drop", "2")):
        told = cchc(*at, *words, *of)
        assert told.code == 0 and f"cchc {words[0]} 2 --plan {of[1]} --undo" in told.out
        assert cchc(*at, words[0], "1", "--undo", *of).code == 2, "another task"
        assert cchc(*at, words[0], "2", "--undo", *of).code == 0
        assert rows.read_bytes() == kept
    assert cchc(*at, "change", "1", "--title", "Tập huấn lại", *of).code == 0
    assert "--undo" not in cchc(*at, "drop", "2", *of).out, "git lacks the change before"
    ran = cchc(*at, "drop", "--undo", *of)
    assert ran.code == 2 and "còn thay đổi khác" in ran.err
