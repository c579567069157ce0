"""Answers → the JSON outputs, with the keys of contract, section 5."""

from datetime import date as Day
from typing import Any

from cchc_cli.model import Assignment, Deadline, Document
from cchc_cli.plans import Workspace
from cchc_cli.progress import State
from cchc_cli.queries.views import Seen, TaskView
from cchc_cli.registry import Registry
from cchc_cli.schedule import Period

VERSION = 1


def envelope(command: str, as_of: Day | None, **content: Any) -> dict[str, Any]:
    """The head that every output has: schema, and the day of the figures (null where the answer asks no day)."""
    return {"schema": f"cchc.{command}/{VERSION}", "as_of": _day(as_of), **content}


def task(
    view: TaskView, workspace: Workspace, chosen: bool, milestones: tuple[Seen, ...] | None = None
) -> dict[str, Any]:
    """A task; `chosen` adds the roles and parts of the chosen agencies, `milestones` limits it to those listed."""
    own, listed = view.task, view.milestones if milestones is None else milestones
    shown = {
        "plan": view.plan.name,
        "id": own.id,
        "section": own.section,
        "number": own.number,
        "parent": own.parent.id if own.parent else None,
        "parent_title": own.parent.title if own.parent else None,
        "title": own.title,
        "products": list(own.products),
        "schedule_text": own.schedule_text,
        "assignment_text": own.assignment_text,
        "assignments": [assignment(each, workspace.registry) for each in own.assignments],
        "milestones": [milestone(each.state, workspace) | ({"part": each.part} if chosen else {}) for each in listed],
        "progress": view.state.progress.value,
        "timing": _value(view.state.timing),
        "bucket": view.state.bucket.value,
        "file": workspace.sources.path(own.at),
        "line": workspace.sources.line(own.at),
    }
    if chosen:
        first = view.shares[0]
        shown["roles"] = [{"role": share.role.value, "via": share.via} for share in view.shares]
        shown |= {"role": first.role.value, "via": first.via, "part": view.part}
    return shown


def milestone(state: State, workspace: Workspace) -> dict[str, Any]:
    """A milestone with its schedule as it holds on the day."""
    own, schedule = state.milestone, state.milestone.schedule
    assignments = None
    if own.assignments is not None:
        assignments = [assignment(each, workspace.registry) for each in own.assignments]
    return {
        "id": own.id,
        "name": own.name,
        "assignments": assignments,
        "schedule": {
            "text": schedule.text,
            "kind": schedule.kind.value,
            "start": _day(schedule.start),
            "due": _day(state.term.due),
            "original_due": _day(state.term.original_due),
            "condition": schedule.condition,
        },
        "progress": state.progress.value,
        "timing": _value(state.timing),
        "bucket": state.bucket.value,
        "days_late": state.days_late,
        "parts": {"done": state.done_parts, "of": len(state.parts)} if state.parts else None,
        "done_on": _day(state.done_on),
        "evidence": [document(each) for each in state.evidence],
    }


def assignment(given: Assignment, registry: Registry) -> dict[str, Any]:
    """An agency in a role."""
    return {
        "agency": given.agency,
        "name": registry.name(given.agency),
        "role": given.role.value,
        "group": registry.is_group(given.agency),
        "open": registry.is_open(given.agency),
        "inferred": given.inferred,
        "words": given.words,
    }


def document(given: Document) -> dict[str, Any]:
    """A piece of evidence."""
    return {
        "number": given.number,
        "date": _day(given.date),
        "issuer": given.issuer,
        "title": given.title,
        "link": given.link,
        "name": given.name,
    }


def deadline(given: Deadline) -> dict[str, Any]:
    """A decision on a deadline, or a request for one; `agency` is null where it is for all who lead."""
    return {
        "task": given.task,
        "action": given.action,
        "agency": given.agency,
        "to": _day(given.to),
        "recorded": _day(given.recorded),
        "reason": given.reason,
        "document": document(given.document) if given.document else None,
    }


def period(given: Period) -> dict[str, Any]:
    """A reporting period; both days belong to it."""
    return {"id": given.id, "start": _day(given.start), "end": _day(given.end)}


def _day(day: Day | None) -> str | None:
    return day.isoformat() if day else None


def _value(timing: Any) -> str | None:
    return timing.value if timing is not None else None
