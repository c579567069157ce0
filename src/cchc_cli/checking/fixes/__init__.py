"""What may be put right without asking: text → text that says the same; a fix a file, found by listing the folder.

A fix module has `CODE` (the rule whose findings it mends, "" where no rule finds them), `WORDS` (what it does, for an
officer) and `fixed(text)`. Lines stay, and a fix changes what stands on them; one that makes other lines also has
`replacements(text)`. There is no fix of an older `format:`, for format 1 is the first.
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
from cchc_cli.text.hidden import ANY
from cchc_cli.text.yaml import Value, parse, unplaced


class Mend(NamedTuple):
    """What a fix changes: the number of the first line, what is done, how the line or lines read before and after."""

    line: int
    words: str
    before: str
    after: str


class Fixed(NamedTuple):
    """The whole new content and the lines that change, from the first one."""

    data: bytes
    changes: tuple[Mend, ...]


def fixed(data: bytes, wanted: Callable[[str], bool]) -> Fixed | None:
    """The content with every fix whose code is wanted; None where there is nothing to mend.

    A fix that would make the file say something else, letters put right and hidden marks aside, leaves it alone; so
    does every fix where the file cannot be read.
    """
    text = text_of(data)
    if isinstance(text, Misread) or any(parse(part).data is None for part in lists(text)):
        return None
    done = text
    changes: list[Mend] = []
    for fix in _fixes():
        mended: str = fix.fixed(done) if wanted(fix.CODE) else done
        if mended != done and _said(mended) == _said(text):
            changes += _changes(done, mended, fix)
            done = mended
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
    """What a text says, however its letters are written and without hidden marks: records of its lists, else its data.

    Faults too, so that none comes and none goes.
    """
    parsed = [parse(lines.ended(part)) for part in lists(text)]
    data = [unplaced(each.data, _alike) for each in parsed]
    records = [record for each in data if isinstance(each, list) for record in each]
    others: list[Value] = [each for each in data if each and not isinstance(each, list)]
    return records, others, [(fault.code, fault.message) for each in parsed for fault in each.faults]


def _alike(text: str) -> str:
    return normalize("NFC", ANY.sub("", text)).translate(LETTERS)
