"""An indicator must be measured by those who are to measure it."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC448",
    "Số đo không đúng người đo",
    "Chỉ tiêu của từng cơ quan mà số đo không ghi cơ quan thì không cộng được; số chung không của riêng cơ quan nào.",
)
def measured_by(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Measurements name an `agency` where the indicator is `by: agency`, and none anywhere else.

    Bad:
      plan: {indicators: [{id: doi-thoai, name: Số cuộc đối thoại, unit: cuộc, by: agency}]}
      tasks: [{id: I.1}]
      measurements: [{target: doi-thoai, date: 2026-06-30, value: 4, recorded: 2026-07-01}]
    Good:
      plan: {indicators: [{id: doi-thoai, name: Số cuộc đối thoại, unit: cuộc, by: agency}]}
      tasks: [{id: I.1}]
      measurements: [{target: doi-thoai, date: 2026-06-30, agency: so-tu-phap, value: 4, recorded: 2026-07-01}]
    """
    by_agency = {each.id for each in plan.indicators if each.by == "agency"} if plan.records.measurements else set()
    for each in plan.records.measurements:
        if each.target in by_agency and each.agency is None:
            message = f"{each.target}: chỉ tiêu của từng cơ quan, số đo chưa ghi cơ quan"
            yield Finding(each.at, message, "target", hint="thêm agency: …")
        elif each.target not in by_agency and each.agency is not None:
            message = f"{each.target}: chỉ tiêu chung của kế hoạch, số đo không ghi cơ quan"
            yield Finding(each.at, message, "agency", hint="bỏ agency")
