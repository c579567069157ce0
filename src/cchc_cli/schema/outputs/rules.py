"""cchc rules --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import NoDay, Piece

Code = Annotated[str, Meta(description="mã, như CC201")]
Severity = Annotated[Literal["error", "warning", "info"], Meta(description="mức")]


class Rule(Piece, frozen=True):
    """A rule."""

    code: Code
    severity: Severity
    title: Annotated[str, Meta(description="phát hiện điều gì")]
    why: Annotated[str, Meta(description="vì sao cần")]
    bad: Annotated[str, Meta(description="ví dụ sai")]
    good: Annotated[str, Meta(description="ví dụ đúng")]


class Rules(Piece, frozen=True):
    """All rules, or the one asked for."""

    schema: Literal["cchc.rules/1"]
    as_of: NoDay
    rules: Annotated[tuple[Rule, ...], Meta(description="theo mã")]


OUTPUT = Output("Quy tắc kiểm tra", Rules)
