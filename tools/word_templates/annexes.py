"""Annexes: each is a landscape section with its number, its title and the document to which it belongs."""

from docx.document import Document as WordDocument

from tools.word_templates.lines import line
from tools.word_templates.page import LANDSCAPE_WIDTH, begin_section
from tools.word_templates.text import paragraph

_RULE = 3000


def annex(document: WordDocument, label: str, title: str, belongs: str = "Báo cáo") -> None:
    """Begin an annex; `label` is "Phụ lục II", or "Phụ lục" for one alone; `title` is in capitals; both take tags."""
    begin_section(document, landscape=True)
    paragraph(document, label, "Phụ lục")
    paragraph(document, title, "Tên phụ lục")
    number = "số       /{{ report.symbol }} ngày      tháng      năm {{ issuer.year }}"
    paragraph(document, f"(Kèm theo {belongs} {number} của {{{{ issuer.sentence }}}})", "Kèm theo")
    line(document, LANDSCAPE_WIDTH, _RULE)
