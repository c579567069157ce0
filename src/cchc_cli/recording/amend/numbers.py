"""The id and the printed number of a new row: the next of the section, or of the rows below a row."""

import re
from typing import NamedTuple

from cchc_cli.model import TASKS, SectionFile, TaskRow
from cchc_cli.text.digits import whole

_END = re.compile(r"(?<![0-9])([0-9]+)$|(?<![A-Za-z])([A-Za-z]+)$")
_LETTERS = [
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
]


class Named(NamedTuple):
    """The id and the printed number of a row."""

    id: str
    number: str


def following(section: SectionFile, above: TaskRow | None) -> Named:
    """The next row of a section, or the next below a row."""
    if above is None:
        begin = "" if section.id == TASKS else f"{section.id}."
        place = 1 + max((count(row.id) for row in section.tasks), default=0)
        return Named(f"{begin}{place}", str(place))
    if not above.tasks:
        return Named(f"{above.id}.1", f"{above.number}.1")
    last = max(above.tasks, key=lambda row: _rank(row.id))
    joint = last.id[len(above.id) : len(above.id) + 1]
    found = _END.search(last.id)
    if found is not None and found[2]:
        letter = _letter(found[2])
        return Named(f"{above.id}{joint}{letter.replace('đ', 'dd')}", _END.sub("", last.number) + letter)
    place = count(last.id) + 1
    number = re.sub(r"[0-9]+(?=[^0-9]*$)", str(place), last.number, count=1)
    return Named(f"{above.id}{joint}{place}", number)


def count(identity: str) -> int:
    """The number at the end of an id; 0 where there is none."""
    found = _END.search(identity)
    return (whole(found[1] or "") or 0) if found is not None else 0


def _rank(identity: str) -> tuple[int, int]:
    found = _END.search(identity)
    letters = found[2] if found is not None else None
    known = (letters or "").casefold().replace("dd", "đ")
    return _LETTERS.index(known) if known in _LETTERS else -1, count(identity)


def _letter(last: str) -> str:
    known = last.casefold().replace("dd", "đ")
    place = _LETTERS.index(known) if known in _LETTERS else len(_LETTERS) - 1
    return _LETTERS[min(place + 1, len(_LETTERS) - 1)]
