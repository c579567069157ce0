"""The Word form of the short notice for e-mail or chat: plain paragraphs, one agency after another."""

from docx.document import Document as WordDocument

from tools.word_templates.page import blank_document
from tools.word_templates.text import command, paragraph

_PARTS = (
    ("overdue", "Quá hạn", "(hạn {{ each.due }}, quá hạn {{ each.days_late }} ngày)"),
    ("due_soon", "Sắp đến hạn", "(hạn {{ each.due }})"),
)


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    command(document, "for agency in report.together")
    subject = "{{ report.subject | lower_first }}, tính đến ngày {{ as_of | short_date }}"
    paragraph(document, f"{{{{ agency.name }}}}: {subject}", "Mục 1")
    for rows, head, detail in _PARTS:
        command(document, f"if agency.{rows}")
        paragraph(document, f"{head} {{{{ agency.{rows}_words }}}}:", "Lời dẫn")
        command(document, f"for each in agency.{rows}")
        paragraph(document, f"{{{{ loop.index }}}}) {{{{ each.id }}}} – {{{{ each.title }}}} {detail}")
        command(document, "endfor")
        command(document, f"if agency.{rows}_rest")
        paragraph(document, f"{{{{ agency.{rows}_rest }}}}")
        command(document, "endif")
        command(document, "endif")
    asked = "{{ issuer.sentence }} {{ issuer.tone }} {{ agency.addressee }}"
    paragraph(document, f"{asked} khẩn trương thực hiện và cập nhật tiến độ.")
    command(document, "endfor")
    return document
