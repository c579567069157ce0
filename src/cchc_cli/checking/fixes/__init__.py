"""Fixes that need no decision: text → text with the same meaning. Each module of this folder is one fix.

A fix module has `CODE` (the rule whose findings it mends, "" if no rule finds them), `WORDS` (what it does, for an
officer) and `fixed(text)`. A fix keeps the number of lines; one that changes it also has `replacements(text)`. There is
no fix for an older `format:`, because format 1 is the first.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple
from unicodedata import normalize

from cchc_cli.checking.fixes.vietnamese_d import LETTERS
from cchc_cli.recording.edit.single_lines import lists
from cchc_cli.text import lines
from cchc_cli.text.encoding import Misread, text_of
from cchc_cli.text.hidden import BARE
from cchc_cli.text.yaml import Value, parse, unplaced


class Mend(NamedTuple):
    """A change by a fix: the number of the first line, what was done, and the line or lines before and after."""

    line: int
    words: str
    before: str
    after: str


class Fixed(NamedTuple):
    """The whole new content, and the changes in the order of lines."""

    data: bytes
    changes: tuple[Mend, ...]


def fixed(data: bytes, wanted: Callable[[str], bool]) -> Fixed | None:
    """The content after every wanted fix; None if nothing needs a fix.

    A fix is skipped if it would change the data of the file, apart from corrected letters and hidden marks. All fixes
    are skipped if the file cannot be read.
    """
    text = text_of(data)
    if isinstance(text, Misread) or any(parse(part).data is None for part in lists(text)):
        return None
    chosen = [fix for fix in _fixes() if wanted(fix.CODE)]
    done, changes = text, list[Mend]()
    for _ in chosen:  # what one fix has quoted or joined, another may now mend
        before = done
        for fix in chosen:
            mended: str = fix.fixed(done)
            if mended != done and _said(mended) == _said(text):
                changes += _changes(done, mended, fix)
                done = mended
        if done == before:
            break
    if done == text:
        return None
    mark = data[: len(data) - len(text.encode())]
    return Fixed(mark + done.encode(), tuple(sorted(changes)))


@cache
def _fixes() -> tuple[ModuleType, ...]:
    return tuple(import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))


def _changes(before: str, after: str, fix: ModuleType) -> Iterator[Mend]:
    if hasattr(fix, "replacements"):
        for start, end, text in fix.replacements(before):
            yield Mend(lines.number(before, start), fix.WORDS, before[start:end].rstrip("\r\n"), text)
    else:
        both = zip(lines.BREAK.split(before), lines.BREAK.split(after), strict=True)
        yield from (Mend(number, fix.WORDS, *pair) for number, pair in enumerate(both, 1) if pair[0] != pair[1])


def _said(text: str) -> tuple[list[Value], list[Value], list[tuple[str, str]]]:
    """The data of a text with uniform letters and without hidden marks: the records of its lists, and other data.

    The faults are included, so that a fix neither adds nor removes one.
    """
    parsed = [parse(lines.ended(part)) for part in lists(text)]
    data = [unplaced(each.data, _alike) for each in parsed]
    records = [record for each in data if isinstance(each, list) for record in each]
    others: list[Value] = [each for each in data if each and not isinstance(each, list)]
    return records, others, [(fault.code, fault.message) for each in parsed for fault in each.faults]


def _alike(text: str) -> str:
    return normalize("NFC", text.translate(BARE)).translate(LETTERS)
