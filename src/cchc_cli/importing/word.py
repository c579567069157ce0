"""DOCX → paper: paragraphs with the numbers that Word counts, tables with merged cells. Deleted text is not read."""

from collections.abc import Iterator
from zipfile import BadZipFile

from lxml import etree

from cchc_cli.documents.render import package
from cchc_cli.documents.texts.numbering import Numbering
from cchc_cli.importing.paper import Cell, Grid, Laid, Line, Paper, laid_out
from cchc_cli.text.problems import Stop

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr"}
_SEEN_ONCE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_LISTS = ("word/numbering.xml", "word/styles.xml")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def paper(name: str, data: bytes) -> Paper:
    """The document's body; headers, footers and notes are left out by name."""
    try:
        parts = package.opened(data)
        root = _parsed(parts["word/document.xml"])
    except (BadZipFile, KeyError, OSError, etree.XMLSyntaxError, RuntimeError, EOFError) as error:
        raise Stop(
            f"{name} không phải là tệp Word (.docx), hoặc đã hỏng", "mở bằng Word, lưu lại dạng .docx"
        ) from error
    numbering = Numbering(*(_parsed(parts[each]) if each in parts else None for each in _LISTS))
    body = root.find(f"{W}body")
    blocks = tuple(_blocks(body, numbering)) if body is not None else ()
    return Paper(blocks, tuple(_beside(parts)))


def fonts(data: bytes) -> set[str]:
    """The names of the fonts in which the document's text is set."""
    try:
        parts = package.opened(data)
    except (BadZipFile, OSError, RuntimeError, EOFError):
        return set()
    named = (f"{W}ascii", f"{W}hAnsi")
    found = set()
    for part in ("word/document.xml", "word/styles.xml"):
        if part in parts:
            found |= {str(each.get(key)) for each in _parsed(parts[part]).iter(f"{W}rFonts") for key in named}
    return found


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


def _blocks(parent: etree._Element, numbering: Numbering) -> Iterator[Line | Grid]:
    paragraphs, tables = 0, 0
    for child in _children(parent):
        if child.tag == f"{W}p":
            paragraphs += 1
            text = _paragraph(child, numbering)
            if text:
                yield Line(text, f"đoạn {paragraphs}")
        elif child.tag == f"{W}tbl":
            tables += 1
            yield laid_out(_rows(child, numbering, f"bảng {tables}"), f"bảng {tables}")


def _children(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, tables, rows and cells, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}smartTag", f"{W}moveTo"):
            yield from _children(child)


def _rows(table: etree._Element, numbering: Numbering, place: str) -> Iterator[list[Laid]]:
    rows = (row for row in _children(table) if row.tag == f"{W}tr")
    for number, row in enumerate(rows, 1):
        yield [
            _laid(cell, numbering, f"{place}, hàng {number}, ô {column}")
            for column, cell in enumerate((each for each in _children(row) if each.tag == f"{W}tc"), 1)
        ]


def _laid(cell: etree._Element, numbering: Numbering, place: str) -> Laid:
    across = cell.find(f"{W}tcPr/{W}gridSpan")
    down = cell.find(f"{W}tcPr/{W}vMerge")
    under = down is not None and down.get(f"{W}val", "continue") == "continue"
    width = str(across.get(f"{W}val")) if across is not None else "1"
    text = "\n".join(filter(None, _lines(cell, numbering)))
    return Laid(Cell(text, place), int(width) if width.isdecimal() else 1, 1, under)


def _lines(cell: etree._Element, numbering: Numbering) -> Iterator[str]:
    """The paragraphs of a cell; tables inside it line by line."""
    for child in _children(cell):
        if child.tag == f"{W}p":
            yield _paragraph(child, numbering)
        else:
            yield from _lines(child, numbering)


def _paragraph(paragraph: etree._Element, numbering: Numbering) -> str:
    text = "\n".join(" ".join(line.split()) for line in "".join(_text(paragraph)).split("\n")).strip()
    number = numbering.number(paragraph) if text else ""
    return f"{number} {text}" if number else text


def _text(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _HIDDEN and child.tag != _SEEN_ONCE:
            yield from _text(child)


def _beside(parts: dict[str, bytes]) -> Iterator[Line]:
    """The words of headers, footers and notes, which are no part of the plan."""
    for name in sorted(parts):
        if name in _NOTES or name.startswith(("word/header", "word/footer")):
            text = " ".join("".join(_text(_parsed(parts[name]))).split())
            if text and name.endswith(".xml"):
                yield Line(text, name.removeprefix("word/"))
