"""The widths of a table's columns: usual shares by what they hold, none narrower than its longest word."""

from collections.abc import Iterable, Sequence
from itertools import chain

_TOTAL = 249.0  # millimetres, the width of a landscape page
_USUAL = {
    "number": 10.0, "title": 64.0, "products": 64.0, "result": 40.0, "schedule": 39.0, "assignment": 72.0,
    "lead": 36.0, "coordinate": 46.0, "perform": 46.0, "basis": 36.0, "funding": 26.0, "notes": 26.0,
}  # fmt: skip
_OTHER = 26.0
_LETTER, _CAPITAL, _MARGINS = 2.3, 2.8, 4.0
"""Millimetres: a letter or figure, a bold capital, the room at both sides."""
_LONGEST = 20 * _LETTER
"""A longer word, like an address, is broken."""


def widths(holds: Sequence[str], heads: Sequence[Iterable[str]], rows: Iterable[dict[str, str]]) -> list[int]:
    """The width of each column in millimetres; together about that of the page."""
    longest = {key: _longest(lines) for key, lines in zip(holds, heads, strict=True)}
    for row in rows:
        for key, text in row.items():
            if key in longest and text:
                longest[key] = max(longest[key], _longest((text,)))
    least = [min(longest[key], _LONGEST) + _MARGINS for key in holds]
    usual = [_USUAL.get(key, _OTHER) for key in holds]
    return _shared(usual, least)


def _longest(texts: Iterable[str]) -> float:
    return max(map(_word, chain.from_iterable(text.split() for text in texts)), default=0.0)


def _word(word: str) -> float:
    """About how wide a word is; one of capitals alone is taken for bold, as in heads."""
    return len(word) * (_CAPITAL if word.isupper() else _LETTER)


def _shared(usual: list[float], least: list[float]) -> list[int]:
    """The page divided by the usual shares; a column that would get less than its least gets that."""
    held: set[int] = set()
    while True:
        left = _TOTAL - sum(least[each] for each in held)
        whole = sum(share for place, share in enumerate(usual) if place not in held) or 1.0
        found = [least[place] if place in held else share * left / whole for place, share in enumerate(usual)]
        narrow = {place for place, share in enumerate(found) if share < least[place] and place not in held}
        if not narrow or left <= 0 or len(held | narrow) == len(usual):
            return [round(share * _TOTAL / sum(found)) for share in found]
        held |= narrow
