"""cchc stats --format json."""

from collections.abc import Iterable
from datetime import date as Day
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from cchc_cli.answers.json import Output
from cchc_cli.answers.json.pieces import AsOf, Counts, Envelope, Name, Period, Piece, Plan, Rate, counts, period, rate
from cchc_cli.queries import changes
from cchc_cli.queries import stats as query
from cchc_cli.wording.levels import By


class Rates(Piece, frozen=True):
    """How much is done, and how much of what was due was done in time."""

    done: Annotated[Rate, Meta(description="số đã hoàn thành / (tổng − không thực hiện)")]
    on_time: Annotated[Rate, Meta(description="số hoàn thành đúng hạn / số đã đến hạn")]


class Row(Piece, frozen=True):
    """A row of figures."""

    id: Annotated[str | None, Meta(description='id cơ quan, lĩnh vực, tên kế hoạch hoặc cấp; "" ở dòng cộng')]
    plan: Annotated[str | None, Meta(description="tên kế hoạch; null khi không của riêng kế hoạch nào")]
    name: Name
    plans: Annotated[int, Meta(description="số kế hoạch của dòng này")]
    total: Annotated[int, Meta(description="số nhiệm vụ; bằng tổng các ô trong buckets")]
    buckets: Annotated[Counts, Meta(description="số nhiệm vụ theo tình trạng")]
    done_late: Annotated[int, Meta(description="trong số đã hoàn thành: hoàn thành quá hạn")]
    stale: Annotated[int, Meta(description="chưa cập nhật trong kỳ; đã tính ở các ô khác")]
    rates: Annotated[Rates, Meta(description="tỷ lệ, kèm mẫu số")]


class Change(Piece, frozen=True):
    """A milestone whose state changed."""

    plan: Plan
    id: Annotated[str, Meta(description="id mốc")]


class Extension(Piece, frozen=True, rename={"from_": "from"}):
    """A deadline that moved."""

    plan: Plan
    id: Annotated[str, Meta(description="id mốc")]
    agency: Annotated[str | None, Meta(description="riêng cho cơ quan này; null: cho tất cả")]
    from_: Annotated[Day | None, Meta(description="hạn cũ")]
    to: Annotated[Day | None, Meta(description="hạn mới")]


class Since(Piece, frozen=True):
    """What changed since the period before."""

    day: Annotated[Day, Meta(description="ngày chốt kỳ trước")]
    done: Annotated[tuple[Change, ...], Meta(description="mới hoàn thành")]
    overdue: Annotated[tuple[Change, ...], Meta(description="mới quá hạn")]
    extended: Annotated[tuple[Extension, ...], Meta(description="mới đổi thời hạn")]


class Stats(Envelope, frozen=True):
    """Counts and rates; `since` with --period alone."""

    schema: Literal["cchc.stats/1"]
    as_of: AsOf
    period: Annotated[Period, Meta(description="kỳ dùng để xét chưa cập nhật")]
    by: Annotated[By, Meta(description="mỗi dòng là gì")]
    rows: Annotated[tuple[Row, ...], Meta(description="các dòng")]
    total: Annotated[Row, Meta(description="mỗi nhiệm vụ tính một lần")]
    body: Annotated[Row, Meta(description="nhiệm vụ giao trong thân kế hoạch, tính riêng")]
    kpi: Annotated[Rate | None, Meta(description="tỷ lệ hoàn thành kế hoạch; null khi đã lọc")]
    since: Annotated[Since, Meta(description="chỉ có khi nêu --period")] | UnsetType = UNSET


OUTPUT = Output("Số liệu và tỷ lệ hoàn thành", Stats)


def stats(answer: query.Stats, since: changes.Changes | None, province: str | None) -> Stats:
    """Rows, total, duties of the body apart, the KPI; `since`: what changed in the period."""
    return Stats(
        schema="cchc.stats/1",
        as_of=answer.asked.as_of,
        province=province,
        period=period(answer.period),
        by=answer.by,
        rows=tuple(map(_row, answer.rows)),
        total=_row(answer.total),
        body=_row(answer.body),
        kpi=None if answer.filtered else rate(answer.kpi),
        since=UNSET if since is None else _since(since),
    )


def _row(given: query.StatsRow) -> Row:
    return Row(
        id=given.id,
        plan=given.plan,
        name=given.name,
        plans=given.plans,
        total=given.total,
        buckets=counts(given.buckets),
        done_late=given.done_late,
        stale=given.stale,
        rates=Rates(done=rate(given.done_rate), on_time=rate(given.on_time_rate)),
    )


def _since(given: changes.Changes) -> Since:
    return Since(
        day=given.since,
        done=tuple(_changed(given.done)),
        overdue=tuple(_changed(given.overdue)),
        extended=tuple(map(_extension, given.extended)),
    )


def _changed(given: Iterable[changes.Passage]) -> Iterable[Change]:
    return (Change(plan=each.view.plan.name, id=each.state.milestone.id) for each in given)


def _extension(given: changes.Extension) -> Extension:
    return Extension(
        plan=given.view.plan.name,
        id=given.state.milestone.id,
        agency=given.agency,
        from_=given.before,
        to=given.due,
    )
