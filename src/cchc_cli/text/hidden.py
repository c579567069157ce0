"""Invisible characters that reverse a line, or split or join words. Vietnamese text does not need them."""

MARKS = tuple(
    chr(code)
    for code in (0x061C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065),
                 *range(0x2066, 0x206A), 0xFEFF)
)  # fmt: skip
BARE = dict.fromkeys(map(ord, MARKS))
"""For `str.translate`: the text without marks."""
BYTE_ORDER = "\ufeff"
"""The byte-order mark. At the start of a text it tells the encoding; elsewhere it is an invisible character."""
WRITTEN = rf"(?:[{''.join(MARKS)}]|\\u(?:{'|'.join(f'{ord(mark):04x}' for mark in MARKS)}))"
"""Pattern (any case) of a mark itself, or its code within quotes, as in "\\u202e"."""


def named(written: str) -> str:
    """The code of a mark as people look it up: "U+202E"."""
    return f"U+{ord(written):04X}" if len(written) == 1 else f"U+{written[2:].upper()}"
