"""DOCX → paper: what a reader sees once changes are accepted, with the numbers that Word counts and merged cells."""

from collections.abc import Iterable, Iterator, Mapping

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.render.package import BODY, tree
from cchc_cli.documents.texts.look import tag
from cchc_cli.documents.texts.numbering import Numbering
from cchc_cli.documents.texts.prose import is_deleted, is_hidden, runs_on, words
from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.paper import Cell, Grid, Laid, Line, Paper, laid_out, span

_LISTS, _STYLES = "word/numbering.xml", "word/styles.xml"
MOST = 40_000_000
"""Bytes of XML: a table of some thousand rows has a few million."""
_HELD = frozenset(map(tag, ("p", "tbl", "tr", "tc")))
_AROUND = frozenset(map(tag, ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo")))
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHANGED = Guess(
    Weight.TEXT, "cả tệp", "", "sửa đổi chưa chấp nhận (Track Changes)", "đọc như đã chấp nhận hết", "",
    "mở bằng Word, chấp nhận hoặc bỏ từng sửa đổi rồi nhập lại",
)  # fmt: skip
_BESIDE = {
    "word/header": "đầu trang", "word/footer": "chân trang", "word/footnotes": "chú thích cuối trang",
    "word/endnotes": "chú thích cuối văn bản", "word/comments": "lời nhận xét",
}  # fmt: skip


def paper(parts: Mapping[str, bytes]) -> Paper:
    """The document's body. Headers, footers, notes, boxes and hidden text are left out by name."""
    root = tree(parts[BODY])
    lists, styles = (tree(parts[each]) if each in parts else None for each in (_LISTS, _STYLES))
    body = root.find(tag("body"))
    blocks = tuple(_blocks(body, Numbering(lists, styles))) if body is not None else ()
    deleted = tuple(_deleted(root))
    left_out = (*_boxed(root), *_hidden(root), *deleted, *_beside(parts))
    return Paper(blocks, left_out, (_CHANGED,) if deleted else ())


def fonts(parts: Mapping[str, bytes]) -> set[str]:
    """The names of the fonts in which the document's text is set."""
    runs = (each for part in (BODY, _STYLES) if part in parts for each in tree(parts[part]).iter(tag("rFonts")))
    return {str(each.get(tag(key))) for each in runs for key in ("ascii", "hAnsi")}


def _blocks(body: Node, numbering: Numbering) -> Iterator[Line | Grid]:
    paragraphs, tables = 0, 0
    for block in _joined(_children(body)):
        if isinstance(block, list):
            paragraphs += len(block)
            text = _paragraph(block, numbering)
            if text:
                yield Line(text, f"đoạn {paragraphs}")
        elif block.tag == tag("tbl"):
            tables += 1
            yield laid_out(_rows(block, numbering, f"bảng {tables}"), f"bảng {tables}")


def _children(parent: Node) -> Iterator[Node]:
    """Paragraphs, tables, rows and cells, also those inside content controls and tracked insertions."""
    for child in parent:
        if child.tag in _HELD:
            yield child
        elif child.tag in _AROUND:
            yield from _children(child)


def _joined(nodes: Iterable[Node]) -> Iterator[Node | list[Node]]:
    """Other nodes as they are, and paragraphs as lists: one whose end was deleted stands with the next."""
    held: list[Node] = []
    for node in nodes:
        if node.tag == tag("p"):
            held.append(node)
            if runs_on(node):
                continue
        if held:
            yield held
            held = []
        if node.tag != tag("p"):
            yield node
    if held:
        yield held


def _rows(table: Node, numbering: Numbering, place: str) -> Iterator[list[Laid]]:
    rows = (row for row in _children(table) if row.tag == tag("tr") and not is_deleted(row))
    for number, row in enumerate(rows, 1):
        yield [
            _laid(cell, numbering, f"{place}, hàng {number}, ô {column}")
            for column, cell in enumerate((each for each in _children(row) if each.tag == tag("tc")), 1)
        ]


def _laid(cell: Node, numbering: Numbering, place: str) -> Laid:
    across = cell.find(f"{tag('tcPr')}/{tag('gridSpan')}")
    down = cell.find(f"{tag('tcPr')}/{tag('vMerge')}")
    under = down is not None and (down.get(tag("val")) or "continue") == "continue"
    text = "\n".join(filter(None, _lines(cell, numbering)))
    return Laid(Cell(text, place), span(across.get(tag("val"))) if across is not None else 1, 1, under)


def _lines(cell: Node, numbering: Numbering) -> Iterator[str]:
    """The paragraphs of a cell; of a table inside it each row is a line."""
    for block in _joined(_children(cell)):
        if isinstance(block, list):
            yield _paragraph(block, numbering)
        elif block.tag == tag("tbl"):
            for row in _rows(block, numbering, ""):
                yield " ".join(filter(None, (each.cell.text.replace("\n", " ") for each in row)))


def _paragraph(nodes: list[Node], numbering: Numbering) -> str:
    text = "\n".join(" ".join(line.split()) for line in "".join(map(words, nodes)).split("\n")).strip()
    number = numbering.number(nodes[0]) if text else ""
    return f"{number} {text}" if number else text


def _boxed(root: Node) -> Iterator[Line]:
    """The words of text boxes. Word writes each twice, for new and for old programs: then the second is left."""
    for box in root.iter(tag("txbxContent")):
        text = " ".join(" ".join(map(words, box.iter(tag("p")))).split())
        if text and not _is_within(box, _TWICE):
            yield Line(text, "hộp văn bản")


def _is_within(node: Node | None, name: str) -> bool:
    while node is not None:
        if node.tag == name:
            return True
        node = node.getparent()
    return False


def _deleted(root: Node) -> Iterator[Line]:
    """The words that somebody deleted, as far as the changes were not accepted."""
    for name in ("del", "moveFrom"):
        for change in root.iter(tag(name)):
            pieces = (each.text or "" for each in change.iter(tag("delText"), tag("t")))
            if text := " ".join("".join(pieces).split()):
                yield Line(text, "chữ đã xóa, còn ghi trong sửa đổi")


def _hidden(root: Node) -> Iterator[Line]:
    for run in root.iter(tag("r")):
        text = "".join(each.text or "" for each in run.iterchildren(tag("t"))) if is_hidden(run) else ""
        if text.strip():
            yield Line(" ".join(text.split()), "chữ ẩn")


def _beside(parts: Mapping[str, bytes]) -> Iterator[Line]:
    """The words of headers, footers and notes, which are no part of the plan."""
    for name in sorted(parts):
        told = next((told for begins, told in _BESIDE.items() if name.startswith(begins)), "")
        if told and name.endswith(".xml"):
            text = " ".join(" ".join(map(words, tree(parts[name]).iter(tag("p")))).split())
            if text:
                yield Line(text, told)
