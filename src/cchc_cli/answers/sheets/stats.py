"""Counts and rates → a sheet: each count a column, each rate with its numerator and denominator."""

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Head, Sheet, Value
from cchc_cli.answers.stats import remarks, row_name
from cchc_cli.queries.stats import Stats, StatsRow
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket
from cchc_cli.wording.levels import ROWS_BY
from cchc_cli.wording.states import BUCKET

_COUNT = 11
_HEADS = (
    *(Head(f"{BUCKET[bucket][:1].upper()}{BUCKET[bucket][1:]}", _COUNT, "number") for bucket in Bucket),
    Head("Trong đó: hoàn thành đúng hạn", _COUNT, "number"),
    Head("Trong đó: hoàn thành quá hạn", _COUNT, "number"),
    Head("Chưa cập nhật", _COUNT, "number"),
    Head("Hoàn thành: tử số", _COUNT, "number"),
    Head("Hoàn thành: mẫu số", _COUNT, "number"),
    Head("Tỷ lệ hoàn thành (%)", _COUNT, "number"),
    Head("Đúng hạn: tử số", _COUNT, "number"),
    Head("Đúng hạn: mẫu số", _COUNT, "number"),
    Head("Tỷ lệ đúng hạn (%)", _COUNT, "number"),
)


def sheet(stats: Stats, plans: int = 1) -> Sheet:
    """Every row, the duties of the body too; the total counts each task once, so it is not the sum of the rows."""
    several = len({each.plan for each in stats.rows}) > 1
    rows = (*stats.rows, *((stats.body,) if stats.duties else ()))
    heads = (Head(ROWS_BY[stats.by], 44), Head("Tổng", _COUNT, "number"), *_HEADS)
    return Sheet(
        "Số liệu",
        cells.as_of_line(stats.asked.as_of, plans),
        heads,
        tuple(_row(each, row_name(each, stats, several)) for each in rows),
        total=_row(stats.total, stats.total.name),
        remarks=remarks(stats, True),
    )


def _row(given: StatsRow, name: str) -> tuple[Value, ...]:
    return (
        name,
        given.total,
        *(given.buckets[bucket] for bucket in Bucket),
        given.done_on_time,
        given.done_late,
        given.stale,
        *_rate(given.done_rate),
        *_rate(given.on_time_rate),
    )


def _rate(rate: Rate) -> tuple[Value, ...]:
    return rate.done, rate.of, round(100 * rate.done / rate.of, 1) if rate.of else None
