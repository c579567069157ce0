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

_MOST_NAMED = 5


class Span(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end column is the first after."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Line(NamedTuple):
    """A line that a sentence ends with: "ở plan/agencies.yaml:" and its number."""

    words: str
    number: int


class Problem(NamedTuple):
    """One finding: sorts by place, then code. `others`: the tasks or lines where the same was found."""

    span: Span
    code: str
    severity: Severity
    sentence: str
    hint: str | None = None
    task: str | None = None
    line: Line | None = None
    others: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong, with the line that it names and where else."""
        line = f" {self.line.words}{self.line.number}" if self.line else ""
        return f"{self.sentence}{line}{self._elsewhere()}"

    @property
    def known(self) -> str:
        """What it is known again by when lines come and go: the message without the line's number and where else."""
        return f"{self.sentence} {self.line.words}" if self.line else self.sentence

    def _elsewhere(self) -> str:
        names = list(dict.fromkeys(each for each in self.others if each != self.task))
        listed = f": {', '.join(names[:_MOST_NAMED])}{' …' * (len(names) > _MOST_NAMED)}" if names else ""
        return f"; còn ở {len(self.others)} chỗ nữa{listed}" if self.others else ""


class Stop(Exception):  # noqa: N818
    """The run cannot go on; nothing has been changed. The one exception of this program (exit code 2)."""

    def __init__(self, message: str, hint: str | None = None, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = problems
