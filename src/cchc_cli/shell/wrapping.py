"""Long lines → lines that fit the terminal, broken between words; what goes on is set in."""

import re

_START = re.compile(r"\s*(?:[-→…]\s+)?")
_FIXED = re.compile(r"\s*\^+")
"""A caret stands under its column, so that the line above it and its own must stay whole."""


def wrapped(text: str, width: int) -> str:
    """Text with each line broken at spaces to fit a width; a word longer than a line stays whole."""
    lines = text.split("\n")
    pointed = {place - 1 for place, line in enumerate(lines) if _FIXED.fullmatch(line)}
    return "\n".join(line if place in pointed else _line(line, width) for place, line in enumerate(lines))


def _line(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    from textwrap import wrap

    start = _START.match(line)
    begun = start[0] if start else ""
    indent = " " * min(len(begun) + (2 if begun and begun.isspace() else 0), width // 2)
    parts = wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False,
                 expand_tabs=False, replace_whitespace=False)  # fmt: skip
    return "\n".join(parts) or line
