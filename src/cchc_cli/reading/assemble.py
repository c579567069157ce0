"""Records of a plan's files → the plan: rows flattened to tasks, milestones numbered, schedules read."""

from collections.abc import Iterator, Mapping
from datetime import date as Day
from types import MappingProxyType

from msgspec import Struct, structs

from cchc_cli.model import (
    AMENDABLE,
    AMENDABLE_PART,
    CalendarYear,
    Cells,
    Ends,
    GivenFile,
    Kind,
    MilestoneRow,
    PlanFile,
    ScheduleRow,
    SectionFile,
    Settings,
    TaskRow,
)
from cchc_cli.plan.carried import Above, charged, completed, is_task, taken
from cchc_cli.plan.plans import Plan, Records, duties, term
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.roles import with_roles
from cchc_cli.plan.tasks import BODY, Milestone, Schedule, Task
from cchc_cli.reading import places
from cchc_cli.reading.settings import merged
from cchc_cli.schedule import Piece, Reading, Term, Turn, Unread, Workdays, cell_within, read_within
from cchc_cli.vietnamese.paper import from_roman

Table = SectionFile | GivenFile


def plan(
    folder: str,
    file: PlanFile,
    sections: list[SectionFile],
    records: Records,
    shared: Settings,
    registry: Registry,
    lost: frozenset[str] = frozenset(),
    calendar: Mapping[int, CalendarYear] = MappingProxyType({}),
    given: GivenFile | None = None,
) -> Plan:
    """One plan from its files; `folder` is its path below the workspace ("plan/2026")."""
    ordered = tuple(sorted(sections, key=lambda section: (from_roman(section.id) or len(sections) + 1, section.id)))
    settings = merged(file.settings, shared)
    dating = Dating(term(file), file.decision.date if file.decision else None, Workdays(calendar), settings.ends)
    tables: tuple[Table, ...] = (*ordered, given) if given is not None else ordered
    tasks = (*_appendix(_Making(file, registry, dating), tables), *_duties(file))
    return Plan(places.plan_name(folder), folder, file, ordered, tasks, records, settings, lost, given)


class Dating(Struct, frozen=True):
    """What the words of a schedule are read with: the plan's term, its own day, working days, by what periods end."""

    term: Term
    issued: Day | None = None
    workdays: Workdays = Workdays({})
    ends: Ends = "cutoff"


def reading(row: str | ScheduleRow | None, dating: Dating) -> Schedule:
    """A schedule field → its meaning. Fields beside the text override the wording."""
    fields = row if isinstance(row, ScheduleRow) else ScheduleRow(text=row)
    text = _text(row)
    found = read_within(text, dating.term, None if fields.after else dating.issued)
    is_decided = fields.kind is not None or fields.due is not None
    unread = dating.term.end.year if isinstance(found, Unread) and not is_decided else None
    said = Reading(Kind.NONE) if isinstance(found, Unread) else found
    kind = Kind.DATE if fields.due is not None and said.due is None else said.kind
    return Schedule(
        text,
        fields.kind or kind,
        fields.start or said.start,
        fields.due or said.due or _counted(said, dating.workdays),
        fields.condition or said.condition,
        fields.after,
        said.days,
        said.working,
        said.every,
        said.since,
        said.again,
        unread,
    )


def _counted(said: Reading, workdays: Workdays) -> Day | None:
    """The last of the working days that count from a known day."""
    return workdays.after(said.since, said.days) if said.since and said.days else None


class _Making(Struct, frozen=True):
    """What every task of a plan is made with."""

    file: PlanFile
    registry: Registry
    dating: Dating


def _appendix(making: _Making, sections: tuple[Table, ...]) -> Iterator[Task]:
    for section in sections:
        yield from _tasks(making, section, section.tasks, ())


def _tasks(making: _Making, section: Table, rows: tuple[TaskRow, ...], above: Above) -> Iterator[Task]:
    for given in rows:
        row = charged(given, above[-1] if above else section)
        if is_task(row):
            yield _with_history(making, section.id, row, above)
        if row.tasks:
            yield from _tasks(making, section, row.tasks, (*above, row))


def _with_history(making: _Making, section: str, row: TaskRow, above: Above) -> Task:
    task = _task(making, section, row, above)
    changes = {former.changed_by for each in (row, *above) for former in each.former}
    changes |= {part.added_by for part in row.milestones if part.added_by}
    changes |= {former.changed_by for part in row.milestones for former in part.former}
    days = {amendment.id: amendment.date for amendment in making.file.amendments}
    changes &= days.keys()  # an unknown amendment has no day; a rule reports it as an error
    if not (row.added_by or row.dropped_by or changes or row.given_on):
        return task
    former: list[tuple[Day, Task]] = []
    for change in sorted(changes, key=lambda each: (days[each], each), reverse=True):
        row, above = _as_it_was(row, change), tuple(_as_it_was(each, change) for each in above)
        former.append((days[change], _task(making, section, row, above)))
    since = days.get(row.added_by) if row.added_by else row.given_on
    before: tuple[tuple[Day, Task], ...] = ()
    for day, then in reversed(former):
        before = (*before, (day, _since(then, since, before)))
    until = days.get(row.dropped_by) if row.dropped_by else None
    return structs.replace(_since(task, since, before), since=since, until=until)


def _since(task: Task, since: Day | None, before: tuple[tuple[Day, Task], ...]) -> Task:
    """A task with its past, and with the turns that were asked for: none that was over before the task came, and of
    a changed schedule none that was over by then and had not been one before."""
    day, former = before[-1] if before else (since, None)
    milestones = tuple(_asked_for(each, day, former) for each in task.milestones) if day else task.milestones
    return structs.replace(task, milestones=milestones, before=before)


def _asked_for(milestone: Milestone, day: Day, former: Task | None) -> Milestone:
    was = former.piece(milestone.id) if former else None
    if milestone.schedule.again is None:
        return milestone
    return structs.replace(milestone, turns=_still_to_come(milestone.turns, day, was.turns if was else ()))


def _as_it_was(row: TaskRow, change: str) -> TaskRow:
    """The row before an amendment, with its former values and without the milestones that the amendment added."""
    kept = [former for former in row.former if former.changed_by == change]
    changed = {name: value for each in kept for name in AMENDABLE if (value := getattr(each, name)) is not None}
    if "cells" in changed:
        changed["cells"] = Cells({**(row.cells or {}), **changed["cells"]})
    milestones = tuple(_part_as_it_was(part, change) for part in row.milestones if part.added_by != change)
    return structs.replace(row, milestones=milestones, **changed)


def _part_as_it_was(part: MilestoneRow, change: str) -> MilestoneRow:
    kept = [former for former in part.former if former.changed_by == change]
    changed = {name: value for each in kept for name in AMENDABLE_PART if (value := getattr(each, name)) is not None}
    return structs.replace(part, **changed) if changed else part


def _task(making: _Making, section: str, row: TaskRow, above: Above) -> Task:
    cells = taken(row, above) if above else ()
    whole = with_roles(completed(row, cells), cells, making.registry)
    carrier = next((each.row for each in cells if each.key == "schedule"), row)
    milestones = tuple(_milestones(whole, carrier.at, making.dating))
    return Task(whole, section, above[-1] if above else None, milestones, taken=cells)


def _milestones(row: TaskRow, at: int, dating: Dating) -> Iterator[Milestone]:
    """The milestones written, else one for each term of the schedule cell, numbered by deadline.

    Terms without words of their own are the turns of one milestone.
    """
    for part in row.milestones:
        yield _milestone(part, dating)
    pieces = () if row.milestones else _pieces(row.schedule, dating)
    if turns := _side_by_side(pieces, dating):
        schedule = Schedule(_text(row.schedule), Kind.RECURRING)
        yield Milestone(f"{row.id}/1", None, row.products, schedule, None, False, at, turns)
    elif len(pieces) > 1:
        for place, piece in enumerate(pieces, 1):
            schedule = reading(piece.words, dating)
            turns = _turns(schedule, dating)
            yield Milestone(f"{row.id}/{place}", piece.name or piece.words, (), schedule, None, False, at, turns)
    elif not row.milestones:
        schedule = reading(row.schedule, dating)
        turns = _turns(schedule, dating)
        yield Milestone(f"{row.id}/1", None, row.products, schedule, None, False, at, turns)


def _turns(schedule: Schedule, dating: Dating) -> tuple[Turn, ...]:
    """The turns of a schedule that comes again, within the plan's term, without those over before it was issued."""
    if schedule.kind is not Kind.RECURRING or schedule.again is None:
        return ()
    from cchc_cli.schedule import recurrence

    found = recurrence.turns(schedule.again, dating.term.start, dating.term.end, dating.ends)
    return _still_to_come(found, dating.issued) if dating.issued else found


def _still_to_come(turns: tuple[Turn, ...], since: Day, known: tuple[Turn, ...] = ()) -> tuple[Turn, ...]:
    """The turns that are not over by a day, and those that are known already."""
    own = {turn.id for turn in known}
    return tuple(turn for turn in turns if turn.last >= since or turn.id in own)


def _side_by_side(pieces: tuple[Piece, ...], dating: Dating) -> tuple[Turn, ...]:
    """The turns of a cell that prints several days or periods without other words."""
    if len(pieces) < 2 or any(piece.name for piece in pieces):
        return ()
    from cchc_cli.schedule import recurrence

    return recurrence.listed([piece.reading for piece in pieces], dating.term.start)


def _text(row: str | ScheduleRow | None) -> str:
    return ((row.text if isinstance(row, ScheduleRow) else row) or "").strip()


def _pieces(row: str | ScheduleRow | None, dating: Dating) -> tuple[Piece, ...]:
    """The terms of a cell; none if it cannot be read, or if fields beside its words decide."""
    fields = row if isinstance(row, ScheduleRow) else ScheduleRow(text=row)
    if structs.replace(fields, text=None, at=-1) != ScheduleRow():
        return ()
    found = cell_within((fields.text or "").strip(), dating.term, dating.issued)
    return () if isinstance(found, Unread) else found


def _milestone(row: MilestoneRow, dating: Dating) -> Milestone:
    schedule = reading(row.schedule, dating)
    turns = _turns(schedule, dating)
    return Milestone(row.id, row.name, row.products, schedule, row.assignments, row.checkpoint, row.at, turns)


def _duties(file: PlanFile) -> Iterator[Task]:
    for clause, duty in duties(file):
        row = TaskRow(id=duty.id, number=clause.number or "", title=clause.text, assignment=clause.text,
                      assignments=duty.assignments, implements=duty.implements, at=duty.at)  # fmt: skip
        nothing = Milestone(f"{duty.id}/1", None, (), Schedule("", Kind.NONE), None, False, duty.at)
        yield Task(row, BODY, None, (nothing,))
