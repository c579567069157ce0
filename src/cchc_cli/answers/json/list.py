"""cchc list --format json."""

from collections.abc import Iterable, Iterator
from datetime import date as Day
from itertools import groupby
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, structs

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Document, Envelope, Period, Piece, document, period, same_names
from cchc_cli.answers.json.pieces.tasks import Task, task
from cchc_cli.model import Deadline
from cchc_cli.queries.coverage import Coverage
from cchc_cli.queries.filings import Filings
from cchc_cli.queries.links import Standings
from cchc_cli.queries.missing_entries import reporting_period
from cchc_cli.queries.views import Asked, TaskView


class Decision(Piece, frozen=True):
    """A decision on a deadline, or a request for one."""

    task: Annotated[str, Meta(description="id nhiệm vụ hoặc mốc")]
    turn: Annotated[str | None, Meta(description="riêng lần này của nhiệm vụ định kỳ, như 2026-03")]
    action: Annotated[Literal["set", "extend", "request", "refuse"], Meta(description="quyết định gì")]
    agency: Annotated[str | None, Meta(description="riêng cho cơ quan này; null: cho tất cả")]
    to: Annotated[Day | None, Meta(description="hạn mới")]
    recorded: Annotated[Day, Meta(description="ngày ghi")]
    reason: Annotated[str | None, Meta(description="lý do")]
    document: Annotated[Document | None, Meta(description="văn bản")]


class Silent(Piece, frozen=True):
    """A turn on which agencies have not reported."""

    turn: Annotated[str, Meta(description="lần thực hiện, như I.7@2026-03")]
    agencies: Annotated[tuple[str, ...], Meta(description="id cơ quan chưa báo cáo lần này")]


class Listed(Task, frozen=True, kw_only=True):
    """A task; the keys with a default are there with --missing, --stale, --state requested or --uncovered alone."""

    stale: Annotated[bool, Meta(description="chưa cập nhật trong kỳ")] | UnsetType = UNSET
    requests: Annotated[tuple[Decision, ...], Meta(description="đề nghị gia hạn chưa trả lời")] | UnsetType = UNSET
    missing: Annotated[tuple[str, ...], Meta(description="id cơ quan chưa báo cáo trong kỳ")] | UnsetType = UNSET
    missing_turns: (
        Annotated[tuple[Silent, ...], Meta(description="nhiệm vụ định kỳ: các lần chưa báo cáo")] | UnsetType
    ) = UNSET
    uncovered: (
        Annotated[tuple[str, ...], Meta(description="id cơ quan có kế hoạch nhưng không có nhiệm vụ thực hiện")]
        | UnsetType
    ) = UNSET


class List(Envelope, frozen=True):
    """Tasks in plan order; `period` with --missing, --stale and --unfiled alone, `without_plan` with --uncovered."""

    schema: Literal["cchc.list/1"]
    as_of: AsOf
    tasks: Annotated[tuple[Listed, ...], Meta(description="theo thứ tự kế hoạch")]
    period: Annotated[Period, Meta(description="kỳ đã xét (--missing, --stale, --unfiled)")] | UnsetType = UNSET
    without_plan: (
        Annotated[tuple[str, ...], Meta(description="id cơ quan được giao chung mà chưa có kế hoạch (--uncovered)")]
        | UnsetType
    ) = UNSET
    unfiled: (
        Annotated[tuple[str, ...], Meta(description="id cơ quan chưa gửi báo cáo của kỳ (--unfiled)")] | UnsetType
    ) = UNSET


OUTPUT = Output("Danh sách nhiệm vụ", List)


def tasks(views: Iterable[TaskView], standings: Standings, asked: Asked) -> List:
    """Tasks in plan order."""
    return _list(standings, asked, (_listed(view, standings) for view in views))


def unreported(views: Iterable[TaskView], standings: Standings, asked: Asked) -> List:
    """Tasks, each with whether it is stale and who has not reported; the period that was looked at."""
    found = (
        structs.replace(
            _listed(view, standings), stale=view.stale, missing=view.missing, missing_turns=tuple(_silent(view))
        )
        for view in views
    )
    looked_at = period(reporting_period(asked, standings.workspace.own_settings))
    return structs.replace(_list(standings, asked, found), period=looked_at)


def _silent(view: TaskView) -> Iterator[Silent]:
    for each in view.owed:
        if each.turn is not None and each.missing:
            yield Silent(turn=each.turn.id, agencies=each.missing)


def requests(found: Iterable[tuple[TaskView, Deadline]], standings: Standings, asked: Asked) -> List:
    """Tasks, each with the extensions asked for."""
    by_task = groupby(found, lambda each: (each[0].plan.name, each[0].task.id))
    return _list(standings, asked, (_requested(tuple(own), standings) for _, own in by_task))


def uncovered(found: Coverage, standings: Standings, asked: Asked) -> List:
    """Collective tasks, each with the agencies whose plan has nothing for it; the agencies without a plan."""
    told = (structs.replace(_listed(each.view, standings), uncovered=each.uncovered) for each in found.tasks)
    return structs.replace(_list(standings, asked, told), without_plan=found.without_plan)


def unfiled(found: Filings, standings: Standings, asked: Asked) -> List:
    """No tasks; the agencies that have not filed the report of a period, of those asked for."""
    wanted = tuple(each for each in found.unfiled if not asked.agencies or each in asked.agencies)
    return structs.replace(_list(standings, asked, ()), period=period(found.period), unfiled=wanted)


def _list(standings: Standings, asked: Asked, found: Iterable[Listed]) -> List:
    province = standings.workspace.own_settings.province
    return List(schema="cchc.list/1", as_of=asked.as_of, province=province, tasks=tuple(found))


def _listed(view: TaskView, standings: Standings) -> Listed:
    return Listed(**same_names(Listed, task(view, standings)))


def _requested(own: tuple[tuple[TaskView, Deadline], ...], standings: Standings) -> Listed:
    return structs.replace(_listed(own[0][0], standings), requests=tuple(_decision(request) for _, request in own))


def _decision(given: Deadline) -> Decision:
    return Decision(
        **same_names(Decision, given, but=("document",)), document=document(given.document) if given.document else None
    )
