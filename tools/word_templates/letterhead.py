"""The beginning of a document: issuer and Quốc hiệu, number and date, kind, subject, Kính gửi (NĐ 30/2020)."""

from docx.document import Document as WordDocument
from docx.table import _Cell

from tools.word_templates import grids
from tools.word_templates.lines import ISSUER, SUBJECT, TIEU_NGU, fitted, line
from tools.word_templates.page import PORTRAIT_WIDTH
from tools.word_templates.text import blank, command, known, paragraph

WIDTHS = grids.shared(PORTRAIT_WIDTH, (40, 60))
_COMMITTEE = "ỦY BAN NHÂN DÂN "
_AGENCY = "ký hiệu của cơ quan"
REPORT = (
    "Số:       /{% if report.symbol %}{{ report.symbol }}"
    f"{{% else %}}BC-{blank(_AGENCY, 'head.symbol')}{{% endif %}}"
)
LETTER = (
    f"Số:       /{known('issuer.symbol', _AGENCY, 'head.symbol')}"
    f"-{known('issuer.unit', 'đơn vị soạn thảo', 'head.unit')}"
)
"""The number of a report and of a letter, with blanks for unknown letters of the symbol."""


def letterhead(
    document: WordDocument,
    *,
    name: str = "issuer.name",
    number: str | None = REPORT,
    day: str = "ngày      tháng      năm {{ issuer.year }}",
    about: str | None = None,
) -> None:
    """The borderless table: names in the first row, number and date side by side in the second.

    `name` is a Jinja expression, the others are text; `about` is the subject under a letter's number. Without `number`
    the second row is omitted (for a plan that a decision issues).
    """
    table = grids.grid(document, WIDTHS, lines=False)
    names = grids.row(table)
    _issuer(grids.cell(names), name)
    _nation(grids.cell(names))
    if number is None:
        return
    figures = grids.row(table)
    left, right = grids.cell(figures), grids.cell(figures)
    paragraph(left, number, "Số ký hiệu")
    if about:
        paragraph(left, about, "Trích yếu công văn")
    paragraph(right, f"{known('issuer.place', 'địa danh', 'head.place')}, {day}", "Địa danh ngày tháng")


def heading(document: WordDocument, kind: str = "{{ report.kind }}", subject: str = "report.subject") -> None:
    """BÁO CÁO, the subject, and the line under it; `kind` is text, `subject` a Jinja expression."""
    paragraph(document, kind, "Tên loại")
    paragraph(document, f"{{{{ {subject} }}}}", "Trích yếu")
    fitted(document, PORTRAIT_WIDTH, f"{subject} | length", SUBJECT)


def addressees(document: WordDocument, to: str = "report.to", unknown: str | None = None) -> None:
    """Kính gửi: a single addressee on the same line, several on lines with dashes below.

    Without addressees there is a blank that asks for what is `unknown`, or nothing.
    """
    command(document, f"if {to} | length == 1")
    paragraph(document, f"Kính gửi: {{{{ {to}[0] }}}}", "Kính gửi")
    command(document, f"elif {to}")
    paragraph(document, "Kính gửi:", "Kính gửi nhiều nơi")
    command(document, f"for each in {to}")
    paragraph(document, "- {{ each }}{% if loop.last %}.{% else %};{% endif %}", "Nơi kính gửi")
    command(document, "endfor")
    if unknown:
        command(document, "else")
        paragraph(document, f"Kính gửi: {blank(unknown, 'head.to')}", "Kính gửi")
    command(document, "endif")


def _issuer(cell: _Cell, name: str) -> None:
    """The superior, the name (a committee's name takes two lines by custom), and the line under it."""
    command(cell, "if issuer.superior")
    paragraph(cell, "{{ issuer.superior }}", "Cơ quan chủ quản")
    command(cell, "endif")
    front, rest = f"{name}[:{len(_COMMITTEE)}]", f"{name}[{len(_COMMITTEE)}:]"
    broken = f'{{{{ {front} | replace("{_COMMITTEE}", "{_COMMITTEE.strip()}\\n") }}}}{{{{ {rest} }}}}'
    paragraph(cell, broken, "Cơ quan ban hành")
    fitted(cell, WIDTHS[0], f'({front} | replace("{_COMMITTEE}", "") ~ {rest}) | length', ISSUER)


def _nation(cell: _Cell) -> None:
    paragraph(cell, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Quốc hiệu")
    paragraph(cell, "Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ")
    line(cell, WIDTHS[1], TIEU_NGU)
