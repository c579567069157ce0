"""What may be put right without asking: text → text that says the same; a fix a file, found by listing the folder.

A fix module has `CODE` (the rule whose findings it mends, "" where no rule finds them), `WORDS` (what it does, for an
officer) and `fixed(text)`. Lines stay: a fix changes what stands on them. There is no fix of an older `format:`, for
format 1 is the first.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple
from unicodedata import normalize

from cchc_cli.checking.fixes.vietnamese_d import LETTERS
from cchc_cli.text.encoding import Misread, text_of
from cchc_cli.text.lines import BREAK
from cchc_cli.text.yaml import Value, parse, unplaced


class Change(NamedTuple):
    """A line that a fix changes: its number, what is done, how it read and how it reads."""

    line: int
    words: str
    before: str
    after: str


class Fixed(NamedTuple):
    """The whole new content and the lines that change, from the first one."""

    data: bytes
    changes: tuple[Change, ...]


def fixed(data: bytes, wanted: Callable[[str], bool]) -> Fixed | None:
    """The content with every fix whose code is wanted; None where there is nothing to mend.

    A fix that would make the file say something else, letters put right aside, leaves it alone; so does every fix
    where the file cannot be read.
    """
    text = text_of(data)
    if isinstance(text, Misread) or parse(text).data is None:
        return None
    done = text
    changes: list[Change] = []
    for fix in _fixes():
        mended: str = fix.fixed(done) if wanted(fix.CODE) else done
        if mended != done and _said(mended) == _said(text):
            changes += _changes(done, mended, fix.WORDS)
            done = mended
    if done == text:
        return None
    mark = data[: len(data) - len(text.encode())]
    return Fixed(mark + done.encode(), tuple(sorted(changes)))


@cache
def _fixes() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))


def _changes(before: str, after: str, words: str) -> list[Change]:
    lines = zip(BREAK.split(before), BREAK.split(after), strict=True)
    return [Change(number, words, one, other) for number, (one, other) in enumerate(lines, 1) if one != other]


def _said(text: str) -> tuple[Value, list[tuple[str, str]]]:
    """What a text says, however its letters are written; faults too, so that none comes and none goes."""
    parsed = parse(text)
    return unplaced(parsed.data, _alike), [(fault.code, fault.message) for fault in parsed.faults]


def _alike(text: str) -> str:
    return normalize("NFC", text).translate(LETTERS)
