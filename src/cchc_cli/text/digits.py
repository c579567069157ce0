"""Digits in a text → a whole number, however long and odd they are."""

_MOST = 9


def whole(text: str) -> int | None:
    """The number that digits from 0 to 9 write; None for any other text, and for more digits than anyone counts."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST else None
