"""Text → WordprocessingML: invalid characters are replaced, those that turn a line round left, line ends are breaks."""

import re
from copy import deepcopy
from html import unescape

from markupsafe import Markup, escape

from cchc_cli.documents.render.nodes import Node
from cchc_cli.text.hidden import MARKS

_TURNING = re.compile(f"[{''.join(MARKS)}]")
_ODD = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{''.join(MARKS)}]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LOST = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_IN_TEXT = '</w:t><{}/><w:t xml:space="preserve">'
_BREAK, _TAB = _IN_TEXT.format("w:br"), _IN_TEXT.format("w:tab")
_TAG = re.compile("<[^>]+>")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = (f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
_HOLDERS = "tc|hdr|ftr|footnote|endnote|txbxContent"
_ENDLESS = re.compile(rf"(<w:(?:{_HOLDERS})(?: [^>]*)?(?<!/)>|</w:tcPr>|<w:tcPr/>|</w:tbl>)\s*(?=</w:(?:{_HOLDERS})>)")
_ROWLESS = re.compile(r"<w:tbl>(?:(?!</?w:tbl>|<w:tr[ >]).)*</w:tbl>", re.DOTALL)


def text(value: object) -> Markup:
    """A value as XML for the text of a run; a value that is XML already stays unchanged."""
    if hasattr(value, "__html__"):
        return Markup(value)
    written = value if isinstance(value, str) else str(value)
    if not _ODD.search(written):
        return escape(written)
    return Markup(str(escape(plain(written))).replace("\n", _BREAK).replace("\t", _TAB))


def plain(value: object) -> str:
    """A value as text that XML can hold, line ends as "\\n"; a character that it cannot hold is shown as "�"."""
    return _LOST.sub("\ufffd", _LINE_ENDS.sub("\n", _TURNING.sub("", str(value))))


def lines(xml: str) -> str:
    """The XML of a part with each paragraph on a line of its own, and no other line ends."""
    return re.sub(r"<w:p(?=[ >/])", "\n<w:p", xml.replace("\n", " "))


def numbered(xml: str) -> str:
    """As `lines`, but the line ends of a row or cell that holds only a command stay when docxtpl removes it."""
    lined = lines(xml)
    for kind in ("tr", "tc"):
        before, *pieces = re.split(rf"(?=<w:{kind}[ >])", lined)
        lined = before + "".join(_kept(piece, kind) for piece in pieces)
    return lined


def _kept(piece: str, kind: str) -> str:
    element, end, rest = piece.partition(f"</w:{kind}>")
    if "{" not in element or not re.search(rf"\{{[%#]{kind} ", words(element)):
        return piece
    return "\n" + element.replace("\n", "") + end + "\n" * (element.count("\n") - 1) + rest


def unlined(xml: bytes) -> bytes:
    """Undo `lines`: remove all line ends."""
    return xml.replace(b"\n", b"")


def seen(part: Node) -> Node:
    """A part's tree without tags that its author does not see: deleted text in tracked changes, copies of text boxes.

    Content controls with tags are no longer bound to other data.
    """
    for each in tuple(part.iter(*_UNSEEN)):
        if "{" in "".join(each.itertext()):
            each.getparent().remove(each)
    for control in part.iter(f"{_W}sdt"):
        if "{" in "".join(control.itertext()):
            _unbind(control)
    return part


def _unbind(control: Node) -> None:
    """Remove the data binding of a content control: Word would show the bound data instead of the filled text."""
    for each in control.findall(f"{_W}sdtPr/{{*}}dataBinding"):
        each.getparent().remove(each)


def parted(part: Node) -> Node:
    """A part's tree with section breaks moved out of `{%p` paragraphs: docxtpl would drop them there."""
    for section in tuple(part.iter(f"{_W}sectPr")):
        properties = section.getparent()
        paragraph = properties.getparent()
        if properties.tag == f"{_W}pPr" and "{%p " in "".join(paragraph.itertext()):
            behind = paragraph.makeelement(paragraph.tag)
            behind.append(deepcopy(properties))
            properties.remove(section)
            paragraph.addnext(behind)
    return part


def whole(xml: str) -> str:
    """Filled XML that Word can open: no tables without rows, a paragraph at the end of each cell, header and note."""
    return _ENDLESS.sub(r"\1<w:p/>", _ROWLESS.sub("", xml))


def words(xml: str) -> str:
    """The text of a piece of XML, on one line."""
    return " ".join(unescape(_TAG.sub("", xml)).split())
