"""A table of finished Vietnamese words, before any format: columns, groups of rows, remarks."""

from typing import Literal

from msgspec import Struct

from cchc_cli.text.hidden import MARKS

_SHOWN = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
_SHOWN |= {ord(mark): f"\\u{ord(mark):04x}" for mark in (*MARKS, "\u2028", "\u2029")}
Tone = Literal["overdue", "soon", "done", "quiet"] | None


class Column(Struct, frozen=True):
    """A head; `fold` where long text may wrap (ids and dates never do), `right` for numbers (their head may wrap)."""

    title: str
    fold: bool = False
    right: bool = False


class Cell(Struct, frozen=True):
    """Text, and a tone that colour may stress: the words say it as well."""

    text: str
    tone: Tone = None


class Group(Struct, frozen=True):
    """Rows under a heading (None: no heading)."""

    title: str | None
    rows: tuple[tuple[Cell, ...], ...]


class Table(Struct, frozen=True):
    """A title line, groups of rows, and remarks below."""

    title: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    remarks: tuple[str, ...] = ()


def row(*cells: str | Cell) -> tuple[Cell, ...]:
    """Strings and cells → a row."""
    return tuple([cell if isinstance(cell, Cell) else Cell(cell) for cell in cells])


def visible(text: str) -> str:
    """Control characters, direction marks and letters without width shown, not sent; line ends and tabs stay."""
    if text.replace("\n", "").isprintable():
        return text
    return "\n".join(map(_visible_line, text.split("\n")))


def _visible_line(line: str) -> str:
    body = line.removesuffix("\r")
    return line if body.isprintable() else body.translate(_SHOWN) + line[len(body) :]
