"""Quotes and brackets open and close."""

from collections.abc import Iterator
from functools import cache
from re import Pattern
from re import compile as pattern
from typing import NamedTuple

from cchc_cli.model import Clause, MilestoneRow, ScheduleRow, TaskRow
from cchc_cli.plans import Plan, Workspace
from cchc_cli.problems import Severity
from cchc_cli.rules import Finding, Found, rule
from cchc_cli.rules.rows import parts, rows

_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}


class _Text(NamedTuple):
    """A printed text and its place; `named` is the task's id or where in the body it stands."""

    at: int
    key: str
    item: int | None
    text: str
    named: str | None = None


@rule(
    "CC507",
    "Dấu ngoặc không đủ đôi",
    "Thiếu hoặc thừa một dấu ngoặc là lỗi in ấn, và làm sai nghĩa câu trích.",
    Severity.WARNING,
)
def unbalanced_quotes(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Quotes “ ” and ", brackets () and []; the bracket of a list's number, `a)` or `1)`, needs no partner.

    Bad:
      tasks: [{id: I.1, title: Xây dựng Kế hoạch tuyển dụng (nếu đủ điều kiện)”}]
    Good:
      tasks: [{id: I.1, title: Xây dựng Kế hoạch tuyển dụng (nếu đủ điều kiện)}]
    """
    for text in _texts(plan):
        place = _fault(text.text)
        if place is not None:
            sign = text.text[place]
            lacks = "đóng" if sign in _PAIRS else "mở" if sign in _OPENING else "đi đôi"
            message = f"{text.named}: " * bool(text.named) + f"dấu {sign} không có dấu {lacks}"
            words, hint = _pointing(text.text, place), "thêm dấu còn thiếu hoặc bỏ dấu thừa"
            yield Finding(text.at, message, text.key, text.item, words, hint, text.named)


def _fault(text: str) -> int | None:
    """Where the first sign without a partner stands."""
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
        elif not (sign == ")" and _numbers().search(text, 0, place + 1)):
            return place
    if opened:
        return opened[-1][1]
    return straight


def _pointing(text: str, place: int) -> str:
    """The sign, with as many letters after it, else before it, as tell it from the same sign earlier in the text."""
    after = (text[place:end] for end in range(place + 1, len(text) + 1) if text.find(text[place:end]) == place)
    before = (text[start : place + 1] for start in range(place, -1, -1) if text.find(text[start : place + 1]) == start)
    return next(after, None) or next(before)


def _texts(plan: Plan) -> Iterator[_Text]:
    decision = plan.file.decision
    yield _Text(decision.at, "title", None, decision.title)
    yield from (_Text(decision.at, "bases", place, text) for place, text in enumerate(decision.bases))
    yield from _clauses(decision.articles)
    for part in (plan.file.objectives, plan.file.tasks, plan.file.funding, plan.file.organisation):
        yield from (_Text(part.at, "opening", place, text) for place, text in enumerate(part.opening))
        yield from _clauses(part.items)
        yield from (_Text(part.at, "closing", place, text) for place, text in enumerate(part.closing))
    for row in rows(plan):
        yield _Text(row.at, "title", None, row.title, row.id)
        yield _Text(row.at, "assignment", None, row.assignment or "", row.id)
        for carrier in parts(row):
            yield from _products_and_schedule(carrier, row.id)


def _clauses(clauses: tuple[Clause, ...]) -> Iterator[_Text]:
    for clause in clauses:
        yield _Text(clause.at, "text", None, clause.text, clause.task.id if clause.task else None)
        yield from _clauses(clause.items)


def _products_and_schedule(carrier: TaskRow | MilestoneRow, task: str) -> Iterator[_Text]:
    yield from (_Text(carrier.at, "products", place, text, task) for place, text in enumerate(carrier.products))
    if isinstance(carrier.schedule, ScheduleRow):
        yield _Text(carrier.schedule.at, "text", None, carrier.schedule.text or "", task)
    else:
        yield _Text(carrier.at, "schedule", None, carrier.schedule or "", task)


@cache
def _signs() -> Pattern[str]:
    return pattern('[“”«»()\\[\\]"]')


@cache
def _numbers() -> Pattern[str]:
    """The bracket after a list's number, up to the end of the text searched."""
    return pattern(r"(?:^|[\s;.,:(])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)$")
