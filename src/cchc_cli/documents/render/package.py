"""The package of a Word document: what may be opened, and the same bytes for the same parts."""

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream

from cchc_cli.text.problems import Stop

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PARTS = 2_000
_BYTES = 50_000_000
_XML = 5_000_000
"""Of XML, which takes up to thirty times as much as a tree."""
_BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""What may stand before the first "<" of XML, in UTF-8 or UTF-16."""
_TYPES = "[Content_Types].xml"
_WORD = "lưu lại mẫu bằng Word, dạng .docx"


def checked(name: str, data: bytes) -> None:
    """A template that is no sound Word document, holds macros, or unpacks to more than it can need is a `Stop`."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
                raise BadZipFile
            _refuse_large(name, parts)
            names = {part.filename for part in parts}
            if _TYPES not in names or not any(part.startswith("word/") for part in names):
                raise Stop(f"mẫu {name} không phải là tệp Word (.docx)", _WORD)
            types = package.read(_TYPES)
            macros = any(part.lower().endswith("vbaproject.bin") for part in names)
            if macros or b"vbaProject" in types or b"macroEnabled" in types:
                raise Stop(f"mẫu {name} có chứa macro", "lưu lại mẫu bằng Word, dạng .docx không có macro")
            _refuse_xml(name, package)
    except (BadZipFile, BadStream, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise Stop(f"mẫu {name} không phải là tệp Word (.docx), hoặc đã hỏng", _WORD) from error


def fixed(package: bytes, filled: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The package with some parts filled, in one order and with one time: the same document is the same bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(package)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in sorted(given.namelist(), key=lambda each: (each != _TYPES, each)):
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            made.writestr(info, filled.get(name) or given.read(name))
    return out.getvalue()


def _refuse_large(name: str, parts: list[ZipInfo]) -> None:
    """By what the package says of itself; unpacking stops at the size said, so that it cannot lie."""
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > _BYTES:
        raise _large(name)


def _refuse_xml(name: str, package: ZipFile) -> None:
    """Too much of it, or with declarations of entities; whatever the parts are called."""
    length = 0
    for part in package.infolist():
        content = package.read(part)
        if content.lstrip(_BEFORE)[:1] == b"<":
            length += len(content)
            if b"<!DOCTYPE" in content.replace(b"\0", b""):
                raise Stop(f"mẫu {name} có phần khai báo lạ ({part.filename})", _WORD)
    if length > _XML:
        raise _large(name)


def _large(name: str) -> Stop:
    return Stop(f"mẫu {name} quá lớn khi mở ra", f"mẫu chỉ nên vài trăm kB; {_WORD}")
