"""What a task implements and who implements it → lines of text."""

from collections.abc import Iterator

from cchc_cli.answers import cells
from cchc_cli.answers.values import short
from cchc_cli.plan.tasks import Task
from cchc_cli.queries.links import Stand, Standings
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.vietnamese.paper import short_date

_INDENT = "  "


def above(task: Task, standings: Standings, asked: Asked) -> list[str]:
    """The tasks that a task implements, each followed by how its milestones stand."""
    return [line for stand in standings.implements(task) for line in _lines(stand, standings, asked)]


def below(view: TaskView, standings: Standings, asked: Asked) -> list[str]:
    """The tasks that implement a task, each followed by how its milestones stand."""
    found = standings.implemented_by(view.plan, view.task)
    return [line for stand in found for line in _lines(stand, standings, asked)]


def _lines(stand: Stand, standings: Standings, asked: Asked) -> Iterator[str]:
    if stand.linked is None:
        yield f"{stand.reference}  (kế hoạch này không được đọc, vì chưa đọc được hoặc vì --plan)"
        return
    closed = stand.linked.plan.file.closed
    told = [standings.workspace.registry.name(stand.linked.issuer)]
    told += [f"qua {stand.via}"] if stand.via else []
    told += [f"kế hoạch đã đóng ngày {short_date(closed)}"] if closed else []
    yield f"{stand.reference}  {short(stand.linked.task.title)} ({'; '.join(told)})"
    if stand.state is None:
        yield f"{_INDENT}chưa có trong kế hoạch vào ngày {short_date(asked.as_of)}"
        return
    for state in stand.state.milestones:
        mark = f"{state.milestone.id}: " if len(stand.state.milestones) > 1 else ""
        due = f"; hạn {short_date(state.term.due)}" if state.term.due else ""
        yield f"{_INDENT}{mark}{cells.milestone_state(state, asked.as_of).text}{due}"
