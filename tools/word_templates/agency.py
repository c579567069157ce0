"""One agency's report to the plan's monitor: figures, overdue, due and unreported tasks, and an annex of all tasks."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.milestones import DUE, EVIDENCE, ID, LEAD, PRODUCTS, REASON, STATE, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Column, each, optional, table
from tools.word_templates.text import BASIS, blank, command, paragraph

_OPENING = (
    f"{BASIS},"
    " {{ issuer.sentence }} báo cáo tình hình thực hiện các nhiệm vụ được giao"
    " {{ report.period }} ({{ report.window }}) như sau:"
)
_FIGURES = (
    "{% if report.lead %}{{ issuer.sentence }} chủ trì {{ report.total_words }}; tính đến {{ as_of }},"
    " {{ report.summary }}. Chi tiết tại Phụ lục."
    "{% else %}{{ issuer.sentence }} không được giao chủ trì nhiệm vụ nào của {{ report.named }}."
    "{% endif %}"
)
_CLOSING = (
    "Trên đây là báo cáo của {{ issuer.sentence }}{% if report.to %}, kính gửi {{ report.to | join('; ') }} xem xét,"
    " tổng hợp{% endif %}./."
)
_LATE = (ID._replace(share=14), TITLE._replace(share=56), DUE, STATE._replace(share=25), REASON._replace(share=46))
_OPEN = (ID._replace(share=16), TITLE._replace(share=90), DUE, STATE)
_ROLE = Column("Vai trò", 30, "{{ row.role }}")
_THEIRS = Column("Tình trạng của cơ quan chủ trì", 45, "{{ row.state | upper_first }}")
_LED = (ID, TITLE._replace(share=70), PRODUCTS._replace(share=62), DUE, STATE, EVIDENCE._replace(share=58))
_OTHER = (ID, TITLE, _ROLE._replace(share=26), LEAD, DUE._replace(share=32), _THEIRS)


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    addressees(document)
    paragraph(document, _OPENING)
    _standing(document)
    _said(document, "II. KHÓ KHĂN, NGUYÊN NHÂN", "difficulties",
          "khó khăn, nguyên nhân của việc chậm; nếu không có ghi Không", "III.2.causes")  # fmt: skip
    _said(document, "III. KIẾN NGHỊ, ĐỀ XUẤT", "proposals",
          "kiến nghị, đề xuất; nếu không có ghi Không", "V", last=True)  # fmt: skip
    paragraph(document, _CLOSING, "Nội dung cuối")
    signature(document)
    _annex(document)
    return document


def _standing(document: WordDocument) -> None:
    paragraph(document, "I. KẾT QUẢ THỰC HIỆN", "Mục I")
    paragraph(document, _FIGURES)
    paragraph(document, '{{ blank("kết quả nổi bật trong kỳ", "III.1") }}')
    for title, columns, rows in (
        ("1. Nhiệm vụ quá hạn", _LATE, "overdue"),
        ("2. Nhiệm vụ sắp đến hạn", _OPEN, "due_soon"),
    ):
        paragraph(document, title, "Mục trên bảng")
        with optional(document, f"report.{rows}"):
            table(document, columns, each(columns, f"row in report.{rows}"), PORTRAIT_WIDTH, "nhỏ")


def _said(document: WordDocument, title: str, rows: str, wanted: str, place: str, *, last: bool = False) -> None:
    """What the agency told in the period, then a blank; the `last` blank stays on the page of the signature."""
    paragraph(document, title, "Mục I")
    command(document, f"for each in report.{rows}")
    paragraph(document, "- {{ each.id }}: {{ each.text }}.")
    command(document, "endfor")
    paragraph(document, blank(wanted, place)).paragraph_format.keep_with_next = last or None


def _annex(document: WordDocument) -> None:
    title = "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CỦA {{ issuer.name }} (TÍNH ĐẾN NGÀY {{ as_of | short_date }})"
    annex(document, "Phụ lục", title)
    for heads, columns, rows in (
        ("1. Nhiệm vụ chủ trì", _LED, "lead"),
        ("2. Nhiệm vụ phối hợp, thực hiện", _OTHER, "other"),
    ):
        paragraph(document, heads, "Tiêu đề bảng")
        with optional(document, f"report.{rows}"):
            table(document, columns, each(columns, f"row in report.{rows}"), LANDSCAPE_WIDTH, "nhỏ")
