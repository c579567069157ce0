"""Days and years that belong to the name of a document ("số 583/QĐ-UBND ngày 05/8/2025", "Kế hoạch năm 2026")."""

from functools import cache
from itertools import pairwise
from re import Match, Pattern
from re import compile as pattern

_NOUNS = (
    "kế hoạch", "chương trình", "đề án", "dự án", "nghị quyết", "quyết định", "chỉ thị", "nghị định", "thông tư",
    "luật", "chỉ số", "chỉ tiêu",
    "lộ trình", "dự toán", "quyết toán", "ngân sách", "vốn", "kinh phí", "biên chế", "báo cáo",
    "kết quả", "danh mục", "hội nghị", "kỳ họp", "nhiệm vụ", "chiến lược", "quy hoạch", "tiêu chí", "hướng dẫn", "pci",
    "papi", "sipas", "index", "công tác",
)  # fmt: skip
_BEFORE_A_TERM = frozenset((
    "trong", "vào", "đến", "hết", "trước", "từ", "sau", "là", "quá", "nhất", "thành", "xong", "hạn", "kiến", "và", "-",
    "cuối", "đầu", "giữa", "cả", "hơn", "tháng", "quý", "ngay", "qua", "kể",
))  # fmt: skip
"""Words after which a year is a term, although the name of a document stands before them."""
_KINDS = (
    "nghị định", "nghị quyết", "quyết định", "thông tư", "chỉ thị", "công văn", "luật", "nđ", "qđ", "nq",
    "tt", "ct", "cv",
)  # fmt: skip
_PLANS = ("kế hoạch", "chương trình", "đề án", "dự án", "kết luận", "thông báo", "công điện", "quy chế")
_DOCUMENTS = (*_KINDS, *_PLANS)
"""Documents that are called by a number alone: Đề án 06, Nghị quyết 57."""
_BEFORE_A_NUMBER = ("số", *_DOCUMENTS)
"""Words before a number of a year without letters."""
_MARKS = ",;:().\n"
_WINDOW = 120


def without(text: str, low: str) -> str:
    """The lower-case text with a word of the same length in place of every number, day and year of a document.

    `text`: the same as written; the letters of a document's number are capitals.
    """
    if any(mark in "/-" and sign.isalpha() for mark, sign in pairwise(low)):
        low = _numbered().sub(lambda match: _hidden(match, text), low)
    if ("/" in low or "năm" in low) and any(kind in low for kind in _BEFORE_A_NUMBER):
        low = _of_a_year().sub(lambda match: "z" * len(match[0]), low)
    return _without_years(low) if _may_name_a_year(low) else low


def calls_a_document(words: list[str]) -> bool:
    """Whether the last word is the number of a document that is called by it (Đề án 06)."""
    before = f" {' '.join(words[:-1])}".removesuffix(" số")
    return before.endswith(tuple(f" {each}" for each in _DOCUMENTS))


def _hidden(match: Match[str], text: str) -> str:
    letters = text[match.start("sign") : match.end("sign")]
    return "z" * len(match[0]) if sum(letter.isupper() for letter in letters) > 1 else match[0]


def _may_name_a_year(low: str) -> bool:
    return ("năm" in low or "giai đoạn" in low or "index" in low or "p" in low) and any(
        word[3:4].isdecimal() and word[:4].isdecimal() for word in low.split()
    )


def _without_years(low: str) -> str:
    pieces: list[str] = []
    end = 0
    for match in _years().finditer(low):
        before = low[max(end, match.start() - _WINDOW) : match.start()]
        before = before[max(before.rfind(mark) for mark in _MARKS) + 1 :]
        pieces.append(low[end : match.start()])
        pieces.append("z" * len(match[0]) if _is_named(before, match[0]) else match[0])
        end = match.end()
    return "".join((*pieces, low[end:]))


def _is_named(before: str, year: str) -> bool:
    words = before.split()
    if not words or words[-1] in _BEFORE_A_TERM or words[-1].isdecimal() or words[-1] in ("i", "ii", "iii", "iv"):
        return False
    if year[0].isdecimal():
        return words[-1] in ("pci", "papi", "sipas", "index")
    if year[:3] in ("đầu", "giữ", "cuố"):
        return "kỳ họp" in before
    return words[-1] == "của" or any(f" {noun} " in f" {before} " for noun in _NOUNS)


@cache
def _years() -> Pattern[str]:
    years = r"\d{4}\b(?:\s?-\s?\d{4}\b)?"
    return pattern(rf"\b(?:(?:(?:đầu|giữa|cuối)\s)?năm|giai đoạn|nhiệm kỳ)\s{years}|(?<=[ixs]\s){years}")


@cache
def _numbered() -> Pattern[str]:
    """A number with the letters of its kind and office, and the day beside it: 583/QĐ-UBND ngày 05/8/2025."""
    sign = r"(?P<sign>[a-zđ][a-zđ0-9&]*\b(?:[/.-][a-zđ0-9&]+\b)*)"
    return pattern(rf"(?:\bsố\s?:?\s?)?(?<![\w/.-])\d+(?:\.\d+)?[a-zđ]?(?:/\d{{4}})?[/-]{sign}{_DATED}")


@cache
def _of_a_year() -> Pattern[str]:
    """A number of a year without letters: Nghị định 13/2023, số 01/2026, Đề án 06 năm 2026."""
    kinds, every = "|".join(_KINDS), "|".join(_DOCUMENTS)
    numbered = rf"(?:(?:{kinds})\s(?:số\s)?|số\s)\d+/\d{{4}}\b(?!/){_DATED}"
    return pattern(rf"\b(?:{numbered}|(?:(?:{every})\s(?:số\s)?|số\s)\d+,?\snăm\s\d{{4}}\b)")


_DATED = (
    r"(?:,?\s(?:(?:được\s)?(?:ký|ban hành)\s)?(?:ngày\s)?"
    r"(?:\d\d?[/.-]\d\d?[/.-]\d{4}\b|\d\d?\stháng\s\d\d?(?:,?\snăm\s\d{4}\b)?))?"
)
