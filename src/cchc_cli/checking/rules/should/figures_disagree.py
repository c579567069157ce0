"""The body and the appendix must give the same figure."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.likeness import Pairs, contained, word_pairs
from cchc_cli.model import Target
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.wording.targets import level

_OPENINGS = ("tỷ lệ ", "tỉ lệ ", "mức độ ", "mức ", "số ")
_ALIKE = 0.8


class _Figure(NamedTuple):
    """A target, its objective or task, and the values that must be equal to compare it."""

    target: Target
    owner: str
    sort: tuple[str, date]


@rule(
    "CC505",
    "Mục tiêu và phụ lục nêu hai con số",
    "Cùng một chỉ tiêu mà hai nơi ghi hai số thì không biết đánh giá theo số nào.",
    Severity.WARNING,
)
def figures_disagree(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags two targets, of an objective and a task, with like names, one unit and one day, but another figure.

    Bad:
      plan:
        objectives:
          items:
          - text: Giải ngân ít nhất 95%
            number: "1"
            targets: [{id: "1", name: Tỷ lệ giải ngân vốn đầu tư công, comparator: ">=", value: 95, unit: "%"}]
      tasks:
      - id: I.1
        targets: [{id: I.1-1, name: Tỷ lệ giải ngân vốn đầu tư công, comparator: ">=", value: 90, unit: "%"}]
    Good:
      plan:
        objectives:
          items:
          - text: Giải ngân ít nhất 95%
            number: "1"
            targets: [{id: "1", name: Tỷ lệ giải ngân vốn đầu tư công, comparator: ">=", value: 95, unit: "%"}]
      tasks:
      - id: I.1
        targets: [{id: I.1-1, name: Tỷ lệ giải ngân vốn đầu tư công, comparator: ">=", value: 95, unit: "%"}]
    """
    objectives: dict[tuple[str, date], list[_Figure]] = {}
    for figure in _figures(plan, of_tasks=False):
        objectives.setdefault(figure.sort, []).append(figure)
    if not objectives:
        return
    for figure in _figures(plan, of_tasks=True):
        for objective in objectives.get(figure.sort, ()):
            if _is_alike(figure, objective):
                said, aim = level(figure.target), level(objective.target)
                message = f"{figure.owner}: chỉ tiêu {said} khác mục tiêu {objective.owner} ({aim})"
                hint = "sửa nơi ghi sai, hoặc miễn trừ kèm lý do"
                yield Finding(figure.target.at, message, "value", hint=hint, task=figure.owner)


def _figures(plan: Plan, of_tasks: bool) -> Iterator[_Figure]:
    """The figures of targets. A target without a day is due at the end of the plan's year."""
    for target, owner, _ in plan.targets():
        if (owner.upper() in plan.by_id) is of_tasks:
            yield _Figure(target, owner, (target.unit, target.by or plan.term.end))


def _is_alike(one: _Figure, other: _Figure) -> bool:
    """Whether two targets measure the same thing and demand another level."""
    levels = ((each.target.comparator, each.target.value) for each in (one, other))
    return len(set(levels)) == 2 and contained(_words(one.target.name), _words(other.target.name)) >= _ALIKE


@cache
def _words(name: str) -> Pairs:
    """The words for what is measured: a name without "tỷ lệ" at its start and without words that have a figure."""
    plain = " ".join(word for word in name.split() if not any(sign.isdecimal() for sign in word))
    said = plain.casefold()
    return word_pairs(plain[next((len(each) for each in _OPENINGS if said.startswith(each)), 0) :])
