"""A loaded workspace → every problem, with the plan's waivers taken off and those that no longer match reported."""

from typing import NamedTuple

from cchc_cli.load import Loaded
from cchc_cli.model import Waiver
from cchc_cli.plans import Workspace
from cchc_cli.problems import Problem, Severity
from cchc_cli.rules import findings, must_hold, should_hold


class Checked(NamedTuple):
    """Problems that stand, and those that a plan waives with the reason; both sorted by place."""

    problems: tuple[Problem, ...]
    waived: tuple[tuple[Problem, str], ...]


def errors(loaded: Loaded) -> tuple[Problem, ...]:
    """What stops every command: problems of reading and the findings of the `must` rules, sorted by place."""
    return tuple(sorted((*loaded.problems, *findings(must_hold(), loaded.workspace))))


def check(loaded: Loaded) -> Checked:
    """All rules. Errors cannot be waived."""
    remarks = findings(should_hold(), loaded.workspace)
    used: set[int] = set()
    kept, waived = [], []
    for problem in remarks:
        waiver = _waiver(problem, loaded.workspace)
        if waiver is None:
            kept.append(problem)
        else:
            used.add(waiver.at)
            waived.append((problem, waiver.reason))
    idle = [_idle(waiver, loaded.workspace) for plan in loaded.workspace.plans for waiver in plan.file.waivers
            if waiver.at not in used]  # fmt: skip
    return Checked(tuple(sorted((*errors(loaded), *kept, *idle))), tuple(sorted(waived)))


def _waiver(problem: Problem, workspace: Workspace) -> Waiver | None:
    for plan in workspace.plans:
        if problem.span.file.startswith(f"{plan.folder}/"):
            matches = (each for each in plan.file.waivers if (each.code, each.task) == (problem.code, problem.task))
            return next(matches, None)
    return None


def _idle(waiver: Waiver, workspace: Workspace) -> Problem:
    message = f"miễn trừ {waiver.code} tại {waiver.task} không còn ứng với lỗi nào"
    span = workspace.sources.span(waiver.at, "code")
    return Problem(span, "CC520", Severity.WARNING, message, "bỏ dòng miễn trừ này", waiver.task)
