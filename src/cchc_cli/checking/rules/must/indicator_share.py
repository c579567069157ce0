"""A quotient of indicators must name two that are measured."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import near_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC446",
    "Tỷ lệ của hai chỉ tiêu không tính được",
    "Tử số, mẫu số là hai chỉ tiêu thống kê có số đo; thiếu một thì tỷ lệ không có.",
)
def indicator_share(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`share` of an indicator names two other indicators, neither of which has a `share`.

    Bad:
      plan: {indicators: [{id: a, name: Đúng hạn, unit: hồ sơ}, {id: c, name: Tỷ lệ, unit: "%", share: [a, b]}]}
      tasks: [{id: I.1}]
    Good:
      plan:
        indicators:
        - {id: a, name: Đúng hạn, unit: hồ sơ}
        - {id: b, name: Đã giải quyết, unit: hồ sơ}
        - {id: c, name: Tỷ lệ, unit: "%", share: [a, b]}
      tasks: [{id: I.1}]
    """
    measured = {each.id for each in plan.indicators if not each.share}
    for indicator in plan.indicators:
        if len(indicator.share) not in (0, 2):
            message = f"{indicator.id}: share phải có hai chỉ tiêu: tử số, mẫu số"
            yield Finding(indicator.at, message, "share", hint="ghi như [dung-han, giai-quyet]")
        for place, named in enumerate(indicator.share):
            if named not in measured:
                hint = near_name(named, tuple(sorted(measured)), "ghi id một chỉ tiêu thống kê có số đo")
                yield Finding(indicator.at, f'không có chỉ tiêu có số đo "{named}"', "share", place, hint=hint)
