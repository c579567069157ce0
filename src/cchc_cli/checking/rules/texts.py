"""The printed texts of a plan with their places: titles, clauses, cells."""

from collections.abc import Iterator
from typing import NamedTuple

from cchc_cli.checking.rules.rows import parts, rows
from cchc_cli.model import TEXT_CELLS, Clause, MilestoneRow, ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan


class Text(NamedTuple):
    """A printed text and its place; `named` is the task's id if the text belongs to a task."""

    at: int
    key: str
    item: int | None
    text: str
    named: str | None = None


def printed_texts(plan: Plan) -> Iterator[Text]:
    """The texts of decision, body and appendix, with schedule cells, in printed order."""
    if (decision := plan.file.decision) is not None:
        yield Text(decision.at, "title", None, decision.title or "")
        yield from (Text(decision.at, "bases", place, text) for place, text in enumerate(decision.bases))
        yield from _clauses(decision.articles)
    for part in plan.parts:
        yield from (Text(part.at, "opening", place, text) for place, text in enumerate(part.opening))
        yield from _clauses(part.items)
        yield from (Text(part.at, "closing", place, text) for place, text in enumerate(part.closing))
    for row in rows(plan):
        yield Text(row.at, "title", None, row.title, row.id)
        yield from (Text(row.at, key, None, getattr(row, key) or "", row.id) for key in TEXT_CELLS)
        if row.cells:
            yield from (Text(row.cells.at, name, None, text, row.id) for name, text in row.cells.items())
        for carrier in parts(row):
            yield from _products_and_schedule(carrier, row.id)


def _clauses(clauses: tuple[Clause, ...]) -> Iterator[Text]:
    for clause in clauses:
        yield Text(clause.at, "text", None, clause.text, clause.task.id if clause.task else None)
        yield from _clauses(clause.items)


def _products_and_schedule(carrier: TaskRow | MilestoneRow, task: str) -> Iterator[Text]:
    yield from (Text(carrier.at, "products", place, text, task) for place, text in enumerate(carrier.products))
    if isinstance(carrier.schedule, ScheduleRow):
        yield Text(carrier.schedule.at, "text", None, carrier.schedule.text or "", task)
    else:
        yield Text(carrier.at, "schedule", None, carrier.schedule or "", task)
