"""A record → YAML in block style, as plans are written by hand: long texts unfolded, short records on one line."""

from collections.abc import Iterator
from datetime import date as Day
from re import compile as pattern
from unicodedata import normalize

from msgspec import Struct

from cchc_cli.model import Assignment, Column, Event, Target
from cchc_cli.recording.edit.line import flow, given, is_read_otherwise, quoted

_ON_ONE_LINE = (Assignment, Column, Event, Target)
_FIRST = ("format", "id", "number")
_NEEDS_QUOTES = pattern(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|:(\s|$)|\s\#|\s$|^$""")
_HIDDEN = pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def block(record: Struct, last: str = "") -> str:
    """A file of one record; the key `last` stands last."""
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
        yield from _text(head, value)
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
        yield f"{head} {value.isoformat() if isinstance(value, Day) else flow(value)}"


def _item(value: object) -> Iterator[str]:
    if not isinstance(value, Struct) or isinstance(value, _ON_ONE_LINE):
        yield from _entry("-", value)
        return
    first, *rest = _fields(value)
    yield f"- {first}"
    yield from (f"  {line}" if line else line for line in rest)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in lines)


def _text(head: str, value: str) -> Iterator[str]:
    text = normalize("NFC", value)
    lines = text.split("\n")
    if _HIDDEN.search(text) or len(lines) == 1:
        plain = not (_HIDDEN.search(text) or _NEEDS_QUOTES.search(text) or is_read_otherwise(text))
        yield f"{head} {text if plain else quoted(text)}"
    elif lines[0][:1].isspace() or not lines[0] or not lines[-1] or any(line != line.rstrip() for line in lines):
        yield f"{head} {quoted(text)}"
    else:
        yield f"{head} |-"
        yield from (f"  {line}" if line else line for line in lines)
