"""What the import decided without being sure: for a person to look at, the gravest first."""

from enum import IntEnum

from msgspec import Struct


class Weight(IntEnum):
    """How much hangs on a guess: a wrong deadline or lead weighs more than a number."""

    TERM = 0
    LEAD = 1
    AGENCY = 2
    ROW = 3
    COLUMN = 4
    TEXT = 5


_SHOWN = 160


def shown(text: str) -> str:
    """A text on one line as a list shows it: the beginning of a long one."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class Guess(Struct, frozen=True):
    """A place of the file, what is printed there, how it was read, how sure that is, and what else it could mean.

    `task` is the id of the row in the draft, "" for what is no row.
    """

    weight: Weight
    place: str
    task: str
    printed: str
    reading: str
    sure: str
    otherwise: str = ""
