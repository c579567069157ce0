"""Forms as officers send them back: filled in, and spoiled in every way that people and programs know."""

from collections.abc import Callable
from datetime import date as Day
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADS = 3
Spoil = Callable[[Workbook], None]


def opened(data: bytes) -> Workbook:
    return load_workbook(BytesIO(data))


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def columns(sheet: Worksheet, head: int = HEADS) -> dict[str, int]:
    """The columns by their heads."""
    return {str(cell.value): cell.column for cell in sheet[head] if cell.value}


def put(sheet: Worksheet, row: int, **values: object) -> None:
    """Write into a row of the sheet of tasks."""
    heads = {"status": "Tình trạng mới", "date": "Ngày thực hiện", "evidence": "Số, ký hiệu văn bản", "note": "Kết quả",
             "percent": "Tỷ lệ (%)", "difficulties": "Khó khăn, vướng mắc", "proposals": "Kiến nghị, đề xuất",
             "id": "Mã", "title": "Nhiệm vụ"}  # fmt: skip
    known = columns(sheet)
    for key, value in values.items():
        sheet.cell(row, known[heads[key]]).value = value  # type: ignore[assignment]


def filled(data: bytes, spoil: Spoil | None = None) -> bytes:
    """The form with two tasks reported and one text written, then spoiled."""
    book = opened(data)
    sheet = book["Tiến độ"]
    put(sheet, 4, status="đã hoàn thành", date=Day(2026, 8, 28), evidence="123/KH-UBND")
    put(sheet, 6, status="đang thực hiện", percent="60%", difficulties="Thiếu kinh phí")
    book["Nội dung"].cell(4, 3).value = "Đã rà soát.\n- một\n- hai"
    if spoil is not None:
        spoil(book)
    return saved(book)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one more part, or another content of one."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, content)
    return out.getvalue()


def without_part(data: bytes, name: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
    return out.getvalue()


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as package:
        content = package.read(name)
    assert old in content
    return with_part(data, name, content.replace(old, new))
