"""Printed days must exist."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from re import Match, Pattern
from re import compile as pattern

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.texts import Text, printed_texts
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC311",
    "Ngày in không có thật",
    "Ngày 31/11 hay 32/12 không có trong lịch: văn bản in sai hoặc chép sai, người đọc không biết ngày nào.",
    Severity.WARNING,
)
def impossible_day(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Checks days with a year in titles, clauses, cells and names of targets. Other rules check those of schedules.

    Bad:
      tasks: [{id: I.1, title: Rà soát văn bản ban hành đến ngày 31/11/2026}]
    Good:
      tasks: [{id: I.1, title: Rà soát văn bản ban hành đến ngày 30/11/2026}]
    """
    for text in _texts(plan):
        for found in _days().finditer(text.text) if "/" in text.text or "ngày" in text.text else ():
            if not _is_real(found):
                message = f"{text.named}: " * bool(text.named) + f"không có ngày “{found[0]}”"
                hint = "xem lại bản in; in sai thật thì miễn trừ kèm lý do"
                yield Finding(text.at, message, text.key, text.item, found[0], hint, text.named)


def _texts(plan: Plan) -> Iterator[Text]:
    yield from (text for text in printed_texts(plan) if text.key not in ("schedule", "text") or not text.named)
    for target, named, _ in plan.targets():
        yield Text(target.at, "name", None, target.name, named or None)


def _is_real(found: Match[str]) -> bool:
    day, month, year = (int(each) for each in found.groups() if each is not None)
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@cache
def _days() -> Pattern[str]:
    return pattern(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])|ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})")
