"""Bytes of a package from outside (.docx, .xlsx) → its parts, bounded in number and size.

Sizes are counted while unpacking, because the sizes stated in a package may be false.
"""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as BadStream

from cchc_cli.text.problems import Stop

_PARTS = 2_000
_CHUNK = 1 << 16
_ENCRYPTED = 1

Parts = dict[str, bytes]
"""The parts of a package by name."""


def unpacked(data: bytes, most: int, large: Stop, broken: Stop, locked: Stop | None = None) -> Parts:
    """The parts by name. Raise `large` above so many bytes, `locked` if a part is encrypted, `broken` if it is none."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return _parts(package, most, large, locked or broken)
    except (BadZipFile, BadStream, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise broken from error


def _parts(package: ZipFile, most: int, large: Stop, locked: Stop) -> Parts:
    entries = package.infolist()
    if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in entries):
        raise BadZipFile
    if len({part.filename.lower() for part in entries}) < len(entries):
        raise BadZipFile
    if any(part.flag_bits & _ENCRYPTED for part in entries):
        raise locked
    if len(entries) > _PARTS:
        raise large
    parts, left = {}, most
    for part in entries:
        parts[part.filename] = b"".join(_pieces(package, part, left, large))
        left -= len(parts[part.filename])
    return parts


def _pieces(package: ZipFile, part: ZipInfo, left: int, large: Stop) -> Iterator[bytes]:
    """A part's content in pieces, up to the `left` bytes."""
    with package.open(part) as stream:
        while piece := stream.read(_CHUNK):
            left -= len(piece)
            if left < 0:
                raise large
            yield piece
