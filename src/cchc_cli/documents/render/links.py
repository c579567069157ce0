"""Relationships of a Word template: those listed stay, a few are removed, any other is a `Stop`."""

import re

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import _Relationship
from docx.oxml import parse_xml
from docx.parts.settings import SettingsPart
from lxml import etree

from cchc_cli.documents.render import relations
from cchc_cli.documents.render.nodes import Node
from cchc_cli.text.problems import Stop

_GOOD = re.compile(r"(?:https?://[^\s\\/][^\s\\]*|mailto:[^\s\\]+|#[^\s]*)", re.IGNORECASE)
_ADDRESSES = etree.XPath("//@*[contains('|href|althref|src|embeddedHtml|', concat('|', local-name(), '|'))]")
_NAMED = (b"href", b"src", b"embeddedHtml")
_ENCODED = re.compile(rb"""\A[^>]*?encoding\s*=\s*["'](?!(?:utf-?8|utf-?16|us-ascii|iso-8859-1)["'])""", re.IGNORECASE)
_BEGIN = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_SHOWN = 80


def admit(name: str, package: OpcPackage) -> None:
    """Remove from python-docx's package what `relations` says to remove; refuse other parts and unsafe links."""
    holders: tuple[OpcPackage | Part, ...] = (package, *package.parts)
    for holder in holders:
        for identity, relation in tuple(holder.rels.items()):
            if _is_cut(holder, relation):
                del holder.rels[identity]
            else:
                _refuse_other(f"mẫu {name}", holder, relation)
        if isinstance(holder, SettingsPart):
            for each in tuple(holder.element):
                if not relations.is_setting(each.tag):
                    holder.element.remove(each)
    for part in package.parts:
        if part.content_type.endswith("xml"):
            _refuse_encoding(f"mẫu {name}", part)


def good(target: str) -> bool:
    """Whether a link may stay: web pages, mail, places in the document; not files, shares, scripts or programs."""
    return _GOOD.fullmatch(target) is not None


def addresses(where: str, tree: Node) -> None:
    """Raise a `Stop` for an unsafe address in an attribute (old shapes, embedded videos)."""
    for each in _ADDRESSES(tree):
        if each and not (each.attrname.rpartition("}")[2] == "href" and good(each)):
            raise _refused(where, each)


def may_hold_addresses(xml: bytes) -> bool:
    """Whether the XML may contain addresses: a quick test before it is parsed."""
    return any(each in xml for each in _NAMED)


def _is_cut(holder: OpcPackage | Part, relation: _Relationship) -> bool:
    """Whether a document does not need a relationship, so that it is removed; elements that refer to it are dropped."""
    kind = relation.reltype
    if isinstance(holder, SettingsPart) and (kind == relations.TEMPLATE or kind in relations.MERGE):
        return True
    if isinstance(holder, Part) and holder.content_type in relations.CHARTS and kind == relations.WORKBOOK:
        if relation.is_external:
            return False
        chart = parse_xml(holder.blob)
        _drop(chart, ("externalData",))
        holder._blob = etree.tostring(chart, encoding="UTF-8", standalone=True)
        return True
    if kind not in relations.CUT or relation.is_external:
        return False
    if kind.endswith("/printerSettings") and hasattr(holder, "element"):
        _drop(holder.element, ("printerSettings",))
    return True


def _refuse_other(where: str, holder: OpcPackage | Part, relation: _Relationship) -> None:
    kind, place = relation.reltype, holder.partname.lstrip("/") if isinstance(holder, Part) else ""
    if kind == relations.LINK and relation.is_external:
        if not good(relation.target_ref):
            raise _refused(where, relation.target_ref)
    elif relation.is_external:
        raise Stop(
            f"{where} lấy nội dung từ ngoài: {relation.target_ref[:_SHOWN]}",
            "chèn hẳn ảnh hoặc nội dung đó vào mẫu, rồi lưu lại",
        )
    elif relation.target_part.content_type.lower() not in map(str.lower, relations.ADMITTED.get(kind, ())):
        raise Stop(
            f"{where} có {relations.called(kind)} ở {place or 'gốc của tệp'}: {relation.target_part.partname[1:]}",
            "mẫu chỉ nhận chữ, bảng, hình, biểu đồ: xóa phần đó trong Word, rồi lưu lại",
        )
    elif kind == relations.IMAGE and not relation.target_part.blob.startswith(relations.SIGNATURES):
        raise Stop(
            f"{where} có {relations.called(kind)} ở {place or 'gốc của tệp'}: {relation.target_part.partname[1:]}",
            "mở mẫu bằng Word, cắt ảnh rồi dán lại dạng ảnh PNG (Paste Special → PNG), rồi lưu lại",
        )


def _refuse_encoding(where: str, part: Part) -> None:
    """Refuse XML that does not begin as XML or that uses a rare encoding: it could hide content from these checks."""
    begin = part.blob[:400].lstrip(_BEGIN).replace(b"\0", b"")
    if not begin.startswith(b"<") or (begin.startswith(b"<?xml") and _ENCODED.match(begin)):
        raise Stop(f"{where} có phần ghi bằng bảng mã lạ ({part.partname[1:]})", "lưu lại mẫu bằng Word, dạng .docx")


def _drop(tree: Node, names: tuple[str, ...]) -> None:
    for name in names:
        for each in tuple(tree.iter(f"{{*}}{name}")):
            each.getparent().remove(each)


def _refused(where: str, target: str) -> Stop:
    return Stop(f"{where} có liên kết không nhận: {target[:_SHOWN]}", "liên kết chỉ dùng http, https, mailto")
