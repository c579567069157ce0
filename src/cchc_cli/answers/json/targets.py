"""cchc targets --format json."""

from datetime import date as Day
from typing import Annotated, Any, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Document, Envelope, Name, Piece, Plan, documents, same_names
from cchc_cli.model import InspectedShare, Measurement
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.indicators import IndicatorState
from cchc_cli.queries.measured import Measured
from cchc_cli.queries.targets import Result, TargetState, owners


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
    owners: Annotated[tuple[str, ...], Meta(description="id cơ quan đo: owner, không có thì cơ quan chủ trì nhiệm vụ")]
    share: Annotated[Share | None, Meta(description="tính từ các cuộc kiểm tra; null: số đo được ghi")]
    measured: Annotated[float | None, Meta(description="số đo mới nhất, theo đơn vị")]
    numerator: Annotated[float | None, Meta(description="tử số, nếu số đo ghi hoặc tính từ hai số")]
    denominator: Annotated[float | None, Meta(description="mẫu số")]
    measured_on: Annotated[Day | None, Meta(description="ngày của số đo")]
    evidence: Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
    result: Annotated[Result, Meta(description="kết quả")]


class Indicator(Piece, frozen=True):
    """An indicator and its figure: of a period, or the last."""

    plan: Plan
    id: Annotated[str, Meta(description="id chỉ tiêu thống kê")]
    name: Name
    unit: Annotated[str, Meta(description="đơn vị")]
    heading: Annotated[str | None, Meta(description="mục của báo cáo nêu số liệu")]
    by: Annotated[Literal["agency", "plan"], Meta(description="từng cơ quan đo, hay một số cho cả kế hoạch")]
    owner: Annotated[str | None, Meta(description="id cơ quan thu thập số liệu")]
    share: Annotated[tuple[str, ...], Meta(description="hai chỉ tiêu mà số này là tỷ lệ; rỗng: số đo được ghi")]
    measured: Annotated[float | None, Meta(description="số liệu, của các cơ quan thì đã cộng; null: chưa ai đo")]
    numerator: Annotated[float | None, Meta(description="tử số, nếu số đo ghi hoặc tính từ hai số")]
    denominator: Annotated[float | None, Meta(description="mẫu số")]
    measured_on: Annotated[Day | None, Meta(description="ngày của số đo")]
    told: Annotated[int, Meta(description="số cơ quan đã có số liệu")]
    of: Annotated[int, Meta(description="số cơ quan phải đo; 0: một số cho cả kế hoạch")]
    missing: Annotated[tuple[str, ...], Meta(description="id cơ quan chưa có số liệu")]


class Targets(Envelope, frozen=True):
    """All targets and indicators."""

    schema: Literal["cchc.targets/1"]
    as_of: AsOf
    targets: Annotated[tuple[Target, ...], Meta(description="mục tiêu trước, rồi nhiệm vụ")]
    indicators: Annotated[tuple[Indicator, ...], Meta(description="chỉ tiêu thống kê, theo thứ tự khai báo")]


OUTPUT = Output("Chỉ tiêu", Targets)


def targets(found: Measured, workspace: Workspace) -> Targets:
    """Every target with its result, every indicator with its figure."""
    return Targets(
        schema="cchc.targets/1",
        as_of=found.as_of,
        province=workspace.own_settings.province,
        targets=tuple(map(target, found.targets)),
        indicators=tuple(map(indicator, found.indicators)),
    )


def target(state: TargetState) -> Target:
    """A target with its result."""
    measured = state.measurement
    return Target(
        **same_names(Target, state.target, state, but=("plan", "share")),
        **_figures(measured, state.target.unit),
        plan=state.plan.name,
        owners=owners(state),
        share=_share(state.target.share) if state.target.share else None,
        evidence=documents(measured.evidence) if measured else (),
    )


def indicator(state: IndicatorState) -> Indicator:
    """An indicator with its figure."""
    return Indicator(
        **same_names(Indicator, state.indicator, state, but=("plan",)),
        **_figures(state.measurement, state.indicator.unit),
        plan=state.plan.name,
    )


def _figures(measured: Measurement | None, unit: str) -> dict[str, Any]:
    return {
        "measured": measured.amount(unit) if measured else None,
        "numerator": measured.numerator if measured else None,
        "denominator": measured.denominator if measured else None,
        "measured_on": measured.date if measured else None,
    }


def _share(given: InspectedShare) -> Share:
    return Share(**same_names(Share, given, but=("of",)), of=given.groups)
