"""Every field of the model is in the answers: `diff` reports its change, `show` and the JSON contain it."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from functools import cache
from typing import Any

import pytest
from msgspec import to_builtins

from cchc_cli.answers.change_words import line
from cchc_cli.answers.json import pieces, targets
from cchc_cli.answers.json import show as show_json
from cchc_cli.answers.json.pieces import Piece, tasks
from cchc_cli.answers.show import text
from cchc_cli.answers.voice import Voice
from cchc_cli.differences import differences
from cchc_cli.differences.change import Change
from cchc_cli.model import (
    TEXT_CELLS,
    Assignment,
    Deadline,
    Document,
    Entry,
    MilestoneRow,
    Placed,
    ScheduleRow,
    Target,
    TaskRow,
    names,
)
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, everybody
from cchc_cli.reading.load import load
from cchc_cli.schedule import Workdays
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.tasks import task_state
from model_data import FILES, Place, files, other, places

# Fields whose change `diff` does not report, and why.
UNTOLD = {
    "AgenciesFile.format": "a file of another format is not read at all",
    "PlanFile.format": "a file of another format is not read at all",
}
# These are reported as one change about amendments, which contains the values before them.
HISTORY = ("added_by", "dropped_by", "former")


@cache
def full() -> Workspace:
    return loaded(files())


def loaded(data: dict[str, Any]) -> Workspace:
    found = load({path: json.dumps(value, ensure_ascii=False).encode() for path, value in data.items()})
    assert not found.problems
    return found.workspace


def leaves(value: Any) -> Iterator[Any]:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else None
    if inside is None:
        yield value
    else:
        for inner in inside:
            yield from leaves(inner)


def named(place: Place, old: Any, new: Any, changes: tuple[Change, ...]) -> bool:
    """Whether the changes name the field, or contain its old and its new value."""
    if any(place.name in each.field for each in changes):
        return True
    if place.name in HISTORY and any(each.what == "history" for each in changes):
        return True
    before = {leaf for each in changes for leaf in (each.agency, *leaves(to_builtins(each.before)))}
    after = {leaf for each in changes for leaf in (each.agency, *leaves(to_builtins(each.after)))}
    was, now = set(leaves(old)), set(leaves(new))
    return bool((was - now) & before and (now - was) & after)


@cache
def by_field() -> dict[str, list[Place]]:
    """Every field of the model with its place; the similar parts of the body and of rows count once."""
    found: dict[str, dict[tuple[str, ...], Place]] = {}
    for place in places():
        around = tuple(key for key in place.path if isinstance(key, str))[-4:]
        found.setdefault(f"{place.record.__name__}.{place.name}", {}).setdefault(around, place)
    return {field: list(own.values()) for field, own in found.items()}


@pytest.mark.parametrize("field", sorted(set(by_field()) - set(UNTOLD)))
def test_a_change_of_any_field_of_the_model_is_reported(field: str) -> None:
    for place in by_field()[field]:
        data = deepcopy(files())
        old, new = with_other(place, data)
        now = loaded(data)
        for before, after, values in ((full(), now, (old, new)), (now, full(), (new, old))):
            found = differences(before, after)
            assert named(place, *values, found.changes), f"{place.id}: no change tells it"
            voice = Voice(after.registry, before.registry, {"2026": 2026})
            assert all(line(each, voice) for each in found.changes)


def with_other(place: Place, data: dict[str, Any]) -> tuple[Any, Any]:
    """Put another value in one place of the data; return the old and the new value."""
    holder = data[place.file]
    for key in place.path[:-1]:
        holder = holder[key]
    old, holder[place.name] = holder[place.name], other(place.kind, holder[place.name])
    return old, holder[place.name]


def test_the_walk_reaches_every_field_of_every_record() -> None:
    known = {f"{record.__name__}.{name}" for record in records() for name in names(record)}
    assert set(by_field()) == known


def records() -> list[type[Placed]]:
    found: list[type[Placed]] = []
    waiting: list[type[Placed]] = [Placed]
    while waiting:
        below = [each for each in waiting.pop().__subclasses__() if each.__module__.startswith("cchc_cli.model")]
        found += below
        waiting += below
    return found


# -- JSON and text -----------------------------------------------------------------------------------------------------

PRINTED: dict[type[Placed], type[Piece]] = {
    TaskRow: tasks.Task,
    MilestoneRow: tasks.Milestone,
    ScheduleRow: tasks.Schedule,
    Assignment: tasks.Assignment,
    Document: pieces.Document,
    Entry: show_json.Report,
    Target: targets.Target,
}
# Fields that are not in the JSON under their own name, and why.
NOT_PRINTED = {
    "TaskRow.schedule": "printed as schedule_text, read in the milestones",
    "TaskRow.assignment": "printed as assignment_text",
    **{f"TaskRow.{name}": "printed among the cells" for name in TEXT_CELLS if name != "assignment"},
    "TaskRow.spans": "its cells are printed in the tasks that take them",
    "TaskRow.targets": "an output of their own: cchc targets",
    "TaskRow.tasks": "the tasks below name it as their parent",
    "TaskRow.computed": "decides the state, which is printed",
    "TaskRow.given_by": "read in the text of show and in the reports",
    "TaskRow.given_on": "the task holds from that day on",
    "TaskRow.added_by": "the task is printed as it holds on the day",
    "TaskRow.dropped_by": "the task is printed as it holds on the day",
    "TaskRow.former": "the task is printed as it holds on the day",
    "MilestoneRow.products": "counted among the products of the task",
    "MilestoneRow.checkpoint": "decides whether it is counted, not what it is",
    "MilestoneRow.added_by": "the milestone is printed as it holds on the day",
    "MilestoneRow.former": "the milestone is printed as it holds on the day",
    "ScheduleRow.after": "decides the state, which is printed; its words are the condition",
    "Entry.task": "stands under its task",
    "Entry.difficulties": "read in the text and the reports",
    "Entry.proposals": "read in the text and the reports",
}


@pytest.mark.parametrize("record", PRINTED, ids=lambda record: record.__name__)
def test_every_field_is_in_the_json_or_on_the_list(record: type[Placed]) -> None:
    lacking = {f"{record.__name__}.{name}" for name in set(names(record)) - set(PRINTED[record].__struct_fields__)}
    assert lacking == {each for each in NOT_PRINTED if each.startswith(f"{record.__name__}.")}


# Fields that the text of `show` does not name, and why.
NOT_SHOWN = {
    "TaskRow.number": "its id says it",
    "TaskRow.computed": "its state says it",
    "TaskRow.targets": "a command of their own: cchc targets",
    "TaskRow.tasks": "the tasks below name it as their parent",
    "TaskRow.added_by": "the task is shown as it holds on the day",
    "TaskRow.dropped_by": "the task is shown as it holds on the day",
    "TaskRow.former": "the task is shown as it holds on the day",
    "Entry.recorded": "the day it is about stands there",
    "Entry.task": "stands under its task",
    "Entry.agency": "who reported is named",
    "MilestoneRow.name": "said where a task has several",
    "MilestoneRow.products": "said where the milestone has no name",
    "MilestoneRow.added_by": "the milestone is shown as it holds on the day",
    "MilestoneRow.former": "the milestone is shown as it holds on the day",
    "Document.name": "stands for the number where there is none",
    "Deadline.task": "stands under its milestone",
    "Deadline.recorded": "the document's day stands there",
    "Deadline.turn": "stands under its turn",
    "Deadline.agency": "only decisions for all who lead are shown",
}
SHOWN = (TaskRow, MilestoneRow, Assignment, Document, Entry, Deadline)
DAY = date(2100, 1, 1)


def test_the_lists_of_exceptions_name_fields_that_exist() -> None:
    assert {*UNTOLD, *NOT_PRINTED, *NOT_SHOWN} <= set(by_field())


@pytest.mark.parametrize("record", SHOWN, ids=lambda record: record.__name__)
def test_every_field_is_in_the_text_of_show_or_on_the_list(record: type[Placed]) -> None:
    fields = {f"{record.__name__}.{name}" for name in names(record)}
    assert not {each for each in fields - set(NOT_SHOWN) if not is_shown(each)}


def is_shown(field: str) -> bool:
    """Whether the text of some task changes when the field gets another value."""
    for place in (each for each in by_field()[field] if "former" not in each.path):
        data = full_data()
        with_other(place, data)
        if texts(data) != texts(full_data()):
            return True
    return False


def full_data() -> dict[str, Any]:
    """Every field filled in; the records are about the last row of the appendix."""
    data = deepcopy(files())
    for row in rows(data[FILES["section"]]["tasks"]):  # as issued: the effect of an amendment needs its day
        row.pop("former")
        for each in (row, *row.get("milestones", ())):
            each.pop("added_by")
    about = data[FILES["section"]]["tasks"][-1]["id"]
    for kind in ("progress", "deadlines"):
        data[FILES[kind]][0] |= {"task": about, "agency": None, "turn": None}
    return data


def rows(given: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in given:
        yield row
        yield from rows(row.get("tasks", []))


def texts(data: dict[str, Any]) -> list[str]:
    """What `show` says of each task, without its first lines: id, title, place."""
    workspace = loaded(data)
    (plan,) = workspace.plans
    known = Ledger(plan, workspace.registry, Workdays(workspace.calendar))
    tasks_ = [everybody(plan, task_state(known, task, DAY)) for task in plan.tasks if not task.is_body]
    standings = Standings(workspace, DAY)
    return [text(view, known, standings, Asked(DAY)) for view in tasks_]
