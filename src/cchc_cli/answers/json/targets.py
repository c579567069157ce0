"""cchc targets --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Document, Envelope, Name, Piece, Plan, documents, same_names
from cchc_cli.model import InspectedShare
from cchc_cli.queries.targets import Result, TargetState


class Share(Piece, frozen=True):
    """The share of agencies inspected, from which a target is computed."""

    of: Annotated[tuple[str, ...], Meta(description="id các nhóm")]
    subject: Annotated[str | None, Meta(description="chuyên đề; null: mọi chuyên đề")]
    kind: Annotated[Literal["direct", "file", "sudden"] | None, Meta(description="hình thức; null: mọi hình thức")]
    basis: Annotated[str | None, Meta(description="vì sao tính trên các nhóm này")]


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
    owner: Annotated[str | None, Meta(description="id cơ quan đo chỉ tiêu; null: cơ quan chủ trì nhiệm vụ")]
    share: Annotated[Share | None, Meta(description="tính từ các cuộc kiểm tra; null: số đo được ghi")]
    measured: Annotated[float | None, Meta(description="số đo mới nhất, theo đơn vị")]
    numerator: Annotated[float | None, Meta(description="tử số, nếu số đo ghi hoặc tính từ hai số")]
    denominator: Annotated[float | None, Meta(description="mẫu số")]
    measured_on: Annotated[Day | None, Meta(description="ngày của số đo")]
    evidence: Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
    result: Annotated[Result, Meta(description="kết quả")]


class Targets(Envelope, frozen=True):
    """All targets."""

    schema: Literal["cchc.targets/1"]
    as_of: AsOf
    targets: Annotated[tuple[Target, ...], Meta(description="mục tiêu trước, rồi nhiệm vụ")]


OUTPUT = Output("Chỉ tiêu", Targets)


def targets(states: tuple[TargetState, ...], as_of: Day, province: str | None) -> Targets:
    """Every target with its result."""
    return Targets(schema="cchc.targets/1", as_of=as_of, province=province, targets=tuple(map(target, states)))


def target(state: TargetState) -> Target:
    """A target with its result."""
    measured = state.measurement
    return Target(
        **same_names(Target, state.target, state, but=("plan", "share")),
        plan=state.plan.name,
        measured=measured.amount(state.target.unit) if measured else None,
        share=_share(state.target.share) if state.target.share else None,
        numerator=measured.numerator if measured else None,
        denominator=measured.denominator if measured else None,
        measured_on=measured.date if measured else None,
        evidence=documents(measured.evidence) if measured else (),
    )


def _share(given: InspectedShare) -> Share:
    return Share(**same_names(Share, given, but=("of",)), of=given.groups)
