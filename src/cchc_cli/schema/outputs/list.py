"""cchc list --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Document, Period, Piece
from cchc_cli.schema.tasks import Task


class Decision(Piece, frozen=True):
    """A decision on a deadline, or a request for one."""

    task: Annotated[str, Meta(description="id nhiệm vụ hoặc mốc")]
    action: Annotated[Literal["set", "extend", "request", "refuse"], Meta(description="việc")]
    agency: Annotated[str | None, Meta(description="riêng cho cơ quan này; null: cho tất cả")]
    to: Annotated[Day | None, Meta(description="hạn mới")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    reason: Annotated[str | None, Meta(description="lý do")]
    document: Annotated[Document | None, Meta(description="văn bản")]


class Listed(Task, frozen=True):
    """A task; `stale` and `missing` are there with --missing and --stale alone, `requests` with --state requested."""

    stale: Annotated[bool, Meta(description="chưa cập nhật trong kỳ")] | UnsetType = UNSET
    requests: Annotated[tuple[Decision, ...], Meta(description="đề nghị gia hạn chưa trả lời")] | UnsetType = UNSET
    missing: Annotated[tuple[str, ...], Meta(description="id cơ quan chưa báo cáo trong kỳ")] | UnsetType = UNSET


class List(Piece, frozen=True):
    """Tasks in plan order; `period` with --missing and --stale alone."""

    schema: Literal["cchc.list/1"]
    as_of: AsOf
    tasks: Annotated[tuple[Listed, ...], Meta(description="theo thứ tự kế hoạch")]
    period: Annotated[Period, Meta(description="kỳ đã xét (--missing, --stale)")] | UnsetType = UNSET


OUTPUT = Output("Danh sách nhiệm vụ", List)
