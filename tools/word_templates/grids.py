"""The structure of tables: fixed layout, exact widths, rows that do not break, header rows that repeat."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Cell


def grid(document: WordDocument, widths: Sequence[int], *, lines: bool) -> BaseOxmlElement:
    """An empty table with columns of `widths` (twentieths of a point), with or without drawn lines."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = "BangKe" if lines else "TableNormal"
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{"" if lines else margins}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )
    document.element.body.sectPr.addprevious(table)
    return table


def row(table: BaseOxmlElement, *, header: bool = False) -> BaseOxmlElement:
    """A new last row that does not break across pages; a header row is repeated on each page."""
    repeated = "<w:tblHeader/>" if header else ""
    added = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr><w:cantSplit/>{repeated}</w:trPr></w:tr>")
    table.append(added)
    return added


def cell(row: BaseOxmlElement, *, span: int = 1, merge: str | None = None, align: str = "top") -> _Cell:
    """A new last cell without a paragraph; `span` counts columns, `merge` joins downwards ("restart", "continue")."""
    table = row.getparent()
    begun = sum(int(each.get(qn("w:val"), "1")) for each in row.iter(qn("w:gridSpan")))
    begun += len([each for each in row.iter(qn("w:tc")) if each.find(f".//{qn('w:gridSpan')}") is None])
    widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    width = sum(widths[begun : begun + span])
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{marks}<w:vAlign w:val="{align}"/></w:tcPr>'
    added = parse_xml(f"<w:tc {nsdecls('w')}>{properties}</w:tc>")
    row.append(added)
    return _Cell(added, None)  # type: ignore[arg-type]  # a cell needs its parent only for pictures


def shared(total: int, shares: Sequence[float]) -> list[int]:
    """`total` divided in proportion to `shares`, so that the pieces add up to it exactly."""
    marks = [round(total * sum(shares[: place + 1]) / sum(shares)) for place in range(len(shares))]
    return [after - before for before, after in zip([0, *marks], marks, strict=False)]
