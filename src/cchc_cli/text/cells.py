"""How wide a text is on a terminal, and where it breaks into lines."""

from collections.abc import Iterator
from re import compile as pattern
from unicodedata import category, east_asian_width

_UNUSUAL = pattern("[^ -\u02ff\u1e00-\u1eff\u2010-\u2026]")
"""Characters outside the blocks that Vietnamese is written with, whose width is 1."""
_NO_WIDTH = ("Mn", "Me", "Cf")
_WORD = pattern(r"\s*\S+\s*")


def width(text: str) -> int:
    """The number of columns that a text of one line takes."""
    return sum(map(_of_one, text)) if _UNUSUAL.search(text) else len(text)


def folded(text: str, most: int) -> Iterator[tuple[int, int]]:
    """The lines of a text, each as the offsets of its start and end, none wider than `most` columns.

    Lines break at spaces, which are left out; a word that is wider than a line is broken anywhere.
    """
    start = 0
    for line in text.split("\n"):
        yield from _folded(text, start, start + len(line), most)
        start += len(line) + 1


def _folded(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    taken = 0
    end = start + len(text[start:end].rstrip())
    for match in _WORD.finditer(text, start, end):
        place, word = match.start(), match[0].rstrip()
        if taken and taken + width(word) > most:
            yield start, start + len(text[start:place].rstrip())
            start, taken = place, 0
        while taken == 0 and width(word) > most:
            cut = _cut(word, most)
            yield start, start + cut
            start, word = start + cut, word[cut:]
        taken += width(text[max(start, place) : match.end()])
    yield start, max(start, end)


def _cut(word: str, most: int) -> int:
    """How many characters fit, at least one."""
    taken = 0
    for place, character in enumerate(word):
        taken += _of_one(character)
        if taken > most and place:
            return place
    return len(word)


def _of_one(character: str) -> int:
    if category(character) in _NO_WIDTH:
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1
