"""The six annexes of the periodic report."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.counts import counts
from tools.word_templates.milestones import CAUSE, DUE, ID, KEY, LEAD, OVERDUE, STANDING, STATE, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH
from tools.word_templates.tables import Cells, Column, Command, Heading, each, optional, table
from tools.word_templates.text import command, kept, paragraph

_DAY = "(tính đến ngày {{ as_of | short_date }})"
_LATE = (*OVERDUE[:-1], CAUSE)
_DUTIES = "{% if report.duties %} Nhiệm vụ giao tại thân Kế hoạch không tính trong các số liệu chung.{% endif %}"
_BY = "{{ 'THEO LĨNH VỰC' if plan.divided else 'CHUNG' }}"


def annexes(document: WordDocument) -> None:
    """Append the annexes to the report."""
    annex(document, "Phụ lục I", "THỐNG KÊ CÁC CHỈ TIÊU")
    _statistics(document)
    annex(document, "Phụ lục II", f"TÌNH HÌNH THỰC HIỆN {_BY} (TÍNH ĐẾN NGÀY {{{{ as_of | short_date }}}})")
    command(document, "if report.section_chart")
    _chart(document, "report.section_chart", "1")
    command(document, "endif")
    counts(document, "{{ 'Lĩnh vực' if plan.divided else 'Kế hoạch' }}", "report.sections")
    annex(document, "Phụ lục III", "TÌNH HÌNH THỰC HIỆN THEO CƠ QUAN CHỦ TRÌ (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    command(document, "for chart in report.agency_charts")
    _chart(document, "chart", "{{ loop.index + (1 if report.section_chart else 0) }}")
    command(document, "endfor")
    counts(document, "Cơ quan", "report.agencies")
    paragraph(
        document,
        "Nhiệm vụ nhiều cơ quan chủ trì được tính cho từng cơ quan; dòng toàn kế hoạch tính mỗi nhiệm vụ một lần nên"
        " không bằng tổng các dòng trên.",
        "Ghi chú bảng",
    )
    annex(document, "Phụ lục IV", "NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    with optional(document, "report.overdue"):
        table(document, _LATE, each(_LATE, "row in report.overdue"), LANDSCAPE_WIDTH)
    annex(document, "Phụ lục V", "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    titled = (Command("if group.title"), Heading("{{ group.title }}"), Command("endif"))
    grouped = (Command("for group in report.task_groups"), *titled,
               *each(STANDING, "row in group.rows"), Command("endfor"))  # fmt: skip
    with optional(document, "report.task_groups"):
        kept(document, KEY + _DUTIES, "Ghi chú bảng")
        table(document, STANDING, grouped, LANDSCAPE_WIDTH, "nhỏ")
    days = "TỪ NGÀY {{ report.since.start }} ĐẾN NGÀY {{ as_of | short_date }}"
    annex(document, "Phụ lục VI", f"KẾT QUẢ, THAY ĐỔI TRONG KỲ ({days})")
    _since(document)


def _chart(document: WordDocument, chart: str, number: str) -> None:
    """A chart (Jinja expression) and its caption, above the table, so that no page holds a chart alone."""
    paragraph(document, f"{{{{ picture({chart}, 24) }}}}", "Hình")
    paragraph(document, f"Biểu đồ {number}. {{{{ {chart}.title }}}} {_DAY}", "Tên hình")


def _statistics(document: WordDocument) -> None:
    columns = (
        Column("TT", 14, "{{ loop.index }}", "center"),
        Column("Mã", 26, "{{ each.id }}", "center"),
        Column("Chỉ tiêu thống kê", 112, "{{ each.name }}"),
        Column("ĐVT", 24, "{{ each.unit }}", "center"),
        Column("Kết quả", 34, "{{ each.result }}", "center"),
        Column("Ghi chú", 42, "{{ each.note }}"),
    )
    target = (
        "{{ loop.index + (report.statistics | length) }}",
        "{{ each.id }}",
        "{{ each.name }} (mức {{ each.level }}{% if each.by %}, đến {{ each.by }}{% endif %})",
        "{{ each.unit }}", "{{ each.measured }}", "{{ each.result }}",
    )  # fmt: skip
    lines = (*each(columns, "each in report.statistics"),
             Command("for each in report.targets"), Cells(target), Command("endfor"))  # fmt: skip
    table(document, columns, lines, LANDSCAPE_WIDTH)


def _since(document: WordDocument) -> None:
    columns = (ID, TITLE, LEAD, DUE, STATE)
    kinds = (("done", "Mới hoàn thành"), ("overdue", "Mới quá hạn"), ("extended", "Được gia hạn"))
    lines = [
        line
        for kind, title in kinds
        for line in (
            Command(f"if report.since.{kind}"),
            Heading(title),
            *each(columns, f"row in report.since.{kind}"),
            Command("endif"),
        )
    ]
    with optional(document, " or ".join(f"report.since.{kind}" for kind, _ in kinds), "Không có thay đổi."):
        table(document, columns, lines, LANDSCAPE_WIDTH)
