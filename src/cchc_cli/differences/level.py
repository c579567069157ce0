"""Two loaded workspaces → what can be compared: what one side could not read is omitted on the other too."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import structs

from cchc_cli.model import TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace
from cchc_cli.reading import places
from cchc_cli.reading.load import Loaded
from cchc_cli.text.yaml import place_of


class Level(NamedTuple):
    """Both sides without what either could not read, and the places left out: files, rows of the appendix."""

    before: Workspace
    now: Workspace
    left_out: tuple[str, ...]


def level(before: Loaded, now: Loaded) -> Level:
    """An unreadable file, or a list of records with a fault, is left out whole; of a section the faulty rows."""
    sides = (before, now)
    faulty = {problem.span.file for side in sides for problem in side.problems}
    if not faulty:
        return Level(before.workspace, now.workspace, ())
    closed = {problem.span.file for side in sides for problem in side.unread}
    faulty = faulty - closed | {file for side in sides for file in _below(side, closed)}
    rows = {identity for side in sides for identity in _faulty_rows(side)}
    lost = {identity for side in sides for plan in side.workspace.plans for identity in plan.lost}
    unread = {file for side in sides for file in (*_unread(side), *_below(side, closed))}
    named = {file for file in faulty if not _is_below(file, closed)}
    files = sorted(closed | {file for file in named if places.kind(file) != "section" or file in unread})
    one, other = (_without(side, faulty, unread, rows | lost, sides) for side in sides)
    return Level(one, other, (*files, *sorted(rows)))


def _without(
    side: Loaded, faulty: set[str], unread: set[str], rows: set[str], sides: tuple[Loaded, Loaded]
) -> Workspace:
    workspace, now = side.workspace, sides[1].workspace
    kept = (plan for plan in workspace.plans if places.plan(plan.folder) not in unread)
    registry = workspace.registry
    if places.AGENCIES in faulty:
        registry = max((each.workspace.registry for each in sides), key=lambda each: len(each.rows))
    return structs.replace(
        workspace,
        plans=tuple(_plan(plan, workspace, faulty, unread, rows, now) for plan in kept),
        registry=registry,
        settings=now.settings if places.SETTINGS in faulty else workspace.settings,
        calendar=now.calendar if places.CALENDAR in faulty else workspace.calendar,
        criteria=now.criteria if places.CRITERIA in faulty else workspace.criteria,
    )


def _plan(plan: Plan, workspace: Workspace, faulty: set[str], unread: set[str], rows: set[str], now: Workspace) -> Plan:
    path = workspace.sources.path
    records = plan.records
    kept = structs.replace(
        records,
        entries=tuple(each for each in records.entries if path(each[1].at) not in faulty),
        texts=tuple(each for each in records.texts if path(each[1].at) not in faulty),
        **{name: tuple(each for each in getattr(records, name) if path(each.at) not in faulty)
           for name in ("deadlines", "events", "measurements", "snapshots", "inspections", "filings")},
    )  # fmt: skip
    sections = tuple(
        structs.replace(section, tasks=_rows(section.tasks, rows))
        for section in plan.sections
        if path(section.at) not in unread
    )
    left = {row.id for section in sections for row in walk(section.tasks)}
    tasks = tuple(task for task in plan.tasks if task.is_apart or task.id in left)
    twin = next((each for each in now.plans if each.folder == plan.folder), plan)
    file = twin.file if places.plan(plan.folder) in faulty else plan.file
    return structs.replace(plan, file=file, sections=sections, tasks=tasks, records=kept)


def _rows(rows: tuple[TaskRow, ...], left_out: set[str]) -> tuple[TaskRow, ...]:
    kept = (row for row in rows if row.id not in left_out)
    return tuple(structs.replace(row, tasks=_rows(row.tasks, left_out)) if row.tasks else row for row in kept)


def _faulty_rows(side: Loaded) -> set[str]:
    """Rows of the appendix in which a problem of reading stands."""
    found: set[str] = set()
    sources = side.workspace.sources
    for section in (section for plan in side.workspace.plans for section in plan.sections):
        file = sources.path(section.at)
        lines = [problem.span.line for problem in side.problems if problem.span.file == file]
        if lines:
            rows = sorted((sources.line(row.at), row.id) for row in walk(section.tasks))
            starts = [start for start, _ in rows]
            found.update(rows[place - 1][1] for line in lines if (place := bisect_right(starts, line)))
    return found


def _below(side: Loaded, closed: set[str]) -> Iterator[str]:
    """Files that this side has read where the other could not look."""
    sources = side.workspace.sources
    paths = (sources.path(place_of(number, 0)) for number, _ in sources.texts())
    return (path for path in paths if _is_below(path, closed))


def _is_below(file: str, closed: set[str]) -> bool:
    return any(f"{file}/".startswith(f"{each}/") for each in closed)


def _unread(side: Loaded) -> set[str]:
    """Files of plans and sections of which nothing could be used."""
    path = side.workspace.sources.path
    read = {path(each.at) for plan in side.workspace.plans for each in (plan.file, *plan.sections)}
    faulty = {problem.span.file for problem in side.problems if problem not in side.unread}
    return {file for file in faulty - read if places.kind(file) in ("plan", "section")}
