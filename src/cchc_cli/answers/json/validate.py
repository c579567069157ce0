"""cchc validate --format json."""

from collections import Counter
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Envelope, NoDay, Piece
from cchc_cli.answers.json.rules import Code, Severity
from cchc_cli.text import problems


class Problem(Piece, frozen=True):
    """A finding; lines and columns count from 1."""

    code: Code
    severity: Severity
    message: Annotated[str, Meta(description="điều gì sai")]
    hint: Annotated[str | None, Meta(description="cần làm gì")]
    file: Annotated[str, Meta(description="tệp, tính từ thư mục làm việc")]
    line: Annotated[int, Meta(description="dòng đầu")]
    column: Annotated[int, Meta(description="cột đầu")]
    end_line: Annotated[int, Meta(description="dòng cuối")]
    end_column: Annotated[int, Meta(description="cột ngay sau ký tự cuối")]
    task: Annotated[str | None, Meta(description="id nhiệm vụ")]


class Severities(Piece, frozen=True):
    """How many of each severity."""

    error: Annotated[int, Meta(description="lỗi")]
    warning: Annotated[int, Meta(description="cảnh báo")]
    info: Annotated[int, Meta(description="lưu ý")]


class Validate(Envelope, frozen=True):
    """All findings."""

    schema: Literal["cchc.validate/1"]
    as_of: NoDay
    problems: Annotated[tuple[Problem, ...], Meta(description="theo chỗ trong tệp")]
    counts: Annotated[Severities, Meta(description="số phát hiện mỗi mức")]


OUTPUT = Output("Kết quả kiểm tra", Validate)


def validate(found: tuple[problems.Problem, ...], province: str | None) -> Validate:
    """All problems and how many there are of each severity."""
    numbers = Counter(each.severity.code for each in found)
    return Validate(
        schema="cchc.validate/1",
        as_of=None,
        province=province,
        problems=tuple(map(_problem, found)),
        counts=Severities(error=numbers["error"], warning=numbers["warning"], info=numbers["info"]),
    )


def _problem(given: problems.Problem) -> Problem:
    span = given.span
    return Problem(
        code=given.code,
        severity=given.severity.code,
        message=given.message,
        hint=given.hint,
        file=span.file,
        line=span.line,
        column=span.column,
        end_line=span.end_line,
        end_column=span.end_column,
        task=given.task,
    )
