"""Small documents that are laid out as they should be, one for each kind, to be broken rule by rule."""

from layout.parts import Kind
from layout.wordml import Parts, drawn, line, p, row, table
from layout.wordml import parts as written

TEXT = 9354  # twentieths of a point between the margins of the upright page
LEFT, RIGHT = 3742, 5612  # columns of the letterhead
INNER = 216  # what a cell keeps free at its sides
_PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"'
_LANDSCAPE = _PORTRAIT.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
ANNEX_NOTE = "(Kèm theo Báo cáo số     /BC-SNV ngày     tháng     năm 2026 của Sở Nội vụ)"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
ASKED = "Sở Nội vụ đề nghị các cơ quan khẩn trương thực hiện./."
ADDRESSED = (p("Addressees", "Kính gửi:"), p("AddresseeLine", "- Sở Tư pháp;"), p("AddresseeLine", "- Sở Tài chính."))
BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 7206/TTr-SNV ngày 24 tháng 12 năm 2025.",
)
STATE = p("NationalName", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Motto", MOTTO)


def parts(kind: Kind) -> Parts:
    """The parts of a sound document of a kind."""
    document = {Kind.LETTER: _letter, Kind.DECISION: _decision, Kind.NOTICE: _notice}.get(kind, _report)
    return written(document(), "Số 1, đường Trần Phú, phường Nha Trang")


def letterhead(names: str, numbers: str = "", below: str = "") -> str:
    """The table of the letterhead; `below`: the line under the motto, if not the usual one."""
    state = STATE + (below or line("Motto", MOTTO, 1, RIGHT - INNER))
    rows = [row((LEFT, RIGHT), names, state)]
    if numbers:
        rows.append(numbered(numbers))
    return table((LEFT, RIGHT), *rows)


def numbered(numbers: str) -> str:
    """The row of number and date."""
    return row((LEFT, RIGHT), numbers, p("Date", "Khánh Hòa, ngày     tháng     năm 2026"))


def department() -> str:
    """Sở Nội vụ under its superior."""
    issuer = "SỞ NỘI VỤ"
    return p("Superior", "UBND TỈNH KHÁNH HÒA") + p("Issuer", issuer) + line("Issuer", issuer, 0.4, LEFT - INNER)


def _signature(first: str, more: str = "") -> str:
    columns = (4677, 4677)
    left = p("RecipientsLabel", "Nơi nhận:") + p("Recipient", first) + p("Recipient", "- Lưu: VT, CCHC.") + more
    gap = p("Normal") * 3
    right = p("Capacity", "KT. GIÁM ĐỐC") + p("Capacity", "PHÓ GIÁM ĐỐC") + gap + p("Signer", "Nguyễn Văn An")
    return table(columns, row(columns, left, right))


def _data(*columns: int) -> str:
    heads = (p("Head", each) for each in ("TT", "Nhiệm vụ", "Thời hạn"))
    cells = (p("Cell", each) for each in ("1", "Rà soát văn bản", "30/6/2026"))
    header = row(columns, *heads, properties="<w:cantSplit/><w:tblHeader/>")
    return table(columns, header, row(columns, *cells), properties='<w:tblStyle w:val="Grid"/>')


def _section(page: str, start: str = "", edges: str = "") -> str:
    margins = ' w:header="567" w:footer="567" w:gutter="0"/>'
    return f"<w:sectPr>{edges}{page}{margins}{start}<w:titlePg/></w:sectPr>"


def _edges(footer: str = "") -> str:
    header = '<w:headerReference w:type="{}" r:id="{}"/>'
    return header.format("default", "h1") + header.format("first", "h2") + footer


def _ends(section: str) -> str:
    """The paragraph that closes a section which is not the last."""
    return p("Normal", more=section)


def _annex(label: str, title: str, columns: tuple[int, ...] = (1000, 9286, 4000)) -> str:
    head = p("AnnexLabel", label) + p("AnnexTitle", title) + p("AnnexNote", ANNEX_NOTE)
    return head + line("AnnexNote", ANNEX_NOTE, 0.3, 14286) + _data(*columns)


def _report() -> str:
    subject = "Kết quả công tác cải cách hành chính quý III năm 2026"
    return (
        letterhead(department(), p("Number", "Số:          /BC-SNV"))
        + p("KindName", "BÁO CÁO")
        + p("Subject", subject)
        + line("Subject", subject, 0.4, TEXT)
        + p("Addressee", "Kính gửi: Ủy ban nhân dân tỉnh Khánh Hòa")
        + p("Body", "Sở Nội vụ báo cáo kết quả thực hiện Kế hoạch như sau:")
        + p("Chapter", "Phần I")
        + p("ChapterTitle", "TÌNH HÌNH CHUNG")
        + p("Roman", "I. KẾT QUẢ THỰC HIỆN")
        + p("Clause", "1. Công tác chỉ đạo, điều hành")
        + p("Body", "Đã hoàn thành 12/84 nhiệm vụ.")
        + "".join(p("Body", f"{letter}) Việc thứ {letter};") for letter in "abcdđe")
        + p("Body", "2. Các cơ quan đã tổ chức thực hiện đúng Kế hoạch.")
        + p("Middle", "Bảng 1. Tình hình theo lĩnh vực")
        + _data(800, 5754, 2800)
        + p("Body", "==[Cần điền: nguyên nhân của tồn tại, hạn chế]==")
        + p("Body", "Trên đây là báo cáo quý III, Sở Nội vụ kính báo cáo./.")
        + _signature("- Như trên;")
        + _ends(_section(_PORTRAIT, edges=_edges()))
        + _annex("Phụ lục I", "TÌNH HÌNH THỰC HIỆN THEO LĨNH VỰC")
        + _ends(_section(_LANDSCAPE, '<w:pgNumType w:start="1"/>'))
        + _annex("Phụ lục II", "NHIỆM VỤ QUÁ HẠN")
        + p("Normal")
        + _section(_LANDSCAPE, '<w:pgNumType w:start="1" w:fmt="decimal"/>')
    )


def _letter() -> str:
    numbers = p("Number", "Số:          /SNV-CCHC") + p("LetterSubject", "V/v đôn đốc thực hiện nhiệm vụ quá hạn")
    return (
        letterhead(department(), numbers + p("Urgency", "KHẨN"))
        + "".join(ADDRESSED)
        + p("Body", ASKED)
        + _signature("- Như trên;", p("Drafter", "NVA (12)"))
        + _ends(_section(_PORTRAIT, edges=_edges('<w:footerReference w:type="first" r:id="f1"/>')))
        + _annex("Phụ lục", "NHIỆM VỤ QUÁ HẠN")
        + p("Normal")
        + _section(_LANDSCAPE, '<w:pgNumType w:start="1"/>', '<w:footerReference w:type="first" r:id="f2"/>')
    )


def _decision() -> str:
    issuer, subject = "TỈNH KHÁNH HÒA", "Ban hành Kế hoạch cải cách hành chính năm 2026"
    names = p("Issuer", "ỦY BAN NHÂN DÂN") + p("Issuer", issuer) + line("Issuer", issuer, 0.4, LEFT - INNER)
    return (
        letterhead(names, p("Number", "Số: 2821/QĐ-UBND"), drawn("Motto", MOTTO, 1))
        + p("KindName", "QUYẾT ĐỊNH")
        + p("Subject", subject)
        + line("Subject", subject, 0.4, TEXT)
        + p("Authority", "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA")
        + "".join(p("Basis", each) for each in BASES)
        + p("Decides", "QUYẾT ĐỊNH:")
        + p("Article", "**Điều 1.** Ban hành kèm theo Quyết định này Kế hoạch năm 2026.")
        + p("Article", "**Điều 2.** Các cơ quan chịu trách nhiệm thi hành Quyết định này./.")
        + _signature("- Như Điều 2;")
        + _ends(_section(_PORTRAIT, edges=_edges()))
        + letterhead(names)
        + p("KindName", "KẾ HOẠCH")
        + p("Subject", "Cải cách hành chính năm 2026")
        + p("Note", "(Kèm theo Quyết định số 2821/QĐ-UBND ngày 31 tháng 12 năm 2025)")
        + line("Subject", "Cải cách hành chính năm 2026", 0.4, TEXT)
        + p("Roman", "I. MỤC TIÊU")
        + p("Body", "1. Đơn giản hóa thủ tục hành chính.")
        + p("Body", "Các cơ quan tổ chức thực hiện Kế hoạch này./.")
        + _ends(_section(_PORTRAIT))
        + _annex("Phụ lục", "NHIỆM VỤ TRỌNG TÂM", (1000, 6000, 2000))
        + p("Normal")
        + _section(_LANDSCAPE, '<w:pgNumType w:start="1"/>')
    )


def _notice() -> str:
    return p("Body", "Còn 3 nhiệm vụ quá hạn.") + _section(_PORTRAIT, edges=_edges())
