"""Paragraphs, runs and tables of a text → WordprocessingML with the look of the paragraph that they replace."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from cchc_cli.documents.render import wordxml
from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts.form import Block, Line, Run, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WIDTH = 9_000
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def tag(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


def new(kind: str, /, *children: Node | None, **attributes: str) -> Node:
    """An element with children (None is left out) and attributes."""
    made: Node = etree.Element(tag(kind), {tag(key): value for key, value in attributes.items()}, nsmap={"w": _W})
    for each in children:
        if each is not None:
            made.append(each)
    return made


def block(given: Block, paragraph_: Node | None, marked: Node | None) -> Node:
    """A paragraph, or a table with lines."""
    return _table(given, marked) if isinstance(given, Table) else paragraph(given.runs, paragraph_, marked)


def paragraph(runs: Sequence[Run], like: Node | None, marked: Node | None) -> Node:
    """A paragraph with the properties of another; `marked`: those of its runs."""
    return new("p", deepcopy(like) if like is not None else None, *(run(each, marked) for each in runs))


def run(given: Run, marked: Node | None) -> Node:
    """A run with the properties of another."""
    source = f'<w:r xmlns:w="{_W}"><w:t xml:space="preserve">{wordxml.text(given.text)}</w:t></w:r>'
    made: Node = etree.fromstring(source)
    properties = deepcopy(marked) if marked is not None else new("rPr")
    if given.bold:
        _embolden(properties)
    return new("r", properties if len(properties) else None, *made)


def plain(marked: Node | None) -> Node | None:
    """The properties of a blank's run without those that mark it as one."""
    if marked is None:
        return None
    found = deepcopy(marked)
    for name in ("rStyle", "highlight", "shd"):
        for each in found.findall(tag(name)):
            found.remove(each)
    return found


def _embolden(properties: Node) -> None:
    """Add w:b behind style and fonts, where the schema wants it."""
    if properties.find(tag("b")) is None:
        children = list(properties)
        before = [each for each in children if each.tag in (tag("rStyle"), tag("rFonts"))]
        for each in (new("b"), *(each for each in children if each not in before)):
            properties.append(each)


def _table(table: Table, marked: Node | None) -> Node:
    columns = max(map(len, table.rows))
    width = _WIDTH // columns
    borders = (new(side, val="single", sz="4", space="0", color="000000") for side in _SIDES)
    head = new("tblPr", new("tblW", w="5000", type="pct"), new("tblBorders", *borders))
    grid = new("tblGrid", *(new("gridCol", w=str(width)) for _ in range(columns)))
    rows = ((*row, *((),) * (columns - len(row))) for row in table.rows)
    return new("tbl", head, grid, *(new("tr", *(_cell(cell, marked, width) for cell in row)) for row in rows))


def _cell(runs: Line, marked: Node | None, width: int) -> Node:
    return new("tc", new("tcPr", new("tcW", w=str(width), type="dxa")), paragraph(runs, None, marked))
