"""The annex of statistics: figures of the plan that the program counts, and its targets as measured."""

from collections.abc import Iterable, Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli import model
from cchc_cli.documents.reports import figures
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.queries.indicators import indicators
from cchc_cli.queries.targets import TargetState
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import count, number, share, short_date, upper_first
from cchc_cli.wording.targets import RESULT, level, typed, value
from cchc_cli.wording.targets import measured as figure


class Figure(Struct, frozen=True):
    """A line of the annex; figures that the program counts have no id."""

    name: str
    unit: str
    result: str
    note: str = ""
    id: str = ""


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
    yield Figure("Tỷ lệ hoàn thành kế hoạch", percent, _percent(done), f"{figures.part(done.done, done.of)} nhiệm vụ")
    note = f"{figures.part(on_time.done, on_time.of)} nhiệm vụ đã đến hạn"
    yield Figure("Tỷ lệ hoàn thành đúng hạn", percent, _percent(on_time), note)


def _percent(rate: Rate) -> str:
    """The figure without the unit, which has a column of its own."""
    return share(rate.done, rate.of).removesuffix("%")


def gathered(scene: Scene) -> Iterator[Figure]:
    """The indicators of the settings and the plan in their order; what nobody measured has no result."""
    for state in indicators(scene.plan, scene.workspace.registry, scene.as_of, scene.period):
        indicator, measured = state.indicator, state.measurement
        result = value(measured, indicator.unit) if measured else ""
        counts = typed(measured) if measured and measured.denominator else ""
        of = f"số liệu của {state.told}/{state.of} cơ quan" if state.of else ""
        note = upper_first("; ".join(filter(None, (counts, of))))
        yield Figure(indicator.name, indicator.unit, result, note, indicator.id)


def targets(scene: Scene) -> tuple[Target, ...]:
    """The targets that are due or measured, in the plan's order."""
    return tuple(_target(each) for each in scene.targets if each.measurement or _is_due(each, scene.as_of))


def _is_due(state: TargetState, as_of: Day) -> bool:
    return state.target.by is not None and state.target.by <= as_of


def reached(scene: Scene) -> str:
    """ "1/3 chỉ tiêu đã đo, trên tổng số 05 chỉ tiêu": how many are met; "" where nothing is measured."""
    measured = [each for each in scene.targets if each.measurement]
    met = [each for each in measured if each.result == "met"]
    if not measured:
        return ""
    return f"{figures.part(len(met), len(measured))} chỉ tiêu đã đo, trên tổng số {count(len(scene.targets))} chỉ tiêu"


def sentences(scene: Scene, wanted: Iterable[str], without_shares: bool, heading: str) -> Iterator[str]:
    """What was measured of the targets with the ids, and of the indicators under the heading.

    "Tỷ lệ …: 25%, tính đến ngày 20/8/2026 (mức ít nhất 40%)." `without_shares`: not of those computed from inspections.
    """
    states = {each.target.id.upper(): each for each in scene.targets}
    for each in (states.get(identity.upper()) for identity in wanted):
        if each and each.measurement and not (without_shares and each.target.share):
            yield _sentence(each.target, each.measurement)
    named = {identity.upper() for identity in wanted}
    for state in indicators(scene.plan, scene.workspace.registry, scene.as_of, scene.period):
        indicator = state.indicator
        is_here = indicator.id.upper() in named or (indicator.heading and fold(indicator.heading) == fold(heading))
        if is_here and state.measurement:
            yield f"{indicator.name}: {figure(state.measurement, indicator.unit)}."


def _sentence(target: model.Target, measured: model.Measurement) -> str:
    told = f"{figure(measured, target.unit)}, tính đến ngày {short_date(measured.date)}"
    return f"{target.name}: {told} (mức {level(target)})."


def _target(state: TargetState) -> Target:
    target, measured = state.target, state.measurement
    dated = f"số liệu ngày {short_date(measured.date)}" if measured else ""
    counts = f" ({typed(measured)})" if measured and measured.denominator else ""
    return Target(
        id=target.id,
        name=target.name,
        unit=target.unit,
        level=level(target),
        by=short_date(target.by) if target.by else "",
        measured=value(measured, target.unit) if measured else "",
        result=upper_first("; ".join(filter(None, (f"{RESULT[state.result]}{counts}", dated)))),
    )
