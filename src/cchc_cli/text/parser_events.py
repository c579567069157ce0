"""YAML text → the parser's events, from C where it is installed; nothing of what they mean."""

from collections.abc import Iterator

from msgspec import Struct

DEEPEST = 64
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_STEPS = {"MappingStartEvent": 1, "SequenceStartEvent": 1, "MappingEndEvent": -1, "SequenceEndEvent": -1}


class Mark:
    """A place in the text, as the parser gives it; `index` is a character offset."""

    index: int
    column: int


class Event:
    """An event, as the parser gives it; its class says which of the fields it has: a scalar has a value and a style."""

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
    """Which parser reads YAML here: "libyaml" (C) or "python" (same results, slower)."""
    try:
        import _ruamel_yaml  # noqa: F401
    except ImportError:
        return "python"
    return "libyaml"


def events(text: str) -> Iterator[Event]:
    """The parser's events, from C where it is installed."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        return iter(YAML(typ="safe", pure=True).parse(text))
    return iter(CParser(text).get_event, None)  # a generator of ours would cost a tenth of the time


def readable_events(text: str) -> Iterator[Event]:
    """Events up to the first place that cannot be read or lies too deep; whatever is wrong there, `parse` says it."""
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
    """Whether an exception is the parser's word on the text, and not a bug."""
    return hasattr(error, "problem_mark") or type(error).__name__ == "ReaderError"
