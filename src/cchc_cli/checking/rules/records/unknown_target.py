"""Measurements must name targets of the plan."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import name_hints
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC404",
    "Chỉ tiêu không có trong kế hoạch",
    "Số đo ghi sai id thì chỉ tiêu vẫn bị coi là chưa đo.",
)
def unknown_target(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`target` of measurements.yaml names a target of an objective or a task, or an indicator.

    Bad:
      tasks: [{id: I.1, targets: [{id: I.1-1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}]
      measurements: [{target: I.1-2, date: 2026-06-30, value: 85, recorded: 2026-07-01}]
    Good:
      tasks: [{id: I.1, targets: [{id: I.1-1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}]
      measurements: [{target: I.1-1, date: 2026-06-30, value: 85, recorded: 2026-07-01}]
    """
    if not plan.records.measurements:
        return
    known = dict.fromkeys((*(target.id for target, _, _ in plan.targets()), *(each.id for each in plan.indicators)))
    hints = name_hints(tuple(known), "xem các chỉ tiêu bằng cchc targets")
    for measurement in plan.records.measurements:
        if measurement.target not in known and measurement.target not in plan.lost:
            message = f'kế hoạch không có chỉ tiêu "{measurement.target}"'
            yield Finding(
                measurement.at, message, "target", hint=hints.hint(measurement.target), ground=measurement.target
            )
