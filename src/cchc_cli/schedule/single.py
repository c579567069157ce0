"""A cell that is one phrase of the table, with or without a condition that names no time → its reading."""

from datetime import date

from msgspec import structs

from cchc_cli.schedule import citations
from cchc_cli.schedule.phrases import opened, whole
from cchc_cli.schedule.plain import lowered
from cchc_cli.schedule.reading import Piece, Reading
from cchc_cli.schedule.readings import together, waiting
from cchc_cli.schedule.spelling import tokens
from cchc_cli.schedule.words import CONDITIONS, TURNED, VERBS

_TIMES = frozenset((
    *TURNED, "ngày", "tuần", "tháng", "quý", "năm", "giờ", "hằng", "mỗi", "từng", "lần", "kỳ", "xuyên", "tục", "một",
    "hai", "dự", "tạm", "i", "ii", "iii", "iv",
))  # fmt: skip
"""Words without which, and without figures and marks, a text names no day, period or interval."""
_MARKS = "();:./&-"


def in_words_of_the_table(flat: str, year: int, issued: date | None) -> tuple[Piece, ...] | None:
    """The reading of a text on one line that is one term, or None."""
    return _at_once(flat, year, issued) or _plainly(flat, year, issued)


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
            return (Piece(flat, None, structs.replace(term[0].reading, condition=said)),) if term and said else None
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
