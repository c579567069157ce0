"""The annex of statistics: figures of the plan that the program counts, and its targets as measured."""

from collections.abc import Iterator

from msgspec import Struct

from cchc_cli.documents.reports import figures
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.targets import TargetState
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import number, share, short_date
from cchc_cli.wording.targets import RESULT, level, value


class Figure(Struct, frozen=True):
    """A line of the annex."""

    name: str
    unit: str
    result: str
    note: str = ""


class Target(Struct, frozen=True):
    """A target, its level, and its measured value."""

    id: str
    name: str
    unit: str
    level: str
    by: str
    measured: str
    result: str


def counted(scene: Scene) -> Iterator[Figure]:
    """Figures that the program computes."""
    total = scene.by_section.total
    task, percent = "nhiệm vụ", "%"
    yield Figure("Số nhiệm vụ đề ra trong kế hoạch", task, number(total.total))
    yield Figure("Số nhiệm vụ đã hoàn thành", task, number(total.buckets[Bucket.DONE]))
    yield Figure("Trong đó: hoàn thành quá hạn", task, number(total.done_late))
    yield Figure("Số nhiệm vụ quá hạn chưa hoàn thành", task, number(total.buckets[Bucket.OVERDUE]))
    yield Figure("Số nhiệm vụ chưa cập nhật trong kỳ", task, number(total.stale))
    done, on_time = total.done_rate, total.on_time_rate
    yield Figure(
        "Tỷ lệ hoàn thành kế hoạch", percent, share(done.done, done.of), f"{figures.part(done.done, done.of)} nhiệm vụ"
    )
    note = f"{figures.part(on_time.done, on_time.of)} nhiệm vụ đã đến hạn"
    yield Figure("Tỷ lệ hoàn thành đúng hạn", percent, share(on_time.done, on_time.of), note)


def targets(scene: Scene) -> tuple[Target, ...]:
    """The targets in the plan's order."""
    return tuple(map(_target, scene.targets))


def _target(state: TargetState) -> Target:
    target, measured = state.target, state.measurement
    return Target(
        id=target.id,
        name=target.name,
        unit=target.unit,
        level=level(target),
        by=short_date(target.by) if target.by else "",
        measured=f"{value(measured, target.unit)} ({short_date(measured.date)})" if measured else "",
        result=RESULT[state.result],
    )
