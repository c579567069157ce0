"""The monitor's own sheet of a period: plain headings and tables."""

from docx.document import Document as WordDocument

from tools.word_templates.page import PORTRAIT_WIDTH, blank_document
from tools.word_templates.tables import Column, each, optional, table
from tools.word_templates.text import command, paragraph

_ID = Column("Mã", 18, "{{ each.id }}")
_TITLE = Column("Nhiệm vụ", 80, "{{ each.title }}")
_LEAD = Column("Cơ quan chủ trì", 40, "{{ each.lead }}")
_DUE = Column("Thời hạn", 24, "{{ each.due }}", "center")
_STANDING = (_ID, _TITLE, _LEAD, _DUE)
_TABLES = (
    (
        "1. Đề nghị gia hạn chưa giải quyết",
        "requests",
        (
            _ID,
            _TITLE._replace(share=54),
            Column("Cơ quan đề nghị", 32, "{{ each.agency }}"),
            Column("Đến ngày", 22, "{{ each.to }}", "center"),
            Column("Lý do", 40, "{{ each.reason }}"),
        ),
    ),
    (
        "2. Cơ quan chưa báo cáo đủ trong kỳ",
        "unreported_together",
        (
            Column("Cơ quan", 60, "{{ each.agency }}"),
            Column("Số nhiệm vụ mỗi cơ quan", 26, "{{ each.amount }}", "center"),
            Column("Nhiệm vụ", 80, "{{ each.tasks }}"),
        ),
    ),
    (
        "3. Báo cáo các cơ quan gửi",
        "filed.rows",
        (
            Column("Cơ quan", 120, "{{ each.agency }}"),
            Column("Tình trạng", 46, "{{ each.standing | upper_first }}"),
        ),
    ),
    ("4. Đã báo hoàn thành, thiếu ngày hoặc tài liệu kiểm chứng", "unproven", _STANDING),
    ("5. Chờ xác nhận", "submitted", _STANDING),
    (
        "6. Mốc nội bộ chưa hoàn thành",
        "checkpoints",
        (
            _ID,
            _TITLE._replace(share=66),
            _LEAD._replace(share=36),
            _DUE._replace(head="Ngày"),
            Column("Tình trạng", 24, "{{ each.state | upper_first }}"),
        ),
    ),
    (
        "7. Khó khăn, kiến nghị các cơ quan nêu trong kỳ",
        "told",
        (
            _ID,
            Column("Cơ quan", 36, "{{ each.agency }}"),
            Column("Khó khăn", 56, "{{ each.difficulty }}"),
            Column("Kiến nghị", 56, "{{ each.proposal }}"),
        ),
    ),
)
_OPENINGS = {"unreported_together": "Còn {{ report.unreported_words }}.", "filed.rows": "{{ report.filed.words }}"}
_OTHERWISE = {"filed.rows": "Chưa có báo cáo nào phải gửi."}
_FROZEN = (
    ("if report.frozen and report.frozen.drift",
     "Số liệu {{ report.period }} đã chốt ngày {{ report.frozen.recorded }}. Sổ ghi sau đó có thay đổi; số đã chốt:"
     " {{ report.frozen.drift }}."),
    ("elif report.frozen",
     "Số liệu {{ report.period }} đã chốt ngày {{ report.frozen.recorded }}; sổ ghi chưa thay đổi."),
    ("else", "Số liệu {{ report.period }} chưa chốt."),
)  # fmt: skip


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    paragraph(document, "{{ report.subject | upper }}", "Mục 1")
    about = "Phiếu của {{ issuer.sentence }}, dùng nội bộ, không gửi đi."
    paragraph(document, f"{{{{ report.named }}}} ({{{{ report.window }}}}). {about}")
    for title, rows, columns in _TABLES:
        paragraph(document, title, "Mục trên bảng")
        with optional(document, f"report.{rows}", _OTHERWISE.get(rows, "Không có.")):
            if rows in _OPENINGS:
                paragraph(document, _OPENINGS[rows])
            table(document, columns, each(columns, f"each in report.{rows}"), PORTRAIT_WIDTH, "nhỏ")
    paragraph(document, "8. Số liệu đã chốt", "Mục 1")
    for condition, text in _FROZEN:
        command(document, condition)
        paragraph(document, text)
    command(document, "endif")
    paragraph(document, "9. Nội dung còn phải viết trong báo cáo {{ report.period }}", "Mục 1")
    with optional(document, "report.blanks"):
        command(document, "for each in report.blanks")
        paragraph(document, "- {{ each }}")
        command(document, "endfor")
    return document
