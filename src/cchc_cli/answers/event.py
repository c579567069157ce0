"""Outside events: the table of all of them, and what one that has happened releases."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.model import Event
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.effects import Shift
from cchc_cli.queries.events import EventState
from cchc_cli.vietnamese.paper import short_date


def table(found: tuple[EventState, ...], workspace: Workspace, as_of: Day) -> Table:
    """Events that have happened, with their day, then the others; and the milestones that wait for each."""
    several = len(workspace.plans) > 1
    columns = (Column("Mã"), Column("Ngày"), Column("Đang chờ"), Column("Sự kiện", fold=True))
    rows = tuple(
        row(
            f"{each.plan.name}:{each.event.id}" if several else each.event.id,
            Cell(cells.day(each.happened), "done") if each.happened else "chưa có",
            ", ".join(state.milestone.id.removesuffix("/1") for _, state in each.waiting),
            each.event.name,
        )
        for each in found
    )
    happened = sum(each.happened is not None for each in found)
    remarks = (f"{len(found)} sự kiện: {happened} đã có, {len(found) - happened} chưa có.",)
    return Table(cells.as_of_line(as_of, len(workspace.plans)), columns, (Group(None, rows),), remarks)


def told(event: Event, before: Day | None, day: Day) -> str:
    """A sentence that the event has happened, or that its day was corrected."""
    corrected = f" (trước đây ghi {short_date(before)})" if before else ""
    return f"{event.id}: {event.name}, ngày {short_date(day)}{corrected}"


def still_waiting(event: Event, found: tuple[EventState, ...], changed: tuple[Shift, ...]) -> Iterator[str]:
    """Milestones that wait for this event and for others that have not happened."""
    released = {effect.after.milestone.id for effect in changed}
    happened = {each.event.id for each in found if each.happened} | {event.id}
    for _, state in next((each.waiting for each in found if each.event.id == event.id), ()):
        rest = [each for each in state.milestone.schedule.after if each not in happened]
        if state.milestone.id not in released and rest:
            yield f"{state.milestone.id.removesuffix('/1')}: còn chờ {', '.join(rest)}"
