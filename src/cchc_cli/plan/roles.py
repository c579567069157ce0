"""The agencies of a row in their roles: as written in `assignments`, else read from its role columns."""

from collections.abc import Iterator

from msgspec import structs

from cchc_cli.model import ROLE_CELLS, Assignment, Role, TaskRow
from cchc_cli.plan.carried import Taken, typed
from cchc_cli.plan.registry import Registry


def with_roles(row: TaskRow, cells: tuple[Taken, ...], registry: Registry) -> TaskRow:
    """A completed row with all of its assignments."""
    written = typed(row, cells)
    if not (row.lead or row.coordinate or row.perform):
        return row if written is row.assignments else structs.replace(row, assignments=written)
    places = {each.key: each.row.at for each in cells}
    read = [
        Assignment(agency=each.agency, role=role, words=each.words, at=places.get(key, row.at))
        for key, role in ROLE_CELLS.items()
        for text in unwritten(getattr(row, key), role, written)
        for each in registry.cell(text).named
    ]
    given = (*written, *read)
    if not any(each.role is Role.LEAD for each in given):  # no lead is printed, so those that do the work lead it
        given = tuple(_leading(each) if each in read else each for each in given)
    return structs.replace(row, assignments=given)


def unwritten(cell: str | None, role: Role, written: tuple[Assignment, ...]) -> Iterator[str]:
    """The texts of a role cell that `assignments` leave to be read.

    An assignment decides its words in the cell. One with the cell's own role and other words decides the whole cell.
    """
    if not cell:
        return
    rest = cell
    for each in written:
        if each.words and each.words in cell:
            rest = rest.replace(each.words, "\n")
        elif each.role is role:
            return
    yield rest


def _leading(given: Assignment) -> Assignment:
    is_performing = given.role is Role.PERFORM
    return structs.replace(given, role=Role.LEAD, inferred=True) if is_performing else given
