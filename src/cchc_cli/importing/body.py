"""The paragraphs around the table → the issuing document, the parts of the body, and the head of the appendix."""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.importing.cells import DASHES, bare
from cchc_cli.importing.decision import ISSUED_WITH, is_kind, issued, signature
from cchc_cli.importing.paper import Grid, Line, Paper
from cchc_cli.model import AppendixHead, Clause, Decision, Part
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.paper import from_roman

_PART = pattern(r"([IVXLC]+)\s*[.)]\s*(\S.*)")
_ITEM = pattern(r"(\d+(?:\.\d+)*|[a-zđ])\s*[.)]\s*(\S.*)")
_DASH = pattern(rf"([{DASHES}])\s*(\S.*)")
_APPENDIX = pattern(r"phụ lục(?:\s+(?:số\s+)?[IVXLC\d]+)?[.:]?", IGNORECASE)
_ENDS = (".", ";", ":", "?", "!", ")", "/", "*")


class Body(Struct, frozen=True):
    """What stands around the table. `noise`: paragraphs that have no place in a plan."""

    kind: str | None
    title: str
    decision: Decision | None
    note: str | None
    parts: tuple[Part, ...]
    head: AppendixHead
    noise: tuple[Line, ...]


def body(lines: tuple[Line, ...], above_table: tuple[Line, ...], registry: Registry) -> Body:
    """The decision up to the plan's title, the parts up to the appendix, then the head of the appendix.

    An appendix without a label begins with the headings right above its table, unless these are the plan's own.
    """
    cut = next((place for place, line in enumerate(lines) if _APPENDIX.fullmatch(bare(line.text))), len(lines))
    if cut == len(lines) and not any(is_kind(line) for line in above_table):
        cut = next((place for place, line in enumerate(lines) if line in above_table), cut)
    before, after = lines[:cut], lines[cut:]
    first = next((place for place, line in enumerate(before) if _heading(line)), len(before))
    end = signature(before, first)
    above = issued(before[: min(first, end)], before[end:], registry)
    parts = tuple(_parts(before[first:end]))
    head, left = _appendix(after)
    return Body(above.kind, above.title, above.decision, above.note, parts, head, (*above.rest, *left))


def _heading(line: Line) -> bool:
    """Whether a paragraph is the heading of a part: a Roman number and capitals."""
    found = _PART.fullmatch(bare(line.text))
    return found is not None and from_roman(found[1]) is not None and found[2].isupper()


def around(paper: Paper, tables: tuple[Grid, ...]) -> tuple[Line, ...]:
    """The paragraphs of a paper, and the lines of tables that hold no tasks (letterheads, signatures).

    A paragraph that the end of a page broke is joined.
    """
    found: list[Line] = []
    before: Line | Grid | None = None
    for block in paper.blocks:
        if isinstance(block, Line) and isinstance(before, Line) and _goes_on(block, found[-1]):
            found[-1] = structs.replace(found[-1], text=f"{found[-1].text} {block.text}")
        elif block not in tables:
            found += _lines(block)
        before = block
    return tuple(found)


def _goes_on(line: Line, above: Line) -> bool:
    return line.text[:1].islower() and not _ITEM.fullmatch(line.text) and not above.text.endswith(_ENDS)


def _lines(block: Line | Grid) -> Iterator[Line]:
    if isinstance(block, Line):
        yield block
        return
    for cell in block.cells:
        yield from (Line(text, cell.place) for text in cell.text.split("\n") if text.strip())


def _parts(lines: tuple[Line, ...]) -> Iterator[Part]:
    """Parts with their opening, items and closing paragraphs."""
    parts: list[tuple[str, str, list[Line]]] = []
    for line in lines:
        found = _PART.fullmatch(bare(line.text)) if _heading(line) else None
        if found:
            parts.append((found[1], found[2], []))
        elif parts:
            parts[-1][2].append(line)
    return (_part(*each) for each in parts)


def _part(number: str, title: str, lines: list[Line]) -> Part:
    """Paragraphs before the first item open a part, those after the last close it; between items they belong to one."""
    texts = [bare(line.text) for line in lines]
    items = [place for place, text in enumerate(texts) if _numbered(text)]
    first, last = (items[0], items[-1] + 1) if items else (len(texts), len(texts))
    clauses = tuple(_clauses(texts[first:last]))
    return Part(number=number, title=title, opening=tuple(texts[:first]), items=clauses, closing=tuple(texts[last:]))


def _numbered(text: str) -> bool:
    return bool(_ITEM.fullmatch(text) or _DASH.fullmatch(text))


def _clauses(texts: list[str]) -> Iterator[Clause]:
    """Numbered paragraphs; letters, dashes and plain paragraphs stand below the number before them."""
    held: list[tuple[str | None, str, list[Clause]]] = []
    for text in texts:
        item = _ITEM.fullmatch(text) or _DASH.fullmatch(text)
        number, words = (item[1], bare(item[2])) if item else (None, text)
        below = bool(held) and (held[-1][0] or "-")[0].isdigit()
        if below and not (number and number[0].isdigit()):
            held[-1][2].append(Clause(number=number, text=words))
        else:
            held.append((number, words, []))
    for number, text, own in held:
        yield Clause(number=number, text=text, items=tuple(own))


def _appendix(lines: tuple[Line, ...]) -> tuple[AppendixHead, tuple[Line, ...]]:
    """Label, title and note above the table; what follows the note belongs nowhere."""
    label = next((bare(line.text) for line in lines[:1] if _APPENDIX.fullmatch(bare(line.text))), None)
    title: list[str] = []
    note: list[str] = []
    left: list[Line] = []
    for line in lines[1:] if label else lines:
        text = bare(line.text)
        if ISSUED_WITH.match(text) and not note:
            note.append(text)
        elif text.isupper() and not note:
            title.append(text)
        else:
            left.append(line)
    return AppendixHead(label=label, title=" ".join(title) or None, note="".join(note) or None), tuple(left)
