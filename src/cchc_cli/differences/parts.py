"""What differs inside a task: milestones with their schedules, roles, targets."""

from collections.abc import Collection, Container, Iterator
from functools import partial

from msgspec import structs

from cchc_cli.differences.change import Change, how, of_field
from cchc_cli.differences.fields import other_changes, same, spaced
from cchc_cli.differences.rows import PlacedRow
from cchc_cli.model import (
    AMENDABLE_PART,
    Assignment,
    Former,
    FormerPart,
    MilestoneRow,
    Placed,
    Role,
    ScheduleRow,
    TaskRow,
)
from cchc_cli.plan.tasks import Milestone, Schedule

_READ = ("kind", "start", "due", "condition", "after", "days", "working", "every")
_TOLD = ("id", "name", "products", "schedule", "assignments", "checkpoint", "former")
TOLD_OF_SCHEDULE = ("text", "kind", "start", "due", "condition", "after")
_TOLD_OF_ROLE = ("agency", "role", "words", "inferred")
Roles = tuple[tuple[str, bool], ...]


def milestone_changes(old: PlacedRow, new: PlacedRow, numbers: dict[str, str], by: str | None) -> Iterator[Change]:
    """Milestones by the number in their id. `by`: the amendment that gave the task another schedule."""
    former, current = milestones(old), milestones(new)
    rows, written = _by_number(old), _by_number(new)
    added = {each.id: numbers.get(each.added_by or "") for each in new.row.milestones}
    for key, own in current.items():
        if key in former:
            nothing, name = MilestoneRow(id=own.id), own.id if len(current) > 1 else new.row.id
            then = rows.get(key, nothing)
            new_ones = fresh(then, written.get(key, nothing))
            own_by = numbers.get(new_ones[-1].changed_by) if new_ones else None
            is_explicit = bool(rows and written)
            yield from _milestone(former[key], own, new, name, (own_by or by, own_by), explicit=is_explicit)
            yield from _milestone_row(then, written.get(key, nothing), new)
        else:
            yield Change(
                "milestone", "added", section=new.section, task=new.row.id, id=own.id, after=own, by=added.get(own.id)
            )
    for key, own in former.items():
        if key not in current:
            yield Change("milestone", "removed", section=new.section, task=new.row.id, id=own.id, before=own)


def fresh(one: TaskRow | MilestoneRow, other: TaskRow | MilestoneRow) -> list[Former | FormerPart]:
    """What the later record says of changes by amendments that the earlier one does not."""
    return [each for each in other.former if not any(same(each, known) for known in one.former)]


def former_differs(one: TaskRow | MilestoneRow, other: TaskRow | MilestoneRow, amendable: Collection[str]) -> bool:
    """Whether the former values differ, beyond those of fields that have changed since then."""
    was = [any(same(each, known) for known in other.former) for each in one.former]
    changed = [name for name in amendable if not same(spaced(getattr(one, name)), spaced(getattr(other, name)))]
    idle = any(all(getattr(each, name) is None for name in changed) for each in fresh(one, other))
    return not all(was) or idle


def milestones(row: PlacedRow) -> dict[str, Milestone]:
    """A row's milestones by the number in their id."""
    return {each.id.upper().rpartition("/")[2]: each for each in row.task.milestones} if row.task else {}


def schedule_record(given: str | ScheduleRow | None) -> ScheduleRow:
    """A schedule as a record, whichever way it is written."""
    return given if isinstance(given, ScheduleRow) else ScheduleRow(text=given)


def beside_text(
    then: ScheduleRow, now: ScheduleRow, told: tuple[str, ...], row: PlacedRow, within: type[Placed], identity: str
) -> Iterator[Change]:
    """What differs in a schedule's record beyond the fields `told`."""
    for found in other_changes(then, now, told, ("schedule",)):
        yield of_field(found, within, section=row.section, task=row.row.id, id=identity)


def same_reading(one: Schedule, other: Schedule) -> bool:
    """Whether two schedules are read alike, whatever their words."""
    return all(getattr(one, name) == getattr(other, name) for name in _READ)


def same_schedule(one: Schedule, other: Schedule) -> bool:
    """Whether two schedules print the same words and are read alike."""
    return spaced(one.text) == spaced(other.text) and same_reading(one, other)


def roles(assignments: tuple[Assignment, ...]) -> dict[str, Roles]:
    """Each agency's roles, and whether each is inferred."""
    found: dict[str, dict[tuple[str, bool], None]] = {}
    for each in sorted(assignments, key=lambda each: list(Role).index(each.role)):
        found.setdefault(each.agency, {})[each.role.value, each.inferred] = None
    return {agency: tuple(given) for agency, given in found.items()}


def role_changes(
    then: tuple[Assignment, ...], now: tuple[Assignment, ...], section: str, identity: str, by: str | None
) -> Iterator[Change]:
    """Agencies that got, lost or changed roles; agencies whose printed words alone changed."""
    old, new = roles(then), roles(now)
    told = partial(Change, section=section, task=identity.partition("/")[0], id=identity, by=by)
    yield from _beside_roles(then, now, section, identity)
    for agency in dict.fromkeys((*new, *old)):
        one, other = old.get(agency), new.get(agency)
        if one != other:
            yield told("role", how(one, other), agency=agency, before=one, after=other)
            continue
        former, words = (tuple(sorted(each.words for each in side if each.agency == agency)) for side in (then, now))
        if spaced(former) != spaced(words):
            yield told("words", "changed", agency=agency, before="; ".join(former), after="; ".join(words))


def _beside_roles(
    then: tuple[Assignment, ...], now: tuple[Assignment, ...], section: str, identity: str
) -> Iterator[Change]:
    """What differs in assignments of the same agency in the same role, beyond that role."""
    former = {(each.agency, each.role): each for each in then}
    for each in now:
        same_one = former.get((each.agency, each.role), each)
        for found in other_changes(same_one, each, _TOLD_OF_ROLE, ("assignments", each.agency)):
            yield of_field(found, TaskRow, section=section, task=identity.partition("/")[0], id=identity)


def target_changes(old: PlacedRow, new: PlacedRow) -> Iterator[Change]:
    """Targets of a task that were added, removed or changed; an id that begins with the task's is renamed with it."""
    current = {each.id: each for each in new.row.targets}
    former = {_called(each.id, old.row.id, new.row.id, current): each for each in old.row.targets}
    for key in dict.fromkeys((*current, *former)):
        one, other = former.get(key), current.get(key)
        if one is None or other is None or not same(structs.replace(one, id=key), other):
            yield Change(
                "target", how(one, other), section=new.section, task=new.row.id, id=key, before=one, after=other
            )


def _milestone(
    then: Milestone, now: Milestone, row: PlacedRow, name: str, by: tuple[str | None, str | None], explicit: bool
) -> Iterator[Change]:
    """What differs in how a milestone is read. `by`: the amendments that changed its schedule, and its other fields;
    `explicit`: both sides write the task's milestones out.
    """
    told = partial(Change, section=row.section, task=row.row.id, id=now.id, by=by[1])
    if not same_schedule(then.schedule, now.schedule):
        due = (then.schedule.due, now.schedule.due)
        yield Change("schedule", "changed", section=row.section, task=row.row.id, id=name,
                     before=then.schedule, after=now.schedule, due=due, by=by[0])  # fmt: skip
    if then.checkpoint != now.checkpoint:
        yield told("checkpoint", "changed", before=then.checkpoint, after=now.checkpoint, by=None)
    if row.row.milestones and spaced(then.name) != spaced(now.name):
        yield told("title", "changed", before=then.name, after=now.name)
    products = explicit or (row.row.milestones and then.products and now.products)
    if products and spaced(then.products) != spaced(now.products):
        yield told("products", "changed", before=then.products, after=now.products)
    yield from role_changes(then.assignments or (), now.assignments or (), row.section, now.id, None)


def _milestone_row(then: MilestoneRow, now: MilestoneRow, row: PlacedRow) -> Iterator[Change]:
    """What differs in the record of a milestone beyond how it is read."""
    schedules = (schedule_record(then.schedule), schedule_record(now.schedule))
    yield from beside_text(*schedules, TOLD_OF_SCHEDULE, row, MilestoneRow, now.id)
    if former_differs(then, now, AMENDABLE_PART):
        yield Change("history", "changed", section=row.section, task=row.row.id, id=now.id,
                     before=then.former, after=now.former)  # fmt: skip
    for found in other_changes(then, now, _TOLD):
        yield of_field(found, MilestoneRow, section=row.section, task=row.row.id, id=now.id)


def _by_number(row: PlacedRow) -> dict[str, MilestoneRow]:
    return {each.id.upper().rpartition("/")[2]: each for each in row.row.milestones}


def _called(identity: str, former: str, now: str, current: Container[str]) -> str:
    """A target's present id."""
    follows = identity not in current and identity.startswith(former)
    return now + identity[len(former) :] if follows else identity
