"""Papers as provinces lay them out, and as programs save them: nothing dropped, rows and roles right, doubts listed."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.comments import Comment

from cchc_cli.model import Role
from cchc_cli.plan.plans import Plan
from cchc_cli.shell.options import scope
from conftest import Cchc

FIVE = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời hạn")
SEVEN = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm đầu ra",
         "Ghi chú")  # fmt: skip
Rows = Iterable[tuple[str, ...]]


def taken(cchc: Cchc, root: Path, file: Path) -> tuple[Plan, str]:
    """The draft that a file becomes, and its review; every word of the file stands in one of them."""
    place = root / "plan" / "2030"
    ran = cchc("-C", str(root), "import", str(file), "-o", str(place), "--year", "2026", "--monitor", "SNV")
    assert ran.code == 0, ran.err
    review = (place / "import-review.md").read_text("utf-8").replace("&#8288;", "").replace("\\-", "-")
    assert "Chưa thấy lại" not in review
    return scope.workspace(root, ["2030"]).plans[0], review


def titles(plan: Plan) -> dict[str, str]:
    return {task.id: task.title for task in plan.tasks}


def roles(plan: Plan, task: str, role: Role) -> list[str]:
    found = plan.task(task)
    assert found is not None
    return [each.agency for each in found.assignments if each.role is role]


def table(document: Any, rows: Rows) -> Any:
    """A table of Word; a row of one text runs over it."""
    rows = tuple(rows)
    made = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        cells = made.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    return made


def saved(document: Any, folder: Path) -> Path:
    path = folder / "a.docx"
    document.save(str(path))
    return path


def xml(text: str) -> Any:
    return parse_xml(text.replace(">", f" {nsdecls('w')}>", 1))


def test_tables_of_other_columns_are_taken_into_one(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    table(document, [FIVE, ("I. CẢI CÁCH THỂ CHẾ",), ("1", "Rà soát", "Báo cáo", "Sở Tư pháp", "Quý I/2026")])
    for text in ("Phụ lục II", "NHIỆM VỤ ĐỘT PHÁ"):
        document.add_paragraph(text)
    table(document, [SEVEN, ("1", "Đào tạo", "Sở KHCN", "UBND các xã, phường", "Trước 30/9/2026", "Lớp", "Ưu tiên")])
    table(document, [("TT", "Nội dung", "Kinh phí", "Ghi chú"), ("1", "Hội nghị", "50", "triệu đồng")])
    plan, review = taken(cchc, shared, saved(document, tmp_path))
    assert titles(plan) == {"I.1": "Rà soát", "II.1": "Đào tạo"}
    assert [each.title for each in plan.sections] == ["CẢI CÁCH THỂ CHẾ", "Phụ lục II NHIỆM VỤ ĐỘT PHÁ"]
    assert roles(plan, "II.1", Role.COORDINATE) == ["ubnd-cap-xa"]
    assert "bảng có các cột khác" in review
    assert "bảng đánh số lại từ 1" in review
    assert "Hội nghị" in review.partition("## Chữ không đưa vào")[2]


def test_sheets_are_sections(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    book = Workbook()
    for sheet, name in ((book.active, "I. Thể chế"), (book.create_sheet(), "II. Thủ tục")):
        sheet.title = name  # type: ignore[union-attr]
        for row in (FIVE, (1, "Việc", "Sổ", "Sở Nội vụ", "Quý I/2026")):
            sheet.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    plan, _ = taken(cchc, shared, tmp_path / "a.xlsx")
    assert list(titles(plan)) == ["I.1", "II.1"]
    assert [each.title for each in plan.sections] == ["Thể chế", "Thủ tục"]


def test_letters_are_sections_or_headings_below_them(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    def rows(*more: tuple[str, ...]) -> Rows:
        one, two = (("1", f"Việc {word}", "Sổ", "Sở Nội vụ", "Quý I/2026") for word in ("một", "hai"))
        return [FIVE, *more, ("A. NHÓM CHUNG",), one, ("B. NHÓM RIÊNG",), two]

    document = Document()
    table(document, rows())
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    assert [(each.id, each.number) for each in plan.sections] == [("I", "A"), ("II", "B")]
    assert list(titles(plan)) == ["I.1", "II.1"]
    shutil.rmtree(shared / "plan" / "2030")
    document = Document()
    table(document, rows(("I. THỂ CHẾ",)))
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    assert list(titles(plan)) == ["I.A.1", "I.B.1"]


def test_word_is_read_as_it_looks_once_changes_are_accepted(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    made = table(document, [FIVE, *((str(n), f"Việc {n}", "Sổ", "Sở Nội vụ", "Quý I/2026") for n in (1, 2, 3, 4))])
    first, second, hidden = (made.cell(row, 1).paragraphs[0] for row in (1, 2, 4))
    first._p.append(xml('<w:ins><w:r><w:t xml:space="preserve"> thêm</w:t></w:r></w:ins>'))
    first._p.append(xml("<w:del><w:r><w:delText>bớt</w:delText></w:r></w:del>"))
    second._p.get_or_add_pPr().append(xml('<w:rPr><w:del w:id="1" w:author="a"></w:del></w:rPr>'))
    made.cell(2, 1).add_paragraph(" nối liền")
    made.rows[3]._tr.get_or_add_trPr().append(xml('<w:del w:id="2" w:author="a"></w:del>'))
    hidden.add_run(" giấu đi").font.hidden = True
    inner = made.cell(4, 2).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Báo cáo", "02 bản"
    plan, review = taken(cchc, shared, saved(document, tmp_path))
    assert list(titles(plan).values()) == ["Việc 1 thêm", "Việc 2 nối liền", "Việc 4"]
    assert plan.tasks[2].products == ("Sổ Báo cáo 02 bản",)
    assert "- chữ ẩn: giấu đi" in review
    assert "- chữ đã xóa, còn ghi trong sửa đổi: bớt" in review
    assert "sửa đổi chưa chấp nhận (Track Changes)" in review


BOX = """<w:r %s xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p></w:txbxContent>
</w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>Trong hộp</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def test_boxes_and_headers_are_left_out_by_name(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Dự thảo lần 2"
    document.add_paragraph("Mở đầu")._p.append(parse_xml(BOX % nsdecls("w")))
    table(document, [FIVE, ("1", "Việc", "Sổ", "Sở Nội vụ", "Quý I/2026")])
    plan, review = taken(cchc, shared, saved(document, tmp_path))
    assert titles(plan) == {"1": "Việc"}
    for line in ("- hộp văn bản: Trong hộp", "- đầu trang: Dự thảo lần 2", "- đoạn 1: Mở đầu"):
        assert f"{line}\n" in review


def test_what_excel_hides_is_read_and_listed(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(SEVEN)
    for number in (1, 2):
        sheet.append((number, f"Việc {number}", "Sở Nội vụ", "", datetime(2026, 6, 30), "Sổ", ""))
    sheet["G2"], sheet["F3"] = "ghi riêng", "=1+1"
    sheet["B2"].comment = Comment("Đề nghị bỏ", "x")
    sheet.row_dimensions[3].hidden = sheet.column_dimensions["G"].hidden = True
    book.save(tmp_path / "a.xlsx")
    plan, review = taken(cchc, shared, tmp_path / "a.xlsx")
    assert titles(plan) == {"1": "Việc 1", "2": "Việc 2"}
    for told in ("| Sheet!3 |  | 2 Việc 2 Sở Nội vụ… | vẫn đọc | dòng đang ẩn trong Excel |", "| Sheet!G |",
                 "| Sheet!F3 |  |  | ô trống | công thức chưa có giá trị |", "- lời nhận xét: Đề nghị bỏ"):  # fmt: skip
        assert told in review


PAGE = """<html><head><meta http-equiv=Content-Type content="text/html; charset={0}">
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><style><!-- p {{margin:0}} --></style></head>
<body><table><tr><td rowspan=2>TT</td><td rowspan=2>Nhiệm
 vụ</td><td colspan=2>Cơ quan</td><td rowspan=2>Thời gian</td></tr><tr><td>Chủ trì</td><td>Phối hợp</td></tr>
<tr><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]></p></td>
<td><p>Rà soát <del>cũ</del>văn
  bản<o:p></o:p><span style='display:none;mso-hide:all'>giấu</span></p></td>
<td>Sở Tư pháp</td><td>Các sở, ngành</td><td>Quý I/2026<a style='mso-footnote-id:ftn1'>[1]</a></td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "utf-8"), ("unicode", "utf-16"), ("windows-1258", "cp1258")]
)
def test_a_page_that_word_saved_is_read(charset: str, encoding: str, cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(encoded(PAGE.format(charset), encoding))
    plan, review = taken(cchc, shared, tmp_path / "a.htm")
    assert titles(plan) == {"1": "Rà soát văn bản"}
    assert roles(plan, "1", Role.LEAD) == ["so-tu-phap"]
    assert plan.tasks[0].schedule_text == "Quý I/2026"
    assert "- chữ ẩn: giấu" in review


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text; Windows-1258 has the letters, and the tones as marks of their own."""
    if encoding != "cp1258":
        return text.encode(encoding)
    from unicodedata import normalize

    tones = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
    made = b""
    for letter in text:
        parts = normalize("NFD", letter)
        whole = normalize("NFC", parts.translate(tones)) + "".join(each for each in parts if ord(each) in tones)
        made += whole.encode("cp1258")
    return made


def test_text_copied_from_a_pdf_is_refused_with_what_to_do(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("TT Nhiệm vụ Sản phẩm Cơ quan chủ trì Thời hạn\n1 Rà soát Báo cáo Sở Tư pháp Quý I/2026\n", "utf-8")
    ran = cchc("-C", str(shared), "import", str(path), "-o", "plan/2030", "--year", "2026", "--monitor", "SNV")
    assert ran.code == 2
    assert "mở tệp PDF bằng Word" in ran.err


def test_a_list_of_nobody_is_an_open_group_and_one_agency_has_one_row(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    leads = ("Các cơ quan, đơn vị giải quyết TTHC", "Văn phòng UBND Thành phố", "VP UBND TP. Các sở, ban, ngành")
    table(document, [FIVE, *((str(n), "Việc", "Sổ", lead, "Quý I/2026") for n, lead in enumerate(leads, 1))])
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    registry = scope.workspace(shared, ["2030"]).registry
    assert registry.is_open(*roles(plan, "1", Role.LEAD))
    assert roles(plan, "3", Role.LEAD) == [*roles(plan, "2", Role.LEAD), "cac-so-ban-nganh"]


def test_the_day_by_which_work_ends_is_its_term(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    rows = [("TT", "Công việc", "Thời gian", "", "Chủ trì"), ("", "", "Bắt đầu", "Kết thúc", "")]
    made = table(document, [*rows, ("1", "Rà soát", "01/02/2026", "30/6/2026", "Sở Tư pháp")])
    made.cell(0, 2).merge(made.cell(0, 3))
    for column in (0, 1, 4):
        made.cell(0, column).merge(made.cell(1, column))
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    assert plan.tasks[0].schedule_text == "30/6/2026"


def test_marks_below_periods_are_terms(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    heads = ("TT", "Công việc", "Chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV", "Ghi chú")
    marks = ("x", "", "", ""), ("", "X", "X", ""), ("x", "", "✓", ""), ("x", "x", "x", "x")
    table(document, [heads, *((str(n), "Việc", "Sở Nội vụ", *each, "") for n, each in enumerate(marks, 1))])
    plan, review = taken(cchc, shared, saved(document, tmp_path))
    dues = [[str(each.schedule.due)[5:] for each in task.milestones] for task in plan.tasks]
    assert dues == [["03-31"], ["09-30"], ["03-31", "09-30"], ["12-31"]]
    assert "thời hạn in bằng dấu ở cột của kỳ" in review


def test_a_row_of_its_own_agency_and_term_is_a_milestone(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    rows = (
        ("1", "Ban hành kế hoạch", "Kế hoạch", "Sở Nội vụ", "Tháng 01"),
        ("", "", "Kế hoạch", "UBND cấp xã", "Tháng 02"),
    )
    table(document, [FIVE, *rows])
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    found = plan.tasks[0].milestones[1]
    assert (str(found.schedule.due), [each.agency for each in found.assignments or ()]) == (
        "2026-02-28",
        ["ubnd-cap-xa"],
    )


def test_excel_numbers_of_two_levels_and_totals(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        FIVE,
        (1, "Nhóm", "", "", ""),
        (1.1, "Việc", "Sổ", "Sở Nội vụ", "Quý I/2026"),
        ("Tổng cộng: 1 nhiệm vụ",),
    ):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    plan, review = taken(cchc, shared, tmp_path / "a.xlsx")
    assert titles(plan) == {"1.1": "Việc"}
    assert "- Sheet!A4: Tổng cộng: 1 nhiệm vụ" in review


def test_sentences_below_a_head_of_performers_say_who_leads(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    heads = ("Nội dung công việc", "Thời gian", "Đơn vị thực hiện")
    cells = ("Sở Nội vụ", "Sở Nội vụ chủ trì, phối hợp với Thanh tra tỉnh")
    table(document, [heads, *(("Việc", "Quý I/2026", cell) for cell in cells)])
    plan, review = taken(cchc, shared, saved(document, tmp_path))
    assert [roles(plan, task, Role.LEAD) for task in ("1", "2")] == [["so-noi-vu"], ["so-noi-vu"]]
    assert roles(plan, "2", Role.COORDINATE) == ["thanh-tra-tinh"]
    assert "0 chỗ đọc chưa chắc" in review


def test_a_plan_that_issues_itself_is_its_own_document(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    document = Document()
    table(document, [("SỞ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                     ("Số: 12/KH-SNV", "Khánh Hòa, ngày 05 tháng 01 năm 2026")])  # fmt: skip
    for text in ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Kế hoạch của tỉnh, Sở ban hành Kế hoạch như sau:",
                 "I. MỤC TIÊU", "1. Trả hồ sơ đúng hạn."):  # fmt: skip
        document.add_paragraph(text)
    table(document, [("Nơi nhận:\n- Lưu: VT.", "GIÁM ĐỐC\nNguyễn Văn A")])
    document.add_paragraph("DANH MỤC NHIỆM VỤ")
    table(document, [FIVE, ("1", "Việc", "Sổ", "Sở Nội vụ", "Quý I/2026")])
    plan, _ = taken(cchc, shared, saved(document, tmp_path))
    decision = plan.file.decision
    assert decision is not None
    assert (decision.kind, decision.number, str(decision.date)) == ("KẾ HOẠCH", "12/KH-SNV", "2026-01-05")
    assert decision.recipients == ("Lưu: VT.",)
    assert decision.signatory is not None
    assert (decision.signatory.position, decision.signatory.name) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert plan.file.title == "Cải cách hành chính năm 2026"
    assert plan.file.appendix is not None
    assert plan.file.appendix.title == "DANH MỤC NHIỆM VỤ"


def test_what_stands_above_the_table_of_a_sheet_is_the_plans_text(cchc: Cchc, shared: Path, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    above = ("KẾ HOẠCH", "Cải cách hành chính năm 2026", "I. MỤC TIÊU", "1. Trả hồ sơ đúng hạn.", "PHỤ LỤC", "NHIỆM VỤ")
    for row in (*((text,) for text in above), FIVE, (1, "Việc", "Sổ", "Sở Nội vụ", "Quý I/2026")):
        sheet.append(row)
    hidden = book.create_sheet("Nháp")
    hidden.append(("ghi tạm",))
    book.save(tmp_path / "a.xlsx")
    plan, review = taken(cchc, shared, tmp_path / "a.xlsx")
    assert plan.file.title == "Cải cách hành chính năm 2026"
    assert [(part.title, len(part.items)) for part in plan.parts] == [("MỤC TIÊU", 1)]
    assert plan.file.appendix is not None
    assert (plan.file.appendix.label, plan.file.appendix.title) == ("PHỤ LỤC", "NHIỆM VỤ")
    assert "- Nháp!A1: ghi tạm" in review
