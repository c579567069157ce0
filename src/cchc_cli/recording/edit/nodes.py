"""The text of a YAML file → its values with their offsets, for edits that touch only their own lines."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.text import lines
from cchc_cli.text.parser_events import Event, events

Step = str | int
Path = tuple[Step, ...]
"""The way to a value: keys of mappings and places in lists, from the top."""


class Scalar(NamedTuple):
    """A text, a number, a day; empty if `start` is `end`."""

    start: int
    end: int


class Sequence(NamedTuple):
    """A list; `is_flow`: it is written in brackets."""

    start: int
    end: int
    is_flow: bool
    items: "tuple[Node, ...]"


class Mapping(NamedTuple):
    """A mapping: its values, and the offsets of its keys, both by key; `is_flow`: it is written in braces."""

    start: int
    end: int
    is_flow: bool
    values: "dict[str, Node]"
    keys: dict[str, Scalar]


Node = Scalar | Sequence | Mapping


def root(text: str) -> Node | None:
    """The document of a text without syntax errors; None if it is empty."""
    stream = events(text)
    for event in stream:
        if type(event).__name__ in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
            return _node(text, event, stream)
    return None


def at(node: Node | None, path: Path) -> Node | None:
    """The value at a path; None if there is none."""
    for step in path:
        if isinstance(node, Mapping):
            node = node.values.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def _node(text: str, event: Event, stream: Iterator[Event]) -> Node:
    start, name = event.start_mark.index, type(event).__name__
    if name == "ScalarEvent":
        end = event.end_mark.index
        return Scalar(start, start + len(text[start:end].rstrip()) if event.style in ("|", ">") else end)
    if name == "SequenceStartEvent":
        items, closed = _items(text, stream)
        end = closed if event.flow_style else max((each.end for each in items), default=start)
        return Sequence(start, end, bool(event.flow_style), items)
    values: dict[str, Node] = {}
    keys: dict[str, Scalar] = {}
    for inner in stream:
        if type(inner).__name__ == "MappingEndEvent":
            closed = inner.end_mark.index
            break
        keys[inner.value] = Scalar(inner.start_mark.index, inner.end_mark.index)
        values[inner.value] = _value(text, keys[inner.value], _node(text, next(stream), stream))
    end = closed if event.flow_style else max((each.end for each in values.values()), default=start)
    return Mapping(start, end, bool(event.flow_style), values, keys)


def _items(text: str, stream: Iterator[Event]) -> tuple[tuple[Node, ...], int]:
    found: list[Node] = []
    for inner in stream:
        if type(inner).__name__ == "SequenceEndEvent":
            return tuple(found), inner.end_mark.index
        found.append(_node(text, inner, stream))
    return tuple(found), len(text)


def _value(text: str, key: Scalar, value: Node) -> Node:
    """The value; an empty one stands directly after the colon of its key."""
    if isinstance(value, Scalar) and value.start == value.end:
        place = text.index(":", key.end) + 1
        return Scalar(place, place)
    return value


def column(text: str, place: int) -> int:
    """How many characters stand before a place in its line."""
    return place - lines.start(text, place)
