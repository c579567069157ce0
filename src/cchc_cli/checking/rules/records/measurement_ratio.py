"""A measurement is a number, or a numerator with its denominator."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC441",
    "Tử số, mẫu số không thành một số đo",
    "Tử số phải có mẫu số lớn hơn 0; ghi thêm giá trị bên cạnh thì không biết số nào đúng.",
)
def measurement_ratio(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Checks `value`, `numerator` and `denominator` of measurements.yaml.

    Bad:
      tasks: [{id: I.1, targets: [{id: I.1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}]
      measurements: [{target: I.1, date: 2026-06-30, numerator: 17, denominator: 0, recorded: 2026-07-01}]
    Good:
      tasks: [{id: I.1, targets: [{id: I.1, name: Tỷ lệ số hóa, comparator: ">=", value: 90, unit: "%"}]}]
      measurements: [{target: I.1, date: 2026-06-30, numerator: 17, denominator: 79, recorded: 2026-07-01}]
    """
    for each in plan.records.measurements:
        has_value, parts = each.value is not None, (each.numerator, each.denominator)
        if has_value and parts != (None, None):
            key = "numerator" if each.numerator is not None else "denominator"
            yield Finding(each.at, f"{each.target}: vừa có giá trị, vừa có tử số, mẫu số", key, hint="bỏ value")
        elif not has_value and each.denominator is None:
            yield Finding(
                each.at, f"{each.target}: có tử số mà không có mẫu số", "numerator", hint="thêm denominator: …"
            )
        elif each.denominator is not None and each.denominator <= 0:
            yield Finding(each.at, f"{each.target}: mẫu số phải lớn hơn 0", "denominator", hint="sửa lại mẫu số")
