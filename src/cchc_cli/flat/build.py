"""One workspace on a day → the rows of each table, one after the other."""

from collections.abc import Iterator
from datetime import date as Day
from typing import Any

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.tasks import leading
from cchc_cli.flat.rows import SCHEMA, EntryRow, MeasurementRow, MemberPart, RegisteredAgency, Row, TaskPiece
from cchc_cli.model import Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import TaskView, everybody
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import State, TaskState
from cchc_cli.state.tasks import task_states


class _Head(Struct, frozen=True):
    """The columns that all rows of a plan begin with."""

    province: str | None
    province_code: str | None
    workspace: str
    plan: str | None
    level: str | None
    issuer: str | None
    year: int | None
    as_of: Day
    schema: str = SCHEMA

    @property
    def columns(self) -> dict[str, Any]:
        """The columns by name."""
        return {name: getattr(self, name) for name in self.__struct_fields__}


def rows(workspace: Workspace, name: str, as_of: Day) -> Iterator[tuple[str, Row]]:
    """Each row with the name of its table: the registry first, then plan by plan; closed plans and drafts are left out.

    `name` is that of the workspace's folder.
    """
    shared = _head(workspace, name, as_of)
    for agency in workspace.registry.rows:
        members = workspace.registry.members(agency.id, as_of) if agency.kind == "group" else ()
        yield "agencies", RegisteredAgency(
            **shared.columns, agency=agency.id, name=agency.name, kind=agency.kind, code=agency.code,
            open=agency.open, members=members, since=agency.since, until=agency.until,
        )  # fmt: skip
    for plan in workspace.plans:
        yield from _plan(workspace, plan, _head(workspace, name, as_of, plan))


def _head(workspace: Workspace, name: str, as_of: Day, plan: Plan | None = None) -> _Head:
    settings = workspace.settings
    province, code = settings.province or settings.place, settings.province_code
    if plan is None:
        return _Head(province, code, name, None, None, None, None, as_of)
    return _Head(province, code, name, plan.name, workspace.level(plan), plan.issuer, plan.term.year, as_of)


def _plan(workspace: Workspace, plan: Plan, head: _Head) -> Iterator[tuple[str, Row]]:
    ledger = Ledger.of(plan, workspace)
    for state in task_states(ledger, head.as_of):
        yield from _task(workspace, plan, state, head)
    for by, entry in plan.records.entries:
        yield "entries", EntryRow(
            **head.columns, task=entry.task, turn=entry.turn, agency=entry.agency or by, recorded_by=by,
            date=entry.date, recorded=entry.recorded, status=entry.status.value if entry.status else None,
            action=entry.action, percent=entry.percent,
            evidence=tuple(each.number or each.name or each.link or "" for each in entry.evidence),
            note=entry.note, difficulties=entry.difficulties, proposals=entry.proposals,
        )  # fmt: skip
    for measured in plan.records.measurements:
        yield "measurements", _measurement(measured, head)


def _measurement(measured: Measurement, head: _Head) -> MeasurementRow:
    return MeasurementRow(
        **head.columns, target=measured.target, agency=measured.agency, period=measured.period, date=measured.date,
        recorded=measured.recorded, value=measured.value, numerator=measured.numerator,
        denominator=measured.denominator,
    )  # fmt: skip


def _task(workspace: Workspace, plan: Plan, state: TaskState, head: _Head) -> Iterator[tuple[str, Row]]:
    view = everybody(plan, state)
    found = [each for seen in view.milestones for each in seen.state.turns or (seen.state,)]
    first = leading(view).state
    of_task = next((place for place, each in enumerate(found) if each.milestone.id == first.milestone.id), 0)
    for place, each in enumerate(found):
        yield "tasks", _piece(workspace, view, each, head, place == of_task)
        for agency, part in each.parts:
            yield "members", MemberPart(
                **head.columns, task=view.task.id, milestone=_milestone(each), turn=_turn(each), agency=agency,
                name=workspace.registry.name(agency), progress=part.progress.value,
                timing=part.timing.value if part.timing else None, bucket=part.bucket.value, due=part.term.due,
                done_on=part.done_on, days_late=part.days_late,
            )  # fmt: skip


def _piece(workspace: Workspace, view: TaskView, state: State, head: _Head, of_task: bool) -> TaskPiece:
    task, milestone = view.task, state.milestone
    assigned = task.assigned(milestone)
    return TaskPiece(
        **head.columns,
        task=task.id,
        milestone=_milestone(state),
        turn=_turn(state),
        section=task.section,
        title=task.title,
        product="; ".join(milestone.products or task.products) or None,
        schedule_text=milestone.schedule.text,
        kind=state.term.kind.value,
        start=state.term.start,
        due=state.term.due,
        original_due=state.term.original_due,
        progress=state.progress.value,
        timing=state.timing.value if state.timing else None,
        bucket=state.bucket.value,
        days_late=state.days_late,
        done_on=state.done_on,
        evidence_count=len(state.evidence),
        leads=leads(assigned),
        lead_names=cells.leads(assigned, workspace.registry, head.as_of) or None,
        parts_done=state.done_parts if state.parts else None,
        parts_of=len(state.parts) if state.parts else None,
        implements=task.row.implements,
        body=task.is_apart,
        task_bucket=view.state.bucket.value,
        of_task=of_task,
    )


def _milestone(state: State) -> str:
    """The id of the milestone, without that of the turn."""
    return state.milestone.id.partition("@")[0]


def _turn(state: State) -> str | None:
    return state.milestone.turn.id if state.milestone.turn else None
