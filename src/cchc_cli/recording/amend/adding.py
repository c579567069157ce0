"""A task that a decision adds → the edits that add it as the last row of its section, or below a row."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from cchc_cli.model import GIVEN, Amendment, SectionFile, TaskRow
from cchc_cli.plan.carried import is_spanning
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import walk
from cchc_cli.reading import places
from cchc_cli.recording.amend import basis, cells
from cchc_cli.recording.amend.basis import Decided
from cchc_cli.recording.amend.edits import Amending, row_path
from cchc_cli.recording.amend.numbers import count, following
from cchc_cli.recording.edit.changes import Append
from cchc_cli.recording.faults import Fault, Field, Words, explained

_TOLD = ("title", "products", "schedule", "basis", "added_by", "given_by", "given_on")
"""What tells that a row is added for the second time."""


class Typed(Struct, frozen=True):
    """What was typed about a task; `roles`: names of agencies by role, `cells`: `HEAD=TEXT`. None, (), {}: nothing."""

    title: str | None = None
    products: tuple[str, ...] = ()
    schedule: str | None = None
    roles: dict[str, str] = {}
    cells: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether anything was typed."""
        return bool(self.title or self.products or self.schedule is not None or self.roles or self.cells)


class Place(Struct, frozen=True):
    """Where a row is added: a section with its path and data, and the row above, if it is a row below one."""

    section: SectionFile
    path: str
    data: Any
    above: TaskRow | None = None


def heading(plan: Plan, identity: str) -> tuple[SectionFile, TaskRow] | Fault:
    """The row under which another is added."""
    bare = identity.rpartition(":")[2].upper()
    for section in plan.sections:
        for row in walk(section.tasks):
            if row.id.upper() == bare:
                return section, row
    return Fault(Field.UNDER, (Field.UNDER, f': không có dòng "{identity}"'), "xem: cchc list")


def added(plan: Plan, place: Place, typed: Typed, decided: Decided | None, registry: Registry) -> Amending | Fault:
    """The edits that add a task, and its id."""
    row = _row(plan, place, typed, registry)
    if isinstance(row, Fault):
        return row
    if decided is not None:
        row["added_by"] = decided.by.id
    twin = _twin(place.above.tasks if place.above else place.section.tasks, row)
    if twin is not None:
        return twin
    way = row_path(place.data, place.above.id) if place.above else ()
    assert way is not None
    return Amending(str(row["id"]), basis.listed(plan, decided) | {place.path: (Append(way, "tasks", row),)})


def given(plan: Plan, typed: Typed, by: str, decided: Amendment, registry: Registry) -> Amending | Fault:
    """The edits that add a task given from above, beside the appendix."""
    lacking = _lacking(typed, None)
    schedule = lacking or cells.schedule(plan, typed.schedule or "")
    names = {role: cells.agencies(text, cells.ROLES[role], registry) for role, text in typed.roles.items()}
    wrong = next((each for each in (schedule, *names.values()) if isinstance(each, Fault)), None)
    if wrong is not None:
        return wrong
    known = plan.given.tasks if plan.given else ()
    number = 1 + max((count(row.id) for row in known), default=0)
    row: dict[str, object] = {"id": f"{GIVEN}.{number}", "number": str(number)}
    row["title"] = " ".join(str(typed.title).split())
    row |= {"products": typed.products} if typed.products else {}
    row |= {"schedule": schedule} | {role: each.text for role, each in names.items() if isinstance(each, cells.Names)}
    row |= {"basis": decided.number, "given_by": " ".join(by.split()), "given_on": decided.date}
    return _twin(known, row) or Amending(str(row["id"]), {places.given(plan.folder): (Append((), "tasks", row),)})


def _row(plan: Plan, place: Place, typed: Typed, registry: Registry) -> dict[str, object] | Fault:
    lacking = _lacking(typed, place.above)
    if lacking is not None:
        return lacking
    named = following(place.section, place.above)
    row: dict[str, object] = {"id": named.id, "number": named.number, "title": " ".join((typed.title or "").split())}
    if typed.products:
        row["products"] = typed.products
    if typed.schedule is not None:
        schedule = cells.schedule(plan, typed.schedule)
        if isinstance(schedule, Fault):
            return schedule
        row["schedule"] = schedule
    roles = role_cells(plan, typed.roles, registry)
    return roles if isinstance(roles, Fault) else row | roles


def role_cells(plan: Plan, roles: dict[str, str], registry: Registry) -> dict[str, object] | Fault:
    """The cells of the roles: one for each role where the table has such columns, else a sentence and who is in it."""
    wrong = cells.unprinted(plan, roles)
    if wrong is not None:
        return wrong
    names: dict[str, cells.Names] = {}
    for role, text in roles.items():
        found = cells.agencies(text, cells.ROLES[role], registry)
        if isinstance(found, Fault):
            return found
        names[role] = found
    if cells.own_columns(plan):
        return {role: given.text for role, given in names.items()}
    sentence = cells.sentence(names)
    return {"assignment": sentence, "assignments": tuple(cells.assignments(names))} if sentence else {}


def _twin(rows: Iterable[TaskRow], new: dict[str, object]) -> Fault | None:
    """The fault of adding a row that the same decision has added already in the same words."""
    for row in rows:
        if all(getattr(row, key) == new.get(key, () if key == "products" else None) for key in _TOLD):
            message = f"{row.id} đã được bổ sung đúng như vậy, chưa ghi thêm"
            return Fault(Field.TASK, message, f"xem: cchc show {row.id}; việc khác thì ghi khác tên")
    return None


def _lacking(typed: Typed, above: TaskRow | None) -> Fault | None:
    spans = above.spans if above is not None else ()
    merged = {key for key in spans if is_spanning(key)}
    if not (typed.title or "").strip():
        return _needed(Field.TITLE, '"Rà soát, công bố danh mục …"')
    if typed.schedule is None and "schedule" not in merged:
        return _needed(Field.SCHEDULE, '"Tháng 6/2026"')
    if "lead" not in typed.roles and not merged & {"lead", "assignment", "perform"}:
        return _needed(Field.LEAD, '"Sở Tư pháp"')
    return None


def _needed(field: Field, like: str) -> Fault:
    message: Words = ("thiếu ", explained(field))
    return Fault(field, message, ("ghi như ", field, f" {like}"))
