"""What `due` and `list` print of every word of very many plans: each is read by itself, and its text is handed on.

Each gives the pieces of a text, or None where the plans must be read at once (`plan_by_plan.survey`, and plans that
implement each other). The text is that of an answer of all plans, byte for byte.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from msgspec import Struct

from cchc_cli.answers.json import due as due_json
from cchc_cli.answers.json import list as list_json
from cchc_cli.answers.sheets import due as due_sheet
from cchc_cli.answers.sheets import tasks as list_sheet
from cchc_cli.disk import workers
from cchc_cli.formats import json_text, sheet_csv
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import due as query
from cchc_cli.queries.links import Standings
from cchc_cli.queries.views import Asked, views
from cchc_cli.reading import packs
from cchc_cli.shell.options import plan_by_plan
from cchc_cli.shell.options.plan_by_plan import Survey
from cchc_cli.state.timing import Bucket

Form = Literal["json", "csv"]
Read = Callable[[Workspace], Asked]
T = TypeVar("T")
_AT_A_TIME = 40
"""So many plans are told before their texts are printed."""


class DueText(NamedTuple):
    """The pieces of what is due, and whether anything that is led is overdue."""

    pieces: Iterator[str]
    overdue: bool


class _Due(Struct, frozen=True, array_like=True):
    """What one plan has that is due: texts, each with its place among those of other plans, and the counts."""

    texts: tuple[tuple[bool, int, str], ...]
    counts: dict[Bucket, int]
    body_counts: dict[Bucket, int]


def listed(root: Path, read: Read, form: Form) -> Iterator[str] | None:
    """The tasks that pass the filters."""
    survey = plan_by_plan.survey(root, apart=True)
    if survey is None:
        return None
    asked, several = read(survey.workspace), len(survey.workspace.plans) > 1

    def as_json(alone: Workspace) -> tuple[str, ...]:
        found = list_json.tasks(views(alone, asked), Standings(alone, asked.as_of), asked)
        return tuple(map(json_text.item, found.tasks))

    def as_csv(alone: Workspace) -> tuple[str, ...]:
        return (sheet_csv.lines(list_sheet.rows(views(alone, asked), alone, asked, several)),)

    told = _told(survey, as_json if form == "json" else as_csv, tuple[str, ...])
    texts = (text for plan in told for text in plan)
    if form == "json":
        return json_text.with_items(
            list_json.tasks((), Standings(survey.workspace, asked.as_of), asked), "tasks", texts
        )
    return _below(sheet_csv.render(list_sheet.sheet((), survey.workspace, asked)), texts)


def due(root: Path, read: Read, within: int | None, everything: bool, form: Form) -> DueText | None:
    """What is overdue, or due within so many days."""
    survey = plan_by_plan.survey(root, apart=True)
    if survey is None:
        return None
    workspace, asked = survey.workspace, read(survey.workspace)
    days, several = query.soon_days(workspace) if within is None else within, len(workspace.plans) > 1

    def tell(alone: Workspace) -> _Due:
        answer = query.due(alone, asked, days, everything)
        if form == "json":
            firsts: dict[str, query.Due] = {}
            for item in answer.items:
                firsts.setdefault(item.view.task.id, item)
            texts = zip(firsts.values(), map(json_text.item, due_json.due(answer, alone).tasks), strict=True)
        else:
            rows = due_sheet.rows(answer, alone, several)
            texts = zip(answer.items, (sheet_csv.lines((row,)) for row in rows), strict=True)
        placed = tuple((*query.place(item), text) for item, text in texts)
        return _Due(placed, answer.counts, answer.body_counts)

    found = list(_told(survey, tell, _Due))
    texts = (text for _, _, text in sorted((each for own in found for each in own.texts), key=lambda each: each[:2]))
    counts, body_counts = (_sum([own.counts for own in found]), _sum([own.body_counts for own in found]))
    whole = query.Answer(asked, days, (), counts, counts, body_counts)
    if form == "json":
        pieces = json_text.with_items(due_json.due(whole, workspace), "tasks", texts)
    else:
        pieces = _below(sheet_csv.render(due_sheet.sheet(whole, workspace)), texts)
    return DueText(pieces, whole.overdue > 0)


def _told(survey: Survey, tell: Callable[[Workspace], T], shape: type[T]) -> Iterator[T]:
    """What is told of each open plan, in their order, some plans at a time."""

    def share(folders: Sequence[str]) -> list[T]:
        return [tell(survey.whole(each)) for each in folders]

    def unpacked(data: bytes) -> list[T]:
        found: list[T] = packs.decoded(data, list[shape])  # type: ignore[valid-type]
        return found

    plans = [plan.folder for plan in survey.workspace.plans]
    for start in range(0, len(plans), _AT_A_TIME):
        work = workers.Work(share, packs.encoded, unpacked)
        for part in workers.spread(plans[start : start + _AT_A_TIME], work, worth=len(plans) > _AT_A_TIME):
            yield from part


def _below(heads: str, texts: Iterator[str]) -> Iterator[str]:
    yield heads
    yield from texts


def _sum(counts: Sequence[dict[Bucket, int]]) -> dict[Bucket, int]:
    found: Counter[Bucket] = Counter()
    for each in counts:
        found.update(each)
    return query.in_order(found)
