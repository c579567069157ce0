"""Sections → the components of an official document, found by where they stand, not by how they look.

So a component that is set wrongly is still found, and its own rule says what is wrong with it. A part is what one
letterhead heads: the document itself, or the plan that a decision issues.
"""

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from layout.model import Block, Line, Paragraph, Section, Table

_APART = 24  # points before a name that stand for the room to sign in


class Kind(StrEnum):
    """What sort of document is laid out."""

    REPORT = "report"
    LETTER = "letter"
    DECISION = "decision"  # with the plan that it issues
    SHEET = "sheet"  # an agency's own
    NOTICE = "notice"


class Letterhead(NamedTuple):
    """The table at the head; the paragraphs of its cells that hold text."""

    table: Table
    names: tuple[Paragraph, ...]  # left above: superior, issuer
    state: tuple[Paragraph, ...]  # right above: national name, motto
    numbers: tuple[Paragraph, ...]  # left below: number, subject of a letter
    dates: tuple[Paragraph, ...]  # right below

    @property
    def superior(self) -> Paragraph | None:
        """The first of several names, unless it is only the beginning of the issuer's."""
        halved = self.names and self.names[0].words.upper() in ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN")
        return self.names[0] if len(self.names) > 1 and not halved else None

    @property
    def issuer(self) -> tuple[Paragraph, ...]:
        return self.names[1:] if self.superior else self.names


class Signature(NamedTuple):
    """The table at the foot: recipients on the left; on the right the capacity and, below a gap, the name."""

    table: Table
    recipients: tuple[Paragraph, ...]
    capacity: tuple[Paragraph, ...]
    name: tuple[Paragraph, ...]


class Part(NamedTuple):
    """What one letterhead heads; in the order of the page."""

    letterhead: Letterhead | None
    title: tuple[Paragraph, ...]  # name of the kind, then subject
    note: tuple[Paragraph, ...]  # (Kèm theo …)
    authority: tuple[Paragraph, ...]
    bases: tuple[Paragraph, ...]
    decides: tuple[Paragraph, ...]  # QUYẾT ĐỊNH:
    addressees: tuple[Paragraph, ...]  # Kính gửi, then a line for each
    between: tuple[Paragraph, ...]  # letterhead and signature: all, empty ones too
    body: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    signature: Signature | None


class Annex(NamedTuple):
    """One annex: its label, title, notes in brackets, then what it holds."""

    section: Section
    label: Paragraph | None
    title: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    tables: tuple[Table, ...]


class Paper(NamedTuple):
    """A whole document."""

    kind: Kind
    sections: tuple[Section, ...]
    main: tuple[Section, ...]
    parts: tuple[Part, ...]
    annexes: tuple[Annex, ...]


def paper(kind: Kind, sections: tuple[Section, ...]) -> Paper:
    """Find the components. What follows the last section with a letterhead or a signature is annexes."""
    if kind is Kind.NOTICE:
        return Paper(kind, sections, sections, (), ())
    ends = [number for number, each in enumerate(sections, 1) if _states(each.blocks) or _foot(each.blocks)]
    main = sections[: max(ends, default=1)]
    blocks = tuple(block for section in main for block in section.blocks)
    starts = _heads(blocks) or [0]
    pieces = [blocks[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    decision = kind is Kind.DECISION
    parts = tuple(_part(kind, piece, decision and number == 0) for number, piece in enumerate(pieces))
    return Paper(kind, sections, main, parts, tuple(_annex(each) for each in sections[len(main) :]))


def under(paragraphs: Iterable[Paragraph], above: Paragraph) -> Line | None:
    """The line drawn by a paragraph, or by the empty one right below it."""
    following = list(paragraphs)
    place = following.index(above)
    below = [each for each in following[place + 1 : place + 2] if not each.words]
    return next((each.line for each in (above, *below) if each.line), None)


def _heads(blocks: tuple[Block, ...]) -> list[int]:
    """Where letterheads stand: a table without borders before any text, or one that names the state."""
    first = next(((n, block) for n, block in enumerate(blocks) if isinstance(block, Table) or block.words), None)
    opens = [first[0]] if first and isinstance(first[1], Table) and not first[1].bordered else []
    return sorted({*_states(blocks), *opens})


def _states(blocks: tuple[Block, ...]) -> list[int]:
    return _where("XÃ HỘI CHỦ NGHĨA|Độc lập", -1, blocks)


def _foot(blocks: tuple[Block, ...]) -> list[int]:
    return _where("(?i:nơi nhận)", 0, blocks)


def _where(words: str, side: int, blocks: tuple[Block, ...]) -> list[int]:
    """The tables whose first row holds these words in its first or last cell."""
    tables = [(n, block) for n, block in enumerate(blocks) if isinstance(block, Table)]
    return [n for n, table in tables if any(re.search(words, each.text) for each in table.rows[0].cells[side].texts)]


def _part(kind: Kind, blocks: tuple[Block, ...], decides: bool) -> Part:
    head, foot = next(iter(_heads(blocks)), -1), next(reversed(_foot(blocks)), None)
    between = blocks[head + 1 : foot]
    rest = [block for block in between if isinstance(block, Paragraph)]
    title = () if kind is Kind.LETTER else _title(rest)
    texts = [block for block in rest if block.words][len(title) :]
    return Part(
        letterhead=_letterhead(blocks[head]) if head >= 0 else None,
        title=title,
        note=_taken(texts, lambda each: each.words.startswith("(")),
        authority=tuple(texts.pop(0) for _ in texts[:decides]),
        bases=_taken(texts, lambda each: decides and not re.match("QUYẾT ĐỊNH|Điều", each.words, re.IGNORECASE)),
        decides=_taken(texts, lambda each: decides and not each.words.startswith("Điều")),
        addressees=_addressees(texts),
        between=tuple(rest),
        body=tuple(texts),
        tables=tuple(block for block in between if isinstance(block, Table)),
        signature=_signature(blocks[foot]) if foot is not None else None,
    )


def _letterhead(table: Block) -> Letterhead:
    """The cells of the first and of the last row, where there are two rows."""
    assert isinstance(table, Table)
    above = table.rows[0].cells
    below = [cell.texts for cell in table.rows[-1].cells] if len(table.rows) > 1 else [()]
    return Letterhead(table, above[0].texts, above[-1].texts, below[0], below[-1])


def _title(rest: list[Paragraph]) -> tuple[Paragraph, ...]:
    """The name of the kind, the paragraph below it, and those after that go on in its manner up to a drawn line."""
    found: list[Paragraph] = []
    for each in rest:
        if len(found) > 1 and (under(rest, found[-1]) or not _goes_on(each)):
            break
        if each.words:
            found.append(each)
    return tuple(found)


def _goes_on(each: Paragraph) -> bool:
    bold = all(run.bold for run in each.runs)
    return each.align == "center" and bold and not each.words.isupper() and not each.words.startswith(("(", "["))


def _taken(texts: list[Paragraph], wanted: Callable[[Paragraph], bool]) -> tuple[Paragraph, ...]:
    """Take the first paragraphs that are wanted off a list."""
    found: list[Paragraph] = []
    while texts and wanted(texts[0]):
        found.append(texts.pop(0))
    return tuple(found)


def _addressees(texts: list[Paragraph]) -> tuple[Paragraph, ...]:
    if not texts or not texts[0].words.startswith("Kính gửi"):
        return ()
    first = texts.pop(0)
    return (first, *(_taken(texts, lambda each: each.words.startswith("-")) if first.words.endswith(":") else ()))


def _signature(table: Block) -> Signature:
    assert isinstance(table, Table)
    capacity: list[Paragraph] = []
    name: list[Paragraph] = []
    gap = False
    for row in table.rows:
        right = row.cells[-1].paragraphs if len(row.cells) > 1 else ()
        for each in right:
            apart = not each.words or each.before >= _APART or (each == right[0] and not each.words.isupper())
            gap = gap or (bool(capacity) and apart)
            if each.words:
                (name if gap else capacity).append(each)
    left = tuple(each for row in table.rows for each in row.cells[0].texts)
    return Signature(table, left, tuple(capacity), tuple(name))


def _annex(section: Section) -> Annex:
    tables = tuple(block for block in section.blocks if isinstance(block, Table))
    first = section.blocks.index(tables[0]) if tables else None
    texts = [each for each in section.blocks[:first] if isinstance(each, Paragraph) and each.words]
    label = texts.pop(0) if texts else None
    title = (*texts[:1], *_taken(texts[1:], lambda each: each.align == "center" and each.words.isupper()))
    notes = tuple(each for each in texts[len(title) :] if each.words.startswith("("))
    return Annex(section, label, title, notes, tables)
