"""Marks that show nothing and turn a line round, part words or join them; Vietnamese is written without them."""

from re import IGNORECASE
from re import compile as pattern

MARKS = tuple(
    chr(code)
    for code in (0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065),
                 *range(0x2066, 0x206A), 0xFEFF)
)  # fmt: skip
ANY = pattern(f"[{''.join(MARKS)}]")
BYTE_ORDER = "\ufeff"
"""At the start of a text it says how the text is encoded; anywhere else it shows nothing."""


WRITTEN = pattern(rf"(?:{ANY.pattern}|\\u(?:{'|'.join(f'{ord(mark):04x}' for mark in MARKS)}))", IGNORECASE)
"""A mark itself, or its code within quotes, as in "\\u202e"."""


def named(written: str) -> str:
    """A mark as people look it up: "U+202E"."""
    return f"U+{ord(written):04X}" if len(written) == 1 else f"U+{written[2:].upper()}"
