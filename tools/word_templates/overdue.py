"""The report on overdue work: figures and causes in the text, rows by agency in an annex."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.milestones import DUE, ID, KEY, LATE, PRODUCTS, REASON, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Command, Heading, each, optional, table
from tools.word_templates.text import BASIS, command, kept, paragraph

_COLUMNS = (ID, TITLE._replace(share=80), PRODUCTS._replace(share=48), DUE, LATE, REASON._replace(share=59))
_SEVERAL, _NAMED = "report.agencies | length > 1", 20
_TWICE = f"{{% if {_SEVERAL} %}} Nhiệm vụ nhiều cơ quan chủ trì được ghi ở từng cơ quan.{{% endif %}}"
_SUMMARY = f"Có {{{{ report.summary }}}} (danh mục tại Phụ lục kèm theo).{{% if {_SEVERAL} %}} Trong đó:{{% endif %}}"
_AGENCY = (
    "- {{ each.name }}: {{ each.words }}"
    f"{{% if loop.last and report.agencies | length <= {_NAMED} %}}.{{% else %}};{{% endif %}}"
)


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    addressees(document)
    opening = f"{BASIS}, {{{{ issuer.sentence }}}} báo cáo"
    paragraph(document, f"{opening} tình hình nhiệm vụ quá hạn tính đến {{{{ as_of }}}} như sau:")
    paragraph(document, "1. Tình hình chung", "Mục 1")
    with optional(document, "report.rows", "Không có nhiệm vụ quá hạn."):
        paragraph(document, _SUMMARY)
        command(document, f"if {_SEVERAL}")
        command(document, f"for each in report.agencies[:{_NAMED}]")
        paragraph(document, _AGENCY)
        command(document, "endfor")
        command(document, f"if report.agencies | length > {_NAMED}")
        paragraph(document, f"- … và {{{{ (report.agencies | length - {_NAMED}) | number }}}} cơ quan khác.")
        command(document, "endif")
        command(document, "endif")
        paragraph(document, "2. Nguyên nhân", "Mục 1")
        paragraph(document, '{{ blank("nguyên nhân chậm, trách nhiệm của các cơ quan", "causes") }}')
        paragraph(document, "3. Kiến nghị", "Mục 1")
        kept(document, '{{ blank("kiến nghị xử lý; nếu không có ghi Không", "proposals") }}')
    paragraph(document, "{{ issuer.sentence }} kính báo cáo./.", "Nội dung cuối")
    signature(document)
    annex(document, "Phụ lục", "DANH MỤC NHIỆM VỤ QUÁ HẠN (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    title = Heading("{{ loop.index }}. {{ agency.name }}: {{ agency.words }}")
    grouped = (Command("for agency in report.agencies"), title,
               *each(_COLUMNS, "row in agency.rows"), Command("endfor"))  # fmt: skip
    with optional(document, "report.agencies"):
        kept(document, KEY + _TWICE, "Ghi chú bảng")
        table(document, _COLUMNS, grouped, LANDSCAPE_WIDTH)
    return document
