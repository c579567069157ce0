"""Quotes and brackets must come in pairs."""

from bisect import bisect_left
from functools import cache
from re import Pattern
from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.texts import printed_texts
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}
_LONGEST = 5
"""Characters that may occur in the number of a list item and before it."""
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}


@rule(
    "CC507",
    "Dấu ngoặc không đủ đôi",
    "Thiếu hoặc thừa một dấu ngoặc là lỗi in ấn, và làm sai nghĩa câu trích.",
    Severity.WARNING,
)
def unbalanced_quotes(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags quotes “ ” and ", and brackets () and [], without a partner, except in list numbers: `a)`, `1)`.

    Bad:
      tasks: [{id: I.1, title: Xây dựng Kế hoạch tuyển dụng (nếu đủ điều kiện)”}]
    Good:
      tasks: [{id: I.1, title: Xây dựng Kế hoạch tuyển dụng (nếu đủ điều kiện)}]
    """
    for text in printed_texts(plan):
        place = _fault(text.text)
        if place is not None:
            sign = text.text[place]
            lacks = "đóng" if sign in _PAIRS else "mở" if sign in _OPENING else "đi đôi"
            message = f"{text.named}: " * bool(text.named) + f"dấu {sign} không có dấu {lacks}"
            words, hint = _pointing(text.text, place), "thêm dấu còn thiếu hoặc bỏ dấu thừa"
            yield Finding(text.at, message, text.key, text.item, words, hint, text.named)


def _fault(text: str) -> int | None:
    """The offset of the first sign without a partner."""
    opened: list[tuple[str, int]] = []
    straight: int | None = None
    for match in _signs().finditer(text):
        sign, place = match[0][-1], match.end() - 1
        if sign == '"':
            straight = place if straight is None else None
        elif sign in _PAIRS:
            opened.append((sign, place))
        elif opened and opened[-1][0] == _OPENING[sign]:
            opened.pop()
        elif not (sign == ")" and _numbers().search(text, max(0, place - _LONGEST), place + 1)):
            return place
    if opened:
        return opened[-1][1]
    return straight


def _pointing(text: str, place: int) -> str:
    """The sign, with enough letters after it, else before it, to distinguish it from the same sign earlier on."""
    after = bisect_left(range(place + 1, len(text) + 1), 1, key=lambda end: text.find(text[place:end]) == place)
    if place + 1 + after <= len(text):
        return text[place : place + 1 + after]
    before = bisect_left(
        range(place + 1), 1, key=lambda more: text.find(text[place - more : place + 1]) == place - more
    )
    return text[place - before : place + 1]


@cache
def _signs() -> Pattern[str]:
    return pattern('[“”«»()\\[\\]"]')


@cache
def _numbers() -> Pattern[str]:
    """Matches the bracket after a list number, up to the end of the text."""
    return pattern(r"(?:^|[\s;.,:(])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)$")
