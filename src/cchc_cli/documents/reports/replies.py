"""What agencies wrote in the period, the extensions they request, and which agencies have not reported."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.documents.reports import addressees
from cchc_cli.documents.reports.rows import identity, task_identity
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import Deadline
from cchc_cli.queries.missing_entries import requests as requested
from cchc_cli.queries.views import TaskView
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import short_date

_CLOSED = (Bucket.DONE, Bucket.CANCELLED)


class Said(Struct, frozen=True):
    """A difficulty or a proposal, with the task and the agency that wrote it."""

    id: str
    agency: str
    text: str


class Request(Struct, frozen=True):
    """A requested extension: of what, by whom, until when and why."""

    id: str
    title: str
    agency: str
    to: str
    reason: str


class Owing(Struct, frozen=True):
    """An agency that has not reported, with the tasks and their number."""

    id: str
    agency: str
    amount: str
    tasks: str


class OwingTogether(Struct, frozen=True):
    """Agencies that owe the same tasks, in one row."""

    agency: str
    amount: str
    tasks: str


def said(
    tasks: Iterable[TaskView], scene: Scene, what: Literal["difficulties", "proposals"], by: str | None = None
) -> tuple[Said, ...]:
    """On each open task the latest `difficulties` or `proposals` of the period; with `by`, of one agency."""
    found = (_last(view, scene, what, by) for view in tasks if view.state.bucket not in _CLOSED)
    return tuple(each for each in found if each is not None)


def _last(view: TaskView, scene: Scene, what: Literal["difficulties", "proposals"], by: str | None) -> Said | None:
    last = min(scene.period.end, scene.as_of)
    for report in reversed(scene.ledgers[view.plan.name].task_reports(view.task, scene.as_of)):
        text, agency = getattr(report.entry, what), report.entry.agency or report.by
        if text and scene.period.start <= report.entry.recorded <= last and by in (None, agency):
            return Said(task_identity(view), scene.workspace.registry.name(agency), text)
    return None


def requests(scene: Scene) -> tuple[Request, ...]:
    """Extensions requested and not yet decided, in plan order."""
    return tuple(_requested(view, each, scene) for view, each in requested(scene.workspace, scene.asked))


def unreported(scene: Scene) -> tuple[Owing, ...]:
    """Agencies that have not reported in the period, in registry order, with the tasks and their number."""
    owed: dict[str, list[str]] = {}
    for view in scene.tasks:
        for each in view.owed:
            for agency in each.missing:
                owed.setdefault(agency, []).append(identity(view, each.turn))
    registry = scene.workspace.registry
    return tuple(
        Owing(agency, registry.name(agency), str(len(owed[agency])), ", ".join(owed[agency]))
        for agency in registry.in_order(owed)
    )


def unreported_together(owing: Iterable[Owing], scene: Scene) -> tuple[OwingTogether, ...]:
    """The same, with one row for all agencies that owe the same tasks: `agency` names all of them."""
    found = addressees.alike(owing, lambda each: each.tasks, scene.workspace.registry, scene.as_of)
    return tuple(OwingTogether(each.name, each.first.amount, each.first.tasks) for each in found)


def _requested(view: TaskView, request: Deadline, scene: Scene) -> Request:
    registry = scene.workspace.registry
    agency = (
        registry.name(request.agency) if request.agency else cells.leads(view.task.assignments, registry, scene.as_of)
    )
    return Request(
        id=request.task,
        title=view.task.title,
        agency=agency,
        to=short_date(request.to) if request.to else "",
        reason=request.reason or "",
    )
