"""Ways in which a file changes between two runs so that neither its size nor its days need tell."""

import os
from collections.abc import Callable
from pathlib import Path

Way = Callable[[Path, bytes], None]


def in_place(path: Path, text: bytes) -> None:
    """The same file with other content, as young and (where it has the size) as large as before."""
    about = path.stat()
    path.write_bytes(text)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def replaced(path: Path, text: bytes) -> None:
    """Another file in its place, as young as the one before."""
    about, other = path.stat(), path.with_name("khac.tmp")
    other.write_bytes(text)
    os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns))
    other.replace(path)


def clock_set_back(path: Path, text: bytes) -> None:
    """Written when the clock stood at an earlier day."""
    path.write_bytes(text)
    os.utime(path, (1_000_000_000, 1_000_000_000))


WAYS: tuple[Way, ...] = (in_place, replaced, clock_set_back)
