"""Rows that carry others: which are tasks, and what the rows below take from cells that the paper merges over them."""

from collections.abc import Iterator

from msgspec import Struct, structs

from cchc_cli.model import OWN, ROLE_CELLS, TEXT_CELLS, Assignment, Cells, GivenFile, ScheduleRow, SectionFile, TaskRow

Above = tuple[TaskRow, ...]
"""The rows that carry a row, the outermost first."""
_OF_TASKS = ("products", "result", "schedule", "assignment", *ROLE_CELLS)
CHARGES = ("leader", "decides")
"""What a row takes from the rows above it or its section, where it states nothing."""
SPANNING = ("products", "schedule", *TEXT_CELLS)
"""The cells that can be merged over rows, besides `cells.NAME`."""


class Taken(Struct, frozen=True):
    """A cell that a row takes from a row that carries it."""

    key: str
    row: TaskRow


def value(row: TaskRow, key: str) -> object:
    """What a row prints in the column of a key; nothing is "", () or None."""
    if key.startswith(OWN):
        return row.cells.get(key.removeprefix(OWN)) if row.cells else None
    found = getattr(row, key)
    if key == "products":
        return found or tuple(product for part in row.milestones for product in part.products)
    return found.text if isinstance(found, ScheduleRow) and not found.text else found


def printed(row: TaskRow, key: str) -> str:
    """The text of a cell, with line ends; several products get a dash each."""
    given = value(row, key)
    return listed(given) if isinstance(given, tuple) else str(getattr(given, "text", given) or "")


def listed(products: tuple[str, ...]) -> str:
    """Products as one text."""
    return "\n".join(f"- {each}" for each in products) if len(products) > 1 else "".join(products)


def role_text(row: TaskRow) -> str:
    """The cells that name agencies, one below the other."""
    return "\n".join(filter(None, (row.assignment, row.lead, row.coordinate, row.perform)))


def extra_cells(row: TaskRow) -> dict[str, str]:
    """The cells of other columns than the five usual ones, by their keys or names."""
    own = {key: text for key in TEXT_CELLS if key != "assignment" and (text := getattr(row, key))}
    return own | (row.cells or {})


def is_task(row: TaskRow) -> bool:
    """Whether somebody must act on the row: it carries no others, or prints a term, product or role of its own."""
    if not row.tasks:
        return True
    own = any(value(row, key) for key in _OF_TASKS if key not in row.spans)
    return own or bool(row.milestones or row.targets) or any(not is_carried(row, each) for each in row.assignments)


def is_carried(row: TaskRow, assignment: Assignment) -> bool:
    """Whether an assignment of a row belongs to a cell that is merged over the rows below."""
    spanned = [key for key in row.spans if key == "assignment" or key in ROLE_CELLS]
    if "assignment" in spanned or assignment.role in spanned:
        return True
    return bool(assignment.words) and any(assignment.words in str(value(row, key)) for key in spanned)


def taken(row: TaskRow, above: Above) -> tuple[Taken, ...]:
    """The cells that a row takes, each from the nearest row above that has it merged."""
    found: dict[str, Taken] = {}
    for heading in reversed(above):
        for key in heading.spans:
            if key not in found and is_spanning(key) and value(heading, key) and not value(row, key):
                found[key] = Taken(key, heading)
    return tuple(found.values())


def is_spanning(key: str) -> bool:
    """Whether a key names cells that can be merged."""
    return key in SPANNING or key.startswith(OWN)


def completed(row: TaskRow, cells: tuple[Taken, ...]) -> TaskRow:
    """The row with the cells that it takes; roles are read later."""
    if not cells:
        return row
    given: dict[str, object] = {each.key: value(each.row, each.key) for each in cells if not each.key.startswith(OWN)}
    if "schedule" in given:
        given["schedule"] = next(each.row.schedule for each in cells if each.key == "schedule")
    if others := {
        each.key.removeprefix(OWN): str(value(each.row, each.key)) for each in cells if each.key.startswith(OWN)
    }:
        given["cells"] = Cells({**(row.cells or {}), **others})
    return structs.replace(row, **given)


def charged(row: TaskRow, holder: TaskRow | SectionFile | GivenFile) -> TaskRow:
    """The row with the leader and the deciding authority of what holds it, where it states none."""
    given = {key: theirs for key in CHARGES if getattr(row, key) is None and (theirs := getattr(holder, key, None))}
    return structs.replace(row, **given) if given else row


def typed(row: TaskRow, cells: tuple[Taken, ...]) -> tuple[Assignment, ...]:
    """The assignments written for a row: its own, else those of the merged cells that it takes."""
    if row.assignments or not cells:
        return row.assignments
    return tuple(dict.fromkeys(_carried(cells)))


def _carried(cells: tuple[Taken, ...]) -> Iterator[Assignment]:
    for each in cells:
        for assignment in each.row.assignments:
            if each.key in ("assignment", assignment.role) or assignment.words in str(value(each.row, each.key)):
                yield assignment
