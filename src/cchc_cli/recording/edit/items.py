"""The text of a list → its items, with their offsets and their text in flow style."""

from collections.abc import Iterator
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.recording.edit.line import plain_or_quoted, quoted
from cchc_cli.text import lines
from cchc_cli.text.parser_events import NULLS, Event, events

COMMENT = pattern(r"(?:(?<=\s)|^)#[^\r\n]*")
_DASH = pattern("[ ]*-[ ]+")


class Item(NamedTuple):
    """A record of the list: its offsets, the comments inside, and its text in flow style.

    `start` is the offset of its first character, `end` the offset after its last. `is_single`: it takes one line; also
    true for an item that is not a mapping, which is reported elsewhere.
    """

    start: int
    end: int
    comments: tuple[str, ...]
    flow: str
    is_single: bool


class List(NamedTuple):
    """The list of a text. `close` is the offset of its closing bracket; None if its items have dashes."""

    start: int
    close: int | None
    items: tuple[Item, ...]


def listing(text: str) -> List | None:
    """The list of a text without syntax errors; None if the text is empty or is not a list."""
    stream = events(text)
    for event in stream:
        name = type(event).__name__
        if name == "SequenceStartEvent":
            in_brackets = bool(event.flow_style)
            items: list[Item] = []
            for inner in stream:
                if type(inner).__name__ == "SequenceEndEvent":
                    close = inner.end_mark.index - 1 if in_brackets else None
                    return List(event.start_mark.index, close, tuple(items))
                items.append(_item(text, inner, stream))
        elif name in ("ScalarEvent", "MappingStartEvent"):
            return None
    return None


def _item(text: str, event: Event, stream: Iterator[Event]) -> Item:
    start = event.start_mark.index
    taken = _Taken(text, start)
    flow = taken.flow(event, stream)
    head = text[lines.start(text, start) : start]
    has_own_text = text[start : start + 1] == "{" and not lines.BREAK.search(text, start, taken.end)
    is_record = type(event).__name__ == "MappingStartEvent"
    is_single = not is_record or (has_own_text and _DASH.fullmatch(head) is not None)
    written = text[start : taken.end] if has_own_text else flow
    return Item(start, taken.end, tuple(taken.comments), written, is_single)


class _Taken:
    """The state of reading an item: the offset up to which it was read, and the comments found so far."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.end = start
        self.comments: list[str] = []

    def flow(self, event: Event, stream: Iterator[Event]) -> str:
        """The node that begins with an event, in flow style."""
        name = type(event).__name__
        if name == "ScalarEvent":
            self.take(event.start_mark.index, event.end_mark.index, event.style in ("|", ">"))
            return _scalar(self.text, event)
        inside: list[str] = []
        closing = name.replace("Start", "End")
        for inner in stream:
            if type(inner).__name__ == closing:
                if event.flow_style:
                    self.take(inner.end_mark.index - 1, inner.end_mark.index)
                break
            key = f"{self.flow(inner, stream)}: " if closing == "MappingEndEvent" else ""
            inside.append(key + self.flow(next(stream) if key else inner, stream))
        return f"{{{', '.join(inside)}}}" if closing == "MappingEndEvent" else f"[{', '.join(inside)}]"

    def take(self, start: int, end: int, is_block: bool = False) -> None:
        """Read on to `end`. No comments are looked for from `start` on, except in the first line of block text."""
        self.comments += COMMENT.findall(self.text, self.end, max(start, self.end))
        if is_block:
            first = lines.BREAK.split(self.text[start:end], maxsplit=1)[0]
            self.comments += COMMENT.findall(first)
            end = start + len(self.text[start:end].rstrip())
        self.end = max(end, self.end)


def _scalar(text: str, event: Event) -> str:
    """A scalar as it was written if that is one line and valid within braces; else in double quotes."""
    written = text[event.start_mark.index : event.end_mark.index]
    if event.style in ("'", '"'):
        return quoted(event.value) if lines.BREAK.search(written) else written
    if event.style in ("|", ">"):
        return quoted(event.value)
    if event.value in NULLS:
        return event.value or "null"
    return plain_or_quoted(event.value)
