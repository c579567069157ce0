"""The package of a Word document: refuses unsound files, and writes the same bytes for the same parts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream

from cchc_cli.text.problems import Stop

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARTS = 2_000
_BYTES = 50_000_000
_XML = 5_000_000
"""Bytes of XML that a template may hold; a parsed tree takes up to thirty times as much memory."""
_CHUNK = 1 << 16
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first "<" of XML, in UTF-8 or UTF-16."""
_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_WORD = "lưu lại bằng Word, dạng .docx"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of Word 97–2003 files, and of files that Word encrypted with a password."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_STRICT = b"purl.oclc.org/ooxml"
_ENCRYPTED = 1
_MACROS = rb"vbaProject|macroEnabled"


def sound(name: str, data: bytes) -> bytes:
    """The template's package, written again from the content of its parts; an unsound file is a `Stop`."""
    return _packed(admitted(f"mẫu {name}", data).items(), ZIP_STORED)


def admitted(name: str, data: bytes) -> dict[str, bytes]:
    """The parts of a Word file that people gave, by name; an unsound file is a `Stop`. `name`: how it is called.

    Sizes are counted while unpacking, because the sizes stated in the package may be false.
    """
    _refuse_other(name, data)
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = _parts(name, package)
    except (BadZipFile, BadStream, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Stop(f"{name} không phải là tệp Word (.docx), hoặc đã hỏng", _WORD) from error
    if _TYPES not in parts or not any(part.startswith("word/") for part in parts):
        raise Stop(f"{name} không phải là tệp Word (.docx)", _WORD)
    if _STRICT in parts.get(_RELATIONS, b"").replace(b"\0", b""):
        raise Stop(
            f'{name} được lưu ở dạng "Strict Open XML"', 'trong Word chọn Save As, dạng "Word Document (*.docx)"'
        )
    if any(part.lower().endswith("vbaproject.bin") for part in parts) or re.search(_MACROS, parts[_TYPES]):
        raise Stop(f"{name} có chứa macro", "lưu lại bằng Word, dạng .docx không có macro")
    _refuse_xml(name, parts)
    return parts


def unpacked(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name; the package must come from this program."""
    with ZipFile(BytesIO(package)) as given:
        return {name: given.read(name) for name in given.namelist()}


def opened(package: bytes) -> dict[str, bytes]:
    """The parts of a package from anywhere by name; a file that is none, or is too large, raises `BadZipFile` or a
    `Stop`.
    """
    with ZipFile(BytesIO(package)) as given:
        return _parts("", given)


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


def _parts(name: str, package: ZipFile) -> dict[str, bytes]:
    """The content of each part by name."""
    entries = package.infolist()
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in entries):
        raise BadZipFile
    if len({part.filename.lower() for part in entries}) < len(entries):
        raise BadZipFile
    if any(part.flag_bits & _ENCRYPTED for part in entries):
        raise _locked(name)
    if len(entries) > _PARTS:
        raise _large(name)
    parts, left = {}, _BYTES
    for part in entries:
        parts[part.filename] = b"".join(_pieces(name, package, part, left))
        left -= len(parts[part.filename])
    return parts


def _pieces(name: str, package: ZipFile, part: ZipInfo, left: int) -> Iterator[bytes]:
    """A part's content in pieces; content above the `left` bytes is a `Stop`."""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise _large(name)
            yield piece


def _refuse_xml(name: str, parts: Mapping[str, bytes]) -> None:
    """Refuse too much XML, and XML with a DOCTYPE, in parts of any name."""
    length = 0
    for part, content in parts.items():
        if content.lstrip(_BEFORE)[:1] == b"<":
            length += len(content)
            if b"<!DOCTYPE" in content.replace(b"\0", b""):
                raise Stop(f"{name} có phần khai báo lạ ({part})", _WORD)
    if length > _XML:
        raise _large(name)


def _locked(name: str) -> Stop:
    return Stop(f"{name} có mật khẩu", "mở bằng Word, bỏ mật khẩu (File → Info → Protect Document) rồi lưu lại")


def _large(name: str) -> Stop:
    return Stop(f"{name} quá lớn khi mở ra", f"tệp chỉ nên vài trăm kB; {_WORD}")
