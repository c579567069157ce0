"""A fence round a fuzzed program: writing elsewhere than in one folder, a program started or a connection raise."""

import os
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_PATHS = {
    "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.mkdir": 1, "os.rmdir": 1, "os.remove": 1, "os.truncate": 1,
    "os.chmod": 1, "os.chown": 1, "os.utime": 1,
}  # fmt: skip
"""How many of an event's arguments are paths of what it changes."""
_NEVER = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "socket.connect")


class OutsideError(Exception):
    """What was done that must not be."""


def fence(folder: Path) -> None:
    """Let this process write below a folder only, from now on; what it keeps between runs goes there too."""
    inside = os.path.realpath(folder)
    os.environ |= {"HOME": inside, "XDG_CACHE_HOME": inside}

    def look(event: str, arguments: tuple[Any, ...]) -> None:
        changed = arguments[: _PATHS.get(event, 0)]
        if event == "open" and arguments[2] & _WRITING:
            changed = arguments[:1]
        if event in _NEVER or not all(_is_within(each, inside) for each in changed):
            raise OutsideError(f"{event} {arguments!r}")

    sys.addaudithook(look)


def _is_within(path: Any, folder: str) -> bool:
    """Whether a path is below a folder; descriptors that are open already and the null device may be written to."""
    if isinstance(path, int) or path == os.devnull:
        return True
    return Path(os.path.realpath(os.fsdecode(path))).is_relative_to(folder)
