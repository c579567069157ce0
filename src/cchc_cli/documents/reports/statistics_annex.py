"""The annex of statistics: figures of the plan that the program counts, and its targets as measured."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cchc_cli import model
from cchc_cli.documents.reports import figures
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.targets import TargetState
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import count, number, share, short_date
from cchc_cli.wording.targets import RESULT, level, value
from cchc_cli.wording.targets import measured as figure


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
    done, on_time = total.done_rate, total.on_time_rate
    yield Figure(
        "Tỷ lệ hoàn thành kế hoạch", percent, share(done.done, done.of), f"{figures.part(done.done, done.of)} nhiệm vụ"
    )
    note = f"{figures.part(on_time.done, on_time.of)} nhiệm vụ đã đến hạn"
    yield Figure("Tỷ lệ hoàn thành đúng hạn", percent, share(on_time.done, on_time.of), note)


def targets(scene: Scene) -> tuple[Target, ...]:
    """The targets in the plan's order."""
    return tuple(map(_target, scene.targets))


def reached(scene: Scene) -> str:
    """ "1/3 chỉ tiêu đã đo, trên tổng số 05 chỉ tiêu": how many are met; "" where nothing is measured."""
    measured = [each for each in scene.targets if each.measurement]
    met = [each for each in measured if each.result == "met"]
    if not measured:
        return ""
    return f"{figures.part(len(met), len(measured))} chỉ tiêu đã đo, trên tổng số {count(len(scene.targets))} chỉ tiêu"


def sentences(scene: Scene, wanted: Iterable[str]) -> Iterator[str]:
    """What was measured of the targets with the ids: "Tỷ lệ …: 25%, tính đến ngày 20/8/2026 (mức ít nhất 40%)."."""
    states = {each.target.id.upper(): each for each in scene.targets}
    found = (states.get(identity.upper()) for identity in wanted)
    return (_sentence(each.target, each.measurement) for each in found if each and each.measurement)


def _sentence(target: model.Target, measured: model.Measurement) -> str:
    told = f"{figure(measured, target.unit)}, tính đến ngày {short_date(measured.date)}"
    return f"{target.name}: {told} (mức {level(target)})."


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
