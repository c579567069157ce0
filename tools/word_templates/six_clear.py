"""The report on the six that must be clear in each task: totals in the text, each task in an annex."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Column, Command, Heading, each, optional, table
from tools.word_templates.text import BASIS, command, kept, paragraph

_OPENING = (
    f"{BASIS}, {{{{ issuer.sentence }}}} rà soát từng nhiệm vụ theo yêu cầu rõ người, rõ việc, rõ trách nhiệm, rõ thẩm"
    " quyền, rõ thời gian, rõ kết quả (tính đến {{ as_of }}), báo cáo như sau:"
)
_RESULT = (
    "{{ report.named }} có {{ report.total_words }}. {% for each in report.unstated %}{{ each }}. {% endfor %}"
    "{% if report.unstated %}Về các nội dung còn lại, {% else %}Số nhiệm vụ đủ các nội dung: {% endif %}"
    "{{ report.clear_words }}{% if report.unstated %} đã đủ{% endif %}."
)
_WHERE = (
    "Số nhiệm vụ chưa rõ theo cơ quan chủ trì ghi tại Phụ lục I; nội dung chưa rõ của từng nhiệm vụ và cách bổ sung ghi"
    " tại Phụ lục II."
)
_LINES = (
    Column("Nội dung", 30, "{{ each.name }}"),
    Column("Đã rõ", 18, "{{ each.clear }}", "center"),
    Column("Tỷ lệ", 18, "{{ each.share }}", "center"),
    Column("Chưa rõ", 18, "{{ each.unclear }}", "center"),
    Column("Trong đó", 81, "{{ each.note | upper_first }}"),
)
_GAPS = (
    Column("Mã", 16, "{{ row.id }}"),
    Column("Nhiệm vụ", 78, "{{ row.title }}"),
    Column("Chưa rõ", 22, "{{ row.what | upper_first }}"),
    Column("Hiện ghi", 64, "{{ row.gap | upper_first }}"),
    Column("Cách bổ sung", 48, "{{ row.mend | upper_first }}"),
    Column("Nơi ghi", 24, "{{ row.place | upper_first }}"),
)


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    addressees(document)
    paragraph(document, _OPENING)
    paragraph(document, "1. Kết quả rà soát", "Mục 1")
    paragraph(document, _RESULT)
    table(document, _LINES, each(_LINES, "each in report.lines"), PORTRAIT_WIDTH)
    command(document, "if plan.divided")
    paragraph(document, "2. Số nhiệm vụ chưa rõ theo lĩnh vực", "Mục trên bảng")
    _totals(document, "Lĩnh vực", "report.sections", PORTRAIT_WIDTH)
    command(document, "endif")
    kept(document, _WHERE, "Nội dung sau bảng")
    paragraph(document, "{{ issuer.sentence }} kính báo cáo./.", "Nội dung cuối")
    signature(document)
    annex(document, "Phụ lục I", "SỐ NHIỆM VỤ CHƯA RÕ THEO CƠ QUAN CHỦ TRÌ")
    paragraph(document, "Nhiệm vụ nhiều cơ quan chủ trì được tính cho từng cơ quan.", "Ghi chú bảng")
    _totals(document, "Cơ quan chủ trì", "report.agencies", LANDSCAPE_WIDTH)
    annex(document, "Phụ lục II", "NỘI DUNG CHƯA RÕ CỦA TỪNG NHIỆM VỤ")
    titled = (Command("if group.title"), Heading("{{ group.title }}"), Command("endif"))
    grouped = (Command("for group in report.groups"), *titled, *each(_GAPS, "row in group.rows"), Command("endfor"))
    with optional(document, "report.groups"):
        table(document, _GAPS, grouped, LANDSCAPE_WIDTH, "nhỏ")
    return document


def _totals(document: WordDocument, head: str, rows: str, width: int) -> None:
    heads = {"total": "Tổng số", "person": "Người", "work": "Việc", "responsibility": "Trách nhiệm",
             "authority": "Thẩm quyền", "time": "Thời gian", "result": "Kết quả"}  # fmt: skip
    numbers = (Column(title, 17, f"{{{{ row.{field} }}}}", "center") for field, title in heads.items())
    columns = (Column(head, 52, "{{ row.name }}"), *numbers)
    table(document, columns, each(columns, f"row in {rows}"), width, "nhỏ")
