"""plan.docx: the decision, the plan that it issues, and the appendix of tasks, each in a section of its own."""

from docx.document import Document as WordDocument

from tools.word_templates.letterhead import heading, letterhead
from tools.word_templates.lines import SUBJECT, fitted, line
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, begin_section, blank_document
from tools.word_templates.plan_table import plan_table
from tools.word_templates.signature import signature
from tools.word_templates.text import command, paragraph

_RULE = 3000
_AUTHORITY = "report.decision.authority"
_TABLE = "report.appendix.table"


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
    plan_table(document, _TABLE, LANDSCAPE_WIDTH)


def _each(document: WordDocument, loop: str, text: str, style: str) -> None:
    command(document, f"for {loop}")
    paragraph(document, text, style)
    command(document, "endfor")
