"""YAML text → unquoted values that a sign # cuts short, where the writer probably did not mean a comment."""

from collections.abc import Iterator
from re import MULTILINE
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.text.parser_events import readable_events

# A comment that is not set off by two spaces before the sign and one behind it.
_SUSPECT = pattern(r"[^\s#](?:[ \t]#|[ \t]{2,}#[^ \t\r\n])")
_BEHIND = pattern(r"([ \t]+)#([ \t]|$)?", MULTILINE)


class Cut(NamedTuple):
    """The key of the value, the part of the value that is read, and the offset of the sign # after it."""

    key: str
    read: str
    sign: int


def cut_values(text: str) -> Iterator[Cut]:
    """Values of keys, and items of their lists, that end where ` #` begins.

    A sign with two spaces before it and one after it is a comment and is skipped. After a key without a value, one
    space after the sign is enough.
    """
    if _SUSPECT.search(text) is None:
        return
    around: list[tuple[bool, str]] = []  # for each container: is it a list, and its own or its value's key
    is_key = False
    for event in readable_events(text):
        name = type(event).__name__
        if name in ("MappingStartEvent", "SequenceStartEvent"):
            around.append((name == "SequenceStartEvent", around[-1][1] if around else ""))
            is_key = name == "MappingStartEvent"
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            around.pop()
            is_key = bool(around) and not around[-1][0]
        elif name == "ScalarEvent" and is_key:
            around[-1] = (False, event.value)
            is_key = False
        elif name == "ScalarEvent" and around:
            is_key = not around[-1][0]
            found = _BEHIND.match(text, event.end_mark.index) if not event.style else None
            if found and not (found[2] is not None and (len(found[1]) > 1 or not event.value)):
                yield Cut(around[-1][1], event.value, found.end(1))
