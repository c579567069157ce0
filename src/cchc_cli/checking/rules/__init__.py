"""The rules for plans. Each module of the folders below is one rule, with examples in its docstring.

Findings of `must/` and, for records, of `records/` are errors: every command runs these rules. `validate` alone runs
`should/`, for warnings and remarks, and `history/`, for problems that only a comparison with an earlier state
shows (`validate --base`). A rule returns findings; this module adds code, severity and position.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from msgspec import Struct, structs

from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Line, Problem, Severity


class Finding(Struct, frozen=True):
    """A finding of a rule at a record, the value of its key, an item of that list, or some words in it.

    `severity` is set if it is not the rule's own; `line`, if the message ends with a line number. `ground` is the
    common cause: findings of one rule in one file with the same ground are reported once.
    """

    at: int
    message: str
    key: str | None = None
    item: int | None = None
    words: str | None = None
    hint: str | None = None
    task: str | None = None
    severity: Severity | None = None
    ground: str | None = None
    line: Line | None = None


class Stamped(Struct, frozen=True):
    """A finding with code, severity and position. Findings with the same ground have the same group."""

    problem: Problem
    group: tuple[str, str, str] | None


Found = Iterator[Finding]


class Rule(Struct, frozen=True):
    """A rule. It checks each plan of a workspace, the workspace once (`shared`), or two states of a workspace."""

    code: str
    title: str
    why: str
    severity: Severity
    check: Callable[..., Found]
    shared: bool
    sound: bool

    @property
    def name(self) -> str:
        """The name that the rule's function, file and test share."""
        return self.check.__name__

    @property
    def bad(self) -> str:
        """An example (YAML, see `tests/examples.py`) that the rule flags."""
        return _examples(self.check)[0]

    @property
    def good(self) -> str:
        """The same example, corrected, which the rule does not flag."""
        return _examples(self.check)[1]


def rule(
    code: str, title: str, why: str, severity: Severity = Severity.ERROR, *, shared: bool = False, sound: bool = False
) -> Callable[[Callable[..., Found]], Rule]:
    """Make a rule of a function `(plan, workspace) → findings`, or `(workspace) → findings` if `shared`.

    In `history/` the function is `(before, now) → findings`, with places in `now`. `cchc rules` prints `title` and
    `why`; the docstring ends with a Bad and a Good example. A `sound` rule runs only in a workspace without errors,
    because otherwise it would only report consequences of those errors.
    """
    return lambda check: Rule(code, title, why, severity, check, shared, sound)


@cache
def must_hold() -> tuple[Rule, ...]:
    """The rules for plans and the registry whose findings are errors."""
    return _in_folder("must")


@cache
def must_hold_of_records() -> tuple[Rule, ...]:
    """The rules for records whose findings are errors. They are separate so that a run without records skips them."""
    return _in_folder("records")


@cache
def should_hold() -> tuple[Rule, ...]:
    """The rules whose findings are warnings or remarks."""
    return _in_folder("should")


@cache
def hold_between() -> tuple[Rule, ...]:
    """The rules for changes between two states of the plans. Their examples have a part `before`."""
    return _in_folder("history")


def every_rule() -> tuple[Rule, ...]:
    """All rules for a single state of the plans, sorted by code."""
    return tuple(sorted((*must_hold(), *must_hold_of_records(), *should_hold()), key=lambda each: each.code))


def line(workspace: Workspace, at: int, words: str) -> Line:
    """The line of a record, for the end of a message: "ở plan/agencies.yaml:12"."""
    return Line(f"{words} {workspace.sources.path(at)}:", workspace.sources.line(at))


def findings(rules: Iterable[Rule], workspace: Workspace) -> list[Stamped]:
    """The findings of the rules, with code, severity and position, unsorted."""
    stamped: list[Stamped] = []
    for each in rules:
        if each.shared:
            stamped += (_stamped(each, found, workspace, "") for found in each.check(workspace))
        else:
            for plan in workspace.plans:
                stamped += (_stamped(each, found, workspace, plan.folder) for found in each.check(plan, workspace))
    return stamped


def told(stamped: Iterable[Stamped]) -> list[Problem]:
    """The problems, unsorted. Those of one group in a file become one, at the first place, with the other places."""
    problems: list[Problem] = []
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for each in stamped:
        if each.group is None:
            problems.append(each.problem)
        else:
            groups.setdefault((each.problem.span.file, *each.group), []).append(each.problem)
    return problems + [_as_one(sorted(group)) for group in groups.values()]


def _as_one(group: list[Problem]) -> Problem:
    first, *others = group
    return structs.replace(first, others=tuple(each.task or f"{each.span.file}:{each.span.line}" for each in others))


def findings_between(rules: Iterable[Rule], before: Workspace, now: Workspace) -> list[Stamped]:
    """The findings of rules in `history/`, with places in the files of `now`, unsorted."""
    return [_stamped(each, found, now, "") for each in rules for found in each.check(before, now)]


def _stamped(each: Rule, found: Finding, workspace: Workspace, folder: str) -> Stamped:
    span = workspace.sources.span(found.at, found.key, found.item, found.words)
    severity = found.severity or each.severity
    problem = Problem(span, each.code, severity, found.message, found.hint, found.task, found.line)
    return Stamped(problem, (each.code, folder, found.ground) if found.ground is not None else None)


def _in_folder(name: str) -> tuple[Rule, ...]:
    package = import_module(f"{__name__}.{name}")
    modules = (import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__))
    rules = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(rules, key=lambda each: each.code))


def _examples(check: Callable[..., object]) -> tuple[str, str]:
    _, _, examples = (inspect.getdoc(check) or "").partition("\nBad:")
    bad, _, good = examples.partition("\nGood:")
    return inspect.cleandoc(bad), inspect.cleandoc(good)
