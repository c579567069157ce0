"""What several outputs hold: documents, periods, counts, rates."""

from datetime import date as Day
from typing import Annotated

from msgspec import Meta, Struct

AsOf = Annotated[Day, Meta(description="số liệu tính đến hết ngày này")]
NoDay = Annotated[None, Meta(description="câu trả lời này không phụ thuộc ngày")]
Plan = Annotated[str, Meta(description="tên kế hoạch: thư mục của nó dưới plan/")]
Agency = Annotated[str, Meta(description="id cơ quan hoặc nhóm")]
Name = Annotated[str, Meta(description="tên")]


class Piece(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A JSON object: every key is there, but those with a default."""


class Document(Piece, frozen=True):
    """A piece of evidence."""

    number: Annotated[str | None, Meta(description="số, ký hiệu")]
    date: Annotated[Day | None, Meta(description="ngày của tài liệu")]
    issuer: Annotated[str | None, Meta(description="cơ quan ban hành")]
    title: Annotated[str | None, Meta(description="trích yếu")]
    link: Annotated[str | None, Meta(description="đường dẫn")]
    name: Annotated[str | None, Meta(description="tên tài liệu không có số")]


class Period(Piece, frozen=True):
    """A reporting period."""

    id: Annotated[str, Meta(description="như 2026-Q1")]
    start: Annotated[Day, Meta(description="ngày đầu, thuộc kỳ")]
    end: Annotated[Day, Meta(description="ngày cuối, thuộc kỳ")]


class Counts(Piece, frozen=True):
    """How many in each bucket; each milestone or task is in one."""

    overdue: Annotated[int, Meta(description="quá hạn")]
    due_soon: Annotated[int, Meta(description="sắp đến hạn")]
    later: Annotated[int, Meta(description="trong hạn, chưa đến kỳ")]
    ongoing: Annotated[int, Meta(description="thường xuyên")]
    waiting: Annotated[int, Meta(description="chờ điều kiện")]
    unscheduled: Annotated[int, Meta(description="chưa xác định thời hạn")]
    submitted: Annotated[int, Meta(description="chờ xác nhận")]
    done: Annotated[int, Meta(description="đã hoàn thành")]
    paused: Annotated[int, Meta(description="tạm dừng")]
    cancelled: Annotated[int, Meta(description="không thực hiện")]


class Rate(Piece, frozen=True):
    """A rate with its denominator."""

    done: Annotated[int, Meta(description="tử số")]
    of: Annotated[int, Meta(description="mẫu số")]
    value: Annotated[float | None, Meta(description="done/of, làm tròn 4 chữ số; null khi mẫu số là 0")]
