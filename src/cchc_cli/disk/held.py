"""Files that another program holds: Windows refuses to open, rename or remove them for that time; try some times."""

import sys
from collections.abc import Callable
from time import sleep
from typing import TypeVar

PAUSE = 0.05
"""Seconds between two tries."""
LONG = 40
"""Two seconds: a virus scanner or an editor looks at the file."""
SHORT = 10
"""Half a second: another run of the program is renaming or removing the file."""
_Answer = TypeVar("_Answer")


def patient(do: Callable[[], _Answer], tries: int = LONG) -> _Answer:
    """What `do` returns; where Windows refuses it, it is done again, at most `tries` times."""
    if sys.platform == "win32":
        for _ in range(tries - 1):
            try:
                return do()
            except PermissionError:
                sleep(PAUSE)
    return do()
