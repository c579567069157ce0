"""Counts and rates → a table whose rows add up."""

from cchc_cli.answers import cells, changes
from cchc_cli.answers.tables import Cell, Column, Group, Table, Tone, row
from cchc_cli.queries.changes import Changes
from cchc_cli.queries.stats import Stats, StatsRow
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import number, share, short_date
from cchc_cli.wording.levels import LEVEL, ROWS_BY
from cchc_cli.wording.states import BUCKET


def table(stats: Stats, since: Changes | None, plans: int = 1) -> Table:
    """The counts of `plans` plans. Columns of buckets that are empty in every row are omitted."""
    every = (*stats.rows, stats.total, *((stats.body,) if stats.duties else ()))
    used = [bucket for bucket in Bucket if any(each.buckets[bucket] for each in every)]
    stale = any(each.stale for each in every)
    columns = (
        Column(ROWS_BY[stats.by], fold=True),
        Column("Tổng", right=True),
        *(Column(BUCKET[bucket].capitalize(), right=True) for bucket in used),
        *((Column("Chưa cập nhật", right=True),) if stale else ()),
        Column("Hoàn thành", fold=True),
        Column("Đúng hạn", fold=True),
    )
    compared = () if since is None else (changes.line(since),)
    several = len({each.plan for each in stats.rows}) > 1
    rows = tuple(_row(each, row_name(each, stats, several), used, stale) for each in every)
    return Table(
        cells.as_of_line(stats.asked.as_of, plans), columns, (Group(None, rows),), (*remarks(stats, stale), *compared)
    )


def row_name(given: StatsRow, stats: Stats, several_plans: bool) -> str:
    """What a row is about; sections with their plan where there are several."""
    if stats.by == "plan" and given.plan:
        return f"{given.plan} – {given.name}"
    if stats.by == "level" and given.id in LEVEL:
        return f"{given.name[:1].upper()}{given.name[1:]} ({given.plans} kế hoạch)"
    return f"{given.plan} – {given.heading}" if given.plan and several_plans else given.heading


def _row(given: StatsRow, name: str, used: list[Bucket], stale: bool) -> tuple[Cell, ...]:
    tones: dict[Bucket, Tone] = {Bucket.OVERDUE: "overdue", Bucket.DUE_SOON: "soon", Bucket.DONE: "done"}
    counts = [
        Cell(number(given.buckets[bucket]), tones.get(bucket) if given.buckets[bucket] else None) for bucket in used
    ]
    counts += [Cell(number(given.stale))] if stale else []
    return row(name, number(given.total), *counts, _rate(given.done_rate), _rate(given.on_time_rate))


def _rate(rate: Rate) -> str:
    return f"{share(rate.done, rate.of)} ({number(rate.done)}/{number(rate.of)})"


def remarks(stats: Stats, stale: bool) -> tuple[str, ...]:
    """How the figures are counted; `stale`: their column is printed."""
    computed = " − nhiệm vụ tự tính" if stats.total.computed else ""
    rates = (
        f"Hoàn thành = số đã hoàn thành / (tổng − không thực hiện{computed}). "
        "Đúng hạn = số hoàn thành đúng hạn / số đã đến hạn tính đến ngày trên."
    )
    total = stats.total.name
    once = f"Nhiệm vụ có nhiều cơ quan chủ trì tính cho từng cơ quan; dòng {total} tính mỗi nhiệm vụ một lần."
    days = f"{short_date(stats.period.start)} đến {short_date(stats.period.end)}"
    unwritten = (
        f"Chưa cập nhật = nhiệm vụ đang mở, đã bắt đầu mà chưa có cập nhật ghi từ {days}; đã tính ở các cột trước."
    )
    kpi = f"Tỷ lệ hoàn thành nhiệm vụ kế hoạch: {_rate(stats.kpi)}."
    said = ((rates, True), (once, stats.by == "agency"), (unwritten, stale), (kpi, not stats.filtered))
    return tuple(remark for remark, holds in said if holds)
