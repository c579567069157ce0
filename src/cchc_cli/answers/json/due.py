"""cchc due --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Counts, Envelope, counts
from cchc_cli.answers.json.pieces.tasks import Task, task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer
from cchc_cli.queries.due import Due as Item
from cchc_cli.queries.links import Standings


class Due(Envelope, frozen=True):
    """What is overdue and due soon."""

    schema: Literal["cchc.due/1"]
    as_of: AsOf
    tasks: Annotated[tuple[Task, ...], Meta(description="theo hạn, rồi theo thứ tự kế hoạch")]
    counts: Annotated[Counts, Meta(description="số mốc; chọn cơ quan thì chỉ phần chủ trì")]
    body_counts: Annotated[Counts, Meta(description="số mốc của nhiệm vụ giao trong thân kế hoạch")]


OUTPUT = Output("Mốc quá hạn, sắp đến hạn", Due)


def due(answer: Answer, workspace: Workspace) -> Due:
    """Tasks in the order of their first listed milestone, each with its listed milestones."""
    by_task: dict[tuple[str, str], list[Item]] = {}
    for item in answer.items:
        by_task.setdefault((item.view.plan.name, item.view.task.id), []).append(item)
    standings = Standings(workspace, answer.asked.as_of)
    return Due(
        schema="cchc.due/1",
        as_of=answer.asked.as_of,
        province=workspace.own_settings.province,
        tasks=tuple(task(own[0].view, standings, tuple(each.seen for each in own)) for own in by_task.values()),
        counts=counts(answer.counts),
        body_counts=counts(answer.body_counts),
    )
