"""How collective tasks are covered by the plans of those who carry them out → a table."""

from itertools import groupby

from cchc_cli.answers import cells, tasks
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.coverage import Coverage, Covered
from cchc_cli.queries.views import Asked
from cchc_cli.vietnamese.paper import number

_COLUMNS = (
    Column("Mã"),
    Column("Đã có", right=True),
    Column("Kế hoạch chưa có nhiệm vụ thực hiện", fold=True),
    Column("Nhiệm vụ", fold=True),
)
_RULE = (
    "Nhiệm vụ giao chung: có nhóm cơ quan chủ trì hoặc thực hiện. Đã có = số cơ quan có nhiệm vụ thực hiện nó trong "
    "kế hoạch của mình / số cơ quan được giao."
)


def table(found: Coverage, workspace: Workspace, asked: Asked) -> Table:
    """Every collective task under its section's heading, then the agencies that have no plan."""
    several, registry = len(workspace.plans) > 1, workspace.registry
    groups = [
        Group(heading, tuple(_row(each, registry, several, asked) for each in own))
        for heading, own in groupby(found.tasks, lambda each: tasks.heading(each.view, several))
    ]
    if found.without_plan:
        told = f"{len(found.without_plan)}/{len(found.agencies)} cơ quan chưa có kế hoạch"
        names = cells.names(found.without_plan, registry, asked.as_of)
        groups.append(Group("Chưa có kế hoạch", (row("", "", names, told),)))
    return Table(cells.as_of_line(asked.as_of, len(workspace.plans)), _COLUMNS, tuple(groups), (_count(found), _RULE))


def _row(given: Covered, registry: Registry, several_plans: bool, asked: Asked) -> tuple[Cell, ...]:
    return row(
        cells.task_identity(given.view, several_plans),
        f"{given.covering}/{len(given.agencies)}",
        cells.names(given.uncovered, registry, asked.as_of),
        given.view.task.title,
    )


def _count(found: Coverage) -> str:
    if not found.tasks:
        return "Không có nhiệm vụ giao chung nào."
    lacking = sum(bool(each.uncovered) for each in found.tasks)
    return (
        f"Cộng: {number(len(found.tasks))} nhiệm vụ giao chung; "
        f"{number(lacking)} nhiệm vụ chưa có trong kế hoạch của cơ quan nào đó; "
        f"{len(found.without_plan)}/{len(found.agencies)} cơ quan chưa có kế hoạch."
    )
