"""cchc report NAME --fields --format json."""

from collections.abc import Iterable
from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Envelope, Piece


class Field(Piece, frozen=True):
    """A name that a template may use."""

    name: Annotated[str, Meta(description="tên trường, như tasks[].title")]
    value: Annotated[str, Meta(description="giá trị vào ngày này")]


class Fields(Envelope, frozen=True):
    """All names of a report."""

    schema: Literal["cchc.fields/1"]
    as_of: AsOf
    report: Annotated[str, Meta(description="tên báo cáo")]
    fields: Annotated[tuple[Field, ...], Meta(description="theo thứ tự trong báo cáo")]


OUTPUT = Output("Các trường mà mẫu báo cáo dùng được", Fields)


def fields(report: str, found: Iterable[tuple[str, str]], as_of: Day, province: str | None) -> Fields:
    """The names that a template of the report may use, each with its value."""
    return Fields(
        schema="cchc.fields/1",
        as_of=as_of,
        province=province,
        report=report,
        fields=tuple(Field(name=name, value=value) for name, value in found),
    )
