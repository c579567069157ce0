"""What is checked in a plan: one rule a file, found by listing the folders, with its examples in its docstring.

`must/` and, for what is recorded, `records/` hold the rules whose findings are errors: every command runs them.
`should/` holds warnings and remarks for `validate` alone, `history/` what only a comparison with an earlier state
shows (`validate --base`). A rule finds; the engine stamps code, severity and position.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from cchc_cli.plan.plans import Workspace
from cchc_cli.text.problems import Line, Problem, Severity


class Finding(NamedTuple):
    """What a rule found: at a record, the value of its key, an item of that list, or some words in it.

    `severity` only where it is another than the rule's own; `line` where the message ends with one. `ground`: what
    lacks or is wrong behind this finding; findings of a rule in a file with the same ground are told once.
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


class Stamped(NamedTuple):
    """A finding with code, severity and position; those of one ground have the same group."""

    problem: Problem
    group: tuple[str, str, str] | None


Found = Iterator[Finding]


class Rule(NamedTuple):
    """A check: of each plan with its workspace, or once: of the workspace (`shared`), or of an earlier one and it."""

    code: str
    title: str
    why: str
    severity: Severity
    check: Callable[..., Found]
    shared: bool
    sound: bool

    @property
    def name(self) -> str:
        """The rule's function, file and test share this name."""
        return self.check.__name__

    @property
    def bad(self) -> str:
        """An example (YAML, see `tests/examples.py`) that the rule flags."""
        return _examples(self.check)[0]

    @property
    def good(self) -> str:
        """The same, put right."""
        return _examples(self.check)[1]


def rule(
    code: str, title: str, why: str, severity: Severity = Severity.ERROR, *, shared: bool = False, sound: bool = False
) -> Callable[[Callable[..., Found]], Rule]:
    """Make a rule of a function `(plan, workspace) → findings`, or `(workspace) → findings` where `shared`.

    In `history/` it is `(before, now) → findings`, at places of now. `title` and `why` are printed by `cchc rules`;
    the docstring ends with a Bad and a Good example. `sound`: the rule asks for a workspace without errors, for with
    one it would tell of nothing but what follows from it.
    """
    return lambda check: Rule(code, title, why, severity, check, shared, sound)


@cache
def must_hold() -> tuple[Rule, ...]:
    """Rules of plans and registry whose findings are errors."""
    return _in_folder("must")


@cache
def must_hold_of_records() -> tuple[Rule, ...]:
    """Rules of what is recorded whose findings are errors; apart, so that a run without records does not load them."""
    return _in_folder("records")


@cache
def should_hold() -> tuple[Rule, ...]:
    """Rules whose findings are warnings or remarks."""
    return _in_folder("should")


@cache
def hold_between() -> tuple[Rule, ...]:
    """Rules of what changed between two states of the plans; their examples have a part `before`."""
    return _in_folder("history")


def every_rule() -> tuple[Rule, ...]:
    """All rules of the plans as they are, by code."""
    return tuple(sorted((*must_hold(), *must_hold_of_records(), *should_hold()), key=lambda each: each.code))


def line(workspace: Workspace, at: int, words: str) -> Line:
    """A record's line for the end of a message: "ở plan/agencies.yaml:12"."""
    return Line(f"{words} {workspace.sources.path(at)}:", workspace.sources.line(at))


def findings(rules: Iterable[Rule], workspace: Workspace) -> list[Stamped]:
    """Every finding of the rules, with code, severity and position; unsorted."""
    stamped: list[Stamped] = []
    for each in rules:
        if each.shared:
            stamped += (_stamped(each, found, workspace, "") for found in each.check(workspace))
        else:
            for plan in workspace.plans:
                stamped += (_stamped(each, found, workspace, plan.folder) for found in each.check(plan, workspace))
    return stamped


def told(stamped: Iterable[Stamped]) -> list[Problem]:
    """Problems, those of one ground in a file as one, at the first place, with where else; unsorted."""
    problems: list[Problem] = []
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem, group in stamped:
        if group is None:
            problems.append(problem)
        else:
            groups.setdefault((problem.span.file, *group), []).append(problem)
    return problems + [_as_one(sorted(group)) for group in groups.values()]


def _as_one(group: list[Problem]) -> Problem:
    first, *others = group
    return first._replace(others=tuple(each.task or f"{each.span.file}:{each.span.line}" for each in others))


def findings_between(rules: Iterable[Rule], before: Workspace, now: Workspace) -> list[Stamped]:
    """Every finding of rules of `history`, placed in the files of now; unsorted."""
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
