"""New values of a task or of one milestone → the edits that give them, and keep the former ones."""

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from msgspec import Struct

from cchc_cli.model import Former, FormerPart, MilestoneRow, ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import walk
from cchc_cli.recording.amend import basis, cells, other_cells
from cchc_cli.recording.amend.adding import Typed, role_cells
from cchc_cli.recording.amend.basis import Decided
from cchc_cli.recording.amend.edits import Amending, before, row_path
from cchc_cli.recording.edit.changes import Append, Change, Put, Remove
from cchc_cli.recording.edit.nodes import Path
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.recording.identities import About
from cchc_cli.vietnamese.paper import short_date

_Row = TaskRow | MilestoneRow
PRINTING = ("schedule", "assignment")
"""The cells of a row in which the terms of its milestones are printed."""


class Held(Struct, frozen=True):
    """Where a task stands: its row as written, its section's path and data."""

    row: TaskRow
    path: str
    data: Any


def changed(about: About, held: Held, typed: Typed, decided: Decided | None, registry: Registry) -> Amending | Fault:
    """The edits that change a task, or the milestone that is named."""
    plan = about.plan
    early = _too_early(plan, about, decided)
    if early is not None:
        return early
    part = _part(about, held.row, typed)
    if isinstance(part, Fault):
        return part
    target: _Row = part or held.row
    values = _values(plan, target, typed, registry)
    if isinstance(values, Fault):
        return values
    new = {key: value for key, value in values.items() if value != getattr(target, key)}
    if not new:
        return Fault(Field.TASK, f"{target.id} đã đúng như vậy, không có gì để đổi", f"xem: cchc show {about.task.id}")
    later = _later(plan, target, new, decided)
    if later is not None:
        return later
    edits = [*_edits(held, target, new, decided)]
    if part is not None and "schedule" in new:
        edits += _reprinted(held, part, str(new["schedule"]), decided)
    return Amending(target.id, basis.listed(plan, decided) | {held.path: tuple(edits)})


def _part(about: About, row: TaskRow, typed: Typed) -> MilestoneRow | Fault | None:
    """The milestone that is changed; None for the task as a whole."""
    named, task = about.milestone, about.task
    if named is None:
        if typed.schedule is not None and row.milestones:
            ids = ", ".join(f"{each.id} ({each.schedule.text})" for each in task.milestones)
            return Fault(Field.TASK, f"{task.id} có {len(row.milestones)} mốc", f"ghi rõ một trong: {ids}")
        return None
    written = next((each for each in row.milestones if each.id == named.id), None)
    if written is None and len(task.milestones) > 1:
        cell = " ".join(task.schedule_text.split())
        return Fault(
            Field.TASK, f"{named.id} đọc từ cột tiến độ của {task.id}: “{cell}”",
            (f"đổi cả cột: cchc change {task.id} ", Field.SCHEDULE, " …"),
        )  # fmt: skip
    if written is not None and typed.cells:
        return Fault(Field.CELL, "ô của bảng đổi cho cả nhiệm vụ", f"ghi: cchc change {task.id} …")
    if written is not None and typed.roles:
        role = cells.ROLES[next(iter(typed.roles))]
        return Fault(role, "vai trò đổi cho cả nhiệm vụ", f"ghi: cchc change {task.id} …")
    return written


def _values(plan: Plan, row: _Row, typed: Typed, registry: Registry) -> dict[str, object] | Fault:
    found: dict[str, object] = {}
    if typed.title is not None:
        if not typed.title.strip():
            return Fault(Field.TITLE, (Field.TITLE, ": chưa ghi gì"))
        found["title" if isinstance(row, TaskRow) else "name"] = " ".join(typed.title.split())
    if typed.products:
        found["products"] = typed.products
    if typed.schedule is not None:
        if not typed.schedule.strip():
            return Fault(Field.SCHEDULE, (Field.SCHEDULE, ": chưa ghi tiến độ mới"), "ghi như “Tháng 6/2026”")
        schedule = cells.schedule(plan, typed.schedule)
        if isinstance(schedule, Fault):
            return schedule
        found["schedule"] = schedule
    if typed.cells and isinstance(row, TaskRow):
        others = other_cells.values(plan, row, typed.cells)
        if isinstance(others, Fault):
            return others
        found |= others
    if typed.roles and isinstance(row, TaskRow):
        roles = _roles(plan, row, typed.roles, registry)
        return roles if isinstance(roles, Fault) else found | roles
    return found


def _roles(plan: Plan, row: TaskRow, typed: dict[str, str], registry: Registry) -> dict[str, object] | Fault:
    """The cells of the roles; in a sentence the roles that were not typed stay those of the row."""
    if cells.own_columns(plan):
        found = role_cells(plan, typed, registry)
        if isinstance(found, Fault) or not row.assignments:
            return found
        return found | {"assignments": tuple(each for each in row.assignments if each.role.value not in typed)}
    others = [each for each in row.assignments if each.role.value not in cells.ROLES]
    if others:
        names = ", ".join(dict.fromkeys(registry.name(each.agency) for each in others))
        message = f"cột phân công của {row.id} còn giao việc khác cho {names}"
        return Fault(Field.LEAD, message, "sửa assignment, assignments của dòng này trong tệp, giữ chữ cũ trong former")
    kept = {
        role: "; ".join(dict.fromkeys(registry.name(each.agency) for each in row.assignments if each.role == role))
        for role in cells.ROLES
    }
    whole = {role: text for role in cells.ROLES if (text := typed.get(role, kept[role]))}
    return role_cells(plan, whole, registry)


def _edits(held: Held, target: _Row, new: dict[str, object], decided: Decided | None) -> Iterable[Change]:
    way = row_path(held.data, target.id)
    assert way is not None
    kind = TaskRow if isinstance(target, TaskRow) else MilestoneRow
    for key, value in new.items():
        yield Put(way, key, value, before(kind, key))
    if decided is not None:
        yield from _kept(way, target, tuple(new), decided.by.id)


def _kept(way: Path, target: _Row, keys: tuple[str, ...], by: str) -> Iterable[Change]:
    """The former values; what the same decision has changed already keeps the value before it."""
    kind = TaskRow if isinstance(target, TaskRow) else MilestoneRow
    formers: tuple[Former | FormerPart, ...] = target.former
    place = next((place for place, each in enumerate(formers) if each.changed_by == by), None)
    values = {key: _former(target, key) for key in keys}
    if place is None:
        is_row = isinstance(target, TaskRow)
        kept = Former(changed_by=by, **values) if is_row else FormerPart(changed_by=by, **values)
        yield Append(way, "former", kept, before(kind, "former"))
        return
    for key, value in values.items():
        if getattr(target.former[place], key) is None:
            yield Put((*way, "former", place), key, value)


def _former(target: _Row, key: str) -> Any:
    """The present value; "" or () where nothing is printed."""
    found = getattr(target, key)
    if found is not None:
        return found
    return () if key in ("products", "assignments") else ""


def _reprinted(held: Held, part: MilestoneRow, new: str, decided: Decided | None) -> Iterable[Change]:
    """The edits of the cell of the row in which the milestone's schedule is printed, if it is printed just once."""
    old = part.schedule.text if isinstance(part.schedule, ScheduleRow) else part.schedule
    way = row_path(held.data, held.row.id)
    assert way is not None
    for key in PRINTING if old else ():
        cell = getattr(held.row, key)
        if isinstance(cell, str) and cell.count(str(old)) == 1:
            yield Put(way, key, cell.replace(str(old), new), before(TaskRow, key))
            if decided is not None:
                yield from _kept(way, held.row, (key,), decided.by.id)
            return


def _too_early(plan: Plan, about: About, decided: Decided | None) -> Fault | None:
    task = about.task
    if task.until is not None:
        by = next(each.number for each in plan.file.amendments if each.id == task.row.dropped_by)
        return Fault(Field.TASK, f"{task.id} đã được đưa ra khỏi kế hoạch theo {by}", f"xem: cchc show {task.id}")
    if decided is not None and task.since is not None and decided.by.date < task.since:
        message = f"{task.id} được bổ sung ngày {short_date(task.since)}, sau văn bản {decided.by.number}"
        return Fault(Field.DECIDED, message, "xem lại ngày của văn bản")
    return None


def _later(plan: Plan, row: _Row, new: Iterable[str], decided: Decided | None) -> Fault | None:
    """The fault of a value that a later decision has changed already."""
    days: dict[str, tuple[Day, str]] = {each.id: (each.date, each.number) for each in plan.file.amendments}
    for former in row.former if decided is not None else ():
        day, number = days.get(former.changed_by, (Day.min, ""))
        if decided is not None and day > decided.by.date and any(getattr(former, key) is not None for key in new):
            message = f"{row.id} đã đổi theo {number} ngày {short_date(day)}, sau văn bản {decided.by.number}"
            return Fault(Field.DECIDED, message, "văn bản ra trước thì ghi trước; rút lại rồi ghi theo thứ tự")
    return None


def dropped(about: About, held: Held, decided: Decided | None) -> Amending | Fault:
    """The edits that take a task out of the plan; a draft loses the row itself."""
    if about.milestone is not None and len(about.task.milestones) > 1:
        return Fault(Field.TASK, f"{about.milestone.id} là một mốc", f"đưa cả nhiệm vụ ra: cchc drop {about.task.id}")
    early = _too_early(about.plan, about, decided)
    if early is not None:
        return early
    way = row_path(held.data, held.row.id)
    assert way is not None
    if decided is None:
        is_only_row = way == ("tasks", 0) and len(held.data["tasks"]) == 1
        return Amending(held.row.id, {held.path: (Put((), "tasks", ()) if is_only_row else Remove(way),)})
    change = Put(way, "dropped_by", decided.by.id, before(TaskRow, "dropped_by"))
    return Amending(held.row.id, basis.listed(about.plan, decided) | {held.path: (change,)})


def written(plan: Plan, identity: str) -> TaskRow | None:
    """The row of a task as it is written, without what it takes from rows above."""
    rows = (row for section in plan.tables for row in walk(section.tasks))
    return next((row for row in rows if row.id.upper() == identity.upper()), None)
