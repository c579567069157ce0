"""cchc event list --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import AsOf, Document, Name, Piece, Plan


class Event(Piece, frozen=True):
    """An outside event."""

    plan: Plan
    id: Annotated[str, Meta(description="id sự kiện")]
    name: Name
    date: Annotated[Day | None, Meta(description="ngày xảy ra; null: chưa")]
    evidence: Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
    milestones: Annotated[tuple[str, ...], Meta(description="id các mốc đang chờ")]


class Events(Piece, frozen=True):
    """All events."""

    schema: Literal["cchc.event/1"]
    as_of: AsOf
    events: Annotated[tuple[Event, ...], Meta(description="theo thứ tự khai trong kế hoạch")]


OUTPUT = Output("Sự kiện và các mốc đang chờ", Events)
