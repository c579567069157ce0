"""cchc show ID --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.model import Status
from cchc_cli.schema.outputs import Output
from cchc_cli.schema.pieces import Agency, AsOf, Name, Piece
from cchc_cli.schema.tasks import DoneOn, Evidence, Late, Milestone, Progress, TaskHead, When, Where


class Member(Piece, frozen=True):
    """An agency's part."""

    agency: Agency
    name: Name
    progress: Progress
    timing: When
    bucket: Where
    days_late: Late
    done_on: DoneOn
    evidence: Evidence


class ShownMilestone(Milestone, frozen=True, kw_only=True):
    """A milestone with its next turn and its members' parts."""

    next: Annotated[Day | None, Meta(description="ngày cuối của lần đang đến, việc định kỳ")]
    members: Annotated[tuple[Member, ...], Meta(description="việc chung: phần của từng cơ quan")]


class Report(Piece, frozen=True):
    """An entry."""

    by: Agency
    date: Annotated[Day, Meta(description="ngày diễn ra")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    status: Annotated[Status | None, Meta(description="tình trạng báo cáo")]
    action: Annotated[Literal["confirm", "return"] | None, Meta(description="việc của cơ quan theo dõi")]
    agency: Annotated[str | None, Meta(description="ghi thay cho cơ quan này")]
    percent: Annotated[int | None, Meta(description="phần trăm")]
    note: Annotated[str | None, Meta(description="ghi chú")]
    evidence: Evidence


class ShownTask(TaskHead, frozen=True):
    """A task with its history."""

    milestones: Annotated[tuple[ShownMilestone, ...], Meta(description="mọi mốc")]
    history: Annotated[tuple[Report, ...], Meta(description="các cập nhật tính đến ngày số liệu")]


class Show(Piece, frozen=True):
    """One task whole."""

    schema: Literal["cchc.show/1"]
    as_of: AsOf
    task: Annotated[ShownTask, Meta(description="nhiệm vụ")]


OUTPUT = Output("Một nhiệm vụ, đủ mọi điều", Show)
