"""The phrase of the table that words which cannot be read were probably meant to be."""

from difflib import SequenceMatcher

from cchc_cli.schedule.cells import cell
from cchc_cli.schedule.phrases import closed
from cchc_cli.schedule.plain import lowered, on_one_line
from cchc_cli.schedule.spelling import Token, tokens
from cchc_cli.schedule.words import ROUND_THE_CLOCK

LIKE = 0.75
"""How alike words must be to be a slip of one another."""
LONGEST = 80
_OF_A_QUARTER = ("đầu quý", "giữa quý", "cuối quý")
_MARKED = {
    "thang": "tháng", "quy": "quý", "qui": "quý", "nam": "năm", "ngay": "ngày", "truoc": "trước", "den": "đến",
    "het": "hết", "tu": "từ", "hang": "hằng", "cuoi": "cuối", "dau": "đầu", "giua": "giữa", "xuyen": "xuyên",
    "thuong": "thường", "cham": "chậm", "nhat": "nhất", "dinh": "định", "ky": "kỳ", "tuan": "tuần", "va": "và",
}  # fmt: skip
"""Words of time, as they are typed without diacritics."""


def hint(text: str, year: int, otherwise: str) -> str:
    """What to write in place of words that cannot be read; `otherwise`, if none were probably meant."""
    if any(each in lowered(text) for each in _OF_A_QUARTER):
        return "đầu, giữa, cuối quý không chỉ một ngày nào: ghi tháng hoặc ngày"
    if ROUND_THE_CLOCK in text:
        return f"suốt ngày đêm thì ghi “Thường xuyên”, ngày 24 tháng 7 thì ghi “ngày 24/7/{year}”"
    mended = nearest(text, year)
    return f"có phải “{mended}”?" if mended else otherwise


def nearest(text: str, year: int) -> str | None:
    """The words with their slip mended ("Trog năm 2026"), which name the same days and periods; None if unsure."""
    flat = on_one_line(text)
    if not 0 < len(flat) <= LONGEST:
        return None
    for other in (_with_whole_year(flat), _with_diacritics(flat)):
        if other != flat and isinstance(cell(other, year), tuple):
            return other
    found = tokens(lowered(flat))
    terms = [token.word for token in found if token.term]
    words = " ".join(token.word for token in found if not token.term)
    if not words:
        return None
    alike = ((_likeness(words, shape), shape) for shape in closed() if _terms(shape) == _any(shape, terms))
    likeness, shape = max(alike, default=(0.0, ""))
    mended = _written(shape, flat, found) if likeness >= LIKE else ""
    return mended if mended and isinstance(cell(mended, year), tuple) else None


def _with_whole_year(flat: str) -> str:
    """ "05/02/26", "Tháng 6/26" with the year in full."""
    before, slash, year = flat.rpartition("/")
    return f"{before}/20{year}" if slash and len(year) == 2 and year.isdecimal() and "20" <= year <= "39" else flat


def _with_diacritics(flat: str) -> str:
    """ "quy I/2026" as "Quý I/2026"; words that have diacritics stay."""
    if not flat.isascii():
        return flat
    words = " ".join(_MARKED.get(word.lower(), word) for word in flat.split(" "))
    return words[:1].upper() + words[1:]


def _terms(shape: str) -> list[str]:
    return [f"<{part.partition('>')[0]}>" for part in shape.split("<")[1:]]


def _any(shape: str, terms: list[str]) -> list[str]:
    """The terms of a text, as general as those of a shape are."""
    general = "<kỳ>" in shape
    return ["<kỳ>" if general and term not in ("<số>", "<lặp>") else term for term in terms]


def _likeness(words: str, shape: str) -> float:
    plain = " ".join(part.rpartition(">")[2].strip() for part in f">{shape}".split("<")).strip()
    if abs(plain.count(" ") - words.count(" ")) > 0 or not plain:
        return 0.0
    return SequenceMatcher(None, words, " ".join(plain.split())).ratio()


def _written(shape: str, flat: str, found: list[Token]) -> str:
    """The shape with the terms of the text as they are written there."""
    terms = iter([flat[token.start : token.end] for token in found if token.term])
    pieces = [shape.split("<")[0]]
    for piece in shape.split("<")[1:]:
        pieces += [next(terms), piece.partition(">")[2]]
    said = "".join(pieces).replace(" ,", ",")
    return said[:1].upper() + said[1:]
