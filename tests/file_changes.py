"""Ways in which a file changes between two runs so that neither its size nor its days need tell."""

import os
from collections.abc import Callable
from pathlib import Path

from cchc_cli.disk.files import EXAMPLE

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

SECTION, PROGRESS = Path("plan/2026/appendix/I.yaml"), Path("plan/2026/progress/so-tu-phap.yaml")
ENTRY = b"- {task: I.1, recorded: 2026-03-02, status: %s}\n"
CONTENTS = {
    SECTION: [
        (EXAMPLE / SECTION).read_bytes().replace("Tháng 01/2026".encode(), f"Tháng {month}/2026".encode())
        for month in ("01", "02", "99")
    ],
    PROGRESS: [ENTRY % b"in_progress", ENTRY % b"not_started", b"- {task: I.1, recorded: 2026-03-02\n", b""],
}
"""Contents that some files of the example may have between two runs: sound, other, and broken ones."""
