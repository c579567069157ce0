"""Answers → rows and lists of finished strings that several reports print."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from cchc_cli import showing
from cchc_cli.model import Deadline, Document
from cchc_cli.paper import count, short_date
from cchc_cli.progress import State
from cchc_cli.queries.changes import Extension
from cchc_cli.queries.reporting import requests as requested
from cchc_cli.queries.views import TaskView
from cchc_cli.reports import together
from cchc_cli.reports.scene import Scene
from cchc_cli.standing import closing
from cchc_cli.timing import Bucket, Timing

Row = dict[str, str]
_NAMED_LATE = 10


def row(view: TaskView, state: State, scene: Scene, agency: str | None = None) -> Row:
    """A milestone as a table row or a sentence's parts; with `agency`, its own part of it."""
    registry = scene.workspace.registry
    return {
        "id": _identity(view, state, scene),
        "section": view.task.section,
        "title": showing.title(view, state),
        "products": "; ".join(state.milestone.products or view.task.products),
        "lead": showing.leads(view.task.assigned(state.milestone), registry),
        "due": short_date(state.term.due) if state.term.due else state.milestone.schedule.text,
        "state": _standing(state, scene),
        "days_late": str(state.days_late or ""),
        "done_on": short_date(state.done_on) if state.done_on else "",
        "evidence": "; ".join(_cited(each) for each in state.evidence),
        "reason": _reason(view, state, scene, agency),
    }


def task_identity(view: TaskView, scene: Scene) -> str:
    """The place of a task as papers name it: "I.9"; of a duty of the body "phần IV.3.a" for `body.IV.3-1`."""
    if not view.task.is_body:
        return showing.task_identity(view, scene.several)
    clause = view.task.id.removeprefix("body.").rpartition("-")[0]
    plan = f"{view.plan.name}: " if scene.several else ""
    return f"{plan}phần {clause}.{view.task.number}"


def milestones(tasks: Iterable[TaskView]) -> Iterator[tuple[TaskView, State]]:
    """Every milestone with its task, in plan order."""
    return ((view, seen.state) for view in tasks for seen in view.milestones)


def overdue(tasks: Iterable[TaskView]) -> list[tuple[TaskView, State]]:
    """The overdue milestones, in plan order."""
    return [(view, state) for view, state in milestones(tasks) if state.bucket is Bucket.OVERDUE]


def longest_first(found: Iterable[tuple[TaskView, State]]) -> list[tuple[TaskView, State]]:
    """Those overdue for the longest first, else as they come."""
    return sorted(found, key=lambda each: -(each[1].days_late or 0))


def by_section(scene: Scene) -> list[dict[str, Any]]:
    """Every milestone under the heading of its section, plan by plan; duties of the body last."""
    return [
        {"title": heading, "rows": [row(view, state, scene) for view, state in milestones(own)]}
        for heading, own in groupby(scene.tasks, lambda view: _heading(view, scene.several))
    ]


def folded(group: dict[str, Any]) -> dict[str, Any]:
    """A section's rows in which a task that has several milestones tells its title and products once."""
    rows = group["rows"]
    return group | {"rows": [*rows[:1], *(_below(each, above) for above, each in pairwise(rows))]}


def since(scene: Scene) -> dict[str, Any]:
    """What changed since the last period's cut-off: the day, and rows of what is newly done, overdue, extended."""
    found = scene.changes
    done, late, extended = (count(len(each)) for each in (found.done, found.overdue, found.extended))
    return {
        "day": short_date(found.since),
        "words": f"hoàn thành thêm {done} mốc; mới quá hạn {late} mốc; gia hạn {extended} mốc",
        "done": [row(each.view, each.state, scene) for each in found.done],
        "overdue": [row(each.view, each.state, scene) for each in found.overdue],
        "extended": [_extended(each, scene) for each in found.extended],
    }


def said(tasks: Iterable[TaskView], scene: Scene, what: str, by: str | None = None) -> list[Row]:
    """`difficulties` or `proposals` written in the period's entries, by task in plan order; of one agency: `by`."""
    found = []
    for view in tasks:
        for report in scene.ledgers[view.plan.name].task_reports(view.task, scene.as_of):
            text, agency = getattr(report.entry, what), report.entry.agency or report.by
            in_period = scene.period.start <= report.entry.recorded <= min(scene.period.end, scene.as_of)
            if text and in_period and by in (None, agency):
                name = scene.workspace.registry.name(agency)
                found.append({"id": task_identity(view, scene), "agency": name, "text": text})
    return found


def requests(scene: Scene) -> list[Row]:
    """Extensions asked for and not yet decided, in plan order."""
    return [_requested(view, each, scene) for view, each in requested(scene.workspace, scene.asked)]


def unreported(scene: Scene) -> list[Row]:
    """Agencies that have not reported in the period, in registry order: how many tasks, and which."""
    owed: dict[str, list[str]] = {}
    for view in scene.tasks:
        for agency in view.missing:
            owed.setdefault(agency, []).append(task_identity(view, scene))
    registry = scene.workspace.registry
    return [
        {
            "id": agency,
            "agency": registry.name(agency),
            "amount": str(len(owed[agency])),
            "tasks": ", ".join(owed[agency]),
        }
        for agency in registry.in_order(owed)
    ]


def unreported_together(owing: list[Row], scene: Scene) -> list[Row]:
    """The same, those who owe the same tasks in one row: `agency` names them all."""
    found = together.alike(
        ({"id": each["id"], "owed": each["amount"], "tasks": each["tasks"]} for each in owing),
        lambda each: each["tasks"],
        scene.workspace.registry,
    )
    return [{"agency": each["name"], "amount": each["owed"], "tasks": each["tasks"]} for each in found]


def shortened(text: str, length: int) -> str:
    """Text in so many characters at most, cut between words."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–-')}…"


def short_title(title: str, length: int) -> str:
    """A title in so many characters; what tells milestones of a task apart, after the last dash, stays."""
    task, dash, milestone = title.rpartition(" – ")
    if len(title) <= length or not dash or len(milestone) > length // 2:
        return shortened(title, length)
    return f"{shortened(task, length - len(dash + milestone))}{dash}{milestone}"


def _heading(view: TaskView, several: bool) -> str:
    section = next((each for each in view.plan.sections if each.id == view.task.section), None)
    heading = f"{section.id}. {section.title}" if section else "Nhiệm vụ giao tại phần IV của Kế hoạch"
    return f"{view.plan.name}: {heading}" if several else heading


def _below(row: Row, above: Row) -> Row:
    """A row under one of the same task: only what differs."""
    task, dash, milestone = row["title"].rpartition(" – ")
    own, others = (each["id"].rpartition("/")[0] for each in (row, above))
    if own != others or not own or not dash or not above["title"].startswith(task + dash):
        return row
    return row | {
        "title": f"– {milestone}",
        "products": "" if row["products"] == above["products"] else row["products"],
    }


def _identity(view: TaskView, state: State, scene: Scene) -> str:
    """The place of a milestone; of a duty of the body, which has but one, that of the duty."""
    return task_identity(view, scene) if view.task.is_body else showing.identity(view, state, scene.several)


def _cited(document: Document) -> str:
    """ "123/QĐ-UBND ngày 31/3/2026, UBND tỉnh, về …": as a table cites it, with the short day."""
    dated = f"ngày {short_date(document.date)}" if document.date else None
    named = " ".join(filter(None, (document.number or document.name, dated)))
    return ", ".join(filter(None, (named, document.issuer, document.title, document.link)))


def _standing(state: State, scene: Scene) -> str:
    """ "quá hạn 4 ngày (3/5 cơ quan đã xong)": papers say what the second figure counts."""
    words, parts = showing.milestone_state(state, scene.as_of).text, f"({state.done_parts}/{len(state.parts)})"
    return words.replace(parts, f"{parts[:-1]} cơ quan đã xong)") if state.parts else words


def _requested(view: TaskView, request: Deadline, scene: Scene) -> Row:
    registry = scene.workspace.registry
    agency = registry.name(request.agency) if request.agency else showing.leads(view.task.assignments, registry)
    prefix = f"{view.plan.name}:" if scene.several else ""
    return {
        "id": prefix + request.task,
        "title": view.task.title,
        "agency": agency,
        "to": short_date(request.to) if request.to else "",
        "reason": request.reason or "",
    }


def _reason(view: TaskView, state: State, scene: Scene, agency: str | None) -> str:
    """What those who close late work last wrote of it as a difficulty, else as a note; who of several is behind."""
    if state.timing not in (Timing.OVERDUE, Timing.LATE):
        return ""
    ledger = scene.ledgers[view.plan.name]
    registry, monitor = ledger.registry, ledger.plan.file.monitor
    closers = (agency,) if agency else closing(registry, view.task, state.milestone) or (monitor,)
    behind = _behind(state, scene)
    for report in reversed(ledger.reports(state.milestone, scene.as_of)):
        told = report.entry.difficulties or report.entry.note
        by = report.entry.agency or report.by
        if told and report.entry.action is None and by in closers:
            named = f"{scene.workspace.registry.name(by)}: {told}" if state.parts else told
            return f"{behind}. {named}" if behind else named
    return behind


def _behind(state: State, scene: Scene) -> str:
    """ "còn 2/5 cơ quan chưa xong: UBND xã A, UBND xã B", the names where they are few."""
    late = [agency for agency, part in state.parts if part.bucket is Bucket.OVERDUE]
    if not late:
        return ""
    names = ", ".join(scene.workspace.registry.name(agency) for agency in late)
    told = f"Còn {len(late)}/{len(state.parts)} cơ quan chưa hoàn thành"
    return f"{told}: {names}" if len(late) <= _NAMED_LATE else told


def _extended(extension: Extension, scene: Scene) -> Row:
    told = row(extension.view, extension.state, scene)
    if extension.agency is not None:
        told["lead"] = scene.workspace.registry.name(extension.agency)
    former = short_date(extension.before) if extension.before else "chưa có"
    return told | {"due": f"{short_date(extension.due)} (trước: {former})" if extension.due else told["due"]}
