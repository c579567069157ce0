"""The named styles of all Word templates, one row each, by NĐ 30/2020/NĐ-CP, Phụ lục I."""

from typing import NamedTuple
from xml.sax.saxutils import quoteattr

FONT = "Times New Roman"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONTS = "<w:rFonts " + " ".join(f'w:{each}="{FONT}"' for each in ("ascii", "hAnsi", "cs", "eastAsia")) + "/>"
_LANGUAGE = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="vi-VN"/>'

# Lengths are in twentieths of a point; 720 is 1.27 cm, the first-line indent of the decree.
INDENT = 720
DASH = 164  # the width of "- " at 14 pt, so that the second line of an item aligns with its first word
ADDRESS = 1701  # the indent of "Kính gửi:" above a list
SUBJECT_SIDE = 567  # keeps a subject of several lines in a narrow block
UNDER_COLON = ADDRESS + 1061  # the width of "Kính gửi" at 14 pt


class Style(NamedTuple):
    """A paragraph style. `size` in points, `line` in 240ths of a line; all other lengths in twentieths of a point.

    `joined` means no space between paragraphs of the style.
    """

    name: str
    id: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first: int = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    keep_next: bool = False
    keep_lines: bool = False
    joined: bool = False
    outline: int | None = None
    colour: str | None = None


PARAGRAPHS = (
    Style("Số trang", "SoTrang", align="center"),
    Style("Quốc hiệu", "QuocHieu", 12, bold=True, align="center"),
    Style("Tiêu ngữ", "TieuNgu", 13, bold=True, align="center"),
    Style("Cơ quan chủ quản", "CoQuanChuQuan", 12, align="center"),
    Style("Cơ quan ban hành", "CoQuanBanHanh", 12, bold=True, align="center"),
    Style("Số ký hiệu", "SoKyHieu", 13, align="center"),
    Style("Trích yếu công văn", "TrichYeuCongVan", 12, align="center", before=120),
    Style("Địa danh ngày tháng", "DiaDanhNgayThang", 13, italic=True, align="center"),
    Style("Tên loại", "TenLoai", 14, bold=True, align="center", before=360, keep_next=True, outline=0),
    Style("Trích yếu", "TrichYeu", 14, bold=True, align="center", left=SUBJECT_SIDE, right=SUBJECT_SIDE,
          keep_next=True),
    Style("Thẩm quyền", "ThamQuyen", 14, bold=True, align="center", before=240, after=120),
    Style("Căn cứ", "CanCu", 14, italic=True, align="both", first=INDENT, after=120, line=264),
    Style("Kính gửi", "KinhGui", 14, align="center", before=240, after=240),
    Style("Kính gửi nhiều nơi", "KinhGuiNhieuNoi", 14, left=ADDRESS, before=240, keep_next=True),
    Style("Nơi kính gửi", "NoiKinhGui", 14, left=UNDER_COLON + DASH, hanging=DASH, after=240,
          joined=True),
    Style("Kính gửi gọn", "KinhGuiGon", 13, align="center", before=120, after=120),
    Style("Nội dung", "NoiDung", 14, align="both", first=INDENT, after=120, line=264),
    Style("Nội dung cuối", "NoiDungCuoi", 14, align="both", first=INDENT, after=120, line=264, keep_next=True,
          keep_lines=True),
    Style("Lời dẫn", "LoiDan", 14, align="both", first=INDENT, after=120, line=264, keep_next=True),
    Style("Điều", "Dieu", 14, align="both", first=INDENT, after=120, line=264),
    Style("Mục I", "MucI", 14, bold=True, first=INDENT, before=120, after=120, line=264, keep_next=True,
          keep_lines=True, outline=1),
    Style("Mục 1", "Muc1", 14, bold=True, first=INDENT, after=120, line=264, keep_next=True,
          keep_lines=True, outline=2),
    Style("Mục ngắn", "MucNgan", 13, bold=True, first=INDENT, before=120, after=120, keep_next=True, outline=1),
    Style("Nội dung ngắn", "NoiDungNgan", 13, align="both", first=INDENT, after=120),
    Style("Nội dung sau bảng", "NoiDungSauBang", 13, align="both", first=INDENT, before=120, after=120),
    Style("Nội dung cuối ngắn", "NoiDungCuoiNgan", 13, align="both", first=INDENT, before=120, after=120,
          keep_next=True, keep_lines=True),
    Style("Mục trên bảng", "MucTrenBang", 14, bold=True, first=INDENT, before=120, after=120, keep_next=True,
          outline=2),
    Style("Nơi nhận", "NoiNhan", 12, bold=True, italic=True),
    Style("Danh sách nơi nhận", "DanhSachNoiNhan", 11, left=129, hanging=129),
    Style("Quyền hạn chức vụ", "QuyenHanChucVu", 14, bold=True, align="center", keep_next=True),
    Style("Người ký", "NguoiKy", 14, bold=True, align="center", before=1440),
    Style("Người ký gọn", "NguoiKyGon", 14, bold=True, align="center", before=900),
    Style("Phụ lục", "PhuLuc", 14, bold=True, align="center", keep_next=True, outline=0),
    Style("Tên phụ lục", "TenPhuLuc", 14, bold=True, align="center", keep_next=True),
    Style("Kèm theo", "KemTheo", 14, italic=True, align="center", keep_next=True),
    Style("Đường kẻ", "DuongKe", 2, align="center", before=60, after=120, line=40),
    Style("Tiêu đề bảng", "TieuDeBang", 13, bold=True, before=120, after=120, keep_next=True, outline=1),
    Style("Đầu bảng", "DauBang", 12, bold=True, align="center", before=40, after=40, keep_next=True),
    Style("Đầu bảng nhỏ", "DauBangNho", 11, bold=True, align="center", before=40, after=40, keep_next=True),
    Style("Ô bảng", "OBang", 12, before=40, after=40),
    Style("Ô bảng nhỏ", "OBangNho", 11, before=40, after=40),
    Style("Đầu bảng gọn", "DauBangGon", 11, bold=True, align="center", keep_next=True),
    Style("Ô bảng gọn", "OBangGon", 11),
    Style("Ghi chú bảng", "GhiChuBang", 12, italic=True, align="both", before=80),
    Style("Hình", "Hinh", 12, align="center", before=120, after=60, keep_next=True),
    Style("Tên hình", "TenHinh", 12, italic=True, align="center", after=120),
    Style("Hết phần", "HetPhan", 1, line=20),
    Style("Lệnh của mẫu", "LenhCuaMau", 9, colour="7F7F7F"),
)  # fmt: skip
WORDS = {"Tên loại": "Title", "Phụ lục": "heading 1", "Mục I": "heading 2", "Mục 1": "heading 3"}
"""Styles that Word knows by names of its own, so that its checkers and its navigation find title and headings."""
_EXACT = frozenset({"DuongKe", "HetPhan"})
ID = {style.name: style.id for style in PARAGRAPHS}

BLANK = "Chỗ cần điền"
BLANK_ID = "ChoCanDien"


def styles_xml() -> bytes:
    """The whole word/styles.xml: no theme fonts, every style in Times New Roman, Vietnamese, black."""
    parts = [
        f'<w:styles xmlns:w="{_NAMESPACE}">',
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}<w:sz w:val="28"/><w:szCs w:val="28"/>{_LANGUAGE}</w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240"'
        ' w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{_FONTS}</w:rPr></w:style>",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        f"<w:rPr>{_FONTS}</w:rPr></w:style>",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/>'
        f"<w:rPr>{_FONTS}</w:rPr>{_table_properties('')}</w:style>",
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{BLANK_ID}"><w:name w:val="{BLANK}"/><w:qFormat/>'
        f'<w:rPr>{_FONTS}<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/></w:rPr></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangKe"><w:name w:val="Bảng kẻ"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:rPr>{_FONTS}</w:rPr>{_table_properties(_borders())}</w:style>',
        *map(_paragraph, PARAGRAPHS),
        "</w:styles>",
    ]
    return "".join(parts).encode()


def _paragraph(style: Style) -> str:
    on = {"b": style.bold, "bCs": style.bold, "i": style.italic, "iCs": style.italic}
    marks = "".join(f"<w:{mark}/>" for mark, wanted in on.items() if wanted)
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    size = f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    rule = "exact" if style.id in _EXACT else "auto"
    spacing = f'w:before="{style.before}" w:after="{style.after}" w:line="{style.line}" w:lineRule="{rule}"'
    indents = {"left": style.left, "right": style.right, "firstLine": style.first, "hanging": style.hanging}
    indent = " ".join(f'w:{side}="{value}"' for side, value in indents.items() if value)
    own = WORDS.get(style.name)
    named = (
        f'<w:name w:val="{own}"/><w:aliases w:val={quoteattr(style.name)}/>'
        if own
        else (f"<w:name w:val={quoteattr(style.name)}/>")
    )
    custom = "" if own else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}">{named}'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        + "<w:keepNext/>" * style.keep_next
        + "<w:keepLines/>" * style.keep_lines
        + f"<w:spacing {spacing}/>"
        + (f"<w:ind {indent}/>" if indent else "")
        + "<w:contextualSpacing/>" * style.joined
        + f'<w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
        + f"</w:pPr><w:rPr>{_FONTS}{marks}{colour}{size}</w:rPr></w:style>"
    )


def _table_properties(borders: str) -> str:
    sides = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in
                    (("top", 0), ("left", 85), ("bottom", 0), ("right", 85)))  # fmt: skip
    return f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{sides}</w:tblCellMar></w:tblPr>'


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"
