"""Tasks → a sheet, a row a task."""

from collections.abc import Iterable

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Sheet, Value
from cchc_cli.answers.sheets.work import HEADS, IDENTITY, Worksheet
from cchc_cli.answers.tasks import leading
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, TaskView


def sheet(views: tuple[TaskView, ...], workspace: Workspace, asked: Asked) -> Sheet:
    """Every task in plan order, with the term and state of the milestone that gives the task its state."""
    found = rows(views, workspace, asked, several=len(workspace.plans) > 1)
    return Sheet("Nhiệm vụ", cells.as_of_line(asked.as_of, len(workspace.plans)), HEADS, found, IDENTITY)


def rows(views: Iterable[TaskView], workspace: Workspace, asked: Asked, several: bool) -> tuple[tuple[Value, ...], ...]:
    """The rows alone; `several`: whether ids are told with their plan."""
    filled = Worksheet(workspace, asked)
    return tuple(
        filled.row(view, leading(view), cells.task_identity(view, several), view.task.title, whole=True)
        for view in views
    )
