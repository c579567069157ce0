"""What amendments did to a task, and its requests for extension that await an answer → lines."""

from collections.abc import Iterator

from cchc_cli.answers.values import short
from cchc_cli.model import MilestoneRow, TaskRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.queries.amended import Amended, amended
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.state.ledger import Ledger
from cchc_cli.vietnamese.paper import long_date, short_date
from cchc_cli.wording.actions import AMENDED
from cchc_cli.wording.agencies import called


def lines(view: TaskView, registry: Registry, asked: Asked) -> list[str]:
    """A line for each amendment, then the former words that it replaced."""
    return [line for each in amended(view.plan, view.task, registry, asked.as_of) for line in _lines(each)]


def pending(ledger: Ledger, task: Task, asked: Asked) -> list[str]:
    """A line for each request that nobody has answered by the day."""
    return [
        f"{each.task}: "
        + (f"đến {long_date(each.to)}" if each.to else "chưa nêu ngày")
        + (f", của {called(ledger.registry, each.agency, asked.as_of)}" if each.agency else "")
        + (f": {each.reason}" if each.reason else "")
        + f" (ghi ngày {short_date(each.recorded)})"
        for each in ledger.requests(task, asked.as_of)
    ]


def _lines(given: Amended) -> Iterator[str]:
    more = f", thêm mốc {', '.join(given.milestones)}" if given.milestones else ""
    by = given.by
    yield f"{short_date(by.date)}  {AMENDED[given.did]}{more} theo {by.number}{f', {by.title}' if by.title else ''}"
    for key, text in (given.former or {}).items():
        name = _called(key)
        yield f"  {name} trước đó: {f'“{short(text)}”' if text else '(để trống)'}"


def _called(key: str) -> str:
    """A field in words; of a milestone with its id: "tiến độ của I.9/1"; the name of an own column as it is."""
    part, _, field = key.rpartition(" ")
    if part and field in MilestoneRow.said.fields:
        return f"{MilestoneRow.said.fields[field].called} của {part}"
    return TaskRow.said.fields[key].called if key in TaskRow.said.fields else key
