"""The text of a file of records → the same records, each on a line of its own in flow style.

Branches that both add lines then merge by union without mixing parts of two records. Comments stay, and a record that
already has its own line keeps its bytes. The result is read again and used only if it contains the same data.
"""

from collections.abc import Iterator
from itertools import accumulate
from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.recording.edit.items import COMMENT, List, listing
from cchc_cli.text import lines
from cchc_cli.text.yaml import Value, parse, unplaced

_SINGLE = pattern(r"(?:[ ]*- \{[^\r\n]*\}[ \t]*(?:[ \t]#[^\r\n]*)?|[ \t]*(?:#[^\r\n]*)?|---|\.\.\.)(?:\r\n|\r|\n|\Z)")
_COMMENT_OR_DASH = pattern(r"(?:(?<=\s)|^)#[^\r\n]*|-")
_LISTED = pattern(r"[ ]*[-\[]")
_OPENING = pattern(r"^(?:\[|-(?=\s))", MULTILINE)


class Replacement(NamedTuple):
    """A new text for a stretch of the old one."""

    start: int
    end: int
    text: str

    def moved(self, by: int) -> "Replacement":
        """The same replacement, moved on by a number of characters."""
        return Replacement(self.start + by, self.end + by, self.text)


class Last(NamedTuple):
    """The last record of a list with dashes: the spaces before its dash, and the offsets of its content."""

    margin: str
    start: int
    end: int


def last(text: str) -> Last | None:
    """The last record of an arranged text; None if it has none."""
    found = listing(text)
    if found is None or not found.items:
        return None
    start, end = found.items[-1][:2]
    return Last(text[lines.start(text, start) : start].partition("-")[0], start, end)


def arranged(text: str) -> str:
    """The text with every record on its own line; unchanged if that is so already, or if it cannot be read."""
    return replaced(text, replacements(text))


def replacements(text: str) -> tuple[Replacement, ...]:
    """The replacements, in order, that give each record its own line; none if not needed or the text cannot be read."""
    if not _is_suspect(text):
        return ()
    parts = lists(text)
    starts = accumulate(map(len, parts), initial=0)
    found = tuple(each.moved(start) for part, start in zip(parts, starts, strict=False) for each in _of_list(part))
    held = _records(parts)
    return found if found and held is not None and _records([replaced(text, found)]) == held else ()


def replaced(text: str, found: tuple[Replacement, ...]) -> str:
    """The text after the replacements."""
    ends = (0, *(each.end for each in found))
    kept = [text[end : each.start] + each.text for end, each in zip(ends, found, strict=False)]
    return "".join((*kept, text[ends[-1] :]))


def scattered(text: str) -> list[int]:
    """The offsets of records that take several lines; for a list in brackets that is not empty, of its bracket.

    A text that is not a sound list is skipped.
    """
    if not _is_suspect(text) or _records([text]) is None:
        return []
    found = listing(text)
    if found is None:
        return []
    if found.close is not None:
        return [found.start] if found.items else []
    return [item.start for item in found.items if not item.is_single]


def lists(text: str) -> list[str]:
    """A text with one list → the text itself; a text with several lists in a row → one text for each.

    A merge by union leaves several lists if two branches wrote to an empty list in brackets.
    """
    if parse(text).data is not None:
        return [text]
    starts = [0]
    for opening in _OPENING.finditer(text):
        before = _OPENING.search(text, starts[-1])
        if before and before.start() != opening.start() and "[" in (opening[0], before[0]):
            starts.append(opening.start())
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _is_suspect(text: str) -> bool:
    """Whether the first line that is neither a record, a comment, nor blank begins a list."""
    place = 0
    while place < len(text):
        line = _SINGLE.match(text, place)
        if line is None:
            return _LISTED.match(text, place) is not None
        place = line.end()
    return False


def _records(texts: list[str]) -> list[Value] | None:
    """The records of all lists together; None if one of them is not a sound list."""
    found: list[Value] = []
    for text in texts:
        parsed = parse(lines.ended(text))
        if parsed.faults or not isinstance(parsed.data, list | None):
            return None
        found += (unplaced(record) for record in parsed.data or ())
    return found


def _of_list(text: str) -> Iterator[Replacement]:
    found = listing(lines.ended(text)) if _records([text]) is not None else None
    if found is not None and found.close is None:
        yield from _of_dashes(text, found)
    elif found is not None and found.close is not None:
        yield _of_brackets(text, found, found.close)


def _of_dashes(text: str, found: List) -> Iterator[Replacement]:
    """Replacements for a list with dashes: only records that take several lines change."""
    newline = lines.ending(text)
    behind = found.start
    for item in found.items:
        if not item.is_single:
            dash = next(each.start() for each in _COMMENT_OR_DASH.finditer(text, behind) if each[0] == "-")
            margin = newline + text[lines.start(text, dash) : dash]
            above = (*COMMENT.findall(text, dash, item.start), *item.comments)
            yield Replacement(dash, item.end, "".join((*(f"{comment}{margin}" for comment in above), "- ", item.flow)))
        behind = item.end


def _of_brackets(text: str, found: List, close: int) -> Replacement:
    """Replacements for a list in brackets: the brackets and the commas are removed."""
    newline = lines.ending(text)
    start, end = len(text[: found.start].rstrip(" \t")), close + 1
    written = _in_brackets(text, found, close)
    apart = newline if start and text[start - 1] not in "\r\n" else ""
    if written:
        return Replacement(start, end, apart + newline.join(written))
    end += len(text[end:]) - len(text[end:].lstrip(" \t"))
    following = lines.BREAK.match(text, end)
    if following and not apart:
        end = following.end()
    elif end == len(text) and start and not apart:
        start -= len(newline)
    return Replacement(start, end, apart)


def _in_brackets(text: str, found: List, close: int) -> list[str]:
    """The records and comments within the brackets, one a line."""
    written = COMMENT.findall(text, found.start + 1, found.items[0].start if found.items else close)
    for item, end in zip(found.items, (*(each.start for each in found.items[1:]), close), strict=False):
        written += (*item.comments, f"- {item.flow}")
        beside, *_ = lines.BREAK.split(text[item.end : end], maxsplit=1)
        for comment in COMMENT.findall(beside):
            written[-1] += f"  {comment}"
        written += COMMENT.findall(text, item.end + len(beside), end)
    return written
