"""The periodic report (quarter, 6 months, 9 months, year) with its six annexes."""

from docx.document import Document as WordDocument

from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.page import blank_document
from tools.word_templates.periodic_annexes import annexes
from tools.word_templates.signature import signature
from tools.word_templates.tables import optional
from tools.word_templates.text import BASIS, command, kept, paragraph

_OPENING = (
    f"{BASIS}, {{{{ issuer.sentence }}}} báo cáo {{{{ report.subject | lower_first }}}}"
    " ({{ report.window }}) như sau:"
)
_CLOSING = "Trên đây là báo cáo {{ report.subject | lower_first }}, {{ issuer.sentence }} kính báo cáo./."
_NAMED = "- {{ row.id }}: {{ row.title }}{% if row.lead %} ({{ row.lead }}){% endif %}"
_ITEM = f"{_NAMED}: {{{{ row.state }}}}"
_FINISHED = f"{_ITEM}{{% if 0 < row.evidence | length <= 400 %}}; {{{{ row.evidence }}}}{{% endif %}}."
_LATE = "Tính đến {{ as_of }}, còn {{ report.overdue_words }} quá hạn chưa hoàn thành (Phụ lục IV)."
_CARRIED = "Tiếp tục hoàn thành {{ report.overdue_words }} quá hạn: {{ report.carried }} (Phụ lục IV)."
_IN_FIELD, _AHEAD = 15, 20


def build() -> WordDocument:
    """The template of quarterly, half-year, nine-month and annual."""
    document = blank_document("{{ report.subject }}")
    letterhead(document)
    heading(document)
    addressees(document, unknown="nơi nhận báo cáo")
    paragraph(document, _OPENING)
    _leadership(document)
    _results(document)
    _assessment(document)
    _ahead(document)
    paragraph(document, _CLOSING, "Nội dung cuối")
    signature(document)
    annexes(document)
    return document


def _leadership(document: WordDocument) -> None:
    paragraph(document, "I. {{ report.lead.title | upper }}", "Mục I")
    paragraph(document, "1. Thực hiện Kế hoạch{% if report.about %} {{ report.about }}{% endif %}", "Mục 1")
    with optional(document, "report.total", "{{ report.named }} chưa có nhiệm vụ nào."):
        paragraph(
            document,
            "{{ report.named }} có {{ report.total_words }}{% if report.duties %}; ngoài ra có {{ report.duties }}"
            "{% endif %}. Tính đến {{ as_of }}, {{ report.summary }}.",
        )
        _if(document, "report.since.words", "{{ report.since.words }} (Phụ lục VI).")
    _if(document, "report.reached", "Về chỉ tiêu, đạt {{ report.reached }} của Kế hoạch (Phụ lục I).")
    paragraph(document, "2. Chỉ đạo, điều hành", "Mục 1")
    _field(document, "report.lead", '"I.2"')
    command(document, "for part in report.parts")
    paragraph(document, "{{ loop.index + 2 }}. {{ part.title }}", "Mục 1")
    _field(document, "part", '"I." ~ (loop.index + 2)')
    command(document, "endfor")
    number = "{{ report.parts | length + 3 }}"
    paragraph(document, f"{number}. {{{{ report.given_title }}}}", "Mục 1")
    command(document, "for each in report.given")
    paragraph(document, "{{ each }}")
    command(document, "endfor")
    place = '"I." ~ (report.parts | length + 3)'
    _if(
        document,
        f"report.given_wanted or written({place})",
        f"{{{{ blank(report.given_wanted, {place}) }}}}",
    )


def _if(document: WordDocument, condition: str, text: str) -> None:
    command(document, f"if {condition}")
    paragraph(document, text)
    command(document, "endif")


def _results(document: WordDocument) -> None:
    paragraph(
        document,
        "II. KẾT QUẢ THỰC HIỆN CÁC NỘI DUNG{% if report.about %} {{ report.about | upper }}{% endif %}",
        "Mục I",
    )
    command(document, "for section in report.fields")
    command(document, "if section.title")
    paragraph(document, "{{ loop.index }}. {{ section.title }}", "Mục 1")
    command(document, "endif")
    _field(document, "section", '"II." ~ loop.index')
    command(document, "endfor")


def _field(document: WordDocument, section: str, place: str) -> None:
    """A heading's figures, tasks finished in the period, overdue tasks, what was measured, and a blank."""
    command(document, f"if {section}.total")
    given = f"Có {{{{ {section}.total_words }}}} được giao{{{{ {section}.left_out }}}}"
    paragraph(document, f"{given}; tính đến {{{{ as_of }}}}, {{{{ {section}.summary }}}}.")
    for rows, title, item, whole in (
        ("done", "Nhiệm vụ hoàn thành trong kỳ:", _FINISHED, "VI"),
        ("overdue", "Nhiệm vụ quá hạn chưa hoàn thành:", f"{_ITEM}.", "IV"),
    ):
        command(document, f"if {section}.{rows}")
        paragraph(document, title, "Lời dẫn")
        _first(document, f"{section}.{rows}", _IN_FIELD, item, whole)
        command(document, "endif")
    command(document, f"elif {section}.known")
    paragraph(document, "Kế hoạch không giao nhiệm vụ riêng về nội dung này.")
    command(document, "endif")
    command(document, f"for each in {section}.measured")
    paragraph(document, "{{ each }}")
    command(document, "endfor")
    command(document, f"if {section}.wanted or written({place})")
    paragraph(document, f"{{{{ blank({section}.wanted, {place}) }}}}")
    command(document, "endif")


def _listed(document: WordDocument, loop: str, item: str) -> None:
    command(document, f"for {loop}")
    paragraph(document, item)
    command(document, "endfor")


def _first(document: WordDocument, rows: str, most: int, item: str, whole: str) -> None:
    """The first of `rows` (Jinja expression), so that many plans do not fill the body; annex `whole` has all rows."""
    _listed(document, f"row in {rows}[:{most}]", item)
    command(document, f"if {rows} | length > {most}")
    paragraph(document, f"- … và {{{{ ({rows} | length - {most}) | number }}}} nội dung khác (Phụ lục {whole}).")
    command(document, "endif")


def _assessment(document: WordDocument) -> None:
    paragraph(document, "III. ĐÁNH GIÁ CHUNG", "Mục I")
    paragraph(document, "1. Kết quả tích cực", "Mục 1")
    paragraph(document, '{{ blank("nhận định về kết quả đạt được", "III.1") }}')
    paragraph(document, "2. Tồn tại, hạn chế, nguyên nhân", "Mục 1")
    _if(document, "report.overdue", _LATE)
    paragraph(document, '{{ blank("nguyên nhân của tồn tại, hạn chế", "III.2.causes", report.difficulties) }}')


def _ahead(document: WordDocument) -> None:
    paragraph(document, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {{ report.next_title | upper }}", "Mục I")
    _if(document, "report.overdue", _CARRIED)
    command(document, f"if report.next.rows | length > {_AHEAD}")
    paragraph(document, "Hoàn thành {{ report.next.words }}: {{ report.next.numbers }} (Phụ lục V).")
    command(document, "elif report.next.rows")
    paragraph(document, "Các nhiệm vụ đến hạn trong thời gian tới:", "Lời dẫn")
    _listed(document, "row in report.next.rows", f"{_NAMED}: hạn {{{{ row.due }}}}.")
    command(document, "endif")
    paragraph(document, '{{ blank(report.focus, "IV") }}')
    paragraph(document, "V. KIẾN NGHỊ, ĐỀ XUẤT", "Mục I")
    kept(document, '{{ blank("kiến nghị, đề xuất; nếu không có ghi Không", "V", report.proposals) }}')
