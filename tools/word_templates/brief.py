"""The leaders' page: four figures, what changed, the five longest overdue, what leaders have to decide.

To stay on one page, it uses the smallest type that the decree allows, dense tables, and at most two lines in a cell.
"""

from docx.document import Document as WordDocument

from tools.word_templates.letterhead import heading, letterhead
from tools.word_templates.page import PORTRAIT_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Cells, Column, Command, each, optional, table
from tools.word_templates.text import BASIS, command, kept, paragraph

_TEXT, _HEAD = "Nội dung ngắn", "Mục ngắn"
_OPENING = f"{BASIS}, {{{{ issuer.sentence }}}} báo cáo tóm tắt tình hình thực hiện tính đến {{{{ as_of }}}} như sau:"


def _short(expression: str, letters: int | str) -> str:
    """The tag of a value on one line, cut between words after `letters` characters."""
    return f"{{{{ {expression} | replace('\\n', ' ') | truncate({letters}, leeway=0, end='…') }}}}"


def _place(identity: str) -> str:
    """The tag of an id, on two lines at most; of a long id, which begins with the plan, only the end is shown."""
    return f"{{{{ {identity} if {identity} | length <= 24 else '…' ~ {identity}[-23:] }}}}"


_FIGURES = (
    Column("Nội dung", 48, "{{ each.name }}"),
    Column("Số lượng", 24, "{{ each.value }}", "center"),
    Column("Tỷ lệ", 20, "{{ each.share }}", "center"),
    Column("Ghi chú", 73, "{{ each.note }}"),
)
_WORST = (
    Column("Mã", 20, _place("row.id")),
    Column("Nhiệm vụ", 74, _short("row.title", "(72 if report.requests or report.proposals else 140)")),
    Column("Cơ quan chủ trì", 31, _short("row.lead", 31)),
    Column("Thời hạn", 22, _short("row.due", 10), "center"),
    Column("Số ngày quá hạn", 18, "{{ row.days_late }}", "center"),
)
_ASKED = (Column("Mã", 20), Column("Đề nghị, kiến nghị của cơ quan", 145))
# Three items with two lines each take as much room as six with one line.
_ROOM = "(77 if report.requests | length + report.proposals | length > 3 else 150)"
_EXTENSION = (
    "(each.agency ~ ' đề nghị gia hạn' ~ (' đến ngày ' ~ each.to if each.to else '')"
    " ~ ('; lý do: ' ~ each.reason if each.reason else '') ~ '.')"
)
_PROPOSAL = "(each.agency ~ ' kiến nghị: ' ~ each.text)"


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    command(document, "if report.to")
    paragraph(document, "Kính gửi: {{ report.to | join('; ') }}", "Kính gửi gọn")
    command(document, "endif")
    paragraph(document, _OPENING, _TEXT)
    paragraph(document, "1. Số liệu chính, tính đến {{ as_of }}", _HEAD)
    table(document, _FIGURES, each(_FIGURES, "each in report.figures"), PORTRAIT_WIDTH, "gọn")
    command(document, "if report.since.words")
    paragraph(document, "{{ report.since.words }}.", "Nội dung sau bảng")
    command(document, "endif")
    late = "{% if report.worst %} (còn {{ report.overdue_words }} quá hạn){% endif %}"
    paragraph(document, f"2. Nhiệm vụ quá hạn lâu nhất{late}", _HEAD)
    with optional(document, "report.worst", "Không có nhiệm vụ quá hạn.", _TEXT):
        table(document, _WORST, each(_WORST, "row in report.worst"), PORTRAIT_WIDTH, "gọn")
    paragraph(document, "3. Nội dung xin ý kiến chỉ đạo", _HEAD)
    _decisions(document)
    paragraph(document, "{{ issuer.sentence }} kính báo cáo./.", "Nội dung cuối ngắn")
    signature(document, signs="Người ký gọn")
    return document


def _decisions(document: WordDocument) -> None:
    """Requested extensions, proposals, and the number omitted; a blank if there are none."""
    lines = [
        line
        for rows, words in (("requests", _EXTENSION), ("proposals", _PROPOSAL))
        for line in (
            Command(f"for each in report.{rows}"),
            Cells((_place("each.id"), _short(words, _ROOM))),
            Command("endfor"),
        )
    ]
    command(document, "if report.requests or report.proposals")
    table(document, _ASKED, lines, PORTRAIT_WIDTH, "gọn")
    command(document, "if report.rest")
    kept(document, "{{ report.rest }}", "Nội dung sau bảng")
    command(document, "endif")
    command(document, "else")
    kept(document, '{{ blank("nội dung xin ý kiến chỉ đạo; nếu không có ghi Không", "opinions") }}', _TEXT)
    command(document, "endif")
