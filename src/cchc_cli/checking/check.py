"""A loaded workspace → its problems without those that the plan waives. Waivers that match no problem are reported."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from cchc_cli.checking.rules import Rule, Stamped, findings, must_hold, must_hold_of_records, should_hold, told
from cchc_cli.model import Waiver
from cchc_cli.plan.plans import Plan, Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading.load import Loaded
from cchc_cli.text.problems import Problem, Severity

IDLE = "CC520"
_NAMING = ("CC2", "CC4")
"""First letters of the codes of rules that look up a reference in another file."""
_Waived = tuple[str, str, str | None]
"""A plan's folder, a code, a task."""


class Checked(Struct, frozen=True):
    """The remaining problems, and the waived problems with the reason; both are sorted by place."""

    problems: tuple[Problem, ...]
    waived: tuple[tuple[Problem, str], ...]


def errors(loaded: Loaded) -> tuple[Problem, ...]:
    """The errors that stop every command: problems of reading and findings of rules that must hold, sorted by place.

    If a file or folder cannot be read, rules that look up references are skipped: the target may be in there.
    """
    rules = _rules(loaded.workspace.plans)
    if loaded.unread:
        rules = tuple(rule for rule in rules if not rule.code.startswith(_NAMING))
    return tuple(sorted((*loaded.problems, *told(findings(rules, loaded.workspace)))))


def is_sound_alone(loaded: Loaded) -> bool:
    """Whether a workspace of one plan has no error that its own files show."""
    plans = loaded.workspace.plans
    return not loaded.problems and len(plans) == 1 and not any(_found(_rules(plans), loaded.workspace, shared=False))


def hang_together(workspace: Workspace) -> bool:
    """Whether the plans of a workspace, each sound alone, have no error together."""
    return not any(_found(_rules(workspace.plans), workspace, shared=True))


def _rules(plans: Iterable[Plan]) -> tuple[Rule, ...]:
    recorded = any(plan.records != Records() for plan in plans)
    return (*must_hold(), *(must_hold_of_records() if recorded else ()))


def _found(rules: Iterable[Rule], workspace: Workspace, shared: bool) -> Iterator[bool]:
    """A value for each finding."""
    for rule in rules:
        if rule.shared and shared:
            yield from (True for _ in rule.check(workspace))
        elif not rule.shared and not shared:
            yield from (True for plan in workspace.plans for _ in rule.check(plan, workspace))


def check(loaded: Loaded, wanted: Callable[[str], bool] = lambda _: True) -> Checked:
    """Run the rules whose code is wanted. Errors cannot be waived. Waivers of unwanted codes are never idle."""
    wrong = errors(loaded)
    rules = (each for each in should_hold() if wanted(each.code) and not (wrong and each.sound))
    kept, waived, idle = _sorted_out(findings(rules, loaded.workspace), _waivers(loaded.workspace, wanted))
    unmatched = (_idle(waiver, loaded.workspace) for waiver in idle if wanted(IDLE))
    standing = (*told(kept), *unmatched, *(problem for problem in wrong if wanted(problem.code)))
    return Checked(tuple(sorted(standing)), tuple(sorted(waived)))


def _waivers(workspace: Workspace, wanted: Callable[[str], bool]) -> dict[_Waived, Waiver]:
    """The waivers of wanted codes; the last one counts if two waive the same."""
    given = ((plan.folder, waiver) for plan in workspace.plans for waiver in plan.file.waivers)
    return {(folder, waiver.code, waiver.task): waiver for folder, waiver in given if wanted(waiver.code)}


def _sorted_out(
    found: Iterable[Stamped], waivers: dict[_Waived, Waiver]
) -> tuple[list[Stamped], list[tuple[Problem, str]], list[Waiver]]:
    """The remaining findings, the waived findings with the reason, and the waivers that match no finding."""
    kept: list[Stamped] = []
    waived: list[tuple[Problem, str]] = []
    idle = {waiver.at: waiver for waiver in waivers.values()}
    for stamped in found:
        waiver = next((waivers[key] for key in _places(stamped.problem) if key in waivers), None)
        if waiver is None:
            kept.append(stamped)
        else:
            idle.pop(waiver.at, None)
            waived.append((stamped.problem, waiver.reason))
    return kept, waived, list(idle.values())


def _places(problem: Problem) -> tuple[_Waived, ...]:
    """The keys of waivers that match a problem: the plan's folder is that of the problem's file, or the one above."""
    folder = problem.span.file.rpartition("/")[0]
    return tuple((each, problem.code, problem.task) for each in (folder, folder.rpartition("/")[0]))


def _idle(waiver: Waiver, workspace: Workspace) -> Problem:
    message = f"miễn trừ {waiver.code} tại {waiver.task} không còn ứng với phát hiện nào"
    if all(waiver.code != each.code for each in should_hold()):
        message = f"miễn trừ {waiver.code} tại {waiver.task} không có hiệu lực: mã này không miễn trừ được"
    span = workspace.sources.span(waiver.at, "code")
    return Problem(span, IDLE, Severity.WARNING, message, "bỏ dòng miễn trừ này", waiver.task)
