"""The printed words of a schedule → how they are read, or that they cannot be (docs/promises.md#schedules)."""

from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import pairwise, product
from re import Pattern, escape
from re import compile as pattern
from typing import NamedTuple

from msgspec import Struct, structs

from cchc_cli.model import Kind
from cchc_cli.schedule.grammar import CONDITIONS, COUNTED_FROM, LEADS, TABLE, Phrasing, examples
from cchc_cli.schedule.spelling import Days, Spelled, resolved, spelled

DASHES = str.maketrans("–—−‑", "----")
MARKS = frozenset(map(chr, range(0x300, 0x370)))
VARIANTS = (("hàng", "hằng"), ("quí", "quý"), ("qúy", "quý"))
EVERY = {1: "month", 3: "quarter", 6: "half", 12: "year"}


class Reading(NamedTuple):
    """The meaning of a phrase. `days` counts from the event named in `condition`, in working days if `working`.

    `condition` is verbatim, without the brackets around it. `every`: week, month, quarter, half, year.
    """

    kind: Kind
    start: date | None = None
    due: date | None = None
    condition: str | None = None
    days: int | None = None
    working: bool = False
    every: str | None = None


class Unread(Struct, frozen=True):
    """A phrase that the table of grammar.py does not contain; or, of `several_years`, one that does not say which."""

    text: str
    several_years: bool = False


class Line(Struct, frozen=True):
    """One line of a schedule cell: its term, the words after the colon, and the reading of the term."""

    text: str
    name: str | None
    reading: Reading | Unread


class Phrase(Struct, frozen=True):
    """A phrase taken apart: term, its placeholders, the word that begins the condition, the condition."""

    whole: str
    shape: str
    terms: list[Spelled]
    opening: str
    condition: str | None


@lru_cache(maxsize=4096)
def read(text: str, year: int) -> Reading | Unread:
    """The reading of `text`; `year` is used if the phrase names none. Phrases outside the table are not guessed."""
    return _reading(_composed(text), year) or Unread(text)


def cell_lines(cell: str) -> tuple[tuple[str, str | None], ...]:
    """The lines of a cell, at least one, without leading dashes: the words of each term, and those after its colon."""
    stripped = (line.strip().lstrip("-–—+•*").strip() for line in cell.splitlines())
    return tuple(_line(line) for line in stripped if line) or (_line(""),)


def nearest(text: str, year: int) -> str:
    """The example of the table that looks most like `text`, with the plan's year; this takes milliseconds."""
    from difflib import get_close_matches

    known = {words.lower(): words for row in TABLE for words, _ in examples(row)}
    (best,) = get_close_matches(" ".join(text[:200].lower().split()), known, n=1, cutoff=0)
    return known[best].replace("2027", str(year + 1)).replace("2026", str(year))


def _line(text: str) -> tuple[str, str | None]:
    term, _, name = text.partition(":")
    return term.strip(), name.strip().rstrip(".;").rstrip() or None


def _composed(text: str) -> str:
    """The text in NFC. Text without combining marks, which is usual in files, is returned unchanged."""
    if MARKS.isdisjoint(text):
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


def _reading(text: str, year: int) -> Reading | None:
    phrase = _taken_apart(text)
    row = _row(phrase) if phrase else None
    if phrase is None or row is None or _hides_a_term(phrase):
        return None
    if row.due != "none":
        return _dated(row, phrase, year)
    return _recurring(row, phrase, year) if row.kind is Kind.RECURRING else _undated(row, phrase)


def _recurring(row: Phrasing, phrase: Phrase, year: int) -> Reading | None:
    """The day within the interval, if one is named, must exist, and so must the interval itself."""
    if row.whole and not resolved([structs.replace(term, number=term.number or 1) for term in phrase.terms], year):
        return None
    every = EVERY.get(phrase.terms[0].day or 0) if row.every == "count" else row.every
    if row.every == "count" and every is None:
        return None
    return Reading(row.kind, condition=phrase.whole if row.whole else phrase.condition, every=every)


def _undated(row: Phrasing, phrase: Phrase) -> Reading:
    condition = phrase.whole if row.whole else phrase.condition
    if row.kind is not Kind.EVENT or row.whole or not phrase.terms:
        return Reading(row.kind, condition=condition)
    return Reading(row.kind, condition=condition, days=phrase.terms[0].day, working="làm việc" in phrase.shape)


def _dated(row: Phrasing, phrase: Phrase, year: int) -> Reading | None:
    days = resolved(phrase.terms or [Spelled("năm")], year)
    if days is None or (row.adjoining and not _adjoining(days)):
        return None
    start = days[0][0] if row.start == "first" else None
    due = days[-1][1] if row.due == "last" else days[0][0] - timedelta(days=1)
    return Reading(row.kind, start, due, phrase.condition)


def _adjoining(days: list[Days]) -> bool:
    return all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(days))


def _taken_apart(text: str) -> Phrase | None:
    """The parts of a phrase; None if brackets do not match or a word that opens a condition has nothing after it."""
    whole = " ".join(text.split()).strip(" .;,")
    if whole.startswith("(") and whole.endswith(")") and whole.count("(") == 1:
        whole = whole[1:-1].strip()
    low = _lowered(whole)
    lead = next((len(word) + 1 for word in LEADS if low.startswith(word + " ")), 0)
    found = _opening().search(low, lead)
    end = found.start() if found else len(low)
    shape, terms = _shape(low[lead:end])
    opening = found[0] if found else ""
    condition = whole[end:]
    if opening == "(":
        if not condition.endswith(")") or condition.count("(") != 1 or condition.count(")") != 1:
            return None
        condition = condition[1:-1].strip()
    elif opening in COUNTED_FROM:
        condition = condition[len(opening) :].strip()
    said = condition != "" and _lowered(condition) != opening
    return Phrase(whole, shape, terms, opening, condition or None) if said or not found else None


def _lowered(text: str) -> str:
    """The text in lower case, with the same number of letters, so that offsets are valid in both texts."""
    low = text.lower().translate(DASHES)
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _shape(low: str) -> tuple[str, list[Spelled]]:
    """The words with placeholders for terms, as the table writes them."""
    low = "/".join(part.strip() for part in low.strip(" ,;").split("/"))
    for variant, usual in VARIANTS:
        low = low.replace(variant, usual)
    shape, terms = spelled(low)
    return " ".join(shape.replace(",", " , ").replace("-", " - ").split()), terms


def _row(phrase: Phrase) -> Phrasing | None:
    """The table row of the whole phrase, else the row of its term if the words after the term may be a condition."""
    table = _shapes()
    if phrase.opening:
        whole = table.get(f"{phrase.shape} {phrase.opening} ...".lstrip())
        if whole or not phrase.shape or phrase.opening not in CONDITIONS:
            return whole
    return table.get(phrase.shape) or table.get(_any_term(phrase.shape, phrase.terms))


def _any_term(shape: str, terms: list[Spelled]) -> str:
    for name in {term.name for term in terms} - {"số"}:
        shape = shape.replace(f"<{name}>", "<kỳ>")
    return shape


def _hides_a_term(phrase: Phrase) -> bool:
    """Whether the condition contains a deadline ("theo kế hoạch, xong trước 30/6"), which reading would lose."""
    if phrase.condition is None:
        return False
    shape, terms = _shape(_lowered(phrase.condition))
    if shape.startswith("<") and phrase.opening not in COUNTED_FROM:
        return True
    named = any(term.name not in ("ngày", "năm", "số") for term in terms)
    return named or any(words in f" {shape} " for words in _deadlines())


@cache
def _deadlines() -> tuple[str, ...]:
    before = ("trước", "đến", "đến hết", "chậm nhất", "muộn nhất", "xong", "vào", "trong")
    return (*(f" {word} <ngày> " for word in before), " trước <năm> ", " chậm nhất ", " muộn nhất ", " <số> ngày ")


@cache
def _opening() -> Pattern[str]:
    words = "|".join(escape(word) for word in (*COUNTED_FROM, *CONDITIONS) if word != "(")
    return pattern(rf"(?<![^\s,;])(?:{words})(?!\S)|\(")


@cache
def _shapes() -> dict[str, Phrasing]:
    return {shape: row for row in TABLE for phrase in row.phrases for shape in _expanded(phrase)}


def _expanded(phrase: str) -> list[str]:
    """Every way to say a phrase of the table: `[a|b]` is a, b or nothing, `(a|b)` a or b."""
    choices: list[list[str]] = []
    for piece in phrase.replace("[", "\n[").replace("(", "\n(").replace("]", "\n").replace(")", "\n").split("\n"):
        options = piece.lstrip("[(").split("|") if piece[:1] in ("[", "(") else [piece]
        choices.append([*options, ""] if piece.startswith("[") else options)
    return [" ".join(" ".join(choice).split()) for choice in product(*choices)]
