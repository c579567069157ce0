"""Tables by section and by agency: states whose numbers add up to the total, rates with their denominators."""

from docx.document import Document as WordDocument

from tools.word_templates.page import LANDSCAPE_WIDTH
from tools.word_templates.tables import Cells, Column, Command, cells, table
from tools.word_templates.text import paragraph

RATES = (
    "Không xét hạn: nhiệm vụ hoàn thành không có thời hạn hoặc chưa xác định được ngày hoàn thành. Không có thời hạn:"
    " thường xuyên, chờ điều kiện, chưa xác định thời hạn. Tỷ lệ hoàn thành = số đã hoàn thành / (tổng − không thực"
    " hiện). Tỷ lệ đúng hạn = số hoàn thành đúng hạn / số đã đến hạn tính đến ngày nêu trên. Nhiệm vụ có nhiều mốc đến"
    " hạn khi mốc cuối cùng đến hạn, nhưng quá hạn ngay khi có một mốc quá hạn."
)


def counts(document: WordDocument, head: str, rows: str) -> None:
    """A row for each of `rows` (Jinja expression), then a note on the rates' denominators.

    The last row is the total, which is never alone on a page.
    """
    columns = _columns(head)
    total = Cells(("", "{{ row.name }}", *(column.cell for column in columns[2:])), bold=True)
    last = Cells((f"{{{{ row.number or ({rows} | length - 1) }}}}", *cells(columns).texts[1:]), kept=True)
    lines = (
        Command(f"for row in {rows}[:-2]"), cells(columns), Command("endfor"),
        Command(f"for row in {rows}[-2:-1]"), last, Command("endfor"),
        Command(f"for row in {rows}[-1:]"), total, Command("endfor"),
    )  # fmt: skip
    table(document, columns, lines, LANDSCAPE_WIDTH, "nhỏ")
    paragraph(document, RATES, "Ghi chú bảng")


def _columns(head: str) -> tuple[Column, ...]:
    done, doing = "Hoàn thành", "Chưa hoàn thành"
    return (
        Column("TT", 9, "{{ row.number or loop.index }}", "center"),
        Column(head, 40, "{{ row.name }}"),
        _number("Tổng được giao", 12.5, "total"),
        _number("Tổng", 12.5, "done", done),
        _number("Đúng hạn", 12.5, "on_time", done),
        _number("Quá hạn", 12.5, "late", done),
        _number("Không xét hạn", 15, "untimed", done),
        _number("Trong hạn", 14, "later", doing),
        _number("Sắp đến hạn", 12.5, "due_soon", doing),
        _number("Quá hạn", 12.5, "overdue", doing),
        _number("Chờ xác nhận", 12.5, "submitted"),
        _number("Không có thời hạn", 14.5, "undated"),
        _number("Tạm dừng", 12.5, "paused"),
        _number("Không thực hiện", 15, "cancelled"),
        _number("Tỷ lệ hoàn thành", 24, "done_rate"),
        _number("Tỷ lệ đúng hạn", 24, "on_time_rate"),
    )


def _number(head: str, share: float, field: str, over: str = "") -> Column:
    return Column(head, share, f"{{{{ row.{field} }}}}", "center", over)
