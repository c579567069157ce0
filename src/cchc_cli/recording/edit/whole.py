"""A record → a file of its own: YAML in block style, as plans are written by hand, with short records on one line."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cchc_cli.model import Assignment, Column, Event, Target
from cchc_cli.recording.edit.block import text
from cchc_cli.recording.edit.line import flow, given

_ON_ONE_LINE = (Assignment, Column, Event, Target)
_LF = "\n"
_FIRST = ("format", "id", "number")


def whole(record: Struct, last: str = "") -> str:
    """The content of the file; the key `last` stands last."""
    fields = sorted(_ordered(record), key=lambda field: field[0] == last)
    return "".join(f"{line}\n" for key, value in fields for line in _entry(f"{key}:", value))


def _ordered(record: Struct) -> list[tuple[str, object]]:
    """The keys and values, the id and the printed number first."""
    return sorted(given(record), key=lambda field: _FIRST.index(field[0]) if field[0] in _FIRST else len(_FIRST))


def _fields(record: Struct) -> Iterator[str]:
    for key, value in _ordered(record):
        yield from _entry(f"{key}:", value)


def _entry(head: str, value: object) -> Iterator[str]:
    """A key, or the dash of an item, with its value behind or below."""
    if isinstance(value, str):
        yield from f"{head} {text(value, margin='', newline=_LF)}".split(_LF)
    elif isinstance(value, tuple) and value:
        yield head
        for item in value:
            yield from _indented(_item(item))
    elif isinstance(value, dict):
        yield head
        for name, own in value.items():
            yield from _indented(_entry(f"{name}:", own))
    elif isinstance(value, Struct) and not isinstance(value, _ON_ONE_LINE):
        yield head
        yield from _indented(_fields(value))
    else:
        yield f"{head} {flow(value)}"


def _item(value: object) -> Iterator[str]:
    if not isinstance(value, Struct) or isinstance(value, _ON_ONE_LINE):
        yield from _entry("-", value)
        return
    first, *rest = _fields(value)
    yield f"- {first}"
    yield from _indented(rest)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in lines)
