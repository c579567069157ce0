"""The phrases of the table (grammar.py) in a text: words and terms → phrases, conditions, other words and marks."""

from functools import cache
from itertools import product

from msgspec import Struct, structs

from cchc_cli.schedule.grammar import TABLE, Phrasing
from cchc_cli.schedule.spelling import Spelled, Token
from cchc_cli.schedule.words import CONDITIONS

ANY = frozenset(f"<{name}>" for name in ("ngày", "tháng", "quý", "lúc", "năm", "nửa năm", "n tháng", "tuần"))


class Bit(Struct, frozen=True):
    """A stretch of a text: a phrase ("P"), a condition ("C"), words ("W"), a joiner ("J") or a mark.

    `said`: where the words of a condition begin, after "kể từ"; `words`: the stretch, as the table writes it.
    """

    kind: str
    start: int
    end: int
    words: tuple[str, ...] = ()
    terms: tuple[Spelled, ...] = ()
    row: Phrasing | None = None
    said: int = 0


def whole(tokens: list[Token]) -> Bit | None:
    """The phrase that all the words make up together, if the table has it."""
    row = _lookup(closed(), [token.word for token in tokens]) if tokens else None
    return _bit("P", tokens, row) if row else None


def bits(tokens: list[Token]) -> list[Bit]:
    """The text in stretches, from left to right; the longest phrase wins."""
    found: list[Bit] = []
    words: list[Token] = []
    place = 0
    while place < len(tokens):
        bit, after = _next(tokens, place)
        if bit.kind == "W":
            words.append(tokens[place])
        else:
            found += [*_words(words), bit]
            words = []
        place = after
    return [*found, *_words(words)]


def _words(tokens: list[Token]) -> list[Bit]:
    return [_bit("W", tokens, None)] if tokens else []


def _next(tokens: list[Token], place: int) -> tuple[Bit, int]:
    word = tokens[place].word
    if word in _first():
        for end in range(min(len(tokens), place + _longest()), place, -1):
            words = [token.word for token in tokens[place:end]]
            row = _lookup(closed(), words)
            if row:
                return _bit("P", tokens[place:end], row), end
            row = opened().get(" ".join(words))
            if row:
                return _opening(tokens, place, end, row), end
            if " ".join(words) in CONDITIONS:
                return _bit("C", tokens[place:end], None), end
    kind = "J" if word in (",", "và", "&", "/", "+") else word if word in (";", ".", ":", "(", ")") else "W"
    return _bit(kind, tokens[place : place + 1], None), place + 1


def _opening(tokens: list[Token], place: int, end: int, row: Phrasing) -> Bit:
    """A condition of a row; of "trong 10 ngày sau khi …" it begins with "sau khi", of "… kể từ …" after these words."""
    bit = _bit("C", tokens[place:end], row)
    if row.whole or "<số>" not in bit.words:
        return bit
    if bit.words[-1] == "từ":
        return structs.replace(bit, said=tokens[end].start if end < len(tokens) else bit.end)
    return structs.replace(bit, said=tokens[place + bit.words.index("sau")].start)


def _bit(kind: str, tokens: list[Token], row: Phrasing | None) -> Bit:
    words = tuple(token.word for token in tokens)
    terms = tuple(token.term for token in tokens if token.term)
    return Bit(kind, tokens[0].start, tokens[-1].end, words, terms, row, tokens[0].start)


def _lookup(table: dict[str, Phrasing], words: list[str]) -> Phrasing | None:
    row = table.get(" ".join(words))
    if row or ANY.isdisjoint(words):
        return row
    return table.get(" ".join("<kỳ>" if word in ANY else word for word in words))


@cache
def closed() -> dict[str, Phrasing]:
    """The phrases that are complete."""
    return {shape: row for shape, row in _shapes() if not shape.endswith("...")}


@cache
def opened() -> dict[str, Phrasing]:
    """The phrases after which any words follow, without these words."""
    return {shape.removesuffix("...").strip(): row for shape, row in _shapes() if shape.endswith("...")}


@cache
def _first() -> frozenset[str]:
    shapes = (*closed(), *opened(), *CONDITIONS)
    return frozenset(shape.split(" ")[0] for shape in shapes) | ANY


@cache
def _longest() -> int:
    return max(shape.count(" ") for shape in (*closed(), *opened())) + 1


@cache
def _shapes() -> list[tuple[str, Phrasing]]:
    return [(shape, row) for row in TABLE for phrase in row.phrases for shape in _expanded(phrase)]


def _expanded(phrase: str) -> list[str]:
    """Every way to say a phrase of the table: `[a|b]` is a, b or nothing, `(a|b)` a or b."""
    choices: list[list[str]] = []
    for piece in phrase.replace("[", "\n[").replace("(", "\n(").replace("]", "\n").replace(")", "\n").split("\n"):
        options = piece.lstrip("[(").split("|") if piece[:1] in ("[", "(") else [piece]
        choices.append([*options, ""] if piece.startswith("[") else options)
    return [" ".join(" ".join(choice).split()) for choice in product(*choices)]
