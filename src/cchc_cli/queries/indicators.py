"""Indicators as gathered up to a day or in a period: figures of agencies added up, and who has given none."""

from collections.abc import Iterable
from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Indicator, Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.filings import filers
from cchc_cli.schedule import Period


class IndicatorState(Struct, frozen=True):
    """An indicator and its figure, None if nobody measured it; of those who are to measure it, who has not."""

    plan: Plan
    indicator: Indicator
    measurement: Measurement | None
    of: int = 0
    missing: tuple[str, ...] = ()

    @property
    def told(self) -> int:
        """How many of the agencies that are to measure it have."""
        return self.of - len(self.missing)


def indicators(plan: Plan, registry: Registry, as_of: Day, period: Period | None = None) -> tuple[IndicatorState, ...]:
    """The indicators in their order: with their last figures of a period, or without one up to the day."""
    wanted = filers(plan, registry, period.end if period else as_of)
    given = [each for each in plan.records.measurements if each.date <= as_of and _is_of(each, period)]
    found = {each.id: _state(plan, each, given, wanted) for each in plan.indicators if not each.share}
    return tuple(found[each.id] if each.id in found else _quotient(plan, each, found) for each in plan.indicators)


def _is_of(given: Measurement, period: Period | None) -> bool:
    """Whether a measurement is of a period: as it says, else by its day."""
    if period is None:
        return True
    return given.period.upper() == period.id if given.period else period.start <= given.date <= period.end


def _state(plan: Plan, indicator: Indicator, given: list[Measurement], wanted: tuple[str, ...]) -> IndicatorState:
    own = sorted((each for each in given if each.target == indicator.id), key=lambda each: (each.date, each.recorded))
    if indicator.by == "plan":
        return IndicatorState(plan, indicator, own[-1] if own else None)
    last = {each.agency: each for each in own}
    missing = tuple(each for each in wanted if each not in last)
    return IndicatorState(plan, indicator, _total(indicator, list(last.values())), len(wanted), missing)


def _total(indicator: Indicator, last: list[Measurement]) -> Measurement | None:
    """What the figures of agencies come to."""
    if not last or indicator.total == "last":
        return max(last, key=lambda each: (each.date, each.recorded), default=None)
    day = max(each.date for each in last)
    if indicator.total == "share":
        parts = [each for each in last if each.denominator]
        above, below = _sum(each.numerator for each in parts), _sum(each.denominator for each in parts)
        return _made(indicator, day, numerator=above, denominator=below) if parts else None
    return _made(indicator, day, value=sum(each.amount(indicator.unit) for each in last))


def _quotient(plan: Plan, indicator: Indicator, found: dict[str, IndicatorState]) -> IndicatorState:
    """The first indicator over the second; no figure where one has none, or the second is nought."""
    states = [found[each] for each in indicator.share if each in found]
    parts = [(each.measurement, each.measurement.amount(each.indicator.unit)) for each in states if each.measurement]
    if len(parts) != len(indicator.share) or not parts[-1][1]:
        return IndicatorState(plan, indicator, None)
    (one, above), (other, below) = parts
    return IndicatorState(
        plan, indicator, _made(indicator, max(one.date, other.date), numerator=above, denominator=below)
    )


def _sum(given: Iterable[float | None]) -> float:
    return float(sum(each or 0 for each in given))


def _made(indicator: Indicator, day: Day, **figures: float) -> Measurement:
    return Measurement(target=indicator.id, date=day, recorded=day, **figures)  # type: ignore[arg-type]
