"""A schedule cell → its terms, one or several, or what cannot be read (docs/promises.md#schedules).

No day, month, quarter, year or interval is passed over: each is a term, or the cell is `Unread`. Most cells are a
phrase of the table, with or without a condition that names no time; compound.py reads the others.
"""

from datetime import date
from functools import lru_cache

from cchc_cli.model import Kind
from cchc_cli.schedule import citations
from cchc_cli.schedule.phrases import opened, whole
from cchc_cli.schedule.plain import lines_as_clauses, lowered, on_one_line
from cchc_cli.schedule.reading import Piece, Reading, Unread
from cchc_cli.schedule.readings import together, waiting
from cchc_cli.schedule.spelling import tokens
from cchc_cli.schedule.words import CONDITIONS, TURNED, VERBS

_TIMES = frozenset((
    *TURNED, "ngày", "tuần", "tháng", "quý", "năm", "giờ", "hằng", "mỗi", "từng", "lần", "kỳ", "xuyên", "tục", "một",
    "hai", "dự", "tạm", "i", "ii", "iii", "iv",
))  # fmt: skip
"""Words without which, and without figures and marks, a text names no day, period or interval."""
_MARKS = "();:./&-"


@lru_cache(maxsize=4096)
def cell(text: str, year: int, issued: date | None = None) -> tuple[Piece, ...] | Unread:
    """The terms of a cell; `year` is used where none is named, `issued` is the plan's own date."""
    flat = on_one_line(text)
    if not flat:
        return (Piece("", None, Reading(Kind.NONE)),)
    found: tuple[Piece, ...] | Unread | None = _at_once(flat, year, issued) or _plainly(flat, year, issued)
    if found is None:
        from cchc_cli.schedule.compound import compound

        found = compound(lines_as_clauses(text), year, issued, cell)
    return Unread(text, found.left, found.terms) if isinstance(found, Unread) else found


def read(text: str, year: int, issued: date | None = None) -> Reading | Unread:
    """The reading of a text with one term. What is outside the table is not guessed."""
    found = cell(text, year, issued)
    if isinstance(found, Unread):
        return found
    return found[0].reading if len(found) == 1 else Unread(text, terms=found)


def _at_once(flat: str, year: int, issued: date | None) -> tuple[Piece, ...] | None:
    """The reading of words that the table has as they stand: most cells."""
    phrase = whole(tokens(lowered(flat)))
    readings = together([phrase], year, issued) if phrase else None
    if not phrase or not readings:
        return None
    return (Piece(flat, None, waiting(readings[0], phrase, flat)),)


def _plainly(flat: str, year: int, issued: date | None) -> tuple[Piece, ...] | None:
    """The reading of a condition, or of a term with one, that names no time: most of the other cells."""
    low = lowered(flat)
    for mark in (" (", *(f", {word} " for word in CONDITIONS)):
        head, found, tail = low.partition(mark)
        if found and (mark != " (" or tail.endswith(")")) and _is_timeless(tail.removesuffix(")"), _opening(tail)):
            said = flat[len(head) + 2 :].removesuffix(")").strip()
            term = _at_once(_past_verb(flat[: len(head)]), year, issued)
            return (Piece(flat, None, term[0].reading._replace(condition=said)),) if term and said else None
    said = _past_verb(flat)
    condition = low[len(flat) - len(said) :]
    opening = _opening(condition)
    if not opening or not _is_timeless(condition, opening):
        return None
    return (Piece(flat, None, Reading(opened()[opening].kind, condition=said)),)


def _opening(condition: str) -> str:
    """The words of the table that begin a condition, if more words follow."""
    words = condition.split(" ")
    begun = (" ".join(words[:end]) for end in (3, 2, 1) if end < len(words))
    return next((each for each in begun if each in opened()), "")


def _past_verb(flat: str) -> str:
    """The text without a verb at its beginning that says nothing about time ("Triển khai …")."""
    low = flat.lower()
    return next((flat[len(verb) + 1 :] for verb in VERBS if low.startswith(f"{verb} ")), flat)


def _is_timeless(condition: str, opening: str) -> bool:
    """Whether what follows the beginning of a condition names no day, period or interval."""
    low = condition[len(opening) :]
    low = citations.without(low, low) if "năm" in low else low
    if not _TIMES.isdisjoint(low.replace(",", " ").split()):
        return False
    return not any(sign.isdigit() or sign in _MARKS for sign in low)
