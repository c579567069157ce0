"""The bytes of a DOCX → its sections: the package is read as XML, nothing of the program's own is trusted."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from layout.drawn import boxed, drawn_line, pictured
from layout.model import Block, Cell, Page, Paragraph, Row, Section, Table
from layout.runs import Around, runs, unwrapped
from layout.styles import Properties, W, on, paragraph_properties, styles, value

_MM = 56.6929  # twentieths of a point in a millimetre
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CELL_MARGIN = "108"  # Word's own, left and right, where nothing says otherwise


def sections(docx: bytes) -> tuple[Section, ...]:
    """Every section of a document, in order."""
    with ZipFile(BytesIO(docx)) as package:
        names = package.namelist()
        read = {name: fromstring(package.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    found: list[Section] = []
    known = styles(read["word/styles.xml"])
    targets = {each.get("Id", ""): f"word/{each.get('Target', '')}" for each in read["word/_rels/document.xml.rels"]}
    body = read["word/document.xml"].find(f"{W}body")
    assert body is not None
    for number, (elements, properties) in enumerate(_split(body), 1):
        place = f"section {number}"
        page = _page(properties)
        around = Around(known, page.width - page.left - page.right - page.gutter)
        edges = {kind: dict(getattr(found[-1], kind)) if found else {} for kind in ("headers", "footers")}
        for kind, edge in edges.items():
            for reference in properties.iter(f"{W}{kind[:-1]}Reference"):
                target = targets[reference.get(f"{_R}id", "")]
                shown = _blocks(read[target], around, target.removeprefix("word/"))
                edge[value(reference, "type")] = tuple(each for each in shown if isinstance(each, Paragraph))
        blocks = tuple(_blocks(elements, around, place))
        found.append(Section(place, page, blocks, edges["headers"], edges["footers"]))
    return tuple(found)


def _split(body: Element) -> Iterator[tuple[list[Element], Element]]:
    """The elements of each section with its w:sectPr."""
    elements: list[Element] = []
    for element in body:
        if element.tag == f"{W}sectPr":
            yield elements, element
            return
        elements.append(element)
        ending = element.find(f"{W}pPr/{W}sectPr")
        if ending is not None:
            yield elements, ending
            elements = []


def _mm(text: str, without: float = 0) -> float:
    return float(text) / _MM if text else without


def _page(properties: Element) -> Page:
    size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")
    numbers = properties.find(f"{W}pgNumType")
    start = value(numbers, "start")
    return Page(
        width=_mm(value(size, "w")),
        height=_mm(value(size, "h")),
        landscape=value(size, "orient") == "landscape",
        top=_mm(value(margins, "top")),
        bottom=_mm(value(margins, "bottom")),
        left=_mm(value(margins, "left")),
        right=_mm(value(margins, "right")),
        header=_mm(value(margins, "header")),
        gutter=_mm(value(margins, "gutter")),
        title_page=on(properties.find(f"{W}titlePg")),
        starts_at=int(start) if start else None,
        digits=value(numbers, "fmt") or "decimal",
    )


def _blocks(elements: Element | list[Element], around: Around, place: str) -> Iterator[Block]:
    counted = {"paragraph": 0, "table": 0}
    for element in unwrapped(elements):
        kind = {f"{W}p": "paragraph", f"{W}tbl": "table"}.get(element.tag)
        if kind is not None:
            counted[kind] += 1
            read = _paragraph if kind == "paragraph" else _table
            yield read(element, around, f"{place}, {kind} {counted[kind]}")


def _paragraph(element: Element, around: Around, place: str) -> Paragraph:
    properties = element.find(f"{W}pPr")
    style = value(properties.find(f"{W}pStyle")) if properties is not None else ""
    held = around.styles.of_paragraph(style, around.table, paragraph_properties(properties))
    left, right = (_mm(held.get(f"ind.{side}", "")) for side in ("left", "right"))
    align = {"": "left", "start": "left", "end": "right", "distribute": "both"}.get(held.get("jc", ""), held.get("jc"))
    return Paragraph(
        place,
        tuple(runs(element, style, around)),
        align or "left",
        left,
        right,
        _mm(held.get("ind.firstLine", "")),
        _spacing(held, "before"),
        _spacing(held, "after"),
        _leading(held),
        held.get("keepNext") == "1",
        around.width,
        drawn_line(element, held, around.width, left, right, align == "center"),
        boxed(element, held),
        held.get("numbered", "0") not in ("0", ""),
        held.get("pageBreakBefore") == "1" or any(value(each, "type") == "page" for each in element.iter(f"{W}br")),
        pictured(element),
        tuple(_framed(element, around, place)),
    )


def _framed(element: Element, around: Around, place: str) -> Iterator[Paragraph]:
    """What stands in text boxes anchored in a paragraph."""
    for content in element.iter(f"{W}txbxContent"):
        yield from (each for each in _blocks(content, around, f"{place}, box") if isinstance(each, Paragraph))


def _spacing(held: Properties, side: str) -> float:
    if held.get("contextualSpacing") == "1":
        return 0
    return float(held.get(f"spacing.{side}", "0")) / 20


def _leading(held: Properties) -> float:
    """Exact and least distances are taken for type of 14 pt, whose single line is about 16.1 pt."""
    line = float(held.get("spacing.line", "240"))
    return line / 240 if held.get("spacing.lineRule", "auto") == "auto" else line / 20 / 16.1


def _table(element: Element, around: Around, place: str) -> Table:
    properties = element.find(f"{W}tblPr")
    style = value(properties.find(f"{W}tblStyle")) if properties is not None else ""
    style = style or around.styles.default("table")
    tables = [each.table for each in around.styles.chain(style)] + [properties]
    margins = _last(tables, "tblCellMar")
    columns = tuple(_mm(value(each, "w")) for each in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    width = properties.find(f"{W}tblW") if properties is not None else None
    cell_borders = any(_visible(borders) for borders in element.iter(f"{W}tcBorders"))
    return Table(
        place,
        tuple(
            _row(each, around._replace(table=style, first_row=number == 1), columns, margins, f"{place}, row {number}")
            for number, each in enumerate(element.iterfind(f"{W}tr"), 1)
        ),
        columns,
        _mm(value(width, "w")) if value(width, "type") == "dxa" else None,
        _visible(_last(tables, "tblBorders")) or cell_borders,
    )


def _last(properties: list[Element | None], name: str) -> Element | None:
    found = [each.find(f"{W}{name}") for each in properties if each is not None]
    return next((each for each in reversed(found) if each is not None), None)


def _visible(borders: Element | None) -> bool:
    return borders is not None and any(value(each) not in ("none", "nil", "") for each in borders)


def _row(element: Element, around: Around, columns: tuple[float, ...], margins: Element | None, place: str) -> Row:
    cells: list[Cell] = []
    column = 0
    for number, each in enumerate(_cells(element), 1):
        span = int(value(each.find(f"{W}tcPr/{W}gridSpan")) or 1)
        stated = each.find(f"{W}tcPr/{W}tcW")
        spanned = sum(columns[column : column + span])
        width = _mm(value(stated, "w")) if value(stated, "type") == "dxa" else spanned
        inner = width - sum(_margin(each.find(f"{W}tcPr/{W}tcMar"), margins, side) for side in ("left", "right"))
        blocks = tuple(_blocks(each, around._replace(width=inner), f"{place}, cell {number}"))
        cells.append(Cell(width, blocks, value(each.find(f"{W}tcPr/{W}vAlign")) or "top"))
        column += span
    row = element.find(f"{W}trPr")
    header, whole = (on(None if row is None else row.find(f"{W}{name}")) for name in ("tblHeader", "cantSplit"))
    return Row(place, tuple(cells), header, whole)


def _cells(element: Element) -> Iterator[Element]:
    return (each for each in unwrapped(list(element)) if each.tag == f"{W}tc")


def _margin(own: Element | None, table: Element | None, side: str) -> float:
    stated = [value(each.find(f"{W}{side}"), "w") for each in (own, table) if each is not None]
    return _mm(next((each for each in stated if each), _CELL_MARGIN))
