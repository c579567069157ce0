"""Indicators: figures of agencies added up as each says, quotients, and who has given none."""

from typing import Any

import pytest
from msgspec import structs

from builders import REGISTRY, day, task
from builders import workspace as small
from cchc_cli.model import Indicator, Measurement
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.indicators import IndicatorState, indicators
from cchc_cli.schedule import period

OF_AGENCIES = {"unit": "hồ sơ", "by": "agency"}


def indicator(identity: str, **fields: Any) -> Indicator:
    return Indicator(id=identity, name=f"Chỉ tiêu {identity}", **({"unit": "hồ sơ"} | fields))


def measured(of: str, on: str = "1/3", agency: str | None = None, **fields: Any) -> Measurement:
    return Measurement(target=of, date=day(on), recorded=day(on), agency=agency, **fields)


def gathered(declared: list[Indicator], lines: list[Measurement], of: str | None = None) -> dict[str, IndicatorState]:
    workspace: Workspace = small(task(), measurements=lines, filers=("stp", "stc", "vp"))
    plan = workspace.plans[0]
    plan = structs.replace(plan, settings=structs.replace(plan.settings, indicators=tuple(declared)))
    found = indicators(plan, REGISTRY, day("31/12"), period(of) if of else None)
    return {each.indicator.id: each for each in found}


def amount(state: IndicatorState) -> float | None:
    return state.measurement.amount(state.indicator.unit) if state.measurement else None


@pytest.mark.parametrize(("total", "wanted"), [(None, 9), ("sum", 9), ("last", 5)])
def test_figures_of_agencies_come_to_what_the_indicator_says(total: Any, wanted: float) -> None:
    lines = [
        measured("a", "1/2", "stp", value=1),
        measured("a", "1/3", "stp", value=4),
        measured("a", "2/3", "stc", value=5),
    ]
    state = gathered([indicator("a", by="agency", total=total)], lines)["a"]
    assert (amount(state), state.told, state.of, state.missing) == (wanted, 2, 3, ("vp",))


def test_shares_of_agencies_add_up_above_and_below() -> None:
    lines = [
        measured("a", agency="stp", numerator=1, denominator=2),
        measured("a", agency="stc", numerator=8, denominator=8),
    ]
    state = gathered([indicator("a", unit="%", by="agency", total="share")], lines)["a"]
    assert (amount(state), state.told) == (90.0, 2)


def test_a_quotient_is_the_first_in_per_cent_of_the_second() -> None:
    declared = [indicator("c", unit="%", share=("a", "b")), indicator("a"), indicator("b")]
    assert amount(gathered(declared, [measured("a", value=45), measured("b", value=50)])["c"]) == 90
    assert amount(gathered(declared, [measured("a", value=45), measured("b", value=0)])["c"]) is None
    assert amount(gathered(declared, [measured("a", value=45)])["c"]) is None


def test_a_period_takes_what_names_it_else_what_falls_into_it() -> None:
    lines = [
        measured("a", "1/3", value=1),
        measured("a", "20/3", period="2026-Q1", value=2),
        measured("a", "1/5", value=3),
    ]
    wanted = {"2026-Q1": 2, "2026-Q2": 3, "2026-Q3": None, None: 3}
    assert {of: amount(gathered([indicator("a")], lines, of)["a"]) for of in wanted} == wanted
