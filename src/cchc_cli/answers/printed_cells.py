"""The printed cells of a task beyond products and schedule: of role columns, of other columns, merged ones."""

from collections.abc import Iterator, Sequence

from cchc_cli.model import OWN, ROLE_CELLS, TEXT_CELLS, TaskRow
from cchc_cli.queries.views import TaskView


def assigning(row: TaskRow) -> list[str]:
    """The cells that name agencies, each line of a role column with what the column is called."""
    roles = ((key, getattr(row, key) or "") for key in ROLE_CELLS)
    return [
        *(row.assignment or "").splitlines(),
        *(f"{_called(key)}: {line}" for key, text in roles for line in text.splitlines()),
    ]


def others(view: TaskView) -> Iterator[tuple[str, Sequence[str]]]:
    """The cells of other columns under the heads that the plan prints; then where merged cells begin and end."""
    task = view.task
    heads = {each.holds: each.head for each in view.plan.columns}
    for key in TEXT_CELLS:
        if key != "assignment" and key not in ROLE_CELLS and (text := getattr(task.row, key)):
            yield heads.get(key) or TaskRow.said.fields[key].title, text.splitlines()
    for name, text in (task.row.cells or {}).items():
        yield heads.get(f"{OWN}{name}") or name, text.splitlines()
    yield "Theo ô in gộp ở dòng trên", [f"{_called(each.key)}: theo {each.row.id}" for each in task.taken]
    yield "Ô in gộp xuống các dòng dưới", [_called(key) for key in task.row.spans]


def _called(key: str) -> str:
    return TaskRow.said.fields[key].called if key in TaskRow.said.fields else key.removeprefix(OWN)
