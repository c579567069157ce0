"""What a run has parsed, kept for the next one: plain data beside the very bytes that it came from.

Nothing kept is used unless every file is the same, byte for byte, and so is the program; so it can be slow or missing,
never wrong.
"""

from typing import Any

from msgspec import DecodeError, Struct, msgpack

from cchc_cli.text.yaml import Value

LARGEST = 128 << 20  # bytes


class Archive(Struct, frozen=True, array_like=True):
    """The files of a workspace, their data by path, and whether no rule that must hold finds an error in them."""

    program: str
    """What tells this program, as it stands, from every other."""
    files: dict[str, bytes]
    data: dict[str, Any]
    sound: bool


def packed(program: str, files: dict[str, bytes], data: dict[str, Value], sound: bool) -> bytes | None:
    """Contents and their data by path → bytes to keep; None where that is not worth it, or cannot be."""
    try:
        blob = msgpack.encode(Archive(program, files, data, sound))
    except UnicodeEncodeError:  # a file name that is no UTF-8
        return None
    return blob if len(blob) <= LARGEST else None


def unpacked(program: str, blob: bytes, files: dict[str, bytes]) -> Archive | None:
    """The archive, if it was kept by this program for these very contents."""
    try:
        kept = msgpack.decode(blob, type=Archive)
    except DecodeError:
        return None
    return kept if kept.program == program and kept.files == files else None
