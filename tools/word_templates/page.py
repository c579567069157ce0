"""The paper: A4, margins, page number in the top margin, portrait text, landscape annexes (NĐ 30/2020, Phụ lục I)."""

from copy import deepcopy
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _BaseHeaderFooter

from tools.word_templates.styles import styles_xml
from tools.word_templates.text import command, paragraph

# Twentieths of a point. The margins are 20 mm above and below, 30 mm left, 15 mm right, in both orientations.
SHORT, LONG = 11906, 16838
_MARGINS = {"top": 1134, "right": 851, "bottom": 1134, "left": 1701, "header": 567, "footer": 567, "gutter": 0}
_SIDES = _MARGINS["left"] + _MARGINS["right"]
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = SHORT - _SIDES, LONG - _SIDES
_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
_SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


def blank_document(title: str) -> WordDocument:
    """An empty portrait document with the named styles and page numbers from page 2; `title` is its property.

    A document about a draft begins with the words DỰ THẢO.
    """
    document = Document()
    for part in (document.part, document.part.package):
        for key in [key for key, each in part.rels.items() if not _is_kept(each.reltype)]:
            del part.rels[key]
    _replace(document.styles.element, styles_xml())
    _replace(document.settings.element, _SETTINGS.encode())
    properties = document.core_properties
    properties.title, properties.author, properties.comments, properties.language = title, "", "", "vi-VN"
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    section = document.sections[0]
    _set_page(section._sectPr, landscape=False)
    section.different_first_page_header_footer = True
    _number(section.header)
    _number(section.first_page_header, shown=False)
    command(document, "if plan.draft")
    paragraph(document, "DỰ THẢO", "Thẩm quyền", "right")
    command(document, "endif")
    return document


def begin_section(document: WordDocument, *, landscape: bool) -> None:
    """Begin a section on a new page; its pages count from 1, and the first shows no number."""
    present = document.element.body.sectPr
    end = paragraph(document, "", "Hết phần")
    end._p.get_or_add_pPr().append(deepcopy(present))
    for reference in present.findall(qn("w:headerReference")):
        present.remove(reference)
    _set_page(present, landscape=landscape)
    present.find(qn("w:pgMar")).addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def _is_kept(kind: str) -> bool:
    return kind in _KEPT or kind.endswith(("/officeDocument", "/core-properties"))


def _replace(element: BaseOxmlElement, xml: bytes) -> None:
    """Replace the content of a part's root by that of `xml`."""
    for child in list(element):
        element.remove(child)
    for child in list(parse_xml(xml)):
        element.append(child)


def _set_page(properties: BaseOxmlElement, *, landscape: bool) -> None:
    for tag in ("w:pgSz", "w:pgMar", "w:pgNumType", "w:docGrid"):
        for each in properties.findall(qn(tag)):
            properties.remove(each)
    width, height, turned = (LONG, SHORT, ' w:orient="landscape"') if landscape else (SHORT, LONG, "")
    margins = " ".join(f'w:{side}="{value}"' for side, value in _MARGINS.items())
    columns = properties.find(qn("w:cols"))
    columns.addprevious(parse_xml(f'<w:pgSz {nsdecls("w")} w:w="{width}" w:h="{height}"{turned}/>'))
    columns.addprevious(parse_xml(f"<w:pgMar {nsdecls('w')} {margins}/>"))


def _number(header: _BaseHeaderFooter, *, shown: bool = True) -> None:
    """Write the centred page number in a header, or nothing if it is not `shown`."""
    header.is_linked_to_previous = False
    line = header.paragraphs[0]
    line._p.get_or_add_pPr().style = "SoTrang"
    if shown:
        run = "<w:r><w:t>2</w:t></w:r>"
        line._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE ">{run}</w:fldSimple>'))
