"""Counts → charts: states by section, completion by agency. The same figures stand in the tables of the report."""

from collections.abc import Iterable, Sequence

from cchc_cli.documents.charts import Bar, Chart
from cchc_cli.model import TASKS
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.stats import Stats, StatsRow
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.paper import number, percent, share
from cchc_cli.wording.states import BUCKET, TIMING

_MOST = 20
"""The most bars that fit on a page below a heading at a readable size."""
_STATES = {
    **{
        BUCKET[bucket]: (bucket,)
        for bucket in (Bucket.DONE, Bucket.SUBMITTED, Bucket.LATER, Bucket.DUE_SOON, Bucket.OVERDUE)
    },
    TIMING[Timing.UNDATED]: (Bucket.ONGOING, Bucket.WAITING, Bucket.UNSCHEDULED),
    f"{BUCKET[Bucket.PAUSED]}, {BUCKET[Bucket.CANCELLED]}": (Bucket.PAUSED, Bucket.CANCELLED),
}


def states_by_section(plan: Plan, counted: Stats) -> Chart | None:
    """The states of the tasks of each section; None for a plan without sections or tasks."""
    if not (plan.is_divided and counted.total.total):
        return None
    bars = tuple(map(_bar, counted.rows))
    return Chart("Tình trạng nhiệm vụ theo lĩnh vực", "nhiệm vụ", tuple(_STATES), bars, _told(bars))


def done_by_agency(counted: Stats, most: int = _MOST) -> tuple[Chart, ...]:
    """Shares of tasks done, by leading agency in registry order, in charts of so many bars; none if none is done."""
    rows = counted.rows
    if not any(row.done_rate.done for row in rows):
        return ()
    charts = -(-len(rows) // most)
    return tuple(_done(rows[len(rows) * at // charts : len(rows) * (at + 1) // charts]) for at in range(charts))


def _done(rows: Sequence[StatsRow]) -> Chart:
    rates = [row.done_rate for row in rows]
    bars = tuple(
        Bar(row.name, (percent(rate.done, rate.of),), f"{rate.done}/{rate.of}")
        for row, rate in zip(rows, rates, strict=True)
    )
    alt = "; ".join(
        f"{row.name} {share(rate.done, rate.of)} ({rate.done}/{rate.of})" for row, rate in zip(rows, rates, strict=True)
    )
    title = "Tỷ lệ hoàn thành nhiệm vụ theo cơ quan chủ trì"
    return Chart(title, "%", (BUCKET[Bucket.DONE],), bars, f"{title}: {alt}.", 100)


def _bar(row: StatsRow) -> Bar:
    title = row.name.capitalize() if row.name.isupper() else row.name
    values = tuple(sum(row.buckets[bucket] for bucket in state) for state in _STATES.values())
    return Bar(title if row.id == TASKS else f"{row.id}. {title}", values, number(sum(values)))


def _told(bars: Iterable[Bar]) -> str:
    """The bars described in words."""
    lines = (
        f"{bar.name}: "
        + ", ".join(f"{number(value)} {state}" for state, value in zip(_STATES, bar.values, strict=True) if value)
        for bar in bars
    )
    return "; ".join(lines) + "."
