"""cchc event list --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Document, Envelope, Name, Piece, Plan, documents
from cchc_cli.queries.events import EventState


class Event(Piece, frozen=True):
    """An outside event."""

    plan: Plan
    id: Annotated[str, Meta(description="id sự kiện")]
    name: Name
    date: Annotated[Day | None, Meta(description="ngày xảy ra; null: chưa")]
    evidence: Annotated[tuple[Document, ...], Meta(description="tài liệu kiểm chứng")]
    milestones: Annotated[tuple[str, ...], Meta(description="id các mốc đang chờ")]


class Events(Envelope, frozen=True):
    """All events."""

    schema: Literal["cchc.event/1"]
    as_of: AsOf
    events: Annotated[tuple[Event, ...], Meta(description="theo thứ tự khai trong kế hoạch")]


OUTPUT = Output("Sự kiện và các mốc đang chờ", Events)


def events(found: tuple[EventState, ...], as_of: Day, province: str | None) -> Events:
    """All events with what hangs on them."""
    return Events(
        schema="cchc.event/1",
        as_of=as_of,
        province=province,
        events=tuple(
            Event(
                plan=each.plan.name,
                id=each.event.id,
                name=each.event.name,
                date=each.happened,
                evidence=documents(each.evidence),
                milestones=tuple(state.milestone.id for _, state in each.waiting),
            )
            for each in found
        ),
    )
