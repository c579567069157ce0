"""Word documents written by hand: paragraphs, tables, drawn lines → the parts of a package, part name → text.

As much is left to styles as Word leaves to them.
"""

from io import BytesIO
from zipfile import ZipFile

from layout.widths import width

Parts = dict[str, str]
_NAMES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{rest}"'
    for prefix, rest in {
        "w": "wordprocessingml/2006/main",
        "r": "officeDocument/2006/relationships",
        "wp": "drawingml/2006/wordprocessingDrawing",
        "a": "drawingml/2006/main",
    }.items()
)
_NAMES += ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FACES = " ".join(f'w:{each}="Times New Roman"' for each in ("ascii", "hAnsi", "cs", "eastAsia"))
PAGE_FIELD = "".join(
    f"<w:r>{part}</w:r>"
    for part in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> PAGE </w:instrText>",
        '<w:fldChar w:fldCharType="end"/>',
    )
)
_CENTRE = '<w:jc w:val="center"/>'

# name: (based on, paragraph properties, size in half points, bold and italic)
_STYLES = {
    "Normal": ("", "", 28, ""),
    "Middle": ("Normal", _CENTRE, 28, ""),
    "NationalName": ("Middle", "", 24, "b"),
    "Motto": ("Middle", "", 26, "b"),
    "Superior": ("Middle", "", 24, ""),
    "Issuer": ("Middle", "", 24, "b"),
    "Number": ("Middle", "", 26, ""),
    "Date": ("Middle", "", 26, "i"),
    "LetterSubject": ("Middle", '<w:spacing w:before="120"/>', 24, ""),
    "Urgency": ("Middle", "<w:pBdr>" + "".join(f'<w:{side} w:val="single" w:sz="4" w:space="1"/>'
                                               for side in ("top", "left", "bottom", "right")) + "</w:pBdr>", 26, "b"),
    "KindName": ("Middle", "", 28, "b"),
    "Subject": ("Middle", "", 28, "b"),
    "Note": ("Middle", "", 28, "i"),
    "Addressee": ("Middle", "", 28, ""),
    "Addressees": ("Normal", '<w:ind w:left="1134"/>', 28, ""),
    "AddresseeLine": ("Normal", '<w:ind w:left="2082"/>', 28, ""),
    "Authority": ("Middle", "", 28, "b"),
    "Basis": ("Body", "", 28, "i"),
    "Decides": ("Middle", "", 28, "b"),
    "Body": ("Normal", '<w:spacing w:before="120" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/>'
                       '<w:jc w:val="both"/>', 28, ""),
    "Article": ("Body", "", 28, ""),
    "Chapter": ("Middle", '<w:spacing w:before="120"/>', 28, "b"),
    "ChapterTitle": ("Middle", '<w:spacing w:before="120"/>', 28, "b"),
    "Roman": ("Body", "", 28, "b"),
    "Clause": ("Body", "", 28, "b"),
    "Capacity": ("Middle", "", 28, "b"),
    "Signer": ("Middle", "", 28, "b"),
    "RecipientsLabel": ("Normal", "", 24, "bi"),
    "Recipient": ("Normal", "", 22, ""),
    "Drafter": ("Normal", "", 22, ""),
    "Address": ("Middle", '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1"/></w:pBdr>', 22, ""),
    "AnnexLabel": ("Middle", "", 28, "b"),
    "AnnexTitle": ("Middle", "", 28, "b"),
    "AnnexNote": ("Middle", "", 28, "i"),
    "Head": ("Middle", "", 24, ""),
    "Cell": ("Normal", "", 24, ""),
    "PageNumber": ("Middle", "", 28, ""),
}  # fmt: skip


def parts(body: str, address: str) -> Parts:
    """The parts of a document: headers h1 (a page number) and h2 (empty), footers f1 (the address) and f2 (empty)."""
    links = {"styles": "styles", "h1": "header", "h2": "header", "f1": "footer", "f2": "footer"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in {"document": "document.main", **links}.items()
    )
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": _links({"document": "officeDocument"}, "word/"),
        "word/_rels/document.xml.rels": _links(links, ""),
        "word/styles.xml": _styles(),
        "word/h1.xml": f"{_XML}<w:hdr {_NAMES}>{p('PageNumber', '', PAGE_FIELD)}</w:hdr>",
        "word/h2.xml": f"{_XML}<w:hdr {_NAMES}>{p('PageNumber')}</w:hdr>",
        "word/f1.xml": f"{_XML}<w:ftr {_NAMES}>{p('Address', address)}</w:ftr>",
        "word/f2.xml": f"{_XML}<w:ftr {_NAMES}>{p('Normal')}</w:ftr>",
        "word/document.xml": f"{_XML}<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }


def package(parts: Parts) -> bytes:
    """Parts → the file."""
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def p(style: str, text: str = "", runs: str = "", more: str = "") -> str:
    """A paragraph; `**` round what is bold, `==` round what is marked as a blank."""
    for mark, properties in (("**", '<w:rStyle w:val="Strong"/>'), ("==", '<w:highlight w:val="yellow"/>')):
        pieces = text.split(mark)
        text = "".join(
            f"</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{piece}</w:t></w:r><w:r><w:t>" if place % 2 else piece
            for place, piece in enumerate(pieces)
        )
    text = f"<w:r><w:t>{text}</w:t></w:r>".replace("<w:t>", '<w:t xml:space="preserve">')
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs or (text if "><" in text else "")}</w:p>'


def _styles() -> str:
    lines = [
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {_FACES}/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>",
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>'
        + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH"))
        + '</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
    ]
    for name, (based, properties, size, shape) in _STYLES.items():
        default = ' w:default="1"' if name == "Normal" else ""
        lines.append(
            f'<w:style w:type="paragraph"{default} w:styleId="{name}"><w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{based}"/>' if based else "")
            + f"<w:pPr>{properties}</w:pPr><w:rPr>{''.join(f'<w:{each}/>' for each in shape)}"
            + f'<w:sz w:val="{size}"/></w:rPr></w:style>'
        )
    return f"{_XML}<w:styles {_NAMES}>" + "\n".join(lines) + "</w:styles>"


def _links(targets: dict[str, str], folder: str) -> str:
    told = "".join(
        f'<Relationship Id="{name}" Type="{_LINKS}/{kind}" Target="{folder}{name}.xml"/>'
        for name, kind in targets.items()
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'


def line(style: str, text: str, share: float, column: int, off: int = 0) -> str:
    """An empty paragraph whose border is that share of a line of text, in a column, `off` from its middle (twips)."""
    _, _, size, shape = _STYLES[style]
    aside = round((column - width(text, size / 2, "b" in shape) * share * 56.6929) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1"/></w:pBdr>'
    return p("Normal", more=f'{border}<w:ind w:left="{aside + off}" w:right="{aside - off}"/>')


def drawn(style: str, text: str, share: float) -> str:
    """A paragraph with a line as a drawing."""
    _, _, size, shape = _STYLES[style]
    length = round(width(text, size / 2, "b" in shape) * share * 36_000)
    return p(
        "Middle",
        runs=f'<w:r><w:drawing><wp:inline><wp:extent cx="{length}" cy="0"/><wp:docPr id="1" name="Line"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"/></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
    )


def table(columns: tuple[int, ...], *rows: str, properties: str = "") -> str:
    """A table whose width is the sum of its columns, in twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
    total = f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{properties}{total}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(columns: tuple[int, ...], *cells: str, properties: str = "<w:cantSplit/>") -> str:
    """A row that does not break."""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for column, cell in zip(columns, cells, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{told}</w:tr>"
