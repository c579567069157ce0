"""The letter to agencies about their overdue work and work due soon; no regulation prescribes its wording."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import LETTER, addressees, letterhead
from tools.word_templates.milestones import CAUSE, DUE, ID, KEY, PRODUCTS, STATE, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Command, Heading, each, table
from tools.word_templates.text import BASIS, command, kept, paragraph

_OPENING = (
    f"{BASIS};"
    " qua theo dõi, tính đến {{ as_of }},"
    " {{ report.addressee }} còn {{ report.words }}{% if report.of %} {{ report.of }}{% endif %} (Phụ lục kèm theo)."
)
_LATE = 'report.agencies | selectattr("overdue") | list'
_SOON = 'report.agencies | selectattr("due_soon") | list'
_REPLY = 'gửi {{ issuer.sentence }} trước {{ blank("ngày, tháng, năm gửi báo cáo", "reply") }}.'
_BOTH = (
    f"1. Khẩn trương hoàn thành các nhiệm vụ quá hạn{{% if {_SOON} %}}; tập trung thực hiện các nhiệm vụ sắp đến hạn,"
    " bảo đảm đúng tiến độ được giao{% endif %}.",
    f"2. Báo cáo kết quả thực hiện, nguyên nhân chậm và thời gian hoàn thành các nhiệm vụ quá hạn, {_REPLY}",
)
_AHEAD = (
    "1. Tập trung thực hiện các nhiệm vụ sắp đến hạn, bảo đảm đúng tiến độ được giao.",
    f"2. Báo cáo kết quả thực hiện, khó khăn, vướng mắc (nếu có), {_REPLY}",
)
_CLOSING = "{{ issuer.sentence }} {{ issuer.tone }} {{ report.addressee }} quan tâm, triển khai thực hiện./."
_COLUMNS = (ID, TITLE._replace(share=82), PRODUCTS._replace(share=48), DUE, STATE._replace(share=27),
            CAUSE._replace(head="Nguyên nhân đã nêu", share=50))  # fmt: skip


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject | upper_first }}")
    letterhead(document, number=LETTER, about="V/v {{ report.subject }}")
    addressees(document)
    paragraph(document, _OPENING)
    paragraph(document, "{{ issuer.sentence }} {{ issuer.tone }} {{ report.addressee }}:", "Lời dẫn")
    for condition, (first, last) in ((f"if {_LATE}", _BOTH), ("else", _AHEAD)):
        command(document, condition)
        paragraph(document, first)
        kept(document, last)
    command(document, "endif")
    command(document, "if issuer.contact")
    paragraph(document, "Đầu mối liên hệ: {{ issuer.contact }}.")
    command(document, "endif")
    paragraph(document, _CLOSING, "Nội dung cuối")
    signature(document)
    _annex(document)
    return document


def _annex(document: WordDocument) -> None:
    """The annex by agency: overdue milestones, the longest first, then milestones due soon."""
    title = "NHIỆM VỤ {{ report.kinds | upper }} (TÍNH ĐẾN NGÀY {{ as_of | short_date }})"
    annex(document, "Phụ lục", title, "Công văn")
    lines = (
        Command("for agency in report.together"),
        Heading("{% if report.several %}{{ loop.index }}. {% endif %}{{ agency.name }}: {{ agency.words }}"),
        *each(_COLUMNS, "row in agency.overdue + agency.due_soon"),
        Command("endfor"),
    )
    kept(document, KEY, "Ghi chú bảng")
    table(document, _COLUMNS, lines, LANDSCAPE_WIDTH)
