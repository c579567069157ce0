"""Who has not reported in a period → a table by agency with counts, or the tasks that need an entry."""

from collections import defaultdict

from cchc_cli.answers import cells, tasks
from cchc_cli.answers.tables import Column, Group, Table, row
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import reporting_period
from cchc_cli.queries.views import Asked, Owed, TaskView
from cchc_cli.schedule import Period, title
from cchc_cli.vietnamese.paper import number, short_date

_COLUMNS = (Column("Cơ quan", fold=True), Column("Chưa báo cáo", right=True), Column("Nhiệm vụ", fold=True))


def table(views: tuple[TaskView, ...], workspace: Workspace, asked: Asked, missing: bool) -> Table:
    """`missing`: by agency, "3/15" of what it is to report; of chosen agencies, and without it, task by task."""
    period = _period(workspace, asked)
    if missing and not asked.agencies:
        return _by_agency(views, workspace, asked, period)
    return tasks.table(listed(views, missing), workspace, asked, _told(period))


def listed(views: tuple[TaskView, ...], missing: bool) -> tuple[TaskView, ...]:
    """Tasks that need an entry; with `missing`, only those on which some agency has not reported."""
    return tuple(view for view in views if view.missing or not missing)


def _by_agency(views: tuple[TaskView, ...], workspace: Workspace, asked: Asked, period: Period) -> Table:
    wanted: dict[str, int] = defaultdict(int)
    missing: dict[str, list[str]] = defaultdict(list)
    for view in views:
        for owed in view.owed:
            for agency in owed.wanted:
                wanted[agency] += 1
            for agency in owed.missing:
                missing[agency].append(_identity(view, owed, len(workspace.plans) > 1))
    registry = workspace.registry
    rows = tuple(
        row(
            registry.name(agency),
            f"{number(len(missing[agency]))}/{number(wanted[agency])}",
            ", ".join(missing[agency]),
        )
        for agency in registry.in_order(missing)
    )
    count = f"Cộng: {number(len(missing))}/{number(len(wanted))} cơ quan còn nhiệm vụ chưa báo cáo."
    remark = count if rows else "Không có cơ quan nào chưa báo cáo."
    title = cells.as_of_line(asked.as_of, len(workspace.plans))
    return Table(title, _COLUMNS, (Group(None, rows),), (remark, _told(period)))


def _identity(view: TaskView, owed: Owed, several_plans: bool) -> str:
    if owed.turn:
        return cells.piece_identity(view, owed.turn, several_plans)
    return cells.task_identity(view, several_plans)


def _period(workspace: Workspace, asked: Asked) -> Period:
    return reporting_period(asked, workspace.own_settings)


def _told(period: Period) -> str:
    days = f"{short_date(period.start)} đến {short_date(period.end)}"
    return f"Kỳ {title(period)}: cập nhật ghi từ {days}; nhiệm vụ định kỳ tính theo kỳ của nó."
