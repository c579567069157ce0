"""Keep parse results between runs in the user's cache folder; if it is not writable, each run parses anew."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from cchc_cli import __version__
from cchc_cli.disk import atomic, plain
from cchc_cli.text.problems import Stop

DECIDING = (
    "text", "vietnamese", "vietnamese/names", "model", "schedule", "plan", "reading", "state", "wording",
    "checking", "checking/rules", "checking/rules/must", "checking/rules/records",
)  # fmt: skip
"""Folders of the package whose code reads files and finds errors in them."""
_MOST = 200_000_000


def place(cache: Path | None, root: Path, folders: tuple[str, ...]) -> Path | None:
    """The path of the cache file for these plans, or None if there is no cache folder."""
    name = crc32("\0".join((os.path.realpath(root), *folders)).encode("utf-8", "surrogateescape"))
    return cache / "cchc" / f"{name:08x}.parsed" if cache is not None else None


def program() -> str:
    """A fingerprint of the program: its version, and the size and time of each source file that affects the cache."""
    package = Path(__file__).parents[1]
    entries = (entry for room in DECIDING for entry in os.scandir(package / room) if entry.name.endswith(".py"))
    found = [entry.stat() for entry in entries]
    return f"{__version__} {len(found)} {sum(each.st_mtime_ns + each.st_size for each in found)}"


def content(place: Path | None) -> bytes | None:
    """The content of the cache file, or None."""
    found = plain.content(place, _MOST) if place is not None else None
    return found if isinstance(found, bytes) else None


def keep(place: Path | None, data: bytes | None) -> None:
    """Write the cache file, readable by this user only; errors are ignored."""
    if place is None or data is None:
        return
    with suppress(OSError, Stop):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.replace(place, data, atomic.CACHE)
