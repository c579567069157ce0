"""The rows of a plan, with the tasks made from them, and the places where schedules are written."""

from collections.abc import Iterator

from cchc_cli.model import Former, FormerPart, MilestoneRow, Placed, ScheduleRow, TaskRow
from cchc_cli.plan.carried import is_task, value
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Milestone, Task, walk
from cchc_cli.text.sources import Sources

_ROW = (TaskRow, MilestoneRow)


def rows(plan: Plan) -> Iterator[TaskRow]:
    """All rows of the appendix, headings included, in printed order, then the tasks given from above."""
    for section in plan.tables:
        yield from walk(section.tasks)


def parts(row: TaskRow) -> Iterator[TaskRow | MilestoneRow]:
    """The row itself and its milestones, which have products and a schedule."""
    yield row
    yield from row.milestones


def formers(row: TaskRow) -> Iterator[tuple[str, Former | FormerPart]]:
    """The states of a row and of its milestones before an amendment, each with the id of the row or milestone."""
    yield from ((row.id, each) for each in row.former)
    yield from ((part.id, each) for part in row.milestones for each in part.former)


def versions(row: TaskRow) -> Iterator[TaskRow | MilestoneRow | Former]:
    """The row, its milestones and their states before an amendment, which have a schedule and assignments."""
    yield from parts(row)
    yield from row.former


def leaves(plan: Plan) -> Iterator[tuple[TaskRow, Task]]:
    """The rows that are tasks, each with its task. Duties of the body have no row.

    A cell that a row takes from a row above is not in the row, only in the task.
    """
    return zip(filter(is_task, rows(plan)), plan.tasks, strict=False)


def merged_hint(task: Task, key: str) -> str:
    """What to write if an empty cell is merged with the cell that the row above prints; "" if that prints none."""
    above = task.parent
    return f"; nếu in gộp với {above.id} thì ghi spans: [{key}] ở dòng đó" if above and value(above, key) else ""


def schedule_carrier(row: TaskRow, task: Task) -> TaskRow:
    """The row that prints the schedule of a task: its own, or one above from which it takes the cell."""
    return next((each.row for each in task.taken if each.key == "schedule"), row)


def called(task: Task, milestone: Milestone) -> str:
    """The id by which a finding names a term: the task's own id if the task has only one term."""
    return milestone.id if len(task.milestones) > 1 else task.id


def schedule_rows(plan: Plan) -> dict[int, ScheduleRow]:
    """Schedules with fields beside the words, by the place of their record. Only used to show a finding."""
    carriers = (part for row in rows(plan) for part in parts(row))
    return {each.at: each.schedule for each in carriers if isinstance(each.schedule, ScheduleRow)}


def written_at(milestone: Milestone, fields: dict[int, ScheduleRow], *keys: str) -> tuple[int, str]:
    """The record and key to show: the first of `keys` that the schedule's fields have, else the schedule itself."""
    row = fields.get(milestone.at)
    if row is None:
        return milestone.at, "schedule"
    return row.at, next((key for key in keys if getattr(row, key) is not None), "text")


def is_unread(sources: Sources, at: int, key: str, read: int = 0, shapes: tuple[type[Placed], ...] = _ROW) -> bool:
    """Whether a record has more under a key than was read, or has an unknown key in its place.

    Both are reported elsewhere, so that rules do not report the value as missing.
    """
    keys = sources.keys(at)
    if key in keys:
        return sources.count(at, key) > read
    return not keys <= {name for shape in shapes for name in shape.__struct_encode_fields__}
