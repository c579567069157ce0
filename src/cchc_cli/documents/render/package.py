"""The package of a Word document: refuses unsound files, and writes the same bytes for the same parts."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from cchc_cli.documents.render.nodes import Node
from cchc_cli.text import unpacking
from cchc_cli.text.problems import Stop

_EPOCH = (1980, 1, 1, 0, 0, 0)
_BYTES = 50_000_000
_XML = 5_000_000
"""Bytes of XML that a template may hold; a parsed tree takes up to thirty times as much memory."""
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first "<" of XML, in UTF-8 or UTF-16."""
_TYPES = "[Content_Types].xml"
BODY = "word/document.xml"
_RELATIONS = "_rels/.rels"
_WORD = "lưu lại bằng Word, dạng .docx"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of Word 97–2003 files, and of files that Word encrypted with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"purl.oclc.org/ooxml"
_MACROS = rb"vbaProject|macroEnabled"


def sound(name: str, data: bytes) -> bytes:
    """The template's package, written again from the content of its parts; an unsound file is a `Stop`."""
    return _packed(admitted(f"mẫu {name}", data).items(), ZIP_STORED)


def admitted(name: str, data: bytes, most: int = _XML) -> dict[str, bytes]:
    """The parts of a Word file that people gave, by name; an unsound file is a `Stop`. `name`: how it is called.

    `most`: bytes of XML.
    """
    _refuse_other(name, data)
    parts = _unpacked(name, data)
    if _TYPES not in parts or not any(part.startswith("word/") for part in parts):
        raise Stop(f"{name} không phải là tệp Word (.docx)", _WORD)
    if _STRICT in parts.get(_RELATIONS, b"").replace(b"\0", b""):
        raise Stop(
            f'{name} được lưu ở dạng "Strict Open XML"', 'trong Word chọn Save As, dạng "Word Document (*.docx)"'
        )
    if any(part.lower().endswith("vbaproject.bin") for part in parts) or re.search(_MACROS, parts[_TYPES]):
        raise Stop(f"{name} có chứa macro", "lưu lại bằng Word, dạng .docx không có macro")
    _refuse_xml(name, parts, most)
    return parts


def readable(name: str, data: bytes, most: int = _XML) -> dict[str, bytes]:
    """The parts of a Word document that people wrote: admitted, with a body, and each part of XML can be parsed."""
    parts = admitted(name, data, most)
    written = {part: content for part, content in parts.items() if part.endswith((".xml", ".rels"))}
    broken = [part for part, content in written.items() if not _parses(content)]
    if broken or BODY not in parts:
        raise Stop(f"{name} đã hỏng: không đọc được phần {(*broken, BODY)[0]}", f"mở bằng Word, {_WORD}")
    return parts


def tree(xml: bytes) -> Node:
    """The tree of a part: entities are not resolved, nothing is fetched, depth and texts are bounded."""
    found: Node = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    return found


def _parses(xml: bytes) -> bool:
    try:
        tree(xml)
    except etree.XMLSyntaxError:
        return False
    return True


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name; the package must come from this program."""
    with ZipFile(BytesIO(package)) as given:
        return {name: given.read(name) for name in given.namelist()}


def opened(package: bytes) -> dict[str, bytes]:
    """The parts of a package from anywhere by name; a file that is none, or is too large, is a `Stop`."""
    return _unpacked("tệp", package)


def fixed(parts: Mapping[str, bytes]) -> bytes:
    """A package with parts in a fixed order and a fixed time, so that the same document gives the same bytes."""
    return _packed(
        ((name, parts[name]) for name in sorted(parts, key=lambda each: (each != _TYPES, each))), ZIP_DEFLATED
    )


def _packed(parts: Iterable[tuple[str, bytes]], how: int) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", how) as made:
        for name, content in parts:
            info = ZipInfo(name, _EPOCH)
            info.compress_type = how
            info.create_system = 0
            made.writestr(info, content)
    return out.getvalue()


def _refuse_other(name: str, data: bytes) -> None:
    """Raise a `Stop` that names the kind of file, for old Word files and files with a password."""
    if data.startswith(_OLD) and _LOCKED in data:
        raise _locked(name)
    if data.startswith(_OLD):
        raise Stop(f"{name} là tệp Word cũ (.doc)", _WORD)


def _unpacked(name: str, data: bytes) -> dict[str, bytes]:
    broken = Stop(f"{name} không phải là tệp Word (.docx), hoặc đã hỏng", _WORD)
    return unpacking.unpacked(data, _BYTES, _large(name), broken, _locked(name))


def _refuse_xml(name: str, parts: Mapping[str, bytes], most: int) -> None:
    """Refuse too much XML, and XML with a DOCTYPE, in parts of any name."""
    length = 0
    for part, content in parts.items():
        if content.lstrip(_BEFORE)[:1] == b"<":
            length += len(content)
            if b"<!DOCTYPE" in content.replace(b"\0", b""):
                raise Stop(f"{name} có phần khai báo lạ ({part})", _WORD)
    if length > most:
        raise _large(name)


def _locked(name: str) -> Stop:
    return Stop(f"{name} có mật khẩu", "mở bằng Word, bỏ mật khẩu (File → Info → Protect Document) rồi lưu lại")


def _large(name: str) -> Stop:
    return Stop(f"{name} quá lớn khi mở ra", f"tệp chỉ nên vài trăm kB; {_WORD}")
