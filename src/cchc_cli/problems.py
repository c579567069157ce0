"""What is wrong, and where: problems as values, collected and sorted, never raised."""

from enum import IntEnum
from typing import Literal, NamedTuple

SeverityCode = Literal["error", "warning", "info"]


class Severity(IntEnum):
    """How grave a problem is; errors stop every command but `validate` and `diff`."""

    ERROR = 1
    WARNING = 2
    INFO = 3

    @property
    def code(self) -> SeverityCode:
        """The word of the machine formats."""
        return _CODES[self - 1]


_CODES: tuple[SeverityCode, ...] = ("error", "warning", "info")


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end column is the first after."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Problem(NamedTuple):
    """One finding: sorts by place, then code."""

    span: Span
    code: str
    severity: Severity
    message: str
    hint: str | None = None
    task: str | None = None


class Stop(Exception):  # noqa: N818
    """The run cannot go on; nothing has been changed. The one exception of this program (exit code 2)."""

    def __init__(self, message: str, hint: str | None = None, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = problems
