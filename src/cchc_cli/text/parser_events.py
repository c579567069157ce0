"""YAML text → the parser's events, from the C parser if it is installed. Their meaning is decided in `yaml`."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

DEEPEST = 64
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_STEPS = {"MappingStartEvent": 1, "SequenceStartEvent": 1, "MappingEndEvent": -1, "SequenceEndEvent": -1}


class Mark:
    """A place in the text, as the parser gives it; `index` is a character offset."""

    index: int
    column: int


class Event:
    """An event, as the parser gives it. Its class decides which fields it has: a scalar has a value and a style."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    implicit: tuple[bool, bool]
    flow_style: bool | None


class ParserFault(Struct, frozen=True):
    """A syntax problem; `start` and `end` are character offsets in the text."""

    start: int
    end: int
    code: str
    message: str
    hint: str | None = None


def engine() -> str:
    """The parser that reads YAML on this machine: "libyaml" (C) or "python" (same results, slower)."""
    try:
        _c_parser()
    except ImportError:
        return "python"
    return "libyaml"


def events(text: str) -> Iterator[Event]:
    """The parser's events, from the C parser if it is installed."""
    try:
        parser = _c_parser()
    except ImportError:
        from ruamel.yaml import YAML

        return iter(YAML(typ="safe", pure=True).parse(text))
    return iter(parser(text).get_event, None)  # a generator function here would add a tenth to the time


def _c_parser() -> Any:
    from cchc_cli.text import libyaml  # a run that finds its plans parsed does without

    return libyaml.parser()


def readable_events(text: str) -> Iterator[Event]:
    """Events up to the first place that cannot be read or is nested too deep. `parse` reports the fault there."""
    depth = 0
    steps: dict[type, int] = {}
    try:
        for event in events(text):
            kind = type(event)
            if kind not in steps:
                steps[kind] = _STEPS.get(kind.__name__, 0)
            depth += steps[kind]
            if depth > DEEPEST:
                return
            yield event
    except Exception as error:
        if not is_complaint(error):
            raise


def is_complaint(error: Exception) -> bool:
    """Whether an exception is the parser's error about the text, and not a bug of the program."""
    return hasattr(error, "problem_mark") or type(error).__name__ == "ReaderError"
