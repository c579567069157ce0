"""Tasks → a table by section."""

from itertools import groupby

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, Seen, TaskView
from cchc_cli.state.timing import URGENCY, Timing
from cchc_cli.wording import sections

_COLUMNS = (
    Column("Mã"),
    Column("Hạn"),
    Column("Tình trạng", fold=True),
    Column("Chủ trì", fold=True),
    Column("Nhiệm vụ", fold=True),
)


def table(views: tuple[TaskView, ...], workspace: Workspace, asked: Asked, *remarks: str) -> Table:
    """Every task in plan order, under its section's heading; further remarks come after the count."""
    groups = tuple(
        Group(title, tuple(_row(view, workspace, asked) for view in of_section))
        for title, of_section in groupby(views, lambda view: heading(view, len(workspace.plans) > 1))
    )
    remark = f"Cộng: {len(views)} nhiệm vụ." if views else "Không có nhiệm vụ nào như vậy."
    return Table(cells.as_of_line(asked.as_of, len(workspace.plans)), _COLUMNS, groups, (remark, *remarks))


def heading(view: TaskView, several_plans: bool) -> str | None:
    """The heading of a task's section; with its plan where several are open."""
    own = sections.heading(view.plan, view.task.section)
    return " – ".join(filter(None, (view.plan.name, own))) if several_plans else own


def _row(view: TaskView, workspace: Workspace, asked: Asked) -> tuple[Cell, ...]:
    state = leading(view).state
    told = cells.milestone_state(state, asked.as_of)
    return row(
        cells.task_identity(view, len(workspace.plans) > 1),
        cells.day(state.term.due),
        told,
        cells.leads(view.task.assignments, workspace.registry, asked.as_of),
        view.task.title,
    )


def leading(view: TaskView) -> Seen:
    """The milestone that gives the task its state: of the task's bucket, the most urgent."""
    own = [seen for seen in view.milestones if seen.part == "lead"] or view.milestones
    counted = [seen for seen in own if not seen.state.milestone.checkpoint] or own
    fitting = [seen for seen in counted if seen.state.bucket is view.state.bucket]
    return min(fitting, key=lambda seen: URGENCY[seen.state.timing or Timing.EARLY])
