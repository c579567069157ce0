"""Extensions that await an answer → a table of who asks, to which day and why."""

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.model import Deadline
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, TaskView

Requests = tuple[tuple[TaskView, Deadline], ...]
_COLUMNS = (
    Column("Mã"),
    Column("Hạn"),
    Column("Đề nghị đến"),
    Column("Cơ quan đề nghị", fold=True),
    Column("Lý do", fold=True),
    Column("Nhiệm vụ", fold=True),
)


def table(requests: Requests, workspace: Workspace, asked: Asked) -> Table:
    """A row a request, in plan order."""
    rows = tuple(_row(view, request, workspace, asked) for view, request in requests)
    told = f"Cộng: {len(rows)} đề nghị gia hạn chưa trả lời." if rows else "Không có đề nghị gia hạn nào chưa trả lời."
    return Table(cells.as_of_line(asked.as_of, len(workspace.plans)), _COLUMNS, (Group(None, rows),), (told,))


def _row(view: TaskView, request: Deadline, workspace: Workspace, asked: Asked) -> tuple[Cell, ...]:
    several = len(workspace.plans) > 1
    milestone = next((seen.state for seen in view.milestones if seen.state.milestone.id == request.task), None)
    state = milestone or min(
        (seen.state for seen in view.milestones), key=lambda each: each.bucket is not view.state.bucket
    )
    registry = workspace.registry
    leads = cells.leads(view.task.assigned(state.milestone), registry, asked.as_of)
    who = registry.name(request.agency) if request.agency else leads
    return row(
        f"{view.plan.name}:{request.task}" if several else request.task,
        cells.day(dict(state.parts).get(request.agency or "", state).term.due),
        cells.day(request.to),
        who,
        request.reason or "",
        cells.title(view, state) if milestone else view.task.title,
    )
