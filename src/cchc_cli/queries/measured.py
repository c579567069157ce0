"""What is measured: the targets and the indicators of all plans on a day, and who measures them."""

from collections.abc import Iterator
from datetime import date as Day

from msgspec import Struct

from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import filers
from cchc_cli.queries.indicators import IndicatorState, indicators
from cchc_cli.queries.targets import TargetState, owners, targets
from cchc_cli.queries.views import Asked


class Measured(Struct, frozen=True):
    """Targets and indicators as of a day; indicators of a period where one is asked for."""

    as_of: Day
    targets: tuple[TargetState, ...]
    indicators: tuple[IndicatorState, ...]


def measured(workspace: Workspace, asked: Asked) -> Measured:
    """All of them; with `agencies` only those that one of these measures, itself or in a group."""
    registry, day = workspace.registry, asked.as_of
    wanted = {each for agency in asked.agencies for each in registry.meant(agency, day)}
    return Measured(
        day,
        tuple(each for each in targets(workspace, day) if not wanted or wanted & set(_owners(each, registry, day))),
        tuple(
            state
            for plan in workspace.plans
            for state in indicators(plan, registry, day, asked.period)
            if not wanted or wanted & set(_givers(state, registry, day))
        ),
    )


def _owners(state: TargetState, registry: Registry, day: Day) -> Iterator[str]:
    return (each for owner in owners(state) for each in registry.meant(owner, day))


def _givers(state: IndicatorState, registry: Registry, day: Day) -> tuple[str, ...]:
    """Who gathers an indicator, and the agencies that each give a figure of their own for it."""
    owner = (state.indicator.owner,) if state.indicator.owner else ()
    return (*owner, *(filers(state.plan, registry, day) if state.of else ()))
