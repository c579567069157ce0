"""The parsed data and the read schedules of a run, kept for the next run beside the bytes that they came from.

The kept data is used only if every file is the same, byte for byte, and the program is the same. So a run without it
is slower but gives the same result.
"""

from typing import Any

from msgspec import DecodeError, Struct, msgpack

from cchc_cli.schedule import Asked, Terms

LARGEST = 128 << 20  # bytes


class Archive(Struct, frozen=True, array_like=True):
    """The files of a workspace, their data by path, and whether they are `sound`: no rule finds an error in them.

    `schedules`: the readings of the texts of their schedules, and of others that their rules read.
    """

    program: str
    """The fingerprint of this version of the program."""
    files: dict[str, bytes]
    data: dict[str, Any]
    schedules: tuple[tuple[Asked, Terms], ...]
    sound: bool


def packed(archive: Archive) -> bytes | None:
    """The bytes to keep; None if they are too large or cannot be encoded."""
    try:
        blob = msgpack.encode(archive)
    except UnicodeEncodeError:  # a file name that is not UTF-8
        return None
    return blob if len(blob) <= LARGEST else None


def unpacked(program: str, blob: bytes, files: dict[str, bytes]) -> Archive | None:
    """The archive, if this program wrote it for exactly these contents; else None."""
    try:
        kept = msgpack.decode(blob, type=Archive)
    except DecodeError:
        return None
    return kept if kept.program == program and kept.files == files else None
