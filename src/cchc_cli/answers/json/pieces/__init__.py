"""What several outputs hold: documents, periods, counts, rates."""

from collections.abc import Container, Mapping
from datetime import date as Day
from typing import Annotated, Any

from msgspec import Meta, Struct

from cchc_cli import model, schedule
from cchc_cli.state import rates
from cchc_cli.state.timing import Bucket

AsOf = Annotated[Day, Meta(description="số liệu tính đến hết ngày này")]
NoDay = Annotated[None, Meta(description="câu trả lời này không phụ thuộc ngày")]
Plan = Annotated[str, Meta(description="tên kế hoạch: thư mục của nó dưới plan/")]
Agency = Annotated[str, Meta(description="id cơ quan hoặc nhóm")]
Name = Annotated[str, Meta(description="tên")]


class Piece(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A JSON object: every key is there, but those with a default."""


class Envelope(Piece, frozen=True):
    """The keys that every output begins with."""

    schema: str
    as_of: Day | None
    province: Annotated[str | None, Meta(description="tỉnh, thành phố, theo thiết lập; null: chưa ghi")]


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


def same_names(piece: type[Piece], *records: object, but: Container[str] = ()) -> dict[str, Any]:
    """The fields that a piece has under the same name as one of the records, the first that has it; not those of `but`.

    A new field of a record is printed once the piece has it.
    """
    names = [name for name in piece.__struct_fields__ if name not in but]
    holders = {name: next((each for each in records if hasattr(each, name)), None) for name in names}
    return {name: getattr(holder, name) for name, holder in holders.items() if holder is not None}


def document(given: model.Document) -> Document:
    """A piece of evidence."""
    return Document(**same_names(Document, given))


def documents(given: tuple[model.Document, ...]) -> tuple[Document, ...]:
    """Pieces of evidence, in their order."""
    return tuple(map(document, given))


def period(given: schedule.Period) -> Period:
    """A reporting period; both days belong to it."""
    return Period(**same_names(Period, given))


def counts(buckets: Mapping[Bucket, int]) -> Counts:
    """How many in each bucket."""
    return Counts(**{bucket.value: number for bucket, number in buckets.items()})


def rate(given: rates.Rate) -> Rate:
    """A rate, rounded."""
    return Rate(done=given.done, of=given.of, value=round(given.done / given.of, 4) if given.of else None)
