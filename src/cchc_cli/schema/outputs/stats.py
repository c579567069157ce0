"""cchc stats --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Counts, Name, Period, Piece, Plan, Rate


class Rates(Piece, frozen=True):
    """The two rates (contract, section 4)."""

    done: Annotated[Rate, Meta(description="đã xong / (tổng − không thực hiện)")]
    on_time: Annotated[Rate, Meta(description="xong đúng hạn / số đã đến hạn")]


class Row(Piece, frozen=True):
    """A row of figures."""

    id: Annotated[str | None, Meta(description="id cơ quan hoặc lĩnh vực; null ở dòng cộng")]
    plan: Annotated[str | None, Meta(description="tên kế hoạch; null khi không của riêng kế hoạch nào")]
    name: Name
    total: Annotated[int, Meta(description="số nhiệm vụ; bằng tổng các ô trong buckets")]
    buckets: Annotated[Counts, Meta(description="số nhiệm vụ theo tình trạng")]
    done_late: Annotated[int, Meta(description="trong số đã xong: xong quá hạn")]
    stale: Annotated[int, Meta(description="chưa cập nhật trong kỳ; đã tính ở các ô khác")]
    rates: Annotated[Rates, Meta(description="tỷ lệ, kèm mẫu số")]


class Change(Piece, frozen=True):
    """A milestone whose state changed."""

    plan: Plan
    id: Annotated[str, Meta(description="id mốc")]


class Extension(Piece, frozen=True, rename={"from_": "from"}):
    """A deadline that moved."""

    plan: Plan
    id: Annotated[str, Meta(description="id mốc")]
    agency: Annotated[str | None, Meta(description="riêng cho cơ quan này; null: cho tất cả")]
    from_: Annotated[Day | None, Meta(description="hạn cũ")]
    to: Annotated[Day | None, Meta(description="hạn mới")]


class Since(Piece, frozen=True):
    """What changed since the period before."""

    day: Annotated[Day, Meta(description="ngày chốt kỳ trước")]
    done: Annotated[tuple[Change, ...], Meta(description="mới hoàn thành")]
    overdue: Annotated[tuple[Change, ...], Meta(description="mới quá hạn")]
    extended: Annotated[tuple[Extension, ...], Meta(description="mới đổi thời hạn")]


class Stats(Piece, frozen=True):
    """Counts and rates; `since` with --period alone."""

    schema: Literal["cchc.stats/1"]
    as_of: AsOf
    period: Annotated[Period, Meta(description="kỳ dùng để xét chưa cập nhật")]
    by: Annotated[Literal["agency", "section"], Meta(description="mỗi dòng là gì")]
    rows: Annotated[tuple[Row, ...], Meta(description="các dòng")]
    total: Annotated[Row, Meta(description="mỗi nhiệm vụ tính một lần")]
    body: Annotated[Row, Meta(description="nhiệm vụ trong phần lời, tính riêng")]
    kpi: Annotated[Rate | None, Meta(description="tỷ lệ hoàn thành kế hoạch; null khi đã lọc")]
    since: Annotated[Since, Meta(description="chỉ có khi nêu --period")] | UnsetType = UNSET


OUTPUT = Output("Số liệu và tỷ lệ hoàn thành", Stats)
