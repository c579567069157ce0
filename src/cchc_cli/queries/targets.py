"""Objectives and products with figures, compared with what was measured."""

import operator
from collections.abc import Callable
from datetime import date as Day
from typing import Literal

from msgspec import Struct

from cchc_cli.model import Measurement, Target
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "=": operator.eq,
}
Result = Literal["met", "not_met", "not_measured"]


class TargetState(Struct, frozen=True):
    """A target, the clause or task it belongs to, and its last measurement up to the day."""

    plan: Plan
    target: Target
    of: str
    measurement: Measurement | None
    result: Result


def targets(workspace: Workspace, as_of: Day) -> tuple[TargetState, ...]:
    """Every target, objectives first, then products, in plan order."""
    return tuple(_state(plan, target, of, as_of) for plan in workspace.plans for target, of, _ in plan.targets())


def _state(plan: Plan, target: Target, of: str, as_of: Day) -> TargetState:
    measured = [each for each in plan.records.measurements if each.target == target.id and each.date <= as_of]
    if not measured:
        return TargetState(plan, target, of, None, "not_measured")
    last = sorted(measured, key=lambda each: (each.date, each.recorded))[-1]
    met = _COMPARE[target.comparator](last.value, target.value)
    return TargetState(plan, target, of, last, "met" if met else "not_met")
