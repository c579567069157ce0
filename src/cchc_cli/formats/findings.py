"""The input of every format of problems."""

from typing import NamedTuple

from cchc_cli.text.problems import Problem, Severity
from cchc_cli.text.sources import Sources


class Findings(NamedTuple):
    """Problems, waived problems with the reason, both sorted by place, and the texts of the files.

    `files`: the files that were checked, with or without problems. `strict`: warnings count as errors. `above`: the
    way from the repository's root to the workspace, "" or as "cchc/", for those who show problems in a repository.
    `width`: the columns of the terminal, if there is one.
    """

    problems: tuple[Problem, ...]
    sources: Sources
    waived: tuple[tuple[Problem, str], ...] = ()
    files: tuple[str, ...] = ()
    strict: bool = False
    above: str = ""
    province: str | None = None
    width: int | None = None

    def decides(self, problem: Problem) -> bool:
        """Whether the problem ends the run with 1."""
        return problem.severity is Severity.ERROR or (self.strict and problem.severity is Severity.WARNING)

    def path(self, problem: Problem) -> str:
        """The problem's file, from the repository's root."""
        return self.above + problem.span.file


def advice(problem: Problem) -> str:
    """What is wrong and, on a line of its own, what to do about it."""
    return f"{problem.message}\n→ {problem.hint}" if problem.hint else problem.message
