"""Appendices from Word, Excel, web pages and text become draft plans: nothing dropped, every guess listed."""

import re
import shutil
from collections import Counter
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from cchc_cli.importing.cells import turned
from cchc_cli.importing.paper import words
from cchc_cli.model import Role
from cchc_cli.plan.plans import Plan
from cchc_cli.shell.options import scope
from conftest import ROOT, Cchc, contents

MADE = "plan/2030"


def taken(cchc: Cchc, root: Path, file: Path, year: int = 2026, monitor: str = "SNV") -> Plan:
    """The draft that a file becomes."""
    ran = cchc("-C", str(root), "import", str(file), "-o", MADE, "--year", str(year), "--monitor", monitor)
    assert ran.code == 0, ran.err
    return scope.workspace(root, ["2030"]).plans[0]


def review(root: Path) -> str:
    return (root / MADE / "import-review.md").read_text("utf-8")


def leads(plan: Plan, task: str) -> list[str]:
    found = plan.task(task)
    assert found is not None
    return [each.agency for each in found.assignments if each.role is Role.LEAD]


# The real plan goes round


def printed(plan: Plan) -> dict[str, tuple[object, ...]]:
    """What a paper says of each task."""
    return {
        task.id: (
            task.title, task.products, task.schedule_text, task.assignment_text,
            [each.schedule.due for each in task.milestones], sorted(set(leads(plan, task.id))),
        )
        for task in plan.tasks
    }  # fmt: skip


def clauses(plan: Plan) -> list[object]:
    """The body's parts: titles, paragraphs, clauses with their items."""
    return [
        (part.number, part.title, part.opening, [(each.number, each.text, len(each.items)) for each in part.items])
        for part in plan.parts
    ]


def test_the_real_plan_printed_and_imported_is_the_same(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    paper = tmp_path / "plan.docx"
    assert cchc("report", "plan", "-o", str(paper)).code == 0
    made, real = taken(cchc, shared, paper), scope.workspace(ROOT, ["2026"]).plans[0]
    assert printed(made) == printed(real)
    assert clauses(made) == clauses(real)
    assert made.file.decision is not None
    assert real.file.decision is not None
    assert (made.file.decision.number, made.file.decision.date) == (real.file.decision.number, real.file.decision.date)
    assert "Chưa thấy lại" not in review(shared)


@pytest.mark.parametrize(
    ("root", "plan"),
    [
        ("thanh-pho-mau", "2026"), ("thanh-pho-mau", "suoi-trong/2026"), ("thanh-pho-mau", "so-noi-vu/2026-cuoi-nam"),
        ("thanh-pho-mau", "so-khcn/2026-2028"), ("bo-mau", "2026"),
    ],
)  # fmt: skip
def test_plans_of_other_bodies_go_round_with_their_columns_and_merged_cells(
    root: str, plan: str, cchc: Cchc, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "examples" / root / "plan", tmp_path / "plan")
    real = scope.workspace(tmp_path, [plan]).plans[0]
    assert cchc("-C", str(tmp_path), "report", "plan", "--plan", plan, "-o", str(tmp_path / "a.docx")).code == 0
    made = taken(cchc, tmp_path, tmp_path / "a.docx", real.term.start.year, real.file.monitor)
    assert printed(made) == printed(real)
    own = ([(row.id, row.number, row.title, row.spans) for row in each.headings.values()] for each in (made, real))
    assert next(own) == next(own)
    heads = ([each.head for each in one.columns] for one in (made, real))
    assert next(heads) == next(heads)


def test_of_the_scanned_text_every_difference_from_the_plan_is_listed(cchc: Cchc, shared: Path) -> None:
    made = printed(taken(cchc, shared, ROOT / "tests" / "data" / "source.txt"))
    real = printed(scope.workspace(ROOT, ["2026"]).plans[0])
    assert list(made) == list(real)
    listed = [re.split(r"(?<!\\)\|", line) for line in review(shared).splitlines() if line.startswith("|")]
    for field in range(6):
        other = [task for task in real if made[task][field] != real[task][field]]
        assert len(other) <= len(real) // 20
        assert [task for task in other if not any(task in cells[2].strip().split(", ") for cells in listed)] == []
    for slip in ("Thương vụ", "CQHCCN", "CQHCCNN", "tối đạt", "đôn đồng", "Công TTĐT", "Công thông tin", "đơn đốc",
                 "Chuyên đổi số", "những nhiễu", "23/06/ 2022"):  # fmt: skip
        assert any(slip in cells[3] for cells in listed), slip


def test_a_draft_may_stand_beside_the_plan_that_it_repeats(cchc: Cchc, copied: Path, tmp_path: Path) -> None:
    paper = tmp_path / "plan.docx"
    assert cchc("-C", str(copied), "report", "plan", "-o", str(paper)).code == 0
    assert cchc("-C", str(copied), "import", str(paper), "-o", "plan/2027", "--year", "2026").code == 0
    assert cchc("-C", str(copied), "validate").code == 0
    assert cchc("-C", str(copied), "list", "--plan", "2027").code == 0


# Shapes of papers


def html(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


HEADS = "".join(f"<td>{each}</td>" for each in ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian"))


def row(*cells: str) -> str:
    return "".join(f"<td>{each}</td>" for each in cells)


def test_a_cell_merged_over_rows_is_that_of_each(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = html(
        HEADS,
        '<td colspan="5">I. CẢI CÁCH THỂ CHẾ</td>',
        '<td>1</td><td>Rà soát văn bản</td><td>Kế hoạch</td><td rowspan="2">Sở Tư pháp</td><td>Quý I/2026</td>',
        "<td>2</td><td>Báo cáo rà soát</td><td>Báo cáo</td><td>Trước ngày 15/11/2026</td>",
    )
    made = taken(cchc, shared, written(tmp_path, "a.html", page))
    assert [task.id for task in made.tasks] == ["I.1", "I.2"]
    assert leads(made, "I.1") == leads(made, "I.2") == ["so-tu-phap"]
    assert "ô in gộp với dòng trên" in review(shared)


def test_a_merged_cell_of_a_heading_spans_its_rows(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = html(
        HEADS,
        '<td>1</td><td>Số hóa hồ sơ</td><td>Kho dùng chung</td><td></td><td rowspan="3">30/8/2026</td>',
        "<td>a)</td><td>Hồ sơ đầu tư</td><td></td><td>Sở Tài chính</td>",
        "<td>đ)</td><td>Hồ sơ một cửa</td><td></td><td>Sở Nội vụ</td>",
    )
    made = taken(cchc, shared, written(tmp_path, "a.html", page))
    assert made.headings["1"].spans == ("schedule",)
    below = [task for task in made.tasks if task.id in ("1.a", "1.dd")]
    assert [str(task.milestones[0].schedule.due) for task in below] == ["2026-08-30", "2026-08-30"]


def test_heads_repeated_and_rows_split_at_the_end_of_a_page_are_joined(
    cchc: Cchc, shared: Path, tmp_path: Path
) -> None:
    page = html(
        HEADS,
        row("1", "Tổ chức đối thoại", "Hội nghị giữa chính quyền với", "Sở Nội vụ", "Trong năm 2026 (theo tiến độ kế"),
        HEADS,
        row("", "của tỉnh", "doanh nghiệp", "", "hoạch)"),
        row("2", "Việc khác", "Báo cáo", "Sở Tài chính", "Quý II/2026"),
    )
    made = taken(cchc, shared, written(tmp_path, "a.html", page))
    assert [task.title for task in made.tasks] == ["Tổ chức đối thoại của tỉnh", "Việc khác"]
    assert made.tasks[0].products == ("Hội nghị giữa chính quyền với doanh nghiệp",)
    assert "Tổ chức đối thoại ‖ của tỉnh; Hội nghị giữa chính quyền với ‖ doanh nghiệp" in review(shared)


def test_word_counts_numbers_that_stand_in_no_text(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=4)
    for cell, head in zip(table.rows[0].cells, ("TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"), strict=True):
        cell.text = head
    for title in ("Việc một", "Việc hai"):
        cells = table.add_row().cells
        cells[0].paragraphs[0].style = "List Number"
        cells[0].paragraphs[0].add_run("​")
        cells[1].text, cells[2].text, cells[3].text = title, "Sở Nội vụ", "Quý I/2026"
    path = tmp_path / "a.docx"
    document.save(str(path))
    made = taken(cchc, shared, path)
    assert [task.title for task in made.tasks] == ["Việc một", "Việc hai"]
    assert len({task.id for task in made.tasks}) == 2


def workbook(path: Path, *rows: tuple[str | int | datetime | None, ...]) -> Path:
    book = Workbook()
    for each in rows:
        book.active.append(each)  # type: ignore[union-attr]
    book.save(path)
    return path


def test_days_that_excel_may_have_turned_round_are_listed(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ("STT", "Mã nhiệm vụ", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời hạn hoàn thành"),
        (None, "N01", "Chỉ đạo, điều hành", None, None),
        (1, "N01.1", "Ban hành kế hoạch", "Sở TC", datetime(2026, 7, 1)),
        (2, "N01.2", "Kế hoạch của từng cơ quan", "Sở KH&CN", datetime(2026, 2, 25)),
    )
    made = taken(cchc, shared, path)
    assert {str(task.milestones[0].schedule.due) for task in made.tasks} == {"2026-07-01", "2026-02-25"}
    listed = [line.replace("&#8288;", "") for line in review(shared).splitlines() if "kiểu ngày của Excel" in line]
    assert len(listed) == 1
    assert "Sheet!E3" in listed[0]
    assert "| 01/7/2026 | 01/7/2026 |" in listed[0]
    assert "| 07/01/2026 |" in listed[0]
    assert leads(made, "N01.1") == ["so-tai-chinh"]


@pytest.mark.parametrize("text", ["31/12/2026", "31/02/2026", "00/00/0000", "99/1/2026"])
def test_a_day_that_excel_may_have_turned_round_is_told_behind_any_other(text: str) -> None:
    assert turned(text) == ""
    assert turned(f"{text}; 01/7/2026") == "07/01/2026"


def test_names_that_nobody_has_become_agencies_to_look_at(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = html(HEADS, row("1", "Mở lớp", "Lớp học", "Sở Du lịch", "Quý I/2026"))
    made = taken(cchc, shared, written(tmp_path, "a.html", page))
    assert leads(made, "1") == ["so-du-lich"]
    assert "so-du-lich" in (shared / "plan/agencies.yaml").read_text("utf-8")
    assert "| Sở Du lịch | cơ quan mới so-du-lich |" in review(shared).replace("\\-", "-")


def test_new_names_below_a_body_are_of_its_kinds_and_a_short_list_is_a_group(cchc: Cchc, tmp_path: Path) -> None:
    assert cchc("init", str(tmp_path / "so"), "--body", "Sở Y tế", "--parent", "tỉnh Mẫu").code == 0
    rows = (row("1", "Mở lớp", "Lớp học", "Phòng Pháp chế; Các phòng chuyên môn; Các phòng", "Quý I/2026"),)
    file = written(tmp_path, "a.html", html(HEADS, *rows))
    ran = cchc("-C", str(tmp_path / "so"), "import", str(file), "-o", MADE, "--year", "2026")
    assert ran.code == 0, ran.err
    registry = (tmp_path / "so/plan/agencies.yaml").read_text("utf-8")
    assert "{id: phong-phap-che, name: Phòng Pháp chế, kind: division" in registry
    assert "{id: cac-phong, name: Các phòng, kind: group" in registry


def test_alike_guesses_are_one_row_and_repeated_heads_one_line(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    rows = [
        row(str(count), f"Việc {count}", "Sổ", "Sở Nội vụ", "Xong sớm, chậm nhất 32/13/2026") for count in (1, 2, 3)
    ]
    page = html(HEADS, rows[0], HEADS, rows[1], HEADS, rows[2])
    taken(cchc, shared, written(tmp_path, "a.html", page))
    assert "| 1, 2, 3 | Xong sớm, chậm nhất 32/13/2026 |" in review(shared)
    assert "- 3 chỗ, từ bảng 1, hàng 1, ô 2 đến bảng 1, hàng 5, ô 2: Nhiệm vụ" in review(shared)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Thục hiện công khai", "| Thục hiện | giữ như in | khác dấu với từ quen dùng | thực hiện |"),
        ("Đôn đồng các sở", "| Đôn đồng | giữ như in | sau “đôn” hiếm khi là chữ này | Đôn đốc |"),
        ("Cơ quan hành chính nhà nước (CQHCCN)", "| CQHCCN | giữ như in |"),
        ("Theo Quyết định ngày 23/06/ 2022", "| 23/06/ 2022 | 23/06/2022 | in sai | giữ như in |"),
    ],
)
def test_words_that_look_misprinted_are_listed(text: str, shown: str, cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = html(HEADS, row("1", text, "Sổ", "Sở Nội vụ", "Quý I/2026"))
    taken(cchc, shared, written(tmp_path, "a.html", page))
    assert shown in review(shared)


def test_words_that_are_printed_well_are_not_listed(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    text = "Thực hiện, đôn đốc tối thiểu 90% thủ tục hành chính (TTHC); Năng lực cạnh tranh cấp tỉnh (PCI)"
    page = html(HEADS, row("1", text, "Sổ", "Sở Nội vụ", "Quý I/2026"))
    taken(cchc, shared, written(tmp_path, "a.html", page))
    assert "giữ như in" not in review(shared)


def test_what_cannot_be_read_stays_as_printed_and_is_marked(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = html(HEADS, row("1", "Mở lớp", "Lớp học", "Sở Nội vụ", "Khi nào xong thì thôi, chậm nhất 32/13/2026"))
    made = taken(cchc, shared, written(tmp_path, "a.html", page))
    assert made.tasks[0].schedule_text == "Khi nào xong thì thôi, chậm nhất 32/13/2026"
    assert made.tasks[0].milestones[0].schedule.due is None
    assert "không đọc được thời hạn" in review(shared)


def test_words_in_are_words_out(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = "<p>Ghi chú ngoài bảng</p>" + html(
        HEADS,
        row("1", "Mở lớp (đợt 1)", "- Lớp học<br>- Báo cáo", "Sở Nội vụ", "Quý I/2026"),
        row("", "Một dòng không số", "Sổ", "Sở Tài chính", "Thường xuyên"),
    )
    taken(cchc, shared, written(tmp_path, "a.html", page))
    text = "\n".join(path.read_text("utf-8") for path in (shared / MADE).rglob("*") if path.is_file())
    cells = "Ghi chú ngoài bảng TT Nhiệm vụ Mở lớp đợt Lớp học Báo cáo Một dòng không số Sổ Thường xuyên Quý I/2026"
    assert Counter(words(cells)) - Counter(words(text.replace("(", " ").replace("|", " "))) == Counter()


# What is refused changes nothing


TCVN3 = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026 cña tØnh, ®¬n vÞ thùc hiÖn"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>không có bảng</p>"),
        ("a.txt", TCVN3 + "\n" + "TT\tNhiÖm vô"),
        ("a.doc", "x"),
        ("a.pdf", "x"),
        ("a.docx", "không phải Word"),
        ("a.xlsx", "không phải Excel"),
        ("a.txt", ""),
    ],
)
def test_files_that_hold_no_plan_change_nothing(name: str, text: str, cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    path = written(tmp_path, name, text)
    before = contents(shared / "plan")
    ran = cchc("-C", str(shared), "import", str(path), "-o", MADE, "--year", "2026", "--monitor", "SNV")
    assert (ran.code, ran.out) == (2, "")
    assert contents(shared / "plan") == before


def test_a_folder_that_is_there_is_never_written_into(cchc: Cchc, copied: Path, tmp_path: Path) -> None:
    page = written(tmp_path, "a.html", html(HEADS, row("1", "Mở lớp", "Lớp", "Sở Nội vụ", "Quý I/2026")))
    before = contents(copied / "plan")
    assert cchc("-C", str(copied), "import", str(page), "-o", "plan/2026").code == 2
    assert cchc("-C", str(copied), "import", str(page), "-o", str(tmp_path / "ngoài")).code == 2
    assert contents(copied / "plan") == before


def test_a_dry_run_names_no_file_to_look_at(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    page = written(tmp_path, "a.html", html(HEADS, row("1", "Mở lớp", "Lớp", "Sở Nội vụ", "Quý I/2026")))
    before = contents(shared / "plan")
    words = ("import", str(page), "-o", MADE, "--year", "2026", "--monitor", "SNV", "--dry-run")
    ran = cchc("-C", str(shared), *words)
    assert (ran.code, contents(shared / "plan")) == (0, before)
    assert "Sẽ lập dự thảo plan/2030: 1 dòng." in ran.out
    assert "bỏ --dry-run thì danh sách được ghi vào plan/2030/import-review.md" in ran.out
    assert "cchc list" not in ran.out


def test_a_zip_bomb_is_refused_by_its_size(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    from zipfile import ZIP_DEFLATED, ZipFile

    path, data = tmp_path / "a.xlsx", BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)
    path.write_bytes(data.getvalue())
    assert cchc("-C", str(shared), "import", str(path), "-o", MADE, "--year", "2026", "--monitor", "SNV").code == 2


@pytest.mark.parametrize("name", ["a.rtf", "a.odt", "a.csv", "a", "khong-co.docx"])
def test_what_cannot_be_read_says_what_to_do(name: str, cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    if not name.startswith("khong"):
        (tmp_path / name).write_bytes(b"x")
    ran = cchc("-C", str(shared), "import", str(tmp_path / name), "-o", MADE, "--year", "2026", "--monitor", "SNV")
    assert (ran.code, ran.out) == (2, "")
    assert "→" in ran.err


@pytest.mark.parametrize(
    "words", [(), ("-o", "plan/moi", "--monitor", "SNV"), ("-o", MADE), ("-o", "plan"), ("-o", "/tmp/x")]
)
def test_a_plan_without_folder_year_or_monitor_is_refused(
    words: tuple[str, ...], cchc: Cchc, shared: Path, tmp_path: Path
) -> None:
    page = written(tmp_path, "a.html", html(HEADS, row("1", "Mở lớp", "Lớp", "Sở Nội vụ", "Quý I/2026")))
    assert cchc("-C", str(shared), "import", str(page), *words).code == 2


def test_markdown_is_read_as_a_table_too(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    text = "# Kế hoạch\n\n| TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời hạn |\n|---|---|---|---|---|\n"
    made = taken(cchc, shared, written(tmp_path, "a.md", f"{text}| 1 | Mở lớp | Sổ | Sở Nội vụ | Quý I/2026 |\n"))
    assert [task.title for task in made.tasks] == ["Mở lớp"]
