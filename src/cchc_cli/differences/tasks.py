"""What differs in a plan's rows: which came, went, moved, were dropped; their titles, products, printed cells."""

from collections.abc import Iterator
from functools import partial

from cchc_cli.differences.change import Change, How, What, how, of_field
from cchc_cli.differences.fields import other_changes, spaced
from cchc_cli.differences.parts import (
    TOLD_OF_SCHEDULE,
    beside_text,
    former_differs,
    fresh,
    milestone_changes,
    role_changes,
    schedule_record,
    target_changes,
)
from cchc_cli.differences.rows import Matched, PlacedRow, rows
from cchc_cli.model import AMENDABLE, OWN, BodyTask, TaskRow
from cchc_cli.plan.plans import Plan, duties
from cchc_cli.plan.tasks import BODY

_WORDS: tuple[What, ...] = ("number", "title", "products", "assignment")
_TOLD = (*_WORDS, "id", "tasks", "computed", "added_by", "dropped_by", "former", "cells")
_TOLD_OF_TASKS = ("schedule", "assignments", "milestones", "targets")


def task_changes(before: Plan, now: Plan, found: Matched) -> Iterator[Change]:
    """Rows in the order of now, those that went last, then the order of sections and the duties of the body."""
    numbers = {each.id: each.number for each in now.file.amendments}
    changed = {
        new.key: [*_row_changes(old, new, found, numbers), *_own_cells(old, new, now, numbers)]
        for old, new in found.both
    }
    for new in rows(now):
        if new.key in changed:
            yield from changed[new.key]
        elif not new.parent or new.parent.upper() in changed:  # a new heading speaks for the rows below it
            by = numbers.get(new.row.added_by or "")
            yield Change("task", "added", section=new.section, task=new.row.id, id=new.row.id, after=new.whole, by=by)
    gone = {row.key for row in found.gone}
    for old in found.gone:
        if not old.parent or old.parent.upper() not in gone:
            yield Change("task", "removed", section=old.section, task=old.row.id, id=old.row.id, before=old.whole)
    yield from _order_changes(before, found)
    yield from _duties(before, now)


def _row_changes(old: PlacedRow, new: PlacedRow, found: Matched, numbers: dict[str, str]) -> Iterator[Change]:
    one, other = old.row, new.row
    told = partial(Change, section=new.section, task=other.id, id=other.id)
    if old.key != new.key:
        yield told("task", "renamed", before=one.id, after=other.id)
    yield from _moved(old, new, found)
    if bool(one.dropped_by) != bool(other.dropped_by):
        became: How = "dropped" if other.dropped_by else "restored"
        yield told("task", became, before=one, after=other, by=numbers.get(other.dropped_by or ""))
    for name in _WORDS:
        then, now = getattr(one, name), getattr(other, name)
        if spaced(then) != spaced(now):
            yield told(name, "changed", before=then, after=now, by=_by(old, new, name, numbers))
    if one.computed != other.computed:
        yield told("computed", "changed", before=one.computed, after=other.computed)
    tasks = old.task is not None and new.task is not None
    if tasks:
        yield from _cell_changes(old, new, _by(old, new, "schedule", numbers))
    if _history_differs(one, other):
        yield told("history", "changed", before=one.former, after=other.former)
    for each in other_changes(one, other, (*_TOLD, *(_TOLD_OF_TASKS if tasks else ()))):
        yield of_field(each, TaskRow, section=new.section, task=other.id, id=other.id)
    if old.task is not None and new.task is not None:
        yield from milestone_changes(old, new, numbers, _by(old, new, "schedule", numbers))
        by = _by(old, new, "assignments", numbers)
        yield from role_changes(old.task.assignments, new.task.assignments, new.section, other.id, by)
        yield from target_changes(old, new)


def _own_cells(old: PlacedRow, new: PlacedRow, plan: Plan, numbers: dict[str, str]) -> Iterator[Change]:
    """The cells of the plan's own columns, each by the head of its column."""
    then, now = dict(old.row.cells or {}), dict(new.row.cells or {})
    differ = [name for name in dict.fromkeys((*now, *then)) if spaced(then.get(name)) != spaced(now.get(name))]
    if not differ:
        return
    heads = {each.holds: each.head for each in plan.columns}
    by = _by(old, new, "cells", numbers)
    for name in differ:
        head = heads.get(f"{OWN}{name}") or name
        yield Change("own_cell", how(then.get(name), now.get(name)), section=new.section, task=new.row.id,
                     id=new.row.id, field=(head,), before=then.get(name), after=now.get(name), by=by)  # fmt: skip


def _history_differs(one: TaskRow, other: TaskRow) -> bool:
    """Whether what is said of amendments differs, beyond those by which a field has changed since then."""
    dropped = bool(one.dropped_by and other.dropped_by) and one.dropped_by != other.dropped_by
    return former_differs(one, other, AMENDABLE) or dropped or one.added_by != other.added_by


def _cell_changes(old: PlacedRow, new: PlacedRow, by: str | None) -> Iterator[Change]:
    """The schedule cell beyond what the milestones tell: all of it where they carry the terms on both sides."""
    then, now = (schedule_record(row.row.schedule) for row in (old, new))
    told = partial(Change, section=new.section, task=new.row.id, id=new.row.id)
    apart = bool(old.row.milestones and new.row.milestones)
    if apart and spaced(then.text or "") != spaced(now.text or ""):
        yield told("cell", "changed", before=spaced(then.text or ""), after=spaced(now.text or ""), by=by)
    yield from beside_text(then, now, ("text",) if apart else TOLD_OF_SCHEDULE, new, TaskRow, new.row.id)


def _moved(old: PlacedRow, new: PlacedRow, found: Matched) -> Iterator[Change]:
    above = found.renamed.get((old.parent or "").upper(), old.parent)
    if not above and not new.parent:
        moved = old.section != new.section
    else:  # a row goes to another section with the heading above it
        moved = (above or "").upper() != (new.parent or "").upper()
    if moved:
        was, there = old.parent or old.section, new.parent or new.section
        yield Change("task", "moved", section=new.section, task=new.row.id, id=new.row.id, before=was, after=there)


def _order_changes(before: Plan, found: Matched) -> Iterator[Change]:
    """Sections whose rows stand in another order than before, leaving aside those that came, went, moved."""
    places = {row.key: place for place, row in enumerate(rows(before))}
    last: dict[str, int] = {}
    told: set[str] = set()
    for old, new in found.both:
        if old.section == new.section and old.key == new.key:
            if places[old.key] < last.get(new.section, -1) and new.section not in told:
                told.add(new.section)
                yield Change("order", "changed", section=new.section, id=new.section)
            last[new.section] = places[old.key]


def _duties(before: Plan, now: Plan) -> Iterator[Change]:
    former = {each.id.upper(): each for each in before.tasks if each.is_body}
    current = {each.id.upper(): each for each in now.tasks if each.is_body}
    then, written = ({duty.id.upper(): duty for _, duty in duties(plan.file)} for plan in (before, now))
    for key in dict.fromkeys((*current, *former)):
        one, other = former.get(key), current.get(key)
        if one is not None and other is not None:
            yield from role_changes(one.assignments, other.assignments, BODY, other.id, None)
            for found in other_changes(then[key], written[key], ("id", "assignments")):
                yield of_field(found, BodyTask, section=BODY, task=other.id, id=other.id)
        elif shown := other or one:
            identity = shown.id
            yield Change("task", how(one, other), section=BODY, task=identity, id=identity,
                         before=one and one.row, after=other and other.row)  # fmt: skip


def _by(old: PlacedRow, new: PlacedRow, field: str, numbers: dict[str, str]) -> str | None:
    """The amendment that the row names for a field since then."""
    named = [each.changed_by for each in fresh(old.row, new.row) if getattr(each, field, None) is not None]
    return numbers.get(named[-1]) if named else None
