"""A measurement → lines that say whether its target is met."""

from cchc_cli.answers import cells
from cchc_cli.model import Measurement
from cchc_cli.plan.registry import Registry
from cchc_cli.queries.indicators import IndicatorState
from cchc_cli.queries.targets import TargetState
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import number, short_date
from cchc_cli.wording.targets import RESULT, level, measured

_PERCENT = (0, 1000)
_WHOLE = 100
_RATES = tuple(map(fold, ("Tỷ lệ", "Mức độ")))
"""How the names of shares begin: none of them is more than the whole."""


def told(
    state: TargetState | IndicatorState, given: Measurement, before: TargetState | IndicatorState, registry: Registry
) -> list[str]:
    """The measurement, and what it makes of its target or indicator."""
    if isinstance(state, IndicatorState):
        return _of_indicator(state, given, registry)
    return _of_target(state, given, before) if isinstance(before, TargetState) else []


def _of_target(state: TargetState, given: Measurement, before: TargetState) -> list[str]:
    """The level wanted, whether the target is met; and a later measurement, if there is one."""
    words, was, unit = RESULT[state.result], RESULT[before.result], state.target.unit
    lines = [
        f"{state.target.id}: {state.target.name}",
        f"  đo được {measured(given, unit)} ngày {short_date(given.date)}; mức phải đạt: {level(state.target)}",
        f"  {f'{was} → {words}' if was != words else f'vẫn {words}'}",
    ]
    held = state.measurement
    if held is not None and held != given:
        lines.append(f"  số đo mới nhất vẫn là {measured(held, unit)} ngày {cells.day(held.date)}")
    return lines


def _of_indicator(state: IndicatorState, given: Measurement, registry: Registry) -> list[str]:
    """Who measured what; of an indicator of agencies also what their figures come to, and how many gave one."""
    indicator, of = state.indicator, registry.name(given.agency) + ": " if given.agency else ""
    figure = measured(given, indicator.unit)
    lines = [f"{indicator.id}: {indicator.name}", f"  {of}{figure} ngày {short_date(given.date)}"]
    if state.of and state.measurement is not None:
        total = measured(state.measurement, indicator.unit)
        lines.append(f"  chung: {total}, đã có số liệu của {state.told}/{state.of} cơ quan")
    return lines


def doubtful(state: TargetState | IndicatorState, given: Measurement) -> str | None:
    """A warning for a value out of the likely range; None for any other."""
    of = state.target if isinstance(state, TargetState) else state.indicator
    lowest, highest = _PERCENT
    value = given.amount(of.unit)
    if of.unit == "%" and not lowest <= value <= highest:
        return f"{number(value)}% nằm ngoài khoảng hợp lý ({lowest}–{number(highest)}%), xem lại con số"
    if of.unit == "%" and fold(of.name).startswith(_RATES) and value > _WHOLE:
        return f"{number(round(value, 1))}% vượt 100%, xem lại con số"
    return None
