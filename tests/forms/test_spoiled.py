"""Forms that were sorted, cut, pasted over, saved otherwise: each is understood, or refused with its cell."""

from collections.abc import Callable
from datetime import date as Day
from datetime import datetime, time
from pathlib import Path
from unicodedata import normalize

import pytest
from msgspec import structs
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from cchc_cli.forms.asked import Asking
from cchc_cli.forms.read import received
from cchc_cli.forms.taken import Taken, taken
from cchc_cli.forms.wanted import Wanted
from cchc_cli.schedule import period
from cchc_cli.shell import forming
from cchc_cli.shell.intake import Incoming, Intake, Refused
from cchc_cli.shell.options import scope
from cchc_cli.shell.options.scope import Opened
from cchc_cli.state.ledger import Ledger
from cchc_cli.text.problems import Stop
from conftest import ROOT
from form_books import HEADS, columns, filled, opened, put, replaced, saved, with_part, without_part

MADE, TODAY = Day(2026, 9, 14), Day(2026, 9, 16)
Q3 = period("2026-Q3")
SHEET = "xl/worksheets/sheet2.xml"
Given = tuple[bytes, Wanted]


@pytest.fixture(scope="module")
def workspace() -> Opened:
    return scope.opened(ROOT, None)


@pytest.fixture(scope="module")
def given(workspace: Opened) -> Given:
    """The form of an agency, and what it is checked against."""
    assert Q3 is not None
    plan = workspace.workspace.plans[0]
    places = forming.places(ROOT, workspace.workspace, plan, Q3, MADE)
    form = Asking(workspace.workspace, plan, Q3, MADE, places).form(("so-tu-phap",))
    wanted = Wanted(workspace.workspace, plan, Ledger.of(plan, workspace.workspace), Q3, TODAY, dict(places))
    return forming.workbook(form, workspace.workspace.registry), wanted


def read(data: bytes, wanted: Wanted) -> Taken:
    return taken(received(data), wanted)


def says(found: Taken) -> tuple[object, ...]:
    """What the form says, in an order of its own."""
    entries = sorted((each.update.by, each.update.entry.task, str(each.update.entry)) for each in found.entries)
    return (*entries, *found.figures, *found.texts)


def sheet_of(book: Workbook):  # type: ignore[no-untyped-def]
    return book["Tiến độ"]


def reorder(book: Workbook) -> None:
    """Sort the rows the other way round."""
    sheet = sheet_of(book)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADS + 1)]
    for number, row in enumerate(reversed(rows), HEADS + 1):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value


def move_columns(book: Workbook) -> None:
    sheet = sheet_of(book)
    for row in sheet.iter_rows(min_row=HEADS):
        values = [cell.value for cell in row]
        for cell, value in zip(row, values[5:] + values[:5], strict=True):
            cell.value = value


def drop(title: str) -> Callable[[Workbook], None]:
    return lambda book: sheet_of(book).delete_cols(columns(sheet_of(book))[title])


def fill(row: int = 4, **values: object) -> Callable[[Workbook], None]:
    return lambda book: put(sheet_of(book), row, **values)


def hide(book: Workbook) -> None:
    for number in range(4, 30):
        sheet_of(book).row_dimensions[number].hidden = True
    for letter in "BCDEFGHIJ":
        sheet_of(book).column_dimensions[letter].hidden = True


def filtered(book: Workbook) -> None:
    sheet_of(book).auto_filter.add_filter_column(3, ["phối hợp"])
    sheet_of(book).row_dimensions[4].hidden = True


def look(book: Workbook) -> None:
    for row in sheet_of(book).iter_rows():
        for cell in row:
            cell.font = Font(name="Arial", color="FF0000")
    sheet_of(book).freeze_panes = None
    sheet_of(book).protection.disable()
    sheet_of(book)["A4"].comment = Comment("xem lại", "x")
    sheet_of(book)["B4"].hyperlink = "https://example.org"


def more_sheets(book: Workbook) -> None:
    book.create_sheet("Nháp", 0)["A1"] = "=1+1"
    book.move_sheet("Nội dung", -2)


def head(title: str, new: str) -> Callable[[Workbook], None]:
    return lambda book: setattr(sheet_of(book).cell(HEADS, columns(sheet_of(book))[title]), "value", new)


def twice(**values: object) -> Callable[[Workbook], None]:
    def spoil(book: Workbook) -> None:
        sheet = sheet_of(book)
        last = sheet.max_row + 1
        for place, cell in enumerate(sheet[4], 1):
            sheet.cell(last, place).value = cell.value
        put(sheet, last, **values)

    return spoil


def formatted(value: float, shown: str) -> Callable[[Workbook], None]:
    """Sixty per cent as programs write it that turn "60%" into a number."""

    def spoil(book: Workbook) -> None:
        put(sheet_of(book), 6, percent=value)
        sheet_of(book).cell(6, columns(sheet_of(book))["Tỷ lệ (%)"]).number_format = shown

    return spoil


def in_every_cell(change: Callable[[str], str]) -> Callable[[Workbook], None]:
    """Change every text on one line, as another program or a paste does."""

    def spoil(book: Workbook) -> None:
        cells = (cell for sheet in book if sheet.title != "cchc" for row in sheet.iter_rows() for cell in row)
        for cell in cells:
            if isinstance(cell.value, str) and "\n" not in cell.value:
                cell.value = change(cell.value)

    return spoil


def since_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


UNDERSTOOD: dict[str, Callable[[Workbook], None]] = {
    "sorted": reorder,
    "hidden": hide,
    "filtered": filtered,
    "columns moved": move_columns,
    "products deleted": drop("Sản phẩm"),
    "states deleted": drop("Tình trạng đã ghi"),
    "proposals deleted": drop("Kiến nghị, đề xuất"),
    "rows deleted": lambda book: sheet_of(book).delete_rows(10, 20),
    "rows above": lambda book: sheet_of(book).insert_rows(1, 4),
    "rows between": lambda book: sheet_of(book).insert_rows(5, 3),
    "a column between": lambda book: sheet_of(book).insert_cols(4),
    "looks, links, remarks, no protection": look,
    "sheets added and moved": more_sheets,
    "no hidden sheet": lambda book: book.remove(book["cchc"]),
    "no instructions": lambda book: book.remove(book["Hướng dẫn"]),
    "a day as text": fill(date="28/8/2026"),
    "a day as text, ISO": fill(date="2026-08-28"),
    "a day in words": fill(date="ngày 28 tháng 8 năm 2026"),
    "a day with dots": fill(date="28.8.2026"),
    "a day with dashes": fill(date="28-8-2026"),
    "a day with spaces": fill(date=" 28 / 8 / 2026 "),
    "a day with an hour": fill(date=datetime(2026, 8, 28, 9, 30)),
    "a day with an hour, as text": fill(date="28/08/2026 09:30"),
    "days counted from 1904": since_1904,
    "a percentage as a number": formatted(0.6, "0%"),
    "a percentage as a number, with a comma": formatted(0.6, "0.0%"),
    "a percentage with a point": fill(6, percent="60.0"),
    "a percentage with a comma": fill(6, percent="60,0%"),
    "a percentage from the web": fill(6, percent="60\xa0%"),
    "letters and marks apart": in_every_cell(lambda text: normalize("NFD", text)),
    "spaces from the web": in_every_cell(lambda text: text.replace(" ", "\xa0")),
    "spaces at the ends": in_every_cell(lambda text: f" {text}  "),
    "a state with a stop": fill(6, status="Đang thực hiện."),
    "a state in short": fill(status="Hoàn thành"),
    "a state in capitals": fill(status="ĐÃ HOÀN THÀNH"),
    "a state without marks": fill(status="da hoan thanh"),
    "a state from the web": fill(status="\u200bđã\xa0hoàn thành \n"),
    "a state typed as in files": fill(status="done"),
    "a number for a percentage": fill(6, percent=60),
    "a percentage with a space": fill(6, percent="60 %"),
    "spaces around evidence": fill(evidence="  123/KH-UBND\n"),
    "the same row twice": twice(),
    "a head with a line end": head("Ngày thực hiện", "Ngày\nthực  hiện"),
    "heads in capitals": head("Mã", "MÃ"),
}


@pytest.mark.parametrize("case", UNDERSTOOD)
def test_a_form_is_understood_however_it_was_moved_about(case: str, given: Given) -> None:
    data, wanted = given
    clean = read(filled(data), wanted)
    assert (len(clean.entries), len(clean.texts), clean.refusals) == (2, 1, ())
    assert says(read(filled(data, UNDERSTOOD[case]), wanted)) == says(clean)


def swapped_ids(book: Workbook) -> None:
    put(sheet_of(book), 4, id=sheet_of(book)["A6"].value)


def unknown_place(book: Workbook) -> None:
    book["Nội dung"]["A4"].value = "IX.9"


def bare_number(book: Workbook) -> None:
    put(sheet_of(book), 4, date=46262)
    sheet_of(book)["H4"].number_format = "General"


REFUSED: dict[str, tuple[Callable[[Workbook], None], str, str]] = {
    "another id": (fill(id="I.4"), "Tiến độ!B4", "không khớp"),
    "only the ids sorted": (swapped_ids, "Tiến độ!B4", "không khớp"),
    "another task's words": (fill(title="Việc khác"), "Tiến độ!B4", "không khớp"),
    "an unknown id": (fill(id="I.99"), "Tiến độ!A4", "không có nhiệm vụ I.99"),
    "no id": (fill(id=None), "Tiến độ!4", "không có mã"),
    "a state that is none": (fill(status="gần xong"), "Tiến độ!G4", 'không có tình trạng "gần xong"'),
    "a day to come": (fill(date=Day(2026, 12, 25)), "Tiến độ!H4", "chưa đến"),
    "a day that is none": (fill(date="31/02/2026"), "Tiến độ!H4", "không phải là một ngày có thật"),
    "a day as a number": (bare_number, "Tiến độ!H4", "không phải là một ngày có thật"),
    "a month for a day": (fill(date="tháng 8"), "Tiến độ!H4", "không phải là một ngày có thật"),
    "a year of two digits": (fill(date="28/8/26"), "Tiến độ!H4", "chưa rõ là ngày nào"),
    "a day as Americans write it": (fill(date="8/28/2026"), "Tiến độ!H4", "chưa rõ là ngày nào"),
    "a day alone": (fill(7, date=Day(2026, 8, 28)), "Tiến độ!H7", "chưa ghi tình trạng"),
    "too many per cent": (fill(6, percent=160), "Tiến độ!K6", "không nằm trong khoảng"),
    "a fraction": (fill(6, percent=0.6), "Tiến độ!K6", "không phải là một số nguyên"),
    "a fraction of a per cent": (formatted(0.605, "0.0%"), "Tiến độ!K6", '"60,5%" không phải là một số nguyên'),
    "about so much": (fill(6, percent="~60%"), "Tiến độ!K6", "không phải là một con số"),
    "a tick for a state": (fill(status="✓"), "Tiến độ!G4", 'không có tình trạng "✓"'),
    "a state in TCVN3": (fill(status="®· hoµn thµnh"), "Tiến độ!G4", "bảng mã TCVN3"),
    "a result in TCVN3": (fill(note="§· hoµn thµnh kÕ ho¹ch"), "Tiến độ!J4", "bảng mã TCVN3"),
    "difficulties in VNI": (fill(difficulties="Ñaõ hoaøn thaønh keá hoaïch"), "Tiến độ!L4", "bảng mã VNI"),
    "words for a number": (fill(6, percent="sáu mươi"), "Tiến độ!K6", "không phải là một con số"),
    "done by half": (fill(percent="50"), "Tiến độ!K4", "không đi cùng ô G4"),
    "evidence of a day to come": (fill(evidence="5/KH-UBND ngày 25/12/2026"), "Tiến độ!I4", "chưa đến"),
    "a day for evidence": (fill(evidence=Day(2026, 3, 5)), "Tiến độ!I4", "ô đang là ngày 05/3/2026"),
    "an hour for a result": (fill(note=time(8, 30)), "Tiến độ!J4", "ô đang là giờ"),
    "true": (fill(note=True), "Tiến độ!J4", "không phải là nội dung"),
    "two rows that differ": (twice(note="khác"), "Tiến độ!A", "đã có ở dòng 4"),
    "two mistakes in a row": (fill(status="gần xong", percent="nhiều"), "Tiến độ!K4", "không phải là một con số"),
    "a place that is none": (unknown_place, "Nội dung!A4", "không có chỗ"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_a_cell_that_cannot_be_taken_is_named(case: str, given: Given) -> None:
    spoil, cell, words = REFUSED[case]
    found = read(filled(given[0], spoil), given[1])
    assert any(each.cell.startswith(cell) and words in each.message for each in found.refusals), found.refusals


def merge(book: Workbook) -> None:
    sheet_of(book).merge_cells("G6:G8")


def renamed(book: Workbook) -> None:
    for place, sheet in enumerate(book):
        sheet.title = sheet.title if sheet.title == "cchc" else f"Trang {place}"


def far(book: Workbook) -> None:
    sheet_of(book)["XFD1048576"].value = "x"


def formula(book: Workbook) -> None:
    put(sheet_of(book), 4, note='=CONCATENATE("a","b")')


STOPPED: dict[str, tuple[Callable[[Workbook], None], str]] = {
    "merged cells": (merge, "Tiến độ!G6:G8: ô bị gộp"),
    "an error of Excel": (fill(note="#REF!"), "Tiến độ!J4: ô báo lỗi"),
    "a formula": (formula, "Tiến độ!J4: ô có công thức"),
    "a formula in another sheet": (
        lambda book: setattr(book["Nội dung"]["C5"], "value", "=A1"), "Nội dung!C5: ô có công thức"),
    "no heads": (lambda book: sheet_of(book).delete_rows(1, HEADS), "không thấy dòng tiêu đề"),
    "no ids": (drop("Mã"), "không thấy dòng tiêu đề"),
    "no words": (drop("Nhiệm vụ"), "không thấy cột “Nhiệm vụ”"),
    "a head renamed": (head("Tình trạng mới", "Hiện trạng"), "không thấy cột “Tình trạng mới”"),
    "two columns of states": (head("Kết quả", "Tình trạng mới"), "có hai cột “Tình trạng mới”"),
    "every sheet renamed": (renamed, "không còn trang nào"),
    "a cell far away": (far, "quá rộng: có chữ ở ô XFD1048576"),
}  # fmt: skip


@pytest.mark.parametrize("case", STOPPED)
def test_a_form_that_cannot_be_understood_is_refused_by_its_cell(case: str, given: Given) -> None:
    spoil, words = STOPPED[case]
    with pytest.raises(Stop) as stopped:
        read(filled(given[0], spoil), given[1])
    assert words in stopped.value.message
    assert stopped.value.hint


def rows_without_end(data: bytes) -> bytes:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/></row>' % (n, n, n) for n in range(500, 100_500))
    return replaced(data, SHEET, b"</sheetData>", rows + b"</sheetData>")


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def macro_type(data: bytes) -> bytes:
    return replaced(data, "[Content_Types].xml", b"sheet.main+xml", b"sheet.macroEnabled.main+xml")


def linked(data: bytes) -> bytes:
    return with_part(data, "xl/externalLinks/externalLink1.xml", b"<x/>")


TRANSITIONAL = b"http://schemas.openxmlformats.org"


FAR = b'<row r="59999"><c r="GQ59999" t="str"><v>x</v></c></row></sheetData>'
PACKAGES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "macros": (lambda data: with_part(data, "xl/vbaProject.bin", b"x"), "có chứa macro"),
    "a type with macros": (macro_type, "có chứa macro"),
    "old macros": (lambda data: with_part(data, "xl/macrosheets/sheet1.xml", b"<x/>"), "có chứa macro"),
    "a link outside": (linked, "liên kết đến tệp khác"),
    "a connection": (lambda data: with_part(data, "xl/connections.xml", b"<x/>"), "nguồn dữ liệu ngoài"),
    "an object inside": (lambda data: with_part(data, "xl/embeddings/oleObject1.bin", b"x"), "đối tượng nhúng"),
    "a button": (lambda data: with_part(data, "xl/activeX/activeX1.xml", b"<x/>"), "nút điều khiển"),
    "a bomb": (lambda data: with_part(data, "xl/media/image1.png", bytes(101_000_000)), "quá lớn khi mở ra"),
    "a DOCTYPE": (lambda data: with_part(data, "xl/styles.xml", b"<!DOCTYPE a><a/>"), "khai báo lạ"),
    "old Excel": (lambda _: OLD + bytes(600), "dạng Excel cũ (.xls)"),
    "a password": (lambda _: OLD + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
    "LibreOffice": (
        lambda data: with_part(data, "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "(.ods)"),
    "binary": (lambda data: with_part(data, "xl/workbook.bin", b"x"), "(.xlsb)"),
    "CSV": (lambda _: "Mã,Nhiệm vụ\nI.1,x\n".encode(), "không phải là tệp Excel"),
    "a web page": (lambda _: b"<html><table></table></html>", "không phải là tệp Excel"),
    "strict": (lambda data: replaced(data, "xl/workbook.xml", TRANSITIONAL, b"http://purl.oclc.org/ooxml"), "Strict"),
    "cut off": (lambda data: data[: len(data) // 2], "không phải là tệp Excel"),
    "empty": (lambda _: b"", "không phải là tệp Excel"),
    "a Word document": (lambda data: without_part(data, "xl/workbook.xml"), "không phải là tệp Excel"),
    "a broken sheet": (lambda data: with_part(data, SHEET, b"<worksheet><sheetData>"), "đã hỏng"),
    "broken properties": (lambda data: with_part(data, "docProps/custom.xml", b"<a"), "phần thuộc tính"),
    "deep properties": (lambda data: with_part(data, "docProps/custom.xml", b"<a>" * 999), "phần thuộc tính"),
    "a wide and long sheet": (lambda data: replaced(data, SHEET, b"</sheetData>", FAR), "quá rộng: có chữ ở ô GQ"),
    "a new workbook": (lambda _: saved(Workbook()), "không phải phiếu do cchc lập"),
}  # fmt: skip


@pytest.mark.parametrize("case", PACKAGES)
def test_a_file_that_is_no_plain_workbook_is_refused(case: str, given: Given) -> None:
    spoil, words = PACKAGES[case]
    with pytest.raises(Stop) as stopped:
        received(spoil(filled(given[0])))
    assert words in stopped.value.message
    assert stopped.value.hint


def test_a_hundred_thousand_empty_rows_are_harmless(given: Given) -> None:
    data = filled(given[0])
    assert says(read(rows_without_end(data), given[1])) == says(read(data, given[1]))


def test_another_program_may_keep_properties_of_its_own(given: Given) -> None:
    data = filled(given[0])
    kept = replaced(data, "docProps/custom.xml", b"cchc.", b"KSOProductBuildVer.")
    assert says(read(kept, given[1])) == says(read(data, given[1]))


def test_without_properties_the_hidden_sheet_says_whose_form_it_is(given: Given) -> None:
    data = without_part(filled(given[0]), "docProps/custom.xml")
    kept = replaced(data, "_rels/.rels", b"custom-properties", b"other")
    assert received(kept).stamp.agencies == ("so-tu-phap",)


def test_a_number_for_a_document_is_written_as_it_shows(given: Given) -> None:
    found = read(filled(given[0], fill(evidence=123)), given[1])
    assert [each.name for each in found.entries[0].update.entry.evidence] == ["123"]


def test_a_state_that_is_none_is_answered_in_the_words_of_the_list(given: Given) -> None:
    refusal = read(filled(given[0], fill(status="xong rồi")), given[1]).refusals[0]
    assert refusal.hint == (
        "chọn trong danh sách: chưa thực hiện, đang thực hiện, chờ xác nhận, đã hoàn thành, tạm dừng, không thực hiện"
    )


def test_half_filled_rows_say_what_they_say(given: Given) -> None:
    data = filled(given[0], fill(8, difficulties="Chậm hướng dẫn", proposals="Đề nghị sớm ban hành"))
    entry = next(each.update.entry for each in read(data, given[1]).entries if each.update.entry.proposals)
    assert (entry.status, entry.difficulties) == (None, "Chậm hướng dẫn")


def test_an_empty_form_says_nothing(given: Given) -> None:
    assert read(given[0], given[1]).is_empty


def test_a_day_that_may_be_swapped_is_to_be_looked_at(given: Given) -> None:
    found = read(filled(given[0], fill(date=Day(2026, 4, 3))), given[1])
    assert [each.cell for each in found.looks] == ["Tiến độ!H4"]
    assert "03/4/2026" in found.looks[0].words
    assert "04/3/2026" in found.looks[0].words


def test_work_of_another_agency_is_refused(given: Given) -> None:
    found = received(filled(given[0]))
    others = structs.replace(found, stamp=structs.replace(found.stamp, agencies=("hiep-hoi-du-lich",)))
    assert all("không có vai trò gì" in each.message for each in taken(others, given[1]).refusals[:2])


STAMPS: dict[str, tuple[tuple[str, str, str], str]] = {
    "another year's": (("plan", "2026", "2025"), "ở đây không có kế hoạch đó"),
    "another decision's": (("number", "2821/QĐ-UBND", "99/QĐ-UBND"), "phiếu của kế hoạch khác"),
    "a period to come": (("period", "2026-Q3", "2027-Q1"), "chưa bắt đầu"),
    "another period": (("period", "2026-Q3", "2026-Q2"), "không phải quý III"),
    "an unknown agency": (("agencies", "so-tu-phap", "so-la"), "không có trong danh bạ"),
    "another agency": (("agencies", "so-tu-phap", "so-noi-vu"), "tên tệp là của Sở Tư pháp"),
    "two forms in one": (("fingerprint", "", "0123"), "ghép từ hai phiếu"),
}


@pytest.mark.parametrize("case", STAMPS)
def test_a_form_that_is_about_something_else_is_refused_by_name(
    case: str, given: Given, workspace: Opened, tmp_path: Path
) -> None:
    (name, old, new), words = STAMPS[case]
    data = filled(given[0])
    if name != "fingerprint":
        data = without_part(data, "docProps/custom.xml")
        data = replaced(data, "_rels/.rels", b"custom-properties", b"other")
    book = opened(data)
    cell = next(row[1] for row in book["cchc"].iter_rows() if row[0].value == name)
    assert old in str(cell.value)
    cell.value = new
    path = tmp_path / "so-tu-phap.xlsx"
    path.write_bytes(saved(book))
    found = Intake(workspace, TODAY, "2026-Q3" if case == "another period" else None, ()).read(path)
    assert isinstance(found, Refused)
    assert words in found.why.message


def test_two_forms_of_one_agency_that_differ_are_not_both_taken(
    given: Given, workspace: Opened, tmp_path: Path
) -> None:
    intake = Intake(workspace, TODAY, None, ())
    for name, data in (("a", filled(given[0])), ("b", filled(given[0])), ("c", filled(given[0], fill(note="khác")))):
        (tmp_path / f"{name}.xlsx").write_bytes(data)
    first, same, other = (intake.read(tmp_path / f"{name}.xlsx") for name in "abc")
    assert isinstance(first, Incoming)
    assert isinstance(same, Incoming)
    assert same.news.is_empty
    assert isinstance(other, Refused)
    assert "a.xlsx cũng là phiếu của Sở Tư pháp" in other.why.message
