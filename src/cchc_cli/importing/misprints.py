"""Words that look misprinted: the import keeps them as printed and lists each place for a person to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.vietnamese.names import fold, key

_PHRASES = (
    "ban thường vụ", "báo cáo", "bồi dưỡng", "cải cách hành chính", "cán bộ", "chất lượng", "chủ trì", "chuyển đổi số",
    "công khai", "cổng dịch vụ công", "cổng thông tin", "cổng TTĐT", "doanh nghiệp", "dữ liệu", "đào tạo", "địa phương",
    "đôn đốc", "đơn vị", "hệ thống", "hiệu quả", "hội đồng nhân dân", "hướng dẫn", "kế hoạch", "kiểm tra", "lĩnh vực",
    "minh bạch", "nghị quyết", "nhiệm vụ", "nhũng nhiễu", "phối hợp", "quyết định", "rà soát", "sản phẩm", "tập huấn",
    "tham mưu", "thẩm định", "thủ tục hành chính", "thực hiện", "thường xuyên", "tiến độ", "tổ chức thực hiện",
    "tổng hợp", "trách nhiệm", "triển khai", "tuyên truyền", "văn bản", "viên chức",
)  # fmt: skip
"""Terms of the field: the same letters with other marks are hardly ever other words."""
_BOUND = {
    "đôn": ("đốc", "hậu"),
    "nhũng": ("nhiễu",),
    "phối": ("hợp", "kết"),
    "rà": ("soát",),
    "tối": ("thiểu", "đa", "ưu", "cao", "mật", "giản", "hậu", "tân"),
}
"""Syllables that stand only before a few others, the likeliest first."""
_RUN = pattern(r"[^\W\d_]+(?:[ \u00a0\n]+[^\W\d_]+)*")
_SHORT = pattern(r"\b[A-ZĐ]{4,}\b")
_DEFINED = pattern(r"(?<![^()\[\],;:.])(?:[^\w()\[\],;:.]|[\d_])*([^\W\d_][^()\[\],;:.]*)\(([A-ZĐ]{4,})\)")
_LEAST = 5
"""Shorter abbreviations are often near each other and both right."""


class Said(NamedTuple):
    """A text with its place and the id of the row in which it stands, "" for one outside the table."""

    text: str
    place: str
    task: str = ""


def misprints(every: Sequence[Said]) -> Iterator[Guess]:
    """The doubtful words of a paper's texts, in their order."""
    short = _abbreviations(each.text for each in every)
    for each in every:
        found = (*_phrases(each.text), *_broken(each.text), *_shortened(each.text, short))
        for printed, otherwise, why in dict.fromkeys(found):
            yield Guess(Weight.TEXT, each.place, each.task, printed, "giữ như in", why, otherwise)


def _phrases(text: str) -> Iterator[tuple[str, str, str]]:
    """Terms of the field whose marks are wrong."""
    for run in _RUN.findall(text):
        words = run.split()
        folded = [_folded(word) for word in words]
        for start, first in enumerate(folded):
            for term, right in _terms().get(first, ()):
                printed = " ".join(words[start : start + len(term)])
                if folded[start : start + len(term)] == term and key(printed) != key(right):
                    yield printed, right, "khác dấu với từ quen dùng"


@cache
def _terms() -> dict[str, list[tuple[list[str], str]]]:
    """The terms by their first word, each with its words, all without marks."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for right in _PHRASES:
        words = [_folded(word) for word in right.split()]
        found.setdefault(words[0], []).append((words, right))
    return found


@cache
def _folded(word: str) -> str:
    return fold(word)


def _broken(text: str) -> Iterator[tuple[str, str, str]]:
    for run in _RUN.findall(text):
        words = run.split()
        for one, other in pairwise(words):
            usual = _BOUND.get(one.casefold())
            if usual and other.casefold() not in usual:
                yield f"{one} {other}", f"{one} {usual[0]}", f"sau “{one.casefold()}” hiếm khi là chữ này"


def _shortened(text: str, doubtful: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    return ((each, *doubtful[each]) for each in _SHORT.findall(text) if each in doubtful)


def _abbreviations(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Abbreviations that nearly are what stands before them, or another one: with the other, and why."""
    seen: Counter[str] = Counter()
    found: dict[str, tuple[str, str]] = {}
    for text in texts:
        seen.update(_SHORT.findall(text))
        for words, short in _DEFINED.findall(text):
            meant = "".join(word[0] for word in words.split()[-len(short) :]).upper()
            if meant != short and len(meant) == len(short) >= _LEAST and _near(meant, short):
                found[short] = meant, f"chữ tắt của “{' '.join(words.split()[-len(short) :])}”"
    usual = [each for each in seen if len(each) >= _LEAST]
    for rare in usual:
        for often in usual:
            if rare not in found and seen[rare] < seen[often] and _near(rare, often):
                found[rare] = found.get(often, (often, ""))[0], "gần giống một chữ tắt khác"
    return found


def _near(one: str, other: str) -> bool:
    """Whether one letter was changed, left out or added, or two were exchanged."""
    if len(one) == len(other):
        differ = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        return len(differ) == 1 or (len(differ) == 2 and sorted(one) == sorted(other))
    short, long = sorted((one, other), key=len)
    return len(long) - len(short) == 1 and any(short == long[:place] + long[place + 1 :] for place in range(len(long)))
