"""The periodic report (quarter, 6 months, 9 months, year) with its seven annexes."""

from docx.document import Document as WordDocument

from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.page import blank_document
from tools.word_templates.periodic_annexes import annexes
from tools.word_templates.signature import signature
from tools.word_templates.text import BASIS, blank, command, kept, paragraph

_OPENING = (
    f"{BASIS},"
    " {{ issuer.sentence }} báo cáo {{ report.subject | lower_first }} (số liệu từ"
    " {{ period.start }} đến {{ period.end }}; tình trạng nhiệm vụ tính đến {{ as_of }}) như sau:"
)
_CLOSING = "Trên đây là báo cáo {{ report.subject | lower_first }}, {{ issuer.sentence }} kính báo cáo./."
_ITEM = "- {{ row.id }}: {{ row.title }} ({{ row.lead }}): {{ row.state }}"
_FINISHED = f"{_ITEM}{{% if 0 < row.evidence | length <= 400 %}}; {{{{ row.evidence }}}}{{% endif %}}."
_WANTED = (
    '"kết quả nổi bật và số liệu" ~'
    ' (" của nội dung " ~ (section.title | lower_first) if section.title else " trong kỳ")'
)
_IN_FIELD, _AHEAD = 15, 20
_SAID = "- {{ each.agency }} ({{ each.id }}): {{ each.text }}"


def build() -> WordDocument:
    """The template of quarterly, half-year, nine-month and annual."""
    document = blank_document("Báo cáo định kỳ")
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
    paragraph(
        document,
        "{{ report.named }} có {{ report.total_words }}. Tính đến {{ as_of }}: {{ report.summary }}. Tỷ lệ"
        " hoàn thành nhiệm vụ kế hoạch{% if report.kpi_without %}, không kể {{ report.kpi_without }}{% endif %}:"
        " {{ report.kpi }}.",
    )
    paragraph(document, "So với kỳ trước (ngày {{ report.since.day }}): {{ report.since.words }} (Phụ lục VI).")
    command(document, "if report.frozen")
    paragraph(
        document,
        "Số liệu kỳ này đã chốt ngày {{ report.frozen.recorded }}{% if report.frozen.drift %}; sổ ghi sau đó có thay"
        " đổi, số đã chốt: {{ report.frozen.drift }}{% endif %}.",
    )
    command(document, "endif")
    paragraph(document, "2. Chỉ đạo, điều hành", "Mục 1")
    _field(document, "report.lead", '"văn bản chỉ đạo, điều hành đã ban hành trong kỳ và kết quả"', '"I.2"')
    for number, title, wanted in (
        (
            3,
            'Kiểm tra {{ report.about or "việc thực hiện" }}',
            "số cơ quan đã kiểm tra trên tổng số, vấn đề phát hiện, đã xử lý",
        ),
        (4, "Thông tin, tuyên truyền", "kết quả thông tin, tuyên truyền trong kỳ"),
        (5, "Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao", "số nhiệm vụ được giao, đúng hạn, quá hạn"),
    ):
        paragraph(document, f"{number}. {title}", "Mục 1")
        paragraph(document, blank(wanted, f"I.{number}"))


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
    _field(document, "section", _WANTED, '"II." ~ loop.index')
    command(document, "endfor")


def _field(document: WordDocument, section: str, wanted: str, place: str) -> None:
    """A heading's figures, tasks finished in the period, overdue tasks, and a blank for the officer's text."""
    command(document, f"if {section}.total")
    figures = f"{{{{ {section}.total_words }}}} được giao; tính đến {{{{ as_of }}}}: {{{{ {section}.summary }}}}"
    paragraph(document, f"Có {figures}.")
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
    paragraph(document, f"{{{{ blank({wanted}, {place}) }}}}")


def _listed(document: WordDocument, loop: str, item: str) -> None:
    command(document, f"for {loop}")
    paragraph(document, item)
    command(document, "endfor")


def _first(document: WordDocument, rows: str, most: int, item: str, whole: str) -> None:
    """The first of `rows` (Jinja expression), so that many plans do not fill the body; annex `whole` has all rows."""
    _listed(document, f"row in {rows}[:{most}]", item)
    command(document, f"if {rows} | length > {most}")
    paragraph(document, f"- … và {{{{ ({rows} | length - {most}) | number }}}} mốc khác (Phụ lục {whole}).")
    command(document, "endif")


def _assessment(document: WordDocument) -> None:
    paragraph(document, "III. ĐÁNH GIÁ CHUNG", "Mục I")
    paragraph(document, "1. Kết quả tích cực", "Mục 1")
    paragraph(document, '{{ blank("nhận định về kết quả đạt được", "III.1") }}')
    paragraph(document, "2. Tồn tại, hạn chế, nguyên nhân", "Mục 1")
    paragraph(
        document,
        "{% if report.overdue %}Tính đến {{ as_of }}, còn {{ report.overdue_words }} quá hạn chưa hoàn thành (Phụ lục"
        " IV).{% else %}Tính đến {{ as_of }}, không có nhiệm vụ quá hạn.{% endif %}{% if report.unreported %} Trong kỳ"
        " còn {{ report.unreported_words }} chưa báo cáo đủ (Phụ lục VII).{% endif %}",
    )
    command(document, "if report.difficulties")
    paragraph(document, "Khó khăn các cơ quan nêu trong kỳ:", "Lời dẫn")
    _listed(document, "each in report.difficulties", _SAID)
    command(document, "endif")
    paragraph(document, '{{ blank("nguyên nhân của tồn tại, hạn chế", "III.2.causes") }}')


def _ahead(document: WordDocument) -> None:
    paragraph(document, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {{ report.next_title | upper }}", "Mục I")
    command(document, "if report.next")
    paragraph(document, "Các mốc đến hạn trong kỳ tới:", "Lời dẫn")
    _first(document, "report.next", _AHEAD, "- {{ row.id }}: {{ row.title }} ({{ row.lead }}): hạn {{ row.due }}.", "V")
    command(document, "endif")
    paragraph(document, '{{ blank("nhiệm vụ trọng tâm khác của kỳ tới", "IV") }}')
    paragraph(document, "V. KIẾN NGHỊ, ĐỀ XUẤT", "Mục I")
    _listed(document, "each in report.proposals", _SAID)
    kept(document, '{{ blank("kiến nghị, đề xuất; nếu không có ghi Không", "V") }}')
