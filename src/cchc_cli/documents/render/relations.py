"""Which relationships the parts of a Word template may have, and to which kinds of content.

Any other is refused, except those in `CUT`: Word writes them itself, and they are removed because no document needs
them.
"""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_TYPE = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_TYPE}wordprocessingml."

_XML = ("application/xml", "text/xml")
_IMAGES = ("image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/bmp", "image/tiff")
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")
"""How the bytes of these pictures begin. Readers go by them, not by the name; metafiles (EMF, WMF) hold commands."""

IMAGE = f"{_OFFICE}image"
THUMBNAIL = f"{_PACKAGE}metadata/thumbnail"
"""A small picture of the first page, which Word makes in the format that it likes; it is removed."""
ADMITTED: dict[str, tuple[str, ...]] = {
    f"{_OFFICE}officeDocument": (f"{_WORD}document.main+xml",),
    f"{_OFFICE}extended-properties": (f"{_TYPE}extended-properties+xml",),
    f"{_OFFICE}custom-properties": (f"{_TYPE}custom-properties+xml",),
    f"{_PACKAGE}metadata/core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    f"{_OFFICE}theme": (f"{_TYPE}theme+xml",),
    f"{_OFFICE}themeOverride": (f"{_TYPE}themeOverride+xml",),
    f"{_OFFICE}customXml": _XML,
    f"{_OFFICE}customXmlProps": (f"{_TYPE}customXmlProperties+xml",),
    IMAGE: _IMAGES,
    f"{_OFFICE}font": (f"{_TYPE}obfuscatedFont",),
    f"{_OFFICE}chart": (f"{_TYPE}drawingml.chart+xml",),
    f"{_OFFICE}chartUserShapes": (f"{_TYPE}drawingml.chartshapes+xml",),
    f"{_OFFICE}diagramData": (f"{_TYPE}drawingml.diagramData+xml",),
    f"{_OFFICE}diagramLayout": (f"{_TYPE}drawingml.diagramLayout+xml",),
    f"{_OFFICE}diagramQuickStyle": (f"{_TYPE}drawingml.diagramStyle+xml",),
    f"{_OFFICE}diagramColors": (f"{_TYPE}drawingml.diagramColors+xml",),
    f"{_MICROSOFT}2007/relationships/diagramDrawing": ("application/vnd.ms-office.drawingml.diagramDrawing+xml",),
    f"{_MICROSOFT}2007/relationships/stylesWithEffects": ("application/vnd.ms-word.stylesWithEffects+xml",),
    f"{_MICROSOFT}2011/relationships/chartStyle": ("application/vnd.ms-office.chartstyle+xml",),
    f"{_MICROSOFT}2011/relationships/chartColorStyle": ("application/vnd.ms-office.chartcolorstyle+xml",),
    f"{_MICROSOFT}2014/relationships/chartEx": ("application/vnd.ms-office.chartex+xml",),
} | {
    f"{_OFFICE}{kind}": (f"{_WORD}{kind}+xml",)
    for kind in (
        "styles", "settings", "webSettings", "fontTable", "numbering", "header", "footer", "footnotes", "endnotes",
        "comments",
    )
}  # fmt: skip
"""A relationship's type → the content types of the parts that it may lead to."""

LINK = f"{_OFFICE}hyperlink"
"""A link: it is followed only when the reader clicks it, not when the document is opened."""
TEMPLATE = f"{_OFFICE}attachedTemplate"
"""The file that the template was made from: readers do not need it, and it could bring a macro."""
WORKBOOK = f"{_OFFICE}package"
"""The workbook with the figures of a chart; the chart also holds them itself."""
CHARTS = (f"{_TYPE}drawingml.chart+xml", "application/vnd.ms-office.chartex+xml")
CUT = frozenset({
    THUMBNAIL, f"{_OFFICE}glossaryDocument", f"{_OFFICE}printerSettings",
    f"{_MICROSOFT}2006/relationships/keyMapCustomizations",
    f"{_MICROSOFT}2011/relationships/people", f"{_MICROSOFT}2011/relationships/commentsExtended",
    f"{_MICROSOFT}2016/09/relationships/commentsIds", f"{_MICROSOFT}2018/08/relationships/commentsExtensible",
    f"{_MICROSOFT}2011/relationships/webextensiontaskpanes",
    f"{_PACKAGE}digital-signature/origin",
})  # fmt: skip
"""Building blocks, printer and key settings, lists of comment authors, add-in panes, broken signatures."""
MERGE = frozenset(
    f"{_OFFICE}{kind}" for kind in ("mailMergeSource", "mailMergeHeaderSource", "recipientData", "transform")
)
"""Relationships of the settings: sources of a mail merge, and transformations that run when a document is saved."""
SETTINGS = frozenset((
    "zoom", "displayBackgroundShape", "printFractionalCharacterWidth", "embedTrueTypeFonts", "embedSystemFonts",
    "saveSubsetFonts", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "proofState",
    "activeWritingStyle", "stylePaneFormatFilter", "trackRevisions", "documentProtection", "defaultTabStop",
    "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "defaultTableStyle",
    "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting", "bookFoldPrintingSheets",
    "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
    "displayVerticalDrawingGridEvery", "doNotShadeFormData", "noPunctuationKerning", "characterSpacingControl",
    "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore", "updateFields", "footnotePr", "endnotePr",
    "compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "captions", "decimalSymbol",
    "listSeparator", "docId", "defaultImageDpi", "chartTrackingRefBased",
))  # fmt: skip
"""The settings that say how pages, text and notes look; others, as queries, schemas and programs, are removed."""
_NAMESPACES = ("http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/office/word/")

_CALLED = {
    "aFChunk": "tệp khác ghép vào (altChunk)",
    "oleObject": "đối tượng nhúng (OLE)",
    "package": "tệp Office nhúng",
    "control": "nút điều khiển (ActiveX)",
    "activeXControlBinary": "nút điều khiển (ActiveX)",
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "attachedToolbars": "thanh công cụ kèm theo",
    "extensibility": "nút lệnh kèm theo (customUI)",
    "webextension": "phần bổ trợ (add-in)",
    "subDocument": "tài liệu con",
    "frame": "khung trang web",
    "video": "phim",
    "audio": "âm thanh",
    "media": "phim, âm thanh",
    "image": "ảnh dạng lạ (dùng PNG, JPEG)",
    "hyperlink": "liên kết lạ",
}


def is_setting(tag: object) -> bool:
    """Whether an element of the settings stays, by its tag "{namespace}name"."""
    namespace, _, name = str(tag).removeprefix("{").partition("}")
    return name in SETTINGS and namespace.startswith(_NAMESPACES)


def called(kind: str) -> str:
    """The name of a type of relationship in messages."""
    return _CALLED.get(kind.rpartition("/")[2], f'phần lạ "{kind.rpartition("/")[2][:40]}"')
