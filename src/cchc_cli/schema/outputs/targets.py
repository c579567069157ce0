"""cchc targets --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Document, Name, Piece, Plan


class Target(Piece, frozen=True):
    """A target and its last measurement."""

    plan: Plan
    id: Annotated[str, Meta(description="id chỉ tiêu")]
    of: Annotated[str, Meta(description="chỗ trong kế hoạch")]
    name: Name
    comparator: Annotated[Literal[">=", ">", "<=", "<", "="], Meta(description="so sánh")]
    value: Annotated[float, Meta(description="mức phải đạt")]
    unit: Annotated[str, Meta(description="đơn vị")]
    by: Annotated[Day | None, Meta(description="đến hết ngày")]
    measured: Annotated[float | None, Meta(description="số đo mới nhất")]
    measured_on: Annotated[Day | None, Meta(description="ngày của số đo")]
    evidence: Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
    result: Annotated[Literal["met", "not_met", "not_measured"], Meta(description="kết quả")]


class Targets(Piece, frozen=True):
    """All targets."""

    schema: Literal["cchc.targets/1"]
    as_of: AsOf
    targets: Annotated[tuple[Target, ...], Meta(description="mục tiêu trước, rồi nhiệm vụ")]


OUTPUT = Output("Chỉ tiêu", Targets)
