"""The end of a document: Nơi nhận beside the signature (NĐ 30/2020, Phụ lục I, mục II, khoản 7 và 9)."""

from docx.document import Document as WordDocument

from tools.word_templates import grids
from tools.word_templates.page import PORTRAIT_WIDTH
from tools.word_templates.text import command, known, paragraph

_WIDTHS = grids.shared(PORTRAIT_WIDTH, (47, 53))


def signature(
    document: WordDocument,
    *,
    label: str = "Nơi nhận:",
    received: str = "report.received",
    signatory: tuple[str, str, str] = ("issuer.authority", "issuer.position", "issuer.signer"),
    signs: str = "Người ký",
) -> None:
    """A row that does not break across pages, on the page of the paragraph in "Nội dung cuối" before it.

    `received` and `signatory` (authority, position, name) are Jinja expressions, `label` is text, `signs` is the style
    of the name, with room above it. An unknown position or name is left for the officer to fill in.
    """
    beside = grids.row(grids.grid(document, _WIDTHS, lines=False))
    left, right = grids.cell(beside), grids.cell(beside)
    paragraph(left, label, "Nơi nhận")
    command(left, f"for each in {received}")
    paragraph(left, "- {{ each }}", "Danh sách nơi nhận")
    command(left, "endfor")
    authority, position, signer = signatory
    command(right, f"if {authority}")
    paragraph(right, f"{{{{ {authority} }}}}", "Quyền hạn chức vụ")
    command(right, "endif")
    paragraph(right, known(position, "chức vụ người ký", "sign.position"), "Quyền hạn chức vụ")
    paragraph(right, known(signer, "họ tên người ký", "sign.name"), signs)
