"""The form of a text: paragraphs apart by empty lines, items "- …", bold as **…**, tables with |.

A single line end is a line break. `\\` before `*`, `|` or `\\` makes it a plain character.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import normalize

_APART = re.compile(r"\n[ \t]*\n+")
_ESCAPED = re.compile(r"\\([*|\\])")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_HELD = {"*": "\ue000", "|": "\ue001", "\\": "\ue002"}
_FREED = {held: mark for mark, held in _HELD.items()}
_PRIVATE = re.compile("[\ue000-\ue002]")
ITEM = "- "
"""How an item of a list begins."""


class Run(NamedTuple):
    """Characters of one look; "\\n" is a line break."""

    text: str
    bold: bool = False


Line = tuple[Run, ...]


class Paragraph(NamedTuple):
    """A paragraph; that of an item begins with "- "."""

    runs: Line

    @property
    def text(self) -> str:
        """The characters without their look."""
        return "".join(run.text for run in self.runs)


class Table(NamedTuple):
    """A table without merged cells; the first row is its head."""

    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Table


def blocks(text: str) -> tuple[Block, ...]:
    """A text → its paragraphs and tables."""
    return tuple(block for piece in _APART.split(clean(text)) if piece for block in _of_piece(piece))


def written(given: Iterable[Block]) -> str:
    """Paragraphs and tables → the text that stands for them."""
    out, was_item = "", False
    for block in given:
        text = _table(block) if isinstance(block, Table) else _paragraph(block)
        is_item = text.startswith(ITEM) and isinstance(block, Paragraph)
        if text:
            out += ("" if not out else "\n" if is_item and was_item else "\n\n") + text
            was_item = is_item
    return out


def normal(text: str) -> str:
    """A text in the one way in which it is kept: the same blocks give the same characters."""
    return written(blocks(text))


def clean(text: str) -> str:
    """The text in NFC with plain spaces and line ends, and no characters that are not seen."""
    shown = _HIDDEN.sub("", _SPACES.sub(" ", _PRIVATE.sub("", _LINE_ENDS.sub("\n", normalize("NFC", text)))))
    return "\n".join(line.strip() for line in shown.split("\n")).strip("\n")


def _of_piece(piece: str) -> Iterator[Block]:
    lines = piece.split("\n")
    if all(line.startswith("|") and line.endswith("|") and len(line) > 1 for line in lines):
        rows = (line for line in lines if not _RULE.fullmatch(line))
        yield Table(tuple(tuple(_runs(cell.strip().replace("<br>", "\n")) for cell in _cut(row)) for row in rows))
        return
    begun: list[str] = []
    for line in lines:
        if line.startswith(ITEM) and begun:
            yield Paragraph(_runs("\n".join(begun)))
            begun = []
        begun.append(line)
    yield Paragraph(_runs("\n".join(begun)))


def _cut(row: str) -> list[str]:
    held = _ESCAPED.sub(lambda found: f"\\{_HELD[found[1]]}", row[1:-1])
    return [_unheld(cell) for cell in _CELLS.split(held)]


def _unheld(text: str) -> str:
    return _PRIVATE.sub(lambda found: _FREED[found[0]], text)


def _runs(text: str) -> Line:
    held = _ESCAPED.sub(lambda found: _HELD[found[1]], text)
    runs, end = [], 0
    for found in _BOLD.finditer(held):
        runs += [Run(_unheld(held[end : found.start()])), Run(_unheld(found[1]), True)]
        end = found.end()
    return joined((*runs, Run(_unheld(held[end:]))))


def joined(runs: Iterable[Run]) -> Line:
    """The runs with neighbours of one look joined, and no empty ones."""
    filled = (run for run in runs if run.text)
    return tuple(Run("".join(run.text for run in alike), bold) for bold, alike in groupby(filled, lambda run: run.bold))


def _paragraph(paragraph: Paragraph) -> str:
    text = clean(_line(paragraph.runs))
    return f"\\{text}" if text.startswith("|") else text


def _table(table: Table) -> str:
    rows = [[clean(_line(cell)).replace("|", "\\|").replace("\n", "<br>") for cell in row] for row in table.rows]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    rule = "|" + " --- |" * len(table.rows[0]) if table.rows else ""
    return "\n".join((*lines[:1], rule, *lines[1:])) if lines else ""


def _line(runs: Iterable[Run]) -> str:
    return "".join(_bold(_plain(run.text)) if run.bold else _plain(run.text) for run in joined(runs))


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("**", "\\*\\*")


def _bold(text: str) -> str:
    inner = text.strip()
    if not inner:
        return text
    before, _, after = text.partition(inner)
    return f"{before}**{inner}**{after}"
