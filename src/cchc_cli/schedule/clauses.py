"""The stretches of a cell → clauses: terms, each with the words and the condition beside it."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from cchc_cli.model import Kind
from cchc_cli.schedule.grammar import Phrasing
from cchc_cli.schedule.left_over import Unsure, refuse_times
from cchc_cli.schedule.phrases import Bit
from cchc_cli.schedule.words import FILLERS

Span = tuple[int, int]


class Condition(Struct, frozen=True):
    """A condition: the row of the table that it begins, the stretch of its words, and the numbers in its beginning."""

    row: Phrasing | None
    start: int
    said: int
    end: int
    opening: Bit


class Part(Struct):
    """Phrases that only a joiner parts, with the words beside them. `colon`: it parts term and words.
    `remarks`: brackets, and whether each begins as a condition does.

    `inner`: the clauses of a bracket with terms of its own. `loose`: another part stands right before it.
    """

    phrases: list[Bit]
    before: Span | None = None
    after: Span | None = None
    conditions: list[Condition] = []
    remarks: list[tuple[Span, bool]] = []
    inner: list["Clause"] = []
    colon: bool = False
    loose: bool = False
    end: int = 0

    @property
    def comes_again(self) -> bool:
        """Whether an interval is among its phrases."""
        return any(phrase.row is not None and phrase.row.kind is Kind.RECURRING for phrase in self.phrases)

    @property
    def beside(self) -> list[Span]:
        """The words, remarks and conditions beside its phrases."""
        conditions = ((each.start, each.end) for each in self.conditions)
        return [span for span in (self.before, self.after, *(span for span, _ in self.remarks), *conditions) if span]


class Clause(Struct):
    """What stands between two full stops or semicolons; `words` and `conditions` if there is no term in it."""

    parts: list[Part] = []
    words: Span | None = None
    conditions: list[Condition] = []


def clauses(bits: Sequence[Bit]) -> list[Clause]:
    """The clauses of stretches. Raises `Unsure` if brackets do not match."""
    found, start, depth = [], 0, 0
    for place, bit in enumerate(bits):
        depth += {"(": 1, ")": -1}.get(bit.kind, 0)
        if depth < 0:
            raise Unsure(bit.start, bit.end)
        if bit.kind in (";", ".") and depth == 0 and not _joins(bits, place):
            found.append(_Reader(bits[start:place]).clause())
            start = place + 1
    if depth:
        raise Unsure(bits[-1].start, bits[-1].end)
    found.append(_Reader(bits[start:]).clause())
    return found


def _joins(bits: Sequence[Bit], place: int) -> bool:
    """Whether a semicolon only joins two terms, neither of which has words of its own."""
    around = bits[max(place - 2, 0) : place + 3]
    kinds = ["", *[""] * (2 - min(place, 2)), *(bit.kind for bit in around), "", ""]
    before, one, own, other, after = kinds[1:6]
    bare = before in ("", ";", "J") and after in ("", ";", "J", ".")
    return own == ";" and one == other == "P" and bare


class _Reader:
    """Reads the stretches of one clause from left to right."""

    def __init__(self, bits: Sequence[Bit]) -> None:
        self._bits = bits
        self._parts: list[Part] = []
        self._words: Span | None = None
        self._conditions: list[Condition] = []
        self._remarks: list[tuple[Span, bool]] = []
        self._colon = False
        self._leads = False  # whether the words stand between a comma or "và" and the term after them

    def clause(self) -> Clause:
        place = 0
        while place < len(self._bits):
            kind = self._bits[place].kind
            step = {"P": self._term, "C": self._condition, "(": self._bracket, ":": self._marked}.get(kind, self._word)
            place = step(place)
        if not self._parts:
            return Clause([], self._words, self._conditions)
        self._parts[-1].after = self._words
        return Clause(_assigned(self._parts))

    def _term(self, place: int) -> int:
        phrases = [self._bits[place]]
        after = place + 1
        while (more := self._joined(after)) is not None:
            phrases.append(self._bits[more])
            after = more + 1
        part = Part(phrases, conditions=self._conditions, end=phrases[-1].end)
        if not self._parts:
            part.before, part.remarks = self._words, self._remarks
            part.colon = self._colon
        else:
            if self._leads and self._words:
                part.before = self._words
            else:
                self._parts[-1].after = self._words
            told = self._words is not None or (bool(self._parts[-1].remarks) and self._bits[place - 1].kind == "J")
            part.loose = not told or bool(self._conditions)
        self._parts.append(part)
        self._words, self._conditions, self._remarks, self._colon = None, [], [], False
        return after

    def _joined(self, place: int) -> int | None:
        """The place of a term that only a joiner, and words such as "hoàn thành", part from the one before it."""
        start = place
        while place < len(self._bits) and self._bits[place].kind in ("J", ";"):
            place += 1
        if place == start:
            return None
        if place < len(self._bits) and self._bits[place].kind == "W" and is_filler(self._bits[place]):
            place += 1
        return place if place < len(self._bits) and self._bits[place].kind == "P" else None

    def _condition(self, place: int) -> int:
        opening = self._bits[place]
        end, place = opening.end, place + 1
        while place < len(self._bits) and self._bits[place].kind in ("C", "W", "J", ":", "("):
            after = place + 1
            if self._bits[place].kind == "(":
                after = _closing(self._bits, place) + 1
                if any(bit.kind == "P" for bit in self._bits[place:after]):
                    break
            if self._bits[place].kind not in ("J", ":"):
                refuse_times(self._bits[place:after])
                end = self._bits[after - 1].end
            place = after
        found = Condition(opening.row, opening.start, opening.said, end, opening)
        before_term = place < len(self._bits) and self._bits[place].kind == "P"
        if self._parts and not (before_term and self._parts[-1].conditions):
            self._parts[-1].conditions = [*self._parts[-1].conditions, found]
        else:
            self._conditions = [*self._conditions, found]
        return place

    def _bracket(self, place: int) -> int:
        end = _closing(self._bits, place)
        inside = self._bits[place + 1 : end]
        if not inside:
            raise Unsure(self._bits[place].start, self._bits[end].end)
        if any(bit.kind == "P" for bit in inside):
            self._inner(clauses(inside), inside)
        else:
            refuse_times(inside)
            span = (inside[0].start, inside[-1].end)
            if self._parts and self._words is None:
                self._parts[-1].remarks = [*self._parts[-1].remarks, (span, inside[0].kind == "C")]
            elif self._words is not None:
                self._words = (self._words[0], self._bits[end].end)
            else:
                raise Unsure(*span)
        return end + 1

    def _inner(self, inner: list[Clause], inside: Sequence[Bit]) -> None:
        """A bracket with a term: a closer one, or a further one, or that of the condition or the words before it."""
        if self._parts and self._words is None:
            if self._parts[-1].inner:
                raise Unsure(inside[0].start, inside[-1].end)
            self._parts[-1].inner = inner
            self._parts[-1].end = inside[-1].end + 1
            return
        only = inner[0].parts[0] if len(inner) == 1 and len(inner[0].parts) == 1 else None
        if self._parts or only is None or only.after or (only.before and self._words):
            raise Unsure(inside[0].start, inside[-1].end)
        if only.before is None:
            only.before, only.colon = self._words, True
        only.conditions = [*self._conditions, *only.conditions]
        self._parts.append(only)
        self._words, self._conditions = None, []

    def _marked(self, place: int) -> int:
        if self._parts and self._words is None:
            self._parts[-1].colon = True
        elif not self._parts and self._words is not None:
            self._colon = True
        return place + 1

    def _word(self, place: int) -> int:
        bit = self._bits[place]
        if bit.kind == "W":
            refuse_times([bit])
            self._leads = self._words is None and place > 0 and self._bits[place - 1].kind == "J"
            self._words = (self._words[0] if self._words else bit.start, bit.end)
        elif bit.words == ("/",):
            self._words = (self._words[0] if self._words else bit.start, bit.end)
        else:
            self._leads = False
        return place + 1


def _assigned(parts: list[Part]) -> list[Part]:
    """The parts with their words: those after each term, or those before it if the clause begins with words."""
    if len(parts) > 1 and parts[0].before is not None and not any(part.colon for part in parts[1:]):
        last = parts[-1].after
        for one, other in reversed(list(pairwise(parts))):
            other.before, one.after = other.before or one.after, None
        parts[-1].after = last
    return parts


def is_filler(bit: Bit) -> bool:
    """Whether words only introduce a term ("hoàn thành", "dự kiến")."""
    return " ".join(bit.words) in FILLERS


def _closing(bits: Sequence[Bit], place: int) -> int:
    depth = 0
    for end in range(place, len(bits)):
        depth += {"(": 1, ")": -1}.get(bits[end].kind, 0)
        if depth == 0:
            return end
    raise Unsure(bits[place].start, bits[-1].end)
