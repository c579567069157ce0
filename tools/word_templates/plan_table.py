"""The table of plan.docx: any columns, heads in one or two rows that repeat, cells merged across and downwards."""

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from tools.word_templates import grids
from tools.word_templates.text import paragraph

_KINDS = (
    ('cell.merge == "restart"', "restart", None),
    ('cell.merge == "continue"', "continue", None),
    ('cell.align == "center"', None, "center"),
    (None, None, None),
)
"""The cells of a row: when each is printed, whether it is joined downwards, how it is aligned."""


def plan_table(document: WordDocument, table: str, width: int) -> None:
    """A table with the heads and rows of `table` (Jinja expression), `width` twentieths of a point wide."""
    made = grids.grid(document, [width], lines=True)
    _command(made, f"for row in {table}.heads")
    _row(made, "row", "Đầu bảng", header=True)
    _command(made, "endfor")
    _command(made, f"for row in {table}.rows")
    _command(made, 'if row.kind == "section"')
    _row(made, "row.cells", "Ô bảng", bold=True, keep=True)
    _command(made, "elif row.keep")
    _row(made, "row.cells", "Ô bảng", keep=True)
    _command(made, "else")
    _row(made, "row.cells", "Ô bảng")
    _command(made, "endif")
    _command(made, "endfor")


def _command(table: BaseOxmlElement, words: str) -> None:
    paragraph(grids.cell(grids.row(table)), f"{{%tr {words} %}}", "Lệnh của mẫu")


def _row(
    table: BaseOxmlElement, cells: str, style: str, *, header: bool = False, bold: bool = False, keep: bool = False
) -> None:
    """Add a row with a cell for each of `cells`; with `keep` it stays on the page of the row below."""
    row = grids.row(table, header=header)
    _tag(row, f"for cell in {cells}")
    for place, (when, merge, align) in enumerate(_KINDS):
        _tag(row, f"{'elif' if place else 'if'} {when}" if when else "else")
        text = "{% width cell.width %}" + ("" if merge else "{% colspan cell.span %}")
        text += "" if merge == "continue" else "{{ cell.text }}"
        own = grids.cell(row, merge=merge, align="center" if header else "top")
        added = paragraph(own, text, style, None if header else align)
        added.paragraph_format.keep_with_next = True if keep else None
        for run in added.runs:
            run.bold = True if bold else None
    _tag(row, "endif")
    _tag(row, "endfor")


def _tag(row: BaseOxmlElement, words: str) -> None:
    paragraph(grids.cell(row), f"{{%tc {words} %}}", "Lệnh của mẫu")
