"""The periodic report (quarter, 6 months, 9 months, year) with its seven annexes."""

from docx.document import Document as WordDocument

from tools.word_templates.annexes import annex
from tools.word_templates.counts import counts
from tools.word_templates.letterhead import addressees, heading, letterhead
from tools.word_templates.milestones import DUE, ID, KEY, LEAD, OVERDUE, STANDING, STATE, TITLE
from tools.word_templates.page import LANDSCAPE_WIDTH, blank_document
from tools.word_templates.signature import signature
from tools.word_templates.tables import Cells, Column, Command, Heading, each, optional, table
from tools.word_templates.text import BASIS, command, kept, paragraph

_OPENING = (
    f"{BASIS},"
    " {{ issuer.sentence }} báo cáo {{ report.subject | lower_first }} (số liệu từ"
    " {{ period.start }} đến {{ period.end }}; tình trạng nhiệm vụ tính đến {{ as_of }}) như sau:"
)
_CLOSING = "Trên đây là báo cáo {{ report.subject | lower_first }}, {{ issuer.sentence }} kính báo cáo./."
_ITEM = "- {{ row.id }}: {{ row.title }} ({{ row.lead }}): {{ row.state }}"
_FINISHED = f"{_ITEM}{{% if 0 < row.evidence | length <= 400 %}}; {{{{ row.evidence }}}}{{% endif %}}."
_DAY = "(tính đến ngày {{ as_of | short_date }})"
_WANTED = (
    '"kết quả nổi bật và số liệu" ~'
    ' (" của nội dung " ~ (section.title | lower_first) if section.title else " trong kỳ")'
)
_BY = "{{ 'THEO LĨNH VỰC' if plan.divided else 'CHUNG' }}"
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
    _annexes(document)
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
    _field(document, "report.lead", '"văn bản chỉ đạo, điều hành đã ban hành trong kỳ và kết quả"')
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
        paragraph(document, f'{{{{ blank("{wanted}") }}}}')


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
    _field(document, "section", _WANTED)
    command(document, "endfor")


def _field(document: WordDocument, section: str, wanted: str) -> None:
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
    paragraph(document, f"{{{{ blank({wanted}) }}}}")


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
    paragraph(document, '{{ blank("nhận định về kết quả đạt được") }}')
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
    paragraph(document, '{{ blank("nguyên nhân của tồn tại, hạn chế") }}')


def _ahead(document: WordDocument) -> None:
    paragraph(document, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM {{ report.next_title | upper }}", "Mục I")
    command(document, "if report.next")
    paragraph(document, "Các mốc đến hạn trong kỳ tới:", "Lời dẫn")
    _first(document, "report.next", _AHEAD, "- {{ row.id }}: {{ row.title }} ({{ row.lead }}): hạn {{ row.due }}.", "V")
    command(document, "endif")
    paragraph(document, '{{ blank("nhiệm vụ trọng tâm khác của kỳ tới") }}')
    paragraph(document, "V. KIẾN NGHỊ, ĐỀ XUẤT", "Mục I")
    _listed(document, "each in report.proposals", _SAID)
    kept(document, '{{ blank("kiến nghị, đề xuất; nếu không có ghi Không") }}')


def _annexes(document: WordDocument) -> None:
    annex(document, "Phụ lục I", "THỐNG KÊ CÁC CHỈ TIÊU")
    _statistics(document)
    annex(document, "Phụ lục II", f"TÌNH HÌNH THỰC HIỆN {_BY} (TÍNH ĐẾN NGÀY {{{{ as_of | short_date }}}})")
    counts(document, "{{ 'Lĩnh vực' if plan.divided else 'Kế hoạch' }}", "report.sections")
    command(document, "if report.section_chart")
    paragraph(document, "{{ picture(report.section_chart, 24) }}", "Hình")
    paragraph(document, f"Biểu đồ 1. {{{{ report.section_chart.title }}}} {_DAY}", "Tên hình")
    command(document, "endif")
    annex(document, "Phụ lục III", "TÌNH HÌNH THỰC HIỆN THEO CƠ QUAN CHỦ TRÌ (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    counts(document, "Cơ quan", "report.agencies")
    paragraph(
        document,
        "Nhiệm vụ nhiều cơ quan chủ trì được tính cho từng cơ quan; dòng toàn kế hoạch tính mỗi nhiệm vụ một lần nên"
        " không bằng tổng các dòng trên.",
        "Ghi chú bảng",
    )
    command(document, "for chart in report.agency_charts")
    paragraph(document, "{{ picture(chart, 24) }}", "Hình")
    paragraph(document, f"Biểu đồ {{{{ loop.index + 1 }}}}. {{{{ chart.title }}}} {_DAY}", "Tên hình")
    command(document, "endfor")
    annex(document, "Phụ lục IV", "NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    with optional(document, "report.overdue"):
        table(document, OVERDUE, each(OVERDUE, "row in report.overdue"), LANDSCAPE_WIDTH)
    annex(document, "Phụ lục V", "TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    titled = (Command("if group.title"), Heading("{{ group.title }}"), Command("endif"))
    grouped = (Command("for group in report.task_groups"), *titled,
               *each(STANDING, "row in group.rows"), Command("endfor"))  # fmt: skip
    with optional(document, "report.task_groups"):
        table(document, STANDING, grouped, LANDSCAPE_WIDTH, "nhỏ")
        paragraph(document, KEY, "Ghi chú bảng")
    days = "TỪ SAU NGÀY {{ report.since.day }} ĐẾN NGÀY {{ as_of | short_date }}"
    annex(document, "Phụ lục VI", f"SO VỚI KỲ TRƯỚC ({days})")
    _since(document)
    annex(document, "Phụ lục VII", "CƠ QUAN CHƯA BÁO CÁO, ĐỀ NGHỊ GIA HẠN (TÍNH ĐẾN NGÀY {{ as_of | short_date }})")
    _unreported(document)


def _statistics(document: WordDocument) -> None:
    columns = (
        Column("STT", 14, "{{ loop.index }}", "center"),
        Column("Chỉ tiêu thống kê", 138, "{{ each.name }}"),
        Column("ĐVT", 24, "{{ each.unit }}", "center"),
        Column("Kết quả", 34, "{{ each.result }}", "center"),
        Column("Ghi chú", 42, "{{ each.note }}"),
    )
    target = (
        "{{ loop.index + (report.statistics | length) }}",
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


def _unreported(document: WordDocument) -> None:
    paragraph(document, "1. Cơ quan chưa báo cáo đủ trong kỳ", "Tiêu đề bảng")
    silent = (
        Column("TT", 10, "{{ loop.index }}", "center"),
        Column("Cơ quan", 90, "{{ each.agency }}"),
        Column("Số nhiệm vụ mỗi cơ quan chưa báo cáo", 36, "{{ each.amount }}", "center"),
        Column("Nhiệm vụ", 116, "{{ each.tasks }}"),
    )
    with optional(document, "report.unreported"):
        table(document, silent, each(silent, "each in report.unreported_together"), LANDSCAPE_WIDTH)
    paragraph(document, "2. Đề nghị gia hạn chưa giải quyết", "Tiêu đề bảng")
    asked = (
        Column("Mã", 18, "{{ each.id }}"),
        Column("Nhiệm vụ", 90, "{{ each.title }}"),
        Column("Cơ quan đề nghị", 50, "{{ each.agency }}"),
        Column("Đề nghị đến ngày", 26, "{{ each.to }}", "center"),
        Column("Lý do", 68, "{{ each.reason }}"),
    )
    with optional(document, "report.requests"):
        table(document, asked, each(asked, "each in report.requests"), LANDSCAPE_WIDTH)
