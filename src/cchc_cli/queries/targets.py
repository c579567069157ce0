"""Objectives and products with figures, compared with what was measured or computed."""

import operator
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date as Day
from typing import Literal

from msgspec import Struct

from cchc_cli.model import Measurement, Target
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries import inspections

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    ">": operator.gt,
    "<=": operator.le,
    "<": operator.lt,
    "=": operator.eq,
}
Result = Literal["met", "not_met", "not_measured"]


class TargetState(Struct, frozen=True):
    """A target, the clause or task it belongs to, and its last measurement up to the day.

    Of a target with a `share`, `measurement` is computed from the inspections.
    """

    plan: Plan
    target: Target
    of: str
    measurement: Measurement | None
    result: Result


def targets(workspace: Workspace, as_of: Day) -> tuple[TargetState, ...]:
    """Every target, objectives first, then products, in plan order."""
    return tuple(each for plan in workspace.plans for each in _of_plan(plan, workspace.registry, as_of))


def owners(state: TargetState) -> tuple[str, ...]:
    """Who measures a target: its owner, else those who lead its task."""
    task = state.plan.task(state.of)
    if state.target.owner or task is None:
        return (state.target.owner,) if state.target.owner else ()
    return leads(task.assignments)


def _of_plan(plan: Plan, registry: Registry, as_of: Day) -> Iterator[TargetState]:
    measured: dict[str, list[Measurement]] = defaultdict(list)
    for each in plan.records.measurements:
        if each.date <= as_of:
            measured[each.target].append(each)
    for target, of, _ in plan.targets():
        if target.share is None:
            last = _last(measured[target.id])
        else:
            last = inspections.measured(target.id, target.share, plan, registry, as_of)
        yield TargetState(plan, target, of, last, _result(target, last))


def _last(measured: list[Measurement]) -> Measurement | None:
    """The last measurement; of two written on one day for one day, the lower line."""
    return sorted(measured, key=lambda each: (each.date, each.recorded))[-1] if measured else None


def _result(target: Target, last: Measurement | None) -> Result:
    if last is None:
        return "not_measured"
    return "met" if _COMPARE[target.comparator](last.amount(target.unit), target.value) else "not_met"
