"""The faults of all rules: what in a sound document is put otherwise."""

from layout.faults import ASIDE, BOLD, LIGHT, SLANTED, STYLES, UPRIGHT, lines, run, size, styled, texts
from layout.parts import Kind
from layout.sample import (
    ADDRESSED,
    ANNEX_NOTE,
    ASKED,
    BASES,
    INNER,
    LEFT,
    MOTTO,
    RIGHT,
    STATE,
    TEXT,
    department,
    letterhead,
    numbered,
)
from layout.wordml import PAGE_FIELD, drawn, p, row

LETTER, DECISION, NOTICE = Kind.LETTER, Kind.DECISION, Kind.NOTICE
_EMPTY = p("Normal")
_END = f"</w:tbl>{_EMPTY}<w:sectPr>"
_NOTED, _DONE = "Còn 3 nhiệm vụ quá hạn.", "Đã hoàn thành 12/84 nhiệm vụ."
_PLAIN = '<w:tblPr><w:tblW w:w="9354" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol '
_BORDERED = _PLAIN.replace("</w:tblPr>", '<w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>')
_BOXED = p("Normal", "x").replace("<w:t ", '<w:rPr><w:rFonts w:cs="Arial"/></w:rPr><w:t ')
_FIXED = ' w:type="dxa"/></w:tcPr>'
_NUMBER, _DATE = "Số:          /BC-SNV", "Khánh Hòa, ngày     tháng     năm 2026"
_SUBJECT = "Kết quả công tác cải cách hành chính quý III năm 2026"
_ISSUER_LINE, _MOTTO_LINE, _SUBJECT_LINE = (
    ("Issuer", "SỞ NỘI VỤ", LEFT - INNER),
    ("Motto", MOTTO, RIGHT - INNER),
    ("Subject", _SUBJECT, TEXT),
)
_CONCERNING = "V/v đôn đốc thực hiện nhiệm vụ quá hạn"
_HEAD = (p("AnnexLabel", "Phụ lục"), p("AnnexTitle", "NHIỆM VỤ QUÁ HẠN"), p("AnnexNote", ANNEX_NOTE))
_NOTE_LINE = ("AnnexNote", ANNEX_NOTE, 14286)

PAGE = [
    *texts("paper_size", ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), kind=NOTICE),
    *texts("orientation", ('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'), kind=NOTICE),
    *texts("orientation", (' w:orient="landscape"', ""),
           ('w:w="16838" w:h="11906" w:orient="landscape"', 'w:w="11906" w:h="16838"'), kind=DECISION),
    *texts("margins", ('w:top="1134"', 'w:top="1000"'), ('w:bottom="1134"', 'w:bottom="1500"'),
           ('w:left="1701"', 'w:left="1134"'), ('w:right="851"', 'w:right="1300"'), ('w:gutter="0"', 'w:gutter="400"'),
           ('w:header="567"', 'w:header="1200"'), kind=NOTICE),
    *texts("margins", ('landscape"/><w:pgMar w:top="1134"', 'landscape"/><w:pgMar w:top="851"'), kind=LETTER),
    *texts("typeface", *(run(_NOTED, f'<w:rFonts w:{face}="Arial"/>') for face in ("ascii", "hAnsi", "cs", "eastAsia")),
           run(_NOTED, '<w:rFonts w:asciiTheme="minorHAnsi"/>'), kind=NOTICE),
    *texts("typeface", ('w:cs="Times New Roman"', 'w:cs="Times New Roman" w:cstheme="minorBidi"'), part=STYLES),
    *texts("typeface", ("<w:r><w:instrText>", '<w:r><w:rPr><w:rFonts w:cs="Arial"/></w:rPr><w:instrText>'),
           part="word/h1.xml"),
    *texts("typeface", (_DONE, f"{_DONE}</w:t></w:r><w:r><w:txbxContent>{_BOXED}</w:txbxContent></w:r><w:r><w:t>")),
    *texts("ink", run(_DONE, '<w:color w:val="FF0000"/>')),
    *texts("language", run(_NOTED, '<w:lang w:val="en-US"/>'), kind=NOTICE),
    *texts("language", ('<w:lang w:val="vi-VN"/>', ""), part=STYLES),
    *texts("page_number", (" PAGE ", " NUMPAGES "), ('"PageNumber"', '"Normal"'), part="word/h1.xml"),
    *styled("page_number", "PageNumber", size(14, 12), SLANTED),
    *texts("page_number", ('<w:headerReference w:type="default" r:id="h1"/>', ""),
           ('w:fmt="decimal"', 'w:fmt="lowerRoman"')),
    *texts("page_number", ("<w:titlePg/>", '<w:pgNumType w:start="0"/><w:titlePg/>'), kind=NOTICE),
    *texts("page_number", ("</w:pPr>", f"</w:pPr>{PAGE_FIELD}"), kind=LETTER, part="word/f2.xml"),
    *texts("first_page_unnumbered", ("<w:titlePg/>", '<w:titlePg w:val="0"/>'),
           ('w:type="first" r:id="h2"', 'w:type="first" r:id="h1"'), kind=NOTICE),
    *texts("annex_numbering", (' w:start="1" w:fmt="decimal"', ""), (' w:start="1" w:fmt', ' w:start="2" w:fmt'),
           (_END, _END.replace(_EMPTY, p("AnnexLabel", "Phụ lục III")))),
    *texts("no_underlining", run("SỞ NỘI VỤ", '<w:u w:val="single"/>'), run(_DONE, '<w:u w:val="dotted"/>')),
    *texts("no_alignment_by_spaces", ("12/84 nhiệm vụ", "12/84     nhiệm vụ")),
    *texts("no_alignment_by_spaces", ("Rà soát văn bản", "Rà soát</w:t><w:tab/><w:t>văn bản"), kind=LETTER),
    *texts("no_empty_page", (_END, _END.replace(_EMPTY, _EMPTY * 2)),
           (_END, _END.replace(_EMPTY, p("Normal", runs='<w:r><w:br w:type="page"/></w:r>')))),
    *texts("blanks", ('<w:highlight w:val="yellow"/>', ""), run(_DONE, '<w:highlight w:val="yellow"/>')),
]  # fmt: skip

HEADING = [
    *texts("letterhead", (f'{_PLAIN}w:w="3742"', f'{_BORDERED}w:w="3742"'),
           (f'<w:tcW w:w="5612"{_FIXED}{STATE}', f'<w:tcW w:w="0"{_FIXED}<w:p/></w:tc><w:tc><w:tcPr>'
                                                 f'<w:tcW w:w="5612"{_FIXED}{STATE}')),
    *texts("letterhead", (f'<w:tcW w:w="5612"{_FIXED}{STATE}{drawn("Motto", MOTTO, 1)}',
                          f'<w:tcW w:w="7500"{_FIXED}{STATE}{drawn("Motto", MOTTO, 1)}'), kind=DECISION),
    *texts("letterhead", (letterhead(department(), p("Number", _NUMBER)), "")),
    *texts("national_name", ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI"), ("NGHĨA VIỆT NAM", "NGHĨA  VIỆT NAM")),
    *styled("national_name", "NationalName", size(12, 14), LIGHT, SLANTED, ASIDE),
    *texts("motto", ("Độc lập - Tự do", "Độc lập – Tự do"), ("Tự do - Hạnh phúc", "Tự do-Hạnh phúc")),
    *texts("motto", (p("Motto", MOTTO), "")),
    *styled("motto", "Motto", size(13, 12), LIGHT, SLANTED, ASIDE),
    *texts("motto_rule", *lines(_MOTTO_LINE, 1, 0.4, 1.3)),
    *texts("motto_rule", (drawn("Motto", MOTTO, 1), drawn("Motto", MOTTO, 0.8)), kind=DECISION),
    *styled("superior", "Superior", size(12, 11), BOLD, SLANTED, ASIDE),
    *texts("superior", ("UBND TỈNH KHÁNH HÒA", "UBND tỉnh Khánh Hòa")),
    *styled("issuer", "Issuer", size(12, 14), LIGHT, SLANTED, ASIDE),
    *texts("issuer", (department(), _EMPTY)),
    *texts("issuer", ("SỞ NỘI VỤ", "Sở Nội Vụ")),
    *texts("issuer_rule", *lines(_ISSUER_LINE, 0.4, 0.2, 1)),
    *styled("number", "Number", size(13, 12), BOLD, SLANTED, ASIDE),
    *texts("number", (_NUMBER, "Số: 05/BC-SNV")),
    *texts("number", ("Số: 2821/QĐ-UBND", "Số: 5/QĐ-UBND"), kind=DECISION),
    *texts("symbol", *((_NUMBER, _NUMBER.replace("BC-SNV", other)) for other in ("Bc-SNV", "BC - SNV", "SNV-CCHC"))),
    *texts("symbol", ("/SNV-CCHC", "/BC-SNV"), kind=LETTER),
    *texts("number_level", (p("Number", _NUMBER), _EMPTY + p("Number", _NUMBER))),
    *texts("number_level", (p("Date", _DATE), _EMPTY)),
    *styled("number_level", "Date", ("<w:pPr>", '<w:pPr><w:spacing w:before="120"/>')),
    *styled("place_and_date", "Date", size(13, 12), BOLD, UPRIGHT, ASIDE),
    *texts("place_and_date", (_DATE, "Khánh Hòa, ngày 05 tháng 6 năm 2026"), (_DATE, _DATE.replace("Khánh Hòa, ", ""))),
    *texts("place_and_date", (_DATE, "Khánh Hòa, ngày 5 tháng 6 năm 2026"),
           (_DATE, "Khánh Hòa, ngày 15 tháng 06 năm 2026"), (_DATE, "Khánh Hòa, ngày 15 tháng 1 năm 2026"),
           kind=DECISION),
    *styled("letter_subject", "LetterSubject", size(12, 14), BOLD, SLANTED, ASIDE, ('"120"', '"60"'),
            ("<w:pPr>", '<w:pPr><w:pBdr><w:bottom w:val="single"/></w:pBdr>'), kind=LETTER),
    *texts("letter_subject", (p("LetterSubject", _CONCERNING) + p("Urgency", "KHẨN"), ""),
           ("V/v đôn đốc", "Về việc đôn đốc"), kind=LETTER),
    *styled("urgency", "Urgency", size(13, 12), LIGHT, SLANTED, ("<w:left ", "<w:between "), kind=LETTER),
]  # fmt: skip

OPENING = [
    *styled("kind_name", "KindName", size(14, 15), LIGHT, SLANTED, ASIDE, ("<w:pPr>", '<w:pPr><w:ind w:left="600"/>')),
    *texts("kind_name", ("BÁO CÁO", "Báo cáo")),
    *styled("subject", "Subject", size(14, 12), LIGHT, SLANTED, ASIDE),
    *texts("subject", (_SUBJECT, _SUBJECT.upper())),
    *texts("subject_rule", *lines(_SUBJECT_LINE, 0.4, 0.2, 1)),
    *styled("issued_with", "Note", size(14, 12), BOLD, UPRIGHT, ASIDE, kind=DECISION),
    *texts("issued_with", ("(Kèm theo Quyết định", "(Theo Quyết định"),
           (f"</w:tbl>{p('KindName', 'KẾ HOẠCH')}",
            numbered(p("Number", "Số: 12/KH-UBND")) + f"</w:tbl>{p('KindName', 'KẾ HOẠCH')}"), kind=DECISION),
    *styled("authority", "Authority", size(14, 12), LIGHT, SLANTED, ASIDE, kind=DECISION),
    *texts("authority", ("ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA", "Ủy ban nhân dân tỉnh Khánh Hòa"), kind=DECISION),
    *styled("legal_bases", "Basis", size(14, 12), BOLD, UPRIGHT, kind=DECISION),
    *texts("legal_bases", ("".join(p("Basis", each) for each in BASES), ""),
           ("6 năm 2025;", "6 năm 2025,"), ("12 năm 2025.", "12 năm 2025;"), kind=DECISION),
    *texts("bases_cited", ("địa phương ngày", "địa phương số 72/2025/QH15 ngày"),
           ("7206/TTr-SNV ngày 24 tháng 12 năm 2025", "7206/TTr-SNV"), kind=DECISION),
    *styled("decides", "Decides", size(14, 12), LIGHT, SLANTED, ASIDE, kind=DECISION),
    *texts("decides", (p("Decides", "QUYẾT ĐỊNH:"), ""), ("QUYẾT ĐỊNH:", "QUYẾT ĐỊNH")  , kind=DECISION),
    *styled("addressee", "Addressee", size(14, 12), BOLD, SLANTED),
    *texts("addressees_listed", ("tỉnh Khánh Hòa</w:t></w:r></w:p>", "tỉnh Khánh Hòa.</w:t></w:r></w:p>")),
    *texts("addressee", ("".join(ADDRESSED), ""), kind=LETTER),
    *texts("addressees_listed", (ADDRESSED[1], ""), ("- Sở Tư pháp;", "- Sở Tư pháp,"),
           ("- Sở Tài chính.", "- Sở Tài chính;"), ("- Sở Tư pháp;", "-Sở Tư pháp;"), kind=LETTER),
    *styled("addressees_aligned", "AddresseeLine", ("2082", "1700"), ('<w:basedOn w:val="Normal"/>',
            '<w:basedOn w:val="Middle"/>'), kind=LETTER),
    *texts("articles", ("Điều 1.", "Điều 1:"),
           ('<w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t xml:space="preserve">Điều 1.',
            '<w:t xml:space="preserve">Điều 1.'), kind=DECISION),
    *styled("articles", "Article", ("<w:pPr>", '<w:pPr><w:ind w:firstLine="0"/>'), kind=DECISION),
]  # fmt: skip

BODY = [
    *styled("body_type", "Body", size(14, 12)),
    *texts("body_type", run(_DONE, "<w:i/>"), run(_DONE, '<w:sz w:val="30"/>')),
    *styled("body_justified", "Body", ('<w:jc w:val="both"/>', "")),
    *styled("body_indent", "Body", ('w:firstLine="720"', 'w:firstLine="400"'), ("<w:ind ", '<w:ind w:left="300" ')),
    *styled("body_spacing", "Body", ('w:before="120"', 'w:before="60"'), ("<w:pPr>", "<w:pPr><w:contextualSpacing/>")),
    *styled("line_spacing", "Body", ('w:line="264"', 'w:line="400"'), ('w:line="264"', 'w:line="220"'),
            ('w:line="264" w:lineRule="auto"', 'w:line="200" w:lineRule="exact"')),
    *styled("roman_heading", "Roman", size(14, 12), LIGHT, SLANTED),
    *texts("roman_heading", ("I. KẾT QUẢ THỰC HIỆN", "I. Kết quả thực hiện")),
    *styled("clause_heading", "Clause", size(14, 12), LIGHT, SLANTED),
    *texts("clause_heading", run("2. Các cơ quan", "<w:b/>")),
    *texts("points", ("đ) Việc", "f) Việc"), ("c) Việc", "d) Việc"),
           ('<w:pStyle w:val="Body"/></w:pPr><w:r><w:t xml:space="preserve">b) ', '<w:pStyle w:val="Body"/><w:numPr>'
            '<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">b) ')),
    *styled("parts_and_chapters", "Chapter", LIGHT, SLANTED, ASIDE),
    *styled("parts_and_chapters", "ChapterTitle", LIGHT, ASIDE),
    *texts("parts_and_chapters", ("TÌNH HÌNH CHUNG", "Tình hình chung")),
    *texts("capitals", ("Sở Nội vụ báo cáo", "Sở nội vụ báo cáo"), ("Đã hoàn thành", "đã hoàn thành"),
           ("Sở Nội vụ báo cáo", "ỦY BAN NHÂN DÂN TỈNH báo cáo")),
    *texts("closing", (p("Body", ASKED), ""), kind=LETTER),
    *texts("closing", ("kính báo cáo./.", "kính báo cáo."), ("kính báo cáo./.", "kính báo cáo ./."),
           ("12/84 nhiệm vụ.", "12/84 nhiệm vụ./."),
           ("kính báo cáo./.</w:t></w:r></w:p>", f"kính báo cáo.</w:t></w:r></w:p>{p('Body', './.')}")),
]  # fmt: skip

ENDING = [
    *texts("signature_block", (f'{_PLAIN}w:w="4677"', f'{_BORDERED}w:w="4677"'), ("Nơi nhận:", "Gửi:"),
           (p("Capacity", "KT. GIÁM ĐỐC"), _EMPTY + p("Capacity", "KT. GIÁM ĐỐC"))),
    *styled("signer_capacity", "Capacity", size(14, 12), LIGHT, SLANTED, ASIDE),
    *texts("signer_capacity", ("PHÓ GIÁM ĐỐC", "Phó Giám đốc")),
    *styled("signer_name", "Signer", size(14, 12), LIGHT, SLANTED, ASIDE),
    *texts("signer_name", ("Nguyễn Văn An", "TS. Nguyễn Văn An"), ("Nguyễn Văn An", "NGUYỄN VĂN AN")),
    *styled("recipients_label", "RecipientsLabel", size(12, 13), LIGHT, UPRIGHT, ("Normal", "Middle")),
    *texts("recipients_label", ("Nơi nhận:", "NƠI NHẬN:")),
    *styled("recipients_type", "Recipient", size(11, 12), BOLD, SLANTED),
    *texts("recipients_listed", ("- Như Điều 2;", "Như Điều 2;"), ("- Như Điều 2;", "- Như Điều 2"),
           ("- Lưu: VT, CCHC.", "- Lưu: VT, CCHC"), ("- Lưu: VT, CCHC.", "- Cổng thông tin."), kind=DECISION),
    *texts("recipients_first", ("- Như trên;", "- Bộ Nội vụ;")),
    *styled("drafter", "Drafter", size(11, 12), kind=LETTER),
    *texts("drafter", ("NVA (12)", "nva (12)"), kind=LETTER),
    *styled("address", "Address", size(11, 13), SLANTED, ("single", "nil"), kind=LETTER),
    *texts("address", ('<w:footerReference w:type="first" r:id="f2"/>', ""), kind=LETTER),
    *texts("signature_kept_together", (f"{p('Signer', 'Nguyễn Văn An')}</w:tc></w:tr>",
                                       f"{p('Signer', 'Nguyễn Văn An')}</w:tc></w:tr>"
                                       + row((4677, 4677), _EMPTY, _EMPTY))),
    *texts("signature_kept_together", ('<w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="4677"',
                                       '</w:trPr><w:tc><w:tcPr><w:tcW w:w="4677"')),
]  # fmt: skip

APPENDED = [
    *styled("annex_label", "AnnexLabel", size(14, 13), LIGHT, SLANTED, ASIDE),
    *texts("annex_label", ("Phụ lục II<", "Phụ lục 2<"), ("Phụ lục II<", "PHỤ LỤC II<"), ("Phụ lục II<", "Phụ lục<")),
    *texts("annex_label", ("".join(_HEAD), ""), ("Phụ lục<", "Phụ lục I<"), kind=LETTER),
    *styled("annex_title", "AnnexTitle", size(14, 12), LIGHT, SLANTED, ASIDE),
    *texts("annex_title", ("".join(_HEAD[1:]), ""), kind=LETTER),
    *texts("annex_title", ("NHIỆM VỤ QUÁ HẠN", "Nhiệm vụ quá hạn")),
    *styled("annex_note", "AnnexNote", size(14, 12), BOLD, UPRIGHT, ASIDE),
    *texts("annex_note", ("(Kèm theo", "(Theo"), kind=LETTER),
    *texts("annex_rule", *lines(_NOTE_LINE, 0.3), kind=LETTER),
    *texts("table_header", ("<w:tblHeader/>", ""), run("Nhiệm vụ", '<w:b w:val="0"/>'), kind=LETTER),
    *texts("rows_whole", ('<w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="1000"',
                          '</w:trPr><w:tc><w:tcPr><w:tcW w:w="1000"'), kind=LETTER),
    *styled("table_type", "Cell", size(12, 14), size(12, 10)),
    *texts("table_width", ('<w:tblW w:w="14286"', '<w:tblW w:w="13000"'),
           ('landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"',
            'landscape"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1984"'),
           (f'9286"{_FIXED}<w:p><w:pPr><w:pStyle w:val="Cell"', f'8000"{_FIXED}<w:p><w:pPr><w:pStyle w:val="Cell"'),
           kind=LETTER),
]  # fmt: skip

BROKEN = (*PAGE, *HEADING, *OPENING, *BODY, *ENDING, *APPENDED)
