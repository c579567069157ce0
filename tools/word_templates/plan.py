"""plan.docx: the decision, the plan that it issues, and the appendix of tasks, each in a section of its own."""

from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from tools.word_templates import grids
from tools.word_templates.letterhead import heading, letterhead
from tools.word_templates.lines import SUBJECT, fitted, line
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, begin_section, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Column, table
from tools.word_templates.text import command, paragraph

_RULE = 3000
_AUTHORITY = "report.decision.authority"
_COLUMNS = tuple(
    Column(f"{{{{ report.appendix.columns[{place}] }}}}", share) for place, share in enumerate((10, 64, 64, 39, 72))
)


class _Cell(NamedTuple):
    """A cell of the appendix: its tag, its width in columns, and whether it continues in the row below."""

    text: str
    span: int = 1
    merge: str | None = None
    align: str | None = None


_NUMBER = "{{ row.number }}"
_SECTION = (_Cell(_NUMBER, align="center"), _Cell("{{ row.title }}", span=4))
_HEADING = (_Cell(_NUMBER, align="center"), _Cell("{{ row.title }}"), _Cell(""), _Cell(""), _Cell(""))
_TASK = (
    _Cell(_NUMBER, merge="restart", align="center"),
    _Cell("{{ row.title }}", merge="restart"),
    _Cell("{{ row.products }}"),
    _Cell("{{ row.schedule }}"),
    _Cell("{{ row.assignment }}", merge="restart"),
)
_MORE = tuple(_Cell("", merge="continue") if cell.merge else cell for cell in _TASK)


def build() -> WordDocument:
    """The template."""
    document = blank_document("Kế hoạch")
    _decision(document)
    begin_section(document, landscape=False)
    _plan(document)
    begin_section(document, landscape=True)
    _appendix(document)
    return document


def _decision(document: WordDocument) -> None:
    letterhead(document, name=_AUTHORITY, number="Số: {{ report.decision.number }}", day="{{ report.decision.date }}")
    heading(document, "{{ report.decision.kind }}", "report.decision.title")
    paragraph(document, f"{{{{ {_AUTHORITY} }}}}", "Thẩm quyền")
    _each(document, "basis in report.decision.bases", "{{ basis }}", "Căn cứ")
    paragraph(document, "{{ report.decision.formula }}", "Thẩm quyền")
    command(document, "for article in report.decision.articles")
    command(document, "if loop.last and not article.paragraphs")
    _article(document, "Nội dung cuối")
    command(document, "else")
    _article(document, "Điều")
    command(document, "endif")
    _each(document, "text in article.paragraphs", "{{ text }}", "Nội dung")
    command(document, "endfor")
    signs = "report.decision.signatory"
    signature(document, label="{{ report.decision.recipients_label }}", received="report.decision.recipients",
              signatory=(f"{signs}.authority", f"{signs}.position", f"{signs}.name"))  # fmt: skip


def _article(document: WordDocument, style: str) -> None:
    paragraph(document, "{{ article.number }}", style).runs[0].bold = True
    document.paragraphs[-1].add_run(" {{ article.text }}")


def _plan(document: WordDocument) -> None:
    letterhead(document, name=_AUTHORITY, number=None)
    paragraph(document, "{{ report.body.kind }}", "Tên loại")
    paragraph(document, "{{ report.body.title }}", "Trích yếu")
    paragraph(document, "{{ report.body.note }}", "Kèm theo")
    fitted(document, PORTRAIT_WIDTH, "report.body.title | length", SUBJECT)
    command(document, "for part in report.body.parts")
    paragraph(document, "{{ part.title }}", "Mục I")
    _each(document, "text in part.paragraphs", "{{ text }}", "Nội dung")
    command(document, "endfor")


def _appendix(document: WordDocument) -> None:
    paragraph(document, "{{ report.appendix.label }}", "Phụ lục")
    paragraph(document, "{{ report.appendix.title }}", "Tên phụ lục")
    paragraph(document, "{{ report.appendix.note }}", "Kèm theo")
    command(document, "if report.appendix.amended")
    told = '(Đã được điều chỉnh, bổ sung theo văn bản {{ report.appendix.amended | join("; ") }})'
    paragraph(document, told, "Kèm theo")
    command(document, "endif")
    line(document, LANDSCAPE_WIDTH, _RULE)
    table(document, _COLUMNS, (), LANDSCAPE_WIDTH)
    rows = document.tables[-1]._tbl
    _command(rows, "for row in report.appendix.rows")
    _command(rows, 'if row.kind == "section"')
    _row(rows, _SECTION, bold=True, keep=True)
    _command(rows, 'elif row.kind == "heading"')
    _row(rows, _HEADING, keep=True)
    _command(rows, 'elif row.kind == "first"')
    _row(rows, _TASK, keep=True)
    _command(rows, 'elif row.kind == "next"')
    _row(rows, _MORE, keep=True)
    _command(rows, 'elif row.kind == "last"')
    _row(rows, _MORE)
    _command(rows, "else")
    _row(rows, _TASK)
    _command(rows, "endif")
    _command(rows, "endfor")


def _each(document: WordDocument, loop: str, text: str, style: str) -> None:
    command(document, f"for {loop}")
    paragraph(document, text, style)
    command(document, "endfor")


def _command(table: BaseOxmlElement, words: str) -> None:
    paragraph(grids.cell(grids.row(table), span=len(_COLUMNS)), f"{{%tr {words} %}}", "Lệnh của mẫu")


def _row(table: BaseOxmlElement, cells: tuple[_Cell, ...], *, bold: bool = False, keep: bool = False) -> None:
    """Add a row in the style of tables; with `keep` it stays on the page of the row below."""
    row = grids.row(table)
    for cell in cells:
        added = paragraph(grids.cell(row, span=cell.span, merge=cell.merge), cell.text, "Ô bảng", cell.align)
        added.paragraph_format.keep_with_next = True if keep else None
        for run in added.runs:
            run.bold = True if bold else None
