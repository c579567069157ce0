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
_IMAGES = (
    "image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/bmp", "image/tiff", "image/x-emf",
    "image/emf", "image/x-wmf", "image/wmf",
)  # fmt: skip
_FONTS = (f"{_TYPE}obfuscatedFont", "application/x-fontdata", "application/x-font-ttf")

ADMITTED: dict[str, tuple[str, ...]] = {
    f"{_OFFICE}officeDocument": (f"{_WORD}document.main+xml",),
    f"{_OFFICE}extended-properties": (f"{_TYPE}extended-properties+xml",),
    f"{_OFFICE}custom-properties": (f"{_TYPE}custom-properties+xml",),
    f"{_PACKAGE}metadata/core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    f"{_PACKAGE}metadata/thumbnail": _IMAGES,
    f"{_OFFICE}theme": (f"{_TYPE}theme+xml",),
    f"{_OFFICE}themeOverride": (f"{_TYPE}themeOverride+xml",),
    f"{_OFFICE}customXml": _XML,
    f"{_OFFICE}customXmlProps": (f"{_TYPE}customXmlProperties+xml",),
    f"{_OFFICE}image": _IMAGES,
    f"{_OFFICE}font": _FONTS,
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
    f"{_OFFICE}glossaryDocument", f"{_OFFICE}printerSettings",
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
IN_SETTINGS = ("attachedTemplate", "mailMerge", "attachedSchema", "schemaLibrary", "saveThroughXslt")
"""Elements of the settings that refer to outside files, queries and programs; they are removed."""

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


def called(kind: str) -> str:
    """The name of a type of relationship in messages."""
    return _CALLED.get(kind.rpartition("/")[2], f'phần lạ "{kind.rpartition("/")[2][:40]}"')
