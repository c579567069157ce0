"""cchc show ID --format json."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import Agency, AsOf, Envelope, Name, Piece, documents, same_names
from cchc_cli.answers.json.pieces.states import DoneOn, Evidence, Late, Progress, When, Where
from cchc_cli.answers.json.pieces.tasks import (
    Milestone,
    TaskHead,
    milestone,
    task,
)
from cchc_cli.model import Status
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.reports import Reported as Reported
from cchc_cli.state.seats import in_charge
from cchc_cli.state.states import State


class Member(Piece, frozen=True):
    """An agency's part."""

    agency: Agency
    name: Name
    held_by: Annotated[
        tuple[str, ...], Meta(description="id cơ quan đang giữ phần việc: chính nó, hoặc cơ quan kế tục khi nó đã thôi")
    ]
    progress: Progress
    timing: When
    bucket: Where
    days_late: Late
    done_on: DoneOn
    evidence: Evidence


class ShownMilestone(Milestone, frozen=True, kw_only=True):
    """A milestone with its next turn and its members' parts."""

    next: Annotated[Day | None, Meta(description="ngày cuối của lần đang đến; chỉ mốc định kỳ")]
    members: Annotated[tuple[Member, ...], Meta(description="mốc nhiều cơ quan cùng làm: phần của từng cơ quan")]


class Report(Piece, frozen=True):
    """An entry."""

    by: Agency
    date: Annotated[Day, Meta(description="ngày diễn ra")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    turn: Annotated[str | None, Meta(description="lần nào của nhiệm vụ định kỳ, như 2026-03; null: theo ngày")]
    status: Annotated[Status | None, Meta(description="tình trạng báo cáo")]
    action: Annotated[
        Literal["confirm", "return"] | None, Meta(description="xác nhận hoặc trả lại, của cơ quan theo dõi")
    ]
    agency: Annotated[str | None, Meta(description="ghi thay cho cơ quan này")]
    percent: Annotated[int | None, Meta(description="phần trăm")]
    note: Annotated[str | None, Meta(description="ghi chú")]
    evidence: Evidence


class ShownTask(TaskHead, frozen=True, kw_only=True):
    """A task with its history."""

    milestones: Annotated[tuple[ShownMilestone, ...], Meta(description="mọi mốc")]
    history: Annotated[tuple[Report, ...], Meta(description="các cập nhật tính đến ngày số liệu")]


class Show(Envelope, frozen=True):
    """One task whole."""

    schema: Literal["cchc.show/1"]
    as_of: AsOf
    task: Annotated[ShownTask, Meta(description="nhiệm vụ")]


OUTPUT = Output("Một nhiệm vụ, đủ mọi điều", Show)


def show(view: TaskView, ledger: Ledger, standings: Standings, asked: Asked) -> Show:
    """The task as in `list`, with members and history."""
    workspace = standings.workspace
    shown = ShownTask(
        **same_names(ShownTask, task(view, standings), but=("milestones",)),
        milestones=tuple(_milestone(state, workspace, asked) for state in view.state.milestones),
        history=tuple(_report(each) for each in ledger.task_reports(view.task, asked.as_of)),
    )
    return Show(schema="cchc.show/1", as_of=asked.as_of, province=workspace.own_settings.province, task=shown)


def _milestone(state: State, workspace: Workspace, asked: Asked) -> ShownMilestone:
    return ShownMilestone(
        **same_names(ShownMilestone, milestone(state, workspace)),
        next=_next(state, asked.as_of),
        members=tuple(_member(agency, own, workspace, asked) for agency, own in state.parts),
    )


def _next(state: State, as_of: Day) -> Day | None:
    """The day by which the turn that runs falls due or ends."""
    lasts = (turn.term.due or own.end for turn in state.turns if (own := turn.milestone.turn))
    return next((day for day in lasts if day >= as_of), None)


def _member(agency: str, own: State, workspace: Workspace, asked: Asked) -> Member:
    return Member(
        **same_names(Member, own, but=("evidence",)),
        agency=agency,
        name=workspace.registry.name(agency),
        held_by=in_charge(workspace.registry, agency, own.bucket, asked.as_of),
        evidence=documents(own.evidence),
    )


def _report(given: Reported) -> Report:
    entry = given.entry
    return Report(
        **same_names(Report, given, entry, but=("date", "evidence")), date=given.day, evidence=documents(entry.evidence)
    )
