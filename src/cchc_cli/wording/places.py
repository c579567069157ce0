"""Names of the places of documents where officers write: `II.1`, `III.2.causes`."""

import re

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*")
_LONGEST = 40
"""Word allows a bookmark a name of so many letters, digits and underscores."""


def is_place(text: str) -> bool:
    """Whether a text can be the name of a place."""
    return len(text) <= _LONGEST and _NAME.fullmatch(text) is not None
