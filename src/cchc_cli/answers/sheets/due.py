"""What is due → a sheet, a row a milestone."""

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Head, Sheet, Value
from cchc_cli.answers.sheets.work import HEADS, IDENTITY, Worksheet
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer, Due

_PART = {"lead": "Chủ trì", "other": "Phối hợp, thực hiện"}


def sheet(answer: Answer, workspace: Workspace) -> Sheet:
    """Milestones by day, each once; for chosen agencies a last column says in which part they stand."""
    heads = (*HEADS, *((Head("Phần", 20),) if answer.asked.agencies else ()))
    title = cells.as_of_line(answer.asked.as_of, len(workspace.plans))
    return Sheet("Đến hạn", title, heads, rows(answer, workspace, several=len(workspace.plans) > 1), IDENTITY)


def rows(answer: Answer, workspace: Workspace, several: bool) -> tuple[tuple[Value, ...], ...]:
    """The rows alone; `several`: whether ids are told with their plan."""
    filled, chosen = Worksheet(workspace, answer.asked), bool(answer.asked.agencies)

    def row(item: Due) -> tuple[Value, ...]:
        state = item.seen.state
        identity, title = cells.identity(item.view, state, several), cells.title(item.view, state)
        part = (_PART[item.seen.part],) if chosen else ()
        return (*filled.row(item.view, item.seen, identity, title, whole=False), *part)

    return tuple(map(row, answer.items))
