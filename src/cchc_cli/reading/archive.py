"""What a run has parsed, kept for the next one: plain data beside the very bytes that it came from.

Nothing kept is used unless every file is the same, byte for byte; so it can be slow or missing, never wrong.
"""

from typing import Any

from msgspec import DecodeError, Struct, msgpack

from cchc_cli import __version__
from cchc_cli.text.yaml import Value

LAYOUT = 1  # one more whenever `yamldoc.parse` gives other data for the same text
LARGEST = 128 << 20  # bytes


class _Kept(Struct, array_like=True):
    program: str
    files: dict[str, bytes]
    data: dict[str, Any]


def packed(files: dict[str, bytes], data: dict[str, Value]) -> bytes | None:
    """Contents and their data by path → bytes to keep; None where that is not worth it, or cannot be."""
    try:
        blob = msgpack.encode(_Kept(_program(), files, data))
    except UnicodeEncodeError:  # a file name that is no UTF-8
        return None
    return blob if len(blob) <= LARGEST else None


def unpacked(blob: bytes, files: dict[str, bytes]) -> dict[str, Value] | None:
    """The data by path, if it was kept by this program for these very contents."""
    try:
        kept = msgpack.decode(blob, type=_Kept)
    except DecodeError:
        return None
    return kept.data if kept.program == _program() and kept.files == files else None


def _program() -> str:
    return f"{__version__}/{LAYOUT}"
