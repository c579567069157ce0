"""Tasks → a table by section."""

from collections.abc import Sequence
from datetime import date as Day
from itertools import groupby

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.due_lines import Line, Told, words
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, Seen, TaskView
from cchc_cli.state.timing import URGENCY, Bucket, Timing, days_late
from cchc_cli.vietnamese.paper import number
from cchc_cli.wording import sections

_COLUMNS = (
    Column("Mã"),
    Column("Hạn"),
    Column("Tình trạng", fold=True),
    Column("Chủ trì", fold=True),
    Column("Nhiệm vụ", fold=True),
)


class TaskLine(Struct, frozen=True, array_like=True):
    """A task as it is listed: the heading of its section, and how the milestone stands that gives it its state.

    `leads`: their names; `late`: by how many days it was done too late.
    """

    heading: str | None
    leads: str
    line: Line
    timing: Timing | None
    bucket: Bucket
    late: int | None


def table(views: tuple[TaskView, ...], workspace: Workspace, asked: Asked, *remarks: str) -> Table:
    """Every task in plan order, under its section's heading; further remarks come after the count."""
    lines = [(view.plan.name, task_line(view, workspace.registry, asked.as_of)) for view in views]
    return lines_table(lines, workspace, asked, *remarks)


def lines_table(lines: Sequence[tuple[str, TaskLine]], workspace: Workspace, asked: Asked, *remarks: str) -> Table:
    """The same of lines, each with the name of its plan."""
    several = len(workspace.plans) > 1
    groups = tuple(
        Group(title, tuple(_row(plan, line, several, asked.as_of) for plan, line in of_section))
        for title, of_section in groupby(lines, lambda each: _with_plan(each[0], each[1].heading, several))
    )
    remark = f"Cộng: {number(len(lines))} nhiệm vụ." if lines else "Không có nhiệm vụ nào như vậy."
    return Table(cells.as_of_line(asked.as_of, len(workspace.plans)), _COLUMNS, groups, (remark, *remarks))


def task_line(view: TaskView, registry: Registry, as_of: Day) -> TaskLine:
    """The line of a task."""
    state, task = leading(view).state, view.task
    rate = (state.rate.done, state.rate.of) if state.rate else None
    own = Line(task.id, task.title, (), True, task.is_apart, state.progress, state.term, state.milestone.checkpoint,
               cells.done_of_it(state), rate)  # fmt: skip
    leads = cells.leads(task.assignments, registry, as_of)
    return TaskLine(sections.heading(view.plan, task.section), leads, own, state.timing, state.bucket, state.days_late)


def heading(view: TaskView, several_plans: bool) -> str | None:
    """The heading of a task's section; with its plan where several are open."""
    return _with_plan(view.plan.name, sections.heading(view.plan, view.task.section), several_plans)


def _with_plan(plan: str, own: str | None, several_plans: bool) -> str | None:
    return " – ".join(filter(None, (plan, own))) if several_plans else own


def _row(plan: str, told: TaskLine, several_plans: bool, as_of: Day) -> tuple[Cell, ...]:
    own, due = told.line, told.line.term.due
    late = days_late(told.timing, own.term, as_of, None) if told.timing is Timing.OVERDUE else told.late
    state = words(Told(plan, own, told.timing, told.bucket, late), as_of)
    identity = f"{plan}:{own.id}" if several_plans else own.id
    return row(identity, cells.day(due), state, told.leads, own.title)


def leading(view: TaskView) -> Seen:
    """The milestone that gives the task its state: of the task's bucket, the most urgent."""
    own = [seen for seen in view.milestones if seen.part == "lead"] or view.milestones
    counted = [seen for seen in own if not seen.state.milestone.checkpoint] or own
    fitting = [seen for seen in counted if seen.state.bucket is view.state.bucket]
    return min(fitting, key=lambda seen: URGENCY[seen.state.timing or Timing.EARLY])
