"""A period's frozen figures, and those that differ from what the records give now."""

from collections.abc import Iterator
from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.model import Figures, SectionFigures, Snapshot
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.stats import Stats, StatsRow, stats
from cchc_cli.queries.views import Asked
from cchc_cli.schedule import Period
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket

NAMES = tuple(name for name in Figures.__struct_fields__ if name != "at")


class Drift(Struct, frozen=True):
    """A frozen figure, what the records give now, and its section (None: the whole plan)."""

    at: int
    section: str | None
    name: str
    frozen: int
    now: int


def snapshot(workspace: Workspace, plan: Plan, period: Period, recorded: Day) -> Snapshot:
    """The figures as of the period's cut-off day: the whole plan, each section, the duties of the body."""
    whole, parts = _rows(workspace, plan, period.end)
    sections = tuple(SectionFigures(section=identity, **given) for identity, given in parts.items())
    return Snapshot(period=period.id, as_of=period.end, recorded=recorded, counts=Figures(**whole), sections=sections)


def drift(workspace: Workspace, plan: Plan, frozen: Snapshot) -> Iterator[Drift]:
    """Every frozen figure that differs from what the records give now for the same day."""
    whole, parts = _rows(workspace, plan, frozen.as_of)
    yield from _drift(frozen.counts, None, whole)
    for row in frozen.sections:
        yield from _drift(row, row.section, parts.get(row.section, {}))


def as_frozen(answer: Stats, frozen: Snapshot) -> Stats:
    """Counts by section with the frozen figures in place of those that the records give."""
    sections = {each.section: each for each in frozen.sections}
    rows = tuple(_frozen(row, sections[row.id]) if row.id in sections else row for row in answer.rows)
    total = _frozen(answer.total, frozen.counts)
    return structs.replace(answer, rows=rows, total=total, kpi=total.done_rate)


def _frozen(row: StatsRow, figures: Figures) -> StatsRow:
    buckets = {bucket: getattr(figures, bucket.value) for bucket in Bucket}
    done, total = figures.done, sum(buckets.values())
    of = total - figures.cancelled - row.computed
    return structs.replace(
        row,
        total=total,
        buckets=buckets,
        done_late=figures.done_late,
        done_on_time=min(row.done_on_time, done - figures.done_late),
        done_rate=Rate(min(done, of), of),
        on_time_rate=Rate(figures.on_time, figures.reached),
    )


def _drift(row: Figures, section: str | None, now: dict[str, int]) -> Iterator[Drift]:
    for name in NAMES:
        if getattr(row, name) != now.get(name, 0):
            yield Drift(row.at, section, name, getattr(row, name), now.get(name, 0))


def _rows(workspace: Workspace, plan: Plan, as_of: Day) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Figures of the whole plan, and by section."""
    answer = stats(structs.replace(workspace, plans=(plan,)), Asked(as_of), "section")
    body = (answer.body,) if answer.body.total else ()
    return _figures(answer.total), {row.id: _figures(row) for row in (*answer.rows, *body)}


def _figures(row: StatsRow) -> dict[str, int]:
    buckets = {bucket.value: number for bucket, number in row.buckets.items()}
    return {**buckets, "done_late": row.done_late, "on_time": row.on_time_rate.done, "reached": row.on_time_rate.of}
