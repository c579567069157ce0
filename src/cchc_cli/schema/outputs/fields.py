"""cchc report NAME --fields --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Piece


class Field(Piece, frozen=True):
    """A name that a template may use."""

    name: Annotated[str, Meta(description="tên trường, như tasks[].title")]
    value: Annotated[str, Meta(description="giá trị vào ngày này")]


class Fields(Piece, frozen=True):
    """All names of a report."""

    schema: Literal["cchc.fields/1"]
    as_of: AsOf
    report: Annotated[str, Meta(description="tên báo cáo")]
    fields: Annotated[tuple[Field, ...], Meta(description="theo thứ tự trong báo cáo")]


OUTPUT = Output("Các trường mà mẫu báo cáo dùng được", Fields)
