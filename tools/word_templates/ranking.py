"""The report on the ranking of agencies: criteria and ranks in the text, each point with its proof in an annex."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.page import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Column, Command, Heading, each, table
from tools.word_templates.text import BASIS, kept, paragraph

_OPENING = (
    f"{BASIS}{{% if report.criteria_basis %}} và {{{{ report.criteria_basis }}}}{{% endif %}}, "
    "{{ issuer.sentence }} báo cáo kết quả xếp hạng các cơ quan (tính đến {{ as_of }}) như sau:"
)
_RULE = (
    "Cơ quan xếp theo tỷ lệ điểm đạt được trên điểm tối đa của các tiêu chí có số liệu; bằng nhau thì cùng hạng. Tiêu"
    " chí không có số liệu không tính điểm 0. Điểm từng tiêu chí và tài liệu chứng minh ghi tại Phụ lục kèm theo."
)
_CRITERIA = (
    Column("Tiêu chí", 75, "{{ each.name }}"),
    Column("Điểm tối đa", 25, "{{ each.most }}", "center"),
    Column("Căn cứ", 65, "{{ each.basis }}"),
)
_RANKS = (
    Column("Hạng", 15, "{{ each.rank }}", "center"),
    Column("Cơ quan", 55, "{{ each.name }}"),
    Column("Điểm", 18, "{{ each.points }}", "center"),
    Column("Điểm tối đa", 18, "{{ each.most }}", "center"),
    Column("Tỷ lệ", 19, "{{ each.share }}", "center"),
    Column("Không có số liệu", 40, "{{ each.lacking }}"),
)
_POINTS = (
    Column("Tiêu chí", 80, "{{ each.criterion }}"),
    Column("Số liệu", 50, "{{ each.figure }}", "center"),
    Column("Điểm", 35, "{{ each.points }}", "center"),
    Column("Tài liệu chứng minh", 87, "{{ each.proof }}"),
)


def build() -> WordDocument:
    """The template."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    addressees(document)
    paragraph(document, _OPENING)
    paragraph(document, "1. Tiêu chí", "Mục trên bảng")
    table(document, _CRITERIA, each(_CRITERIA, "each in report.criteria"), PORTRAIT_WIDTH)
    paragraph(document, "2. Kết quả", "Mục trên bảng")
    ranks = (Command("for group in report.groups"), Heading("{{ group.name }}"),
             *each(_RANKS, "each in group.rows"), Command("endfor"))  # fmt: skip
    table(document, _RANKS, ranks, PORTRAIT_WIDTH)
    kept(document, _RULE, "Nội dung sau bảng")
    paragraph(document, "{{ issuer.sentence }} kính báo cáo./.", "Nội dung cuối")
    signature(document)
    annex(document, "Phụ lục", "ĐIỂM TỪNG TIÊU CHÍ VÀ TÀI LIỆU CHỨNG MINH")
    points = (Command("for group in report.groups"), Command("for agency in group.agencies"),
              Heading("{{ agency.name }}"), *each(_POINTS, "each in agency.points"), Command("endfor"),
              Command("endfor"))  # fmt: skip
    table(document, _POINTS, points, LANDSCAPE_WIDTH, "nhỏ")
    return document
