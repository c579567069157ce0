"""cchc rules --format json."""

from collections.abc import Sequence
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Envelope, NoDay, Piece, same_names
from cchc_cli.answers.rules import CodeWords
from cchc_cli.text.problems import SeverityCode

Code = Annotated[str, Meta(description="mã, như CC201")]
Severity = Annotated[SeverityCode, Meta(description="mức")]


class Rule(Piece, frozen=True):
    """A rule."""

    code: Code
    severity: Severity
    title: Annotated[str, Meta(description="phát hiện điều gì")]
    why: Annotated[str, Meta(description="vì sao cần")]
    bad: Annotated[str, Meta(description="ví dụ sai")]
    good: Annotated[str, Meta(description="ví dụ đúng")]


class Rules(Envelope, frozen=True):
    """All rules, or the one asked for."""

    schema: Literal["cchc.rules/1"]
    as_of: NoDay
    rules: Annotated[tuple[Rule, ...], Meta(description="theo mã")]


OUTPUT = Output("Quy tắc kiểm tra", Rules)


def rules(found: Sequence[CodeWords]) -> Rules:
    """Rules and faults of reading."""
    return Rules(
        schema="cchc.rules/1",
        as_of=None,
        province=None,
        rules=tuple(Rule(**same_names(Rule, each, but=("severity",)), severity=each.severity.code) for each in found),
    )
