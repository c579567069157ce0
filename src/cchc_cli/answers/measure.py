"""A measurement → lines that say whether its target is met."""

from cchc_cli.answers import cells
from cchc_cli.model import Measurement, Target
from cchc_cli.queries.targets import TargetState
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import number, short_date
from cchc_cli.wording.targets import RESULT, level, measured

_PERCENT = (0, 1000)
_WHOLE = 100
_RATES = tuple(map(fold, ("Tỷ lệ", "Mức độ")))
"""How the names of shares begin: none of them is more than the whole."""


def told(state: TargetState, given: Measurement, before: TargetState) -> list[str]:
    """The measurement, the level wanted, whether the target is met; and a later measurement, if there is one."""
    words = RESULT[state.result]
    unit = state.target.unit
    was = RESULT[before.result]
    change = f"{was} → {words}" if was != words else f"vẫn {words}"
    lines = [
        f"{state.target.id}: {state.target.name}",
        f"  đo được {measured(given, unit)} ngày {short_date(given.date)}; mức phải đạt: {level(state.target)}",
        f"  {change}",
    ]
    held = state.measurement
    if held is not None and held != given:
        lines.append(f"  số đo mới nhất vẫn là {measured(held, unit)} ngày {cells.day(held.date)}")
    return lines


def doubtful(target: Target, value: float) -> str | None:
    """A warning for a value out of the likely range; None for any other."""
    lowest, highest = _PERCENT
    if target.unit == "%" and not lowest <= value <= highest:
        return f"{number(value)}% nằm ngoài khoảng hợp lý ({lowest}–{number(highest)}%), xem lại con số"
    is_share = target.unit == "%" and fold(target.name).startswith(_RATES)
    if is_share and value > _WHOLE:
        return f"{number(value)}% vượt 100%, xem lại con số"
    return None
