"""Keep results between runs in the user's cache folder; if it is not writable, each run makes them anew."""

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from cchc_cli import __version__
from cchc_cli.disk import atomic, plain
from cchc_cli.text.problems import Stop

DECIDING = (
    "text", "vietnamese", "vietnamese/names", "model", "schedule", "plan", "reading", "state", "wording", "queries",
    "checking", "checking/rules", "checking/rules/must", "checking/rules/records", "answers", "shell/options",
)  # fmt: skip
"""Folders of the package whose code reads files, finds errors in them, and answers the questions that are kept."""
_MOST, _QUESTIONS = 200_000_000, 16
"""The bytes of a kept file, and of all answers together; to how many questions."""
_ANSWERS = ".answers"


def place(cache: Path | None, root: Path, folders: tuple[str, ...]) -> Path | None:
    """The path of the cache file for these plans, or None if there is no cache folder."""
    return cache / "cchc" / f"{_name(os.path.realpath(root), *folders)}.parsed" if cache is not None else None


def folder(cache: Path | None, root: Path) -> Path:
    """The folder of what is kept of each plan of a workspace; where none can be written, one for this run alone."""
    if cache is not None:
        found = cache / "cchc" / f"{_name(os.path.realpath(root))}.plans"
        with suppress(OSError):
            found.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.access(found, os.W_OK):
                return found
    return _for_this_run()


def _for_this_run() -> Path:
    import atexit
    from shutil import rmtree
    from tempfile import mkdtemp

    found = mkdtemp(prefix="cchc-")
    atexit.register(rmtree, found, ignore_errors=True)
    return Path(found)


def heads(kept: Path) -> Path:
    """The file of the heads of plans."""
    return kept / "heads"


def pack(kept: Path, plan: str) -> Path:
    """The file of one plan. There may be thousands, so they are spread over folders."""
    name = _name(plan)
    return kept / name[:2] / name[2:]


def answers(kept: Path, question: bytes) -> Path:
    """The file of the answers to a question."""
    return kept / f"{crc32(question):08x}{_ANSWERS}"


def forget(kept: Path) -> None:
    """Remove the answers to the questions asked longest ago, where there are more than are worth their room."""
    with suppress(OSError):
        found = [(path.stat(), path) for path in kept.glob(f"*{_ANSWERS}")]
        taken = 0
        for place, (about, path) in enumerate(sorted(found, key=lambda each: each[0].st_mtime_ns, reverse=True)):
            taken += about.st_size
            if place >= _QUESTIONS or (place and taken > _MOST):
                path.unlink(missing_ok=True)


def _name(*words: str) -> str:
    return f"{crc32(chr(0).join(words).encode('utf-8', 'surrogateescape')):08x}"


def program() -> str:
    """A fingerprint of the program: its version, and the size and time of each source file that affects the cache."""
    package = Path(__file__).parents[1]
    found = [entry.stat() for room in DECIDING for entry in os.scandir(package / room) if entry.name.endswith(".py")]
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
