"""Files from strangers to import: what is broken, too large or active is refused by name, in time."""

import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from openpyxl import Workbook

from cchc_cli.importing.paper import Paper
from cchc_cli.shell import importing
from cchc_cli.text.problems import Stop
from form_books import replaced, with_part, without_part
from word_packages import saved

HEADS = ("TT", "Nhiệm vụ", "Thời gian", "Cơ quan chủ trì")
ROW = ("1", "Rà soát văn bản", "Tháng 6/2027", "Sở Nội vụ")
SHEET, BOOK, TEXTS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
BODY = "word/document.xml"
Spoil = Callable[[bytes], bytes]


def book() -> bytes:
    made = Workbook()
    for line in (HEADS, ROW):
        made.active.append(line)  # type: ignore[union-attr]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def word() -> bytes:
    document = Document()
    table = document.add_table(2, len(HEADS))
    for line, texts in zip(table.rows, (HEADS, ROW), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    return saved(document)


def paper(name: str, data: bytes) -> Paper:
    return importing.paper(Path(name), data)


def cells(found: Paper) -> list[str]:
    return [cell.text for grid in found.grids for cell in grid.cells if cell.text]


def renamed(data: bytes, old: str, new: str, *mentions: str) -> bytes:
    """The package with a part under another name, and the parts that mention it."""
    with ZipFile(BytesIO(data)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    parts[new] = parts.pop(old)
    for each in mentions:
        parts[each] = parts[each].replace(old.removeprefix("xl/").encode(), new.removeprefix("xl/").encode())
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def at(place: str) -> Spoil:
    """A workbook with a text in a cell far away."""
    far = f'<c r="{place}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'.encode()
    return lambda data: replaced(data, SHEET, b"</row></sheetData>", far)


def merged(*ranges: str) -> Spoil:
    said = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    return lambda data: replaced(data, SHEET, b"</sheetData>", f"</sheetData><mergeCells>{said}</mergeCells>".encode())


def elsewhere(data: bytes) -> bytes:
    """The sheet is a part of another name, where nobody would look for it."""
    far = at("XFD1048576")(data)
    return renamed(far, SHEET, "xl/pages/one.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml")


def large(name: str) -> Spoil:
    """A package with a part of 200 MB, which takes some 200 kB."""
    return lambda data: with_part(data, name, bytes(200_000_000))


def many_texts(data: bytes) -> bytes:
    """One long text that every cell shares, in a part whose name has other capitals."""
    row = "".join(f'<c r="A{n}" t="s"><v>0</v></c></row><row r="{n + 1}">' for n in range(3, 3_000))
    long = with_part(data, TEXTS, f"<sst><si><t>{'x' * 30_000}</t></si></sst>".encode())
    rows = replaced(long, SHEET, b"</sheetData>", f'<row r="3">{row}</row></sheetData>'.encode())
    return renamed(rows, TEXTS, "xl/SharedStrings.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")


BOOKS: dict[str, tuple[Spoil, str]] = {
    "a cell far away": (at("XFD1048576"), "quá rộng: có chữ ở ô XFD1048576"),
    "a wide and long sheet": (at("GQ59999"), "quá rộng: có chữ ở ô GQ59999"),
    "a cell far away in a part of another name": (elsewhere, "quá rộng"),
    "a long text in many cells": (many_texts, "quá nhiều chữ"),
    "merged cells over each other": (merged("A1:D2", "B1:D2", "C1:D2"), "ô gộp chồng lên nhau"),
    "a part that unpacks to 200 MB": (
        lambda data: with_part(data, "xl/x.xml", bytes(200_000_000)),
        "quá lớn khi mở ra",
    ),
    "a broken sheet": (lambda data: replaced(data, SHEET, b"</sheetData>", b"</sheet>"), "hỏng"),
    "no workbook": (lambda data: without_part(data, BOOK), "không phải là tệp Excel"),
    "a macro": (lambda data: with_part(data, "xl/vbaProject.bin", b"x"), "có chứa macro"),
    "a link to another file": (
        lambda data: with_part(data, "xl/externalLinks/a.xml", b"<a/>"),
        "liên kết đến tệp khác",
    ),
    "a declaration": (lambda data: replaced(data, SHEET, b"<worksheet", b"<!DOCTYPE a><worksheet"), "DOCTYPE"),
    "a password": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "no package": (lambda _: b"PK\x03\x04x", "không phải là tệp Excel"),
}
WORDS: dict[str, tuple[Spoil, str]] = {
    "a broken part of lists": (lambda data: with_part(data, "word/numbering.xml", b"<a"), "word/numbering.xml"),
    "broken styles": (lambda data: with_part(data, "word/styles.xml", b""), "word/styles.xml"),
    "a broken header": (lambda data: with_part(data, "word/header9.xml", b"<a><b></a>"), "word/header9.xml"),
    "no body": (lambda data: without_part(data, BODY), BODY),
    "nested too deep": (lambda data: replaced(data, BODY, b"<w:tbl>", b"<w:tbl>" + b"<w:sdt>" * 9_000), BODY),
    "a macro": (lambda data: with_part(data, "word/vbaProject.bin", b"x"), "có chứa macro"),
    "a declaration": (lambda data: with_part(data, "word/a.xml", b"<!DOCTYPE a><a/>"), "khai báo lạ"),
    "a part that unpacks to 200 MB": (
        lambda data: with_part(data, "word/x.bin", bytes(200_000_000)),
        "quá lớn khi mở ra",
    ),
    "no package": (lambda _: b"PK\x03\x04x", "không phải là tệp Word"),
}
WIDE = '<table><tr><td colspan="1000" rowspan="1000">x' + '<td colspan="1000" rowspan="1000">y' * 20 + "</table>"


@pytest.mark.parametrize(("spoil", "says"), BOOKS.values(), ids=BOOKS)
def test_a_workbook_that_cannot_be_read_is_refused_by_name(spoil: Spoil, says: str) -> None:
    with pytest.raises(Stop, match=says):
        paper("bang.xlsx", spoil(book()))


@pytest.mark.parametrize(("spoil", "says"), WORDS.values(), ids=WORDS)
def test_a_document_that_cannot_be_read_is_refused_by_name(spoil: Spoil, says: str) -> None:
    with pytest.raises(Stop, match=says):
        paper("bang.docx", spoil(word()))


def test_merged_cells_that_reach_out_of_the_table_end_with_it() -> None:
    found = paper("bang.xlsx", merged("D2:XFD1048576")(book()))
    assert cells(found) == [*HEADS, *ROW]
    assert len(found.grids[0].rows) == 2


def test_cells_that_do_not_say_where_they_are_follow_each_other() -> None:
    without = b"".join(piece.split(b'"', 1)[1] if n else piece for n, piece in enumerate(part(book()).split(b' r="')))
    assert cells(paper("bang.xlsx", with_part(book(), SHEET, without))) == [*HEADS, *ROW]


def part(data: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as given:
        return given.read(SHEET)


@pytest.mark.parametrize("span", ["0", "-1", "abc", "", "²", "9" * 5_000, "99999999"])
def test_a_cell_of_an_impossible_width_is_a_cell(span: str) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="{span}"/>'.encode()
    found = paper("bang.docx", replaced(word(), BODY, b"<w:tcPr>", wide))
    assert cells(found) == [*HEADS, *ROW]


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_table_of_a_million_positions_is_refused_at_once(form: str) -> None:
    started = time.process_time()
    with pytest.raises(Stop, match="bảng quá rộng"):
        paper(f"bang.{form}", WIDE.encode())
    assert time.process_time() - started < 5  # two million positions took longer than a minute


@pytest.mark.parametrize("before", ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE html>", "<!-- x -->", ""])
def test_a_page_is_read_whatever_stands_before_it(before: str) -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in line)}</tr>" for line in (HEADS, ROW))
    assert cells(paper("bang.html", f"{before}<html><body><table>{rows}</table></body></html>".encode())) == [
        *HEADS,
        *ROW,
    ]


@pytest.mark.parametrize("text", ["<!-- x -->", "<?x?>", "<", "&", "<div>" * 3_000, "<table>" * 400, "> " * 3_000])
@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_any_text_is_read(form: str, text: str) -> None:
    assert isinstance(paper(f"bang.{form}", text.encode()), Paper)
