"""What is checked in a plan: one rule a file, found by listing the folders, with its examples in its docstring.

`must/` and, for what is recorded, `recorded/` hold the rules whose findings are errors: every command runs them.
`should/` holds warnings and remarks for `validate` alone. A rule finds; the engine stamps code, severity and position.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple

from cchc_cli.plans import Workspace
from cchc_cli.problems import Problem, Severity


class Finding(NamedTuple):
    """What a rule found: at a record, the value of its key, an item of that list, or some words in it.

    `severity` only where it is another than the rule's own.
    """

    at: int
    message: str
    key: str | None = None
    item: int | None = None
    words: str | None = None
    hint: str | None = None
    task: str | None = None
    severity: Severity | None = None


Found = Iterator[Finding]


class Rule(NamedTuple):
    """A check: of each plan with its workspace, or of the workspace (`shared`) once."""

    code: str
    title: str
    why: str
    severity: Severity
    check: Callable[..., Found]
    shared: bool

    @property
    def name(self) -> str:
        """The rule's function, file and test share this name."""
        return self.check.__name__

    @property
    def bad(self) -> str:
        """An example (YAML, see `rules.examples`) that the rule flags."""
        return _examples(self.check)[0]

    @property
    def good(self) -> str:
        """The same, put right."""
        return _examples(self.check)[1]


def rule(
    code: str, title: str, why: str, severity: Severity = Severity.ERROR, *, shared: bool = False
) -> Callable[[Callable[..., Found]], Rule]:
    """Make a rule of a function `(plan, workspace) → findings`, or `(workspace) → findings` where `shared`.

    `title` and `why` are printed by `cchc rules`; the docstring ends with a Bad and a Good example.
    """
    return lambda check: Rule(code, title, why, severity, check, shared)


@cache
def must_hold() -> tuple[Rule, ...]:
    """Rules of plans and registry whose findings are errors."""
    return _in_folder("must")


@cache
def must_hold_of_records() -> tuple[Rule, ...]:
    """Rules of what is recorded whose findings are errors; apart, so that a run without records does not load them."""
    return _in_folder("recorded")


@cache
def should_hold() -> tuple[Rule, ...]:
    """Rules whose findings are warnings or remarks."""
    return _in_folder("should")


def every() -> tuple[Rule, ...]:
    """All rules, by code."""
    return tuple(sorted((*must_hold(), *must_hold_of_records(), *should_hold()), key=lambda each: each.code))


def findings(rules: Iterable[Rule], workspace: Workspace) -> list[Problem]:
    """Every finding of the rules, with code, severity and position; unsorted."""
    problems: list[Problem] = []
    for each in rules:
        if each.shared:
            problems += (_stamped(each, found, workspace) for found in each.check(workspace))
        else:
            for plan in workspace.plans:
                problems += (_stamped(each, found, workspace) for found in each.check(plan, workspace))
    return problems


def _stamped(each: Rule, found: Finding, workspace: Workspace) -> Problem:
    span = workspace.sources.span(found.at, found.key, found.item, found.words)
    return Problem(span, each.code, found.severity or each.severity, found.message, found.hint, found.task)


def _in_folder(name: str) -> tuple[Rule, ...]:
    package = import_module(f"{__name__}.{name}")
    modules = (import_module(f"{package.__name__}.{info.name}") for info in iter_modules(package.__path__))
    rules = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(rules, key=lambda each: each.code))


def _examples(check: Callable[..., Any]) -> tuple[str, str]:
    _, _, examples = (inspect.getdoc(check) or "").partition("\nBad:")
    bad, _, good = examples.partition("\nGood:")
    return inspect.cleandoc(bad), inspect.cleandoc(good)
