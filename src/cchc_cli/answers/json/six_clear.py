"""cchc report six-clear --format json."""

from typing import Annotated, Literal

from msgspec import Meta

from cchc_cli.answers import six_clear as words
from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Envelope, Name, Piece, Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import six_clear as query
from cchc_cli.queries.views import Asked
from cchc_cli.wording.sections import title
from cchc_cli.wording.six_clear import WHAT, Cause, What


class Unclear(Piece, frozen=True):
    """One thing that is not clear in a task."""

    what: Annotated[What, Meta(description="nội dung nào trong sáu nội dung")]
    cause: Annotated[Cause, Meta(description="thiếu gì")]
    message: Annotated[str, Meta(description="thiếu gì, bằng lời")]
    hint: Annotated[str, Meta(description="cách bổ sung")]
    file: Annotated[str, Meta(description="tệp, tính từ thư mục làm việc")]
    line: Annotated[int, Meta(description="dòng trong tệp, từ 1")]


class Task(Piece, frozen=True):
    """A task; `unclear` lacks what the plan states for no task, which `unstated` says once."""

    id: Annotated[str, Meta(description="như I.9")]
    section: Annotated[str, Meta(description="id lĩnh vực, hoặc body")]
    title: Annotated[str, Meta(description="nhiệm vụ như in")]
    clear: Annotated[tuple[What, ...], Meta(description="nội dung đã rõ")]
    unclear: Annotated[tuple[Unclear, ...], Meta(description="điều chưa rõ; điều nêu ở unstated thì không nhắc lại")]


class Row(Piece, frozen=True):
    """Totals of a section, of an agency that leads, or of the plan."""

    id: Annotated[str, Meta(description='id lĩnh vực, cơ quan chủ trì; "" ở dòng cộng hoặc khi chưa có chủ trì')]
    name: Name
    total: Annotated[int, Meta(description="số nhiệm vụ")]
    clear: Annotated[int, Meta(description="số nhiệm vụ đủ cả sáu nội dung")]
    unclear: Annotated[dict[str, int], Meta(description="số nhiệm vụ chưa rõ, theo từng nội dung")]
    causes: Annotated[dict[str, int], Meta(description="số nhiệm vụ theo điều còn thiếu")]


class SixClear(Envelope, frozen=True):
    """Each task of a plan against the six that must be clear; duties of the body apart."""

    schema: Literal["cchc.six-clear/1"]
    as_of: AsOf
    plan: Plan
    unstated: Annotated[tuple[Cause, ...], Meta(description="điều mà kế hoạch không ghi ở nhiệm vụ nào")]
    total: Annotated[Row, Meta(description="các nhiệm vụ của phụ lục, mỗi nhiệm vụ tính một lần")]
    sections: Annotated[tuple[Row, ...], Meta(description="theo lĩnh vực")]
    agencies: Annotated[tuple[Row, ...], Meta(description="theo cơ quan chủ trì")]
    tasks: Annotated[tuple[Task, ...], Meta(description="từng nhiệm vụ của phụ lục")]
    body: Annotated[tuple[Task, ...], Meta(description="nhiệm vụ giao trong thân kế hoạch, tính riêng")]


OUTPUT = Output("Sáu nội dung phải rõ của từng nhiệm vụ (report six-clear)", SixClear)


def six_clear(answer: query.SixClear, asked: Asked, workspace: Workspace) -> SixClear:
    """The answer about the only plan of a workspace."""
    plan, registry = workspace.plans[0], workspace.registry
    return SixClear(
        schema="cchc.six-clear/1",
        as_of=asked.as_of,
        province=workspace.own_settings.province,
        plan=plan.name,
        unstated=answer.unstated,
        total=_row(answer.total, plan.file.title),
        sections=tuple(_row(each, title(plan, each.id)) for each in answer.sections),
        agencies=tuple(_row(each, registry.name(each.id) if each.id else "") for each in answer.agencies),
        tasks=tuple(_task(each, answer, workspace) for each in answer.tasks),
        body=tuple(_task(each, answer, workspace) for each in answer.body),
    )


def _row(given: query.ClearRow, name: str) -> Row:
    return Row(
        id=given.id,
        name=name,
        total=given.total,
        clear=given.whole,
        unclear={what: given.unclear[what] for what in WHAT},
        causes=dict(sorted(given.causes.items())),
    )


def _task(examined: query.Examined, answer: query.SixClear, workspace: Workspace) -> Task:
    task = examined.view.task
    return Task(
        id=task.id,
        section=task.section,
        title=task.title,
        clear=tuple(what for what in WHAT if what not in examined.unclear),
        unclear=tuple(_unclear(gap, examined, workspace) for gap in answer.told(examined)),
    )


def _unclear(gap: query.Gap, examined: query.Examined, workspace: Workspace) -> Unclear:
    file, line = words.span(gap, workspace.sources)
    message = words.told(gap, examined.view, workspace.registry)
    hint = words.hint(gap, examined.view)
    return Unclear(what=gap.what, cause=gap.cause, message=message, hint=hint, file=file, line=line)
