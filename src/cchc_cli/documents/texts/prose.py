"""Paragraphs and tables of a Word document → blocks of a text: what a reader sees once tracked changes are accepted."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts.form import Block, Line, Paragraph, Run, Table, joined
from cchc_cli.documents.texts.look import tag
from cchc_cli.documents.texts.numbering import Numbering

_OFF = ("0", "false", "off", "none")
_GONE = tuple(map(tag, ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr")))
_SIGNS = {tag("tab"): "\t", tag("noBreakHyphen"): "-", tag("cr"): "\n", tag("ptab"): "\t"}
_UNKEPT = {
    tag("drawing"): "hình hoặc hộp văn bản",
    tag("pict"): "hình hoặc hộp văn bản",
    tag("object"): "đối tượng nhúng",
    tag("footnoteReference"): "chú thích cuối trang",
    tag("endnoteReference"): "chú thích cuối văn bản",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "công thức",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": "hình hoặc hộp văn bản",
}
_MERGED = "ô gộp hoặc bảng lồng trong bảng"


class Prose(NamedTuple):
    """Blocks, and what stands among them that a text cannot keep."""

    blocks: tuple[Block, ...]
    unkept: tuple[str, ...]


def prose(nodes: Iterable[Node], numbering: Numbering) -> Prose:
    """Paragraphs and tables in their order → blocks; a paragraph whose end was deleted runs on into the next."""
    blocks: list[Block] = []
    unkept: list[str] = []
    before: Line = ()
    for node in nodes:
        if node.tag == tag("tbl"):
            unkept += _merged(node)
            blocks.append(_table(node, unkept))
            continue
        runs = _of(node, unkept)
        number = numbering.number(node) if runs else ""
        line = joined((*before, *((Run(f"{number} "),) if number else ()), *runs))
        before = line if runs_on(node) else ()
        if not before:
            blocks.append(Paragraph(line))
    if before:
        blocks.append(Paragraph(before))
    return Prose(tuple(blocks), tuple(dict.fromkeys(unkept)))


def line(nodes: Iterable[Node]) -> Prose:
    """Pieces of one paragraph → one block."""
    unkept: list[str] = []
    runs = [run for node in nodes for run in _of(node, unkept)]
    return Prose((Paragraph(joined(runs)),), tuple(dict.fromkeys(unkept)))


def runs_on(paragraph: Node) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on in it."""
    return paragraph.find(f"{tag('pPr')}/{tag('rPr')}/{tag('del')}") is not None


def is_deleted(row: Node) -> bool:
    """Whether a row of a table was deleted, and only the record of changes still has it."""
    return row.find(f"{tag('trPr')}/{tag('del')}") is not None


def is_hidden(run: Node) -> bool:
    """Whether a run is set as hidden text."""
    return _is_on(run.find(tag("rPr")), "vanish")


def words(node: Node) -> str:
    """The words of a paragraph or table."""
    return "".join(run.text for run in _of(node, []))


def _of(node: Node, unkept: list[str]) -> Line:
    found: list[Run] = []
    depth = _Fields()
    _walk(node, found, unkept, depth, bold=False)
    return joined(found)


class _Fields:
    """Which fields have begun: the code of a field is not read, its result is."""

    def __init__(self) -> None:
        self.open: list[bool] = []

    def step(self, kind: str | None) -> None:
        if kind == "begin":
            self.open.append(True)
        elif kind == "separate" and self.open:
            self.open[-1] = False
        elif kind == "end" and self.open:
            self.open.pop()

    @property
    def in_code(self) -> bool:
        return any(self.open)


def _walk(node: Node, found: list[Run], unkept: list[str], fields: _Fields, *, bold: bool) -> None:
    name = node.tag
    if name in _GONE or _is_placeholder(node):
        return
    if name in _UNKEPT:
        unkept.append(_UNKEPT[name])
        return
    if name == tag("fldChar"):
        fields.step(node.get(tag("fldCharType")))
        return
    if name == tag("r"):
        if is_hidden(node):
            return
        bold = _is_on(node.find(tag("rPr")), "b")
    text = _text(node)
    if text and not fields.in_code:
        found.append(Run(text, bold))
    for each in node:
        if isinstance(each.tag, str):
            _walk(each, found, unkept, fields, bold=bold)


def _text(node: Node) -> str:
    if node.tag == tag("t"):
        return node.text or ""
    if node.tag == tag("br"):
        return "\n" if node.get(tag("type")) in (None, "textWrapping") else ""
    if node.tag == tag("sym"):
        code = int(node.get(tag("char")) or "0", 16)
        return chr(code) if 0x20 <= code < 0xE000 else "•"
    return _SIGNS.get(node.tag, "")


def _is_on(look: Node | None, name: str) -> bool:
    found = look.find(tag(name)) if look is not None else None
    return found is not None and found.get(tag("val")) not in _OFF


def _is_placeholder(node: Node) -> bool:
    return node.tag == tag("sdt") and node.find(f"{tag('sdtPr')}/{tag('showingPlcHdr')}") is not None


def _rows(table: Node) -> Iterator[Node]:
    return (row for row in table.iter(tag("tr")) if not is_deleted(row))


def _merged(table: Node) -> list[str]:
    inner = any(each is not table for each in table.iter(tag("tbl")))
    return [_MERGED] if inner or any(True for _ in table.iter(tag("gridSpan"), tag("vMerge"))) else []


def _table(table: Node, unkept: list[str]) -> Table:
    rows = tuple(tuple(_cell(cell, unkept) for cell in row.iter(tag("tc"))) for row in _rows(table))
    return Table(rows)


def _cell(cell: Node, unkept: list[str]) -> Line:
    found: list[Run] = []
    for paragraph in cell.iter(tag("p")):
        runs = _of(paragraph, unkept)
        found += (Run("\n"), *runs) if found and runs else runs
    return joined(found)
