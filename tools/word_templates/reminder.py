"""The letter to agencies about their overdue and upcoming work; wording: domain.md 7, ours to edit."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import addressees, letterhead
from tools.word_templates.milestones import DUE, ID, PRODUCTS, REASON, STATE, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Command, Heading, each, table
from tools.word_templates.text import kept, paragraph

_WHO = "{% if report.several %}các cơ quan, địa phương{% else %}{{ report.to | join }}{% endif %}"
_OPENING = (
    "Thực hiện {{ report.basis }}; qua theo dõi, tính đến {{ as_of }},"
    f" {_WHO} còn {{{{ report.words }}}} (Phụ lục kèm theo)."
)
_TASKS = (
    "1. Khẩn trương hoàn thành các nhiệm vụ quá hạn; tập trung thực hiện các nhiệm vụ sắp đến hạn, bảo đảm đúng tiến độ"
    " được giao.",
    "2. Báo cáo kết quả thực hiện, nguyên nhân chậm và thời gian hoàn thành các nhiệm vụ quá hạn, gửi"
    ' {{ issuer.sentence }} trước ngày {{ blank("ngày, tháng, năm gửi báo cáo") }}.',
)
_COLUMNS = (ID, TITLE, PRODUCTS, DUE, STATE, REASON._replace(head="Nguyên nhân đã nêu", share=42))


def build() -> WordDocument:
    """The template."""
    document = blank_document("Công văn đôn đốc")
    letterhead(document, about="V/v {{ report.subject }}")
    addressees(document)
    paragraph(document, _OPENING)
    paragraph(document, f"{{{{ issuer.sentence }}}} {{{{ issuer.tone }}}} {_WHO}:", "Lời dẫn")
    first, last = _TASKS
    paragraph(document, first)
    kept(document, last)
    paragraph(document, f"Đề nghị {_WHO} quan tâm, phối hợp thực hiện./.", "Nội dung cuối")
    signature(document)
    _annex(document)
    return document


def _annex(document: WordDocument) -> None:
    """By agency; what is overdue for the longest first, then what is due soon."""
    title = "NHIỆM VỤ QUÁ HẠN, SẮP ĐẾN HẠN (TÍNH ĐẾN NGÀY {{ as_of | short_date }})"
    annex(document, "Phụ lục", title, "Công văn")
    lines = (
        Command("for agency in report.agencies"),
        Heading("{% if report.several %}{{ loop.index }}. {% endif %}{{ agency.name }}: {{ agency.words }}"),
        *each(_COLUMNS, "row in agency.overdue + agency.due_soon"),
        Command("endfor"),
    )
    table(document, _COLUMNS, lines, LANDSCAPE_WIDTH)
