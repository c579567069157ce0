"""A task with its milestones, as `due`, `list` and `show` print it."""

from datetime import date as Day
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, structs

from cchc_cli import model
from cchc_cli.answers.json.pieces import (
    Agency,
    Name,
    Piece,
    Plan,
    Rate,
    documents,
    rate,
    same_names,
)
from cchc_cli.answers.json.pieces.amendments import Amendment, amendment
from cchc_cli.answers.json.pieces.links import Link, link
from cchc_cli.answers.json.pieces.states import DoneOn, Evidence, Late, Progress, When, Where
from cchc_cli.model import Kind, Role
from cchc_cli.plan import tasks as read
from cchc_cli.plan.carried import extra_cells
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.amended import amended
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Seen, TaskView
from cchc_cli.state.states import State

Share = Annotated[Literal["lead", "other"], Meta(description="phần của cơ quan đã chọn")]
Via = Annotated[str | None, Meta(description="id nhóm mà qua đó được giao; null: nêu đích danh")]


class Assignment(Piece, frozen=True):
    """An agency in a role."""

    agency: Agency
    name: Name
    role: Annotated[Role, Meta(description="vai trò")]
    group: Annotated[bool, Meta(description="là nhóm")]
    open: Annotated[bool, Meta(description="là nhóm mở")]
    inferred: Annotated[bool, Meta(description="vai trò suy ra, không in rõ")]
    words: Annotated[str, Meta(description="chữ in nói lên vai trò")]


class Schedule(Piece, frozen=True):
    """A milestone's schedule and how it is read."""

    text: Annotated[str, Meta(description="như in")]
    kind: Annotated[Kind, Meta(description="cách hiểu")]
    start: Annotated[Day | None, Meta(description="ngày bắt đầu")]
    due: Annotated[Day | None, Meta(description="hạn đang có hiệu lực, tính cả ngày đó; null: không có ngày")]
    original_due: Annotated[Day | None, Meta(description="hạn ban đầu")]
    condition: Annotated[str | None, Meta(description="điều kiện bằng lời")]


class Parts(Piece, frozen=True):
    """A collective task: how many are done."""

    done: Annotated[int, Meta(description="đã hoàn thành")]
    of: Annotated[int, Meta(description="tất cả")]


class Turn(Piece, frozen=True):
    """One turn of work that comes again."""

    id: Annotated[str, Meta(description="như I.7@2026-03")]
    start: Annotated[Day, Meta(description="ngày bắt đầu")]
    due: Annotated[Day | None, Meta(description="hạn đang có hiệu lực; null: lần này không có ngày")]
    progress: Progress
    timing: When
    bucket: Where
    days_late: Late
    parts: Annotated[Parts | None, Meta(description="null: không phải nhiều cơ quan cùng làm")]
    done_on: DoneOn


class Milestone(Piece, frozen=True):
    """A milestone on the day of the figures; `part` with --agency alone."""

    id: Annotated[str, Meta(description="như I.9/1")]
    name: Annotated[str | None, Meta(description="tên mốc")]
    assignments: Annotated[tuple[Assignment, ...] | None, Meta(description="vai trò riêng; null: theo nhiệm vụ")]
    schedule: Annotated[Schedule, Meta(description="tiến độ và cách hiểu")]
    progress: Progress
    timing: When
    bucket: Where
    days_late: Late
    parts: Annotated[Parts | None, Meta(description="null: không phải mốc nhiều cơ quan cùng làm")]
    done_on: DoneOn
    evidence: Evidence
    turns: Annotated[tuple[Turn, ...] | None, Meta(description="các lần của nhiệm vụ định kỳ; null: nhiệm vụ khác")]
    rate: Annotated[Rate | None, Meta(description="tỷ lệ mà nhiệm vụ tự tính nêu; null: nhiệm vụ khác")]
    part: Share | UnsetType = UNSET


class RoleVia(Piece, frozen=True):
    """One role of the chosen agencies."""

    role: Annotated[Role, Meta(description="vai trò")]
    via: Via


class TaskHead(Piece, frozen=True, kw_only=True):
    """A task as everybody sees it."""

    plan: Plan
    id: Annotated[str, Meta(description="như I.9")]
    section: Annotated[str, Meta(description="id lĩnh vực, hoặc body")]
    number: Annotated[str, Meta(description="số in")]
    parent: Annotated[str | None, Meta(description="id dòng tiêu đề bên trên")]
    parent_title: Annotated[str | None, Meta(description="nội dung dòng tiêu đề")]
    title: Annotated[str, Meta(description="nhiệm vụ như in")]
    products: Annotated[tuple[str, ...], Meta(description="kết quả, sản phẩm")]
    schedule_text: Annotated[str, Meta(description="cột tiến độ như in")]
    assignment_text: Annotated[str, Meta(description="cột phân công như in")]
    cells: Annotated[dict[str, str], Meta(description="ô của các cột khác, như in: lead, notes, …, tên trong cells")]
    assignments: Annotated[tuple[Assignment, ...], Meta(description="vai trò từng cơ quan")]
    leader: Annotated[str | None, Meta(description="lãnh đạo phụ trách; null: không ghi")]
    decides: Annotated[str | None, Meta(description="thẩm quyền quyết định; null: không ghi")]
    milestones: Annotated[tuple[Milestone, ...], Meta(description="các mốc được liệt kê")]
    progress: Progress
    timing: When
    bucket: Where
    implements: Annotated[tuple[Link, ...], Meta(description="nhiệm vụ của kế hoạch khác mà nhiệm vụ này thực hiện")]
    implemented_by: Annotated[tuple[Link, ...], Meta(description="nhiệm vụ của kế hoạch khác thực hiện nhiệm vụ này")]
    amendments: Annotated[tuple[Amendment, ...], Meta(description="các lần điều chỉnh nhiệm vụ, tính đến ngày số liệu")]
    file: Annotated[str, Meta(description="tệp, tính từ thư mục làm việc")]
    line: Annotated[int, Meta(description="dòng trong tệp, từ 1")]


class Task(TaskHead, frozen=True, kw_only=True):
    """A task; the keys with a default are there with --agency alone."""

    roles: Annotated[tuple[RoleVia, ...], Meta(description="mọi vai trò của cơ quan đã chọn")] | UnsetType = UNSET
    role: Annotated[Role, Meta(description="vai trò mạnh nhất")] | UnsetType = UNSET
    via: Via | UnsetType = UNSET
    part: Share | UnsetType = UNSET


def task(view: TaskView, standings: Standings, listed: tuple[Seen, ...] | None = None) -> Task:
    """A task, with its roles and parts where agencies were chosen; `listed` limits its milestones."""
    own, chosen, workspace = view.task, bool(view.shares), standings.workspace
    return Task(
        **same_names(
            Task, own, own.row, view.state, but=("parent", "cells", "assignments", "milestones", "implements")
        ),
        plan=view.plan.name,
        parent=own.parent.id if own.parent else None,
        parent_title=own.parent.title if own.parent else None,
        cells=extra_cells(own.row),
        assignments=assignments(own.assignments, workspace.registry),
        milestones=tuple(_seen(each, workspace, chosen) for each in (view.milestones if listed is None else listed)),
        implements=tuple(link(each, workspace.registry) for each in standings.implements(own)),
        implemented_by=tuple(link(each, workspace.registry) for each in standings.implemented_by(view.plan, own)),
        amendments=tuple(map(amendment, amended(view.plan, own, workspace.registry, standings.as_of))),
        file=workspace.sources.path(own.at),
        line=workspace.sources.line(own.at),
        roles=tuple(RoleVia(role=each.role, via=each.via) for each in view.shares) if chosen else UNSET,
        role=view.shares[0].role if chosen else UNSET,
        via=view.shares[0].via if chosen else UNSET,
        part=view.part if chosen else UNSET,
    )


def milestone(state: State, workspace: Workspace) -> Milestone:
    """A milestone with its schedule as it holds on the day."""
    own = state.milestone
    return Milestone(
        **same_names(Milestone, state, own, but=("assignments", "schedule", "parts", "evidence", "turns", "rate")),
        assignments=None if own.assignments is None else assignments(own.assignments, workspace.registry),
        schedule=_schedule(own.schedule, state),
        parts=_parts(state),
        evidence=documents(state.evidence),
        turns=tuple(map(_turn, state.turns)) or None,
        rate=rate(state.rate) if state.rate else None,
    )


def _turn(state: State) -> Turn:
    assert state.milestone.turn is not None
    return Turn(
        **same_names(Turn, state, but=("id", "start", "due", "parts")),
        id=state.milestone.id,
        start=state.milestone.turn.start,
        due=state.term.due,
        parts=_parts(state),
    )


def _parts(state: State) -> Parts | None:
    return Parts(done=state.done_parts, of=len(state.counted.parts)) if state.parts else None


def assignments(given: tuple[model.Assignment, ...], registry: Registry) -> tuple[Assignment, ...]:
    """Agencies in their roles."""
    return tuple(
        Assignment(
            **same_names(Assignment, each),
            name=registry.name(each.agency),
            group=registry.is_group(each.agency),
            open=registry.is_open(each.agency),
        )
        for each in given
    )


def _seen(seen: Seen, workspace: Workspace, chosen: bool) -> Milestone:
    found = milestone(seen.state, workspace)
    return structs.replace(found, part=seen.part) if chosen else found


def _schedule(printed: read.Schedule, state: State) -> Schedule:
    term = state.term
    return Schedule(
        **same_names(Schedule, printed, but=("due",)),
        due=term.due,
        original_due=term.original_due,
    )
