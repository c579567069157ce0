"""plan.docx: the decision, the plan that it issues, and the appendix of tasks, each in a section of its own."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from tools.word_templates.letterhead import heading, letterhead
from tools.word_templates.lines import SUBJECT, fitted, line
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, begin_section, blank_document
from tools.word_templates.plan_table import plan_table
from tools.word_templates.signature import signature
from tools.word_templates.text import command, known, paragraph

_RULE = 3000
_ISSUER, _AUTHORITY = "report.decision.issuer", "report.decision.authority"
_TABLE = "report.appendix.table"


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ plan.title }}")
    command(document, "if not report.itself")
    headers = [deepcopy(each) for each in document.element.body.sectPr.findall(qn("w:headerReference"))]
    _decision(document)
    begin_section(document, landscape=False)
    for each in reversed(headers):  # a plan without a decision begins with this section
        document.element.body.sectPr.insert(0, each)
    command(document, "endif")
    _plan(document)
    begin_section(document, landscape=True)
    _appendix(document)
    return document


def _decision(document: WordDocument) -> None:
    _numbered_letterhead(document)
    heading(document, "{{ report.decision.kind }}", "report.decision.title")
    paragraph(document, f"{{{{ {_AUTHORITY} }}}}", "Thẩm quyền")
    _each(document, "basis in report.decision.bases", "{{ basis }}", "Căn cứ")
    command(document, "if report.decision.articles")
    paragraph(document, "{{ report.decision.formula }}", "Thẩm quyền")
    command(document, "endif")
    command(document, "for article in report.decision.articles")
    command(document, "if loop.last and not article.paragraphs")
    _article(document, "Nội dung cuối")
    command(document, "else")
    _article(document, "Điều")
    command(document, "endif")
    _each(document, "text in article.paragraphs", "{{ text }}", "Nội dung")
    command(document, "endfor")
    _signature(document)


def _numbered_letterhead(document: WordDocument) -> None:
    number = f"Số: {known('report.decision.number', 'số, ký hiệu')}"
    letterhead(document, name=_ISSUER, number=number, day=known("report.decision.date", "ngày, tháng, năm"))


def _signature(document: WordDocument) -> None:
    signs = "report.decision.signatory"
    signature(document, label="{{ report.decision.recipients_label }}", received="report.decision.recipients",
              signatory=(f"{signs}.authority", f"{signs}.position", f"{signs}.name"))  # fmt: skip


def _article(document: WordDocument, style: str) -> None:
    paragraph(document, "{{ article.number }}", style).runs[0].bold = True
    document.paragraphs[-1].add_run(" {{ article.text }}")


def _plan(document: WordDocument) -> None:
    command(document, "if report.itself")
    _numbered_letterhead(document)
    command(document, "else")
    letterhead(document, name=_ISSUER, number=None)
    command(document, "endif")
    paragraph(document, "{{ report.body.kind }}", "Tên loại")
    paragraph(document, "{{ report.body.title }}", "Trích yếu")
    _where(document, "report.body.note", "Kèm theo")
    fitted(document, PORTRAIT_WIDTH, "report.body.title | length", SUBJECT)
    command(document, "if report.itself")
    _each(document, "basis in report.decision.bases", "{{ basis }}", "Căn cứ")
    command(document, "endif")
    command(document, "for part in report.body.parts")
    paragraph(document, "{{ part.title }}", "Mục I")
    _each(document, "text in part.paragraphs", "{{ text }}", "Nội dung")
    command(document, "endfor")
    command(document, "if report.itself")
    _signature(document)
    command(document, "endif")


def _appendix(document: WordDocument) -> None:
    _where(document, "report.appendix.label", "Phụ lục")
    _where(document, "report.appendix.title", "Tên phụ lục")
    _where(document, "report.appendix.note", "Kèm theo")
    command(document, "if report.appendix.amended")
    told = '(Đã được điều chỉnh, bổ sung theo văn bản {{ report.appendix.amended | join("; ") }})'
    paragraph(document, told, "Kèm theo")
    command(document, "endif")
    command(document, "if report.appendix.label or report.appendix.title or report.appendix.note")
    line(document, LANDSCAPE_WIDTH, _RULE)
    command(document, "endif")
    plan_table(document, _TABLE, LANDSCAPE_WIDTH)


def _where(document: WordDocument, expression: str, style: str) -> None:
    """A paragraph with a value, if there is one."""
    command(document, f"if {expression}")
    paragraph(document, f"{{{{ {expression} }}}}", style)
    command(document, "endif")


def _each(document: WordDocument, loop: str, text: str, style: str) -> None:
    command(document, f"for {loop}")
    paragraph(document, text, style)
    command(document, "endfor")
