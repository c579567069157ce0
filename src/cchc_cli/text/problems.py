"""Problems and their places, as values that are collected and sorted, never raised."""

from enum import IntEnum
from typing import Literal

from msgspec import Struct

SeverityCode = Literal["error", "warning", "info"]


class Severity(IntEnum):
    """The severity of a problem. Errors stop every command except `validate` and `diff`."""

    ERROR = 1
    WARNING = 2
    INFO = 3

    @property
    def code(self) -> SeverityCode:
        """The word for the severity in machine formats."""
        return _CODES[self - 1]


_CODES: tuple[SeverityCode, ...] = ("error", "warning", "info")

_MOST_NAMED = 5


class Span(Struct, frozen=True, order=True):
    """A stretch of a file. Lines and columns count from 1, columns in characters; the end column is exclusive."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Line(Struct, frozen=True, order=True):
    """A line number at the end of a message, with the words before it: "ở plan/agencies.yaml:"."""

    words: str
    number: int


class Problem(Struct, frozen=True, order=True):
    """One finding; it sorts by place, then code. `others`: the other tasks or lines with the same finding."""

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
        """The sentence, with the line number that it names and the other places."""
        line = f" {self.line.words}{self.line.number}" if self.line else ""
        return f"{self.sentence}{line}{self._elsewhere()}"

    @property
    def known(self) -> str:
        """The message without the line number and the other places: it stays the same when lines move."""
        return f"{self.sentence} {self.line.words}" if self.line else self.sentence

    def _elsewhere(self) -> str:
        names = list(dict.fromkeys(each for each in self.others if each != self.task))
        listed = f": {', '.join(names[:_MOST_NAMED])}{' …' * (len(names) > _MOST_NAMED)}" if names else ""
        return f"; còn ở {len(self.others)} chỗ nữa{listed}" if self.others else ""


class Stop(Exception):  # noqa: N818
    """The run cannot go on, and nothing was changed. The only exception type of this program (exit code 2)."""

    def __init__(self, message: str, hint: str | None = None, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = problems
