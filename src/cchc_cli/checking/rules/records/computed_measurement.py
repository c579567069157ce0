"""Figures that the program computes must not be measured by hand."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC440",
    "Ghi số đo cho chỉ tiêu tự tính",
    "Tỷ lệ cơ quan được kiểm tra tính từ các cuộc kiểm tra, tỷ lệ hai chỉ tiêu tính từ hai số; gõ tay thì có hai số.",
)
def computed_measurement(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags measurements of targets and indicators with a `share`.

    Bad:
      settings: {inspection_subjects: [CCHC]}
      tasks:
      - id: I.1
        targets:
        - {id: I.1, name: Kiểm tra, comparator: ">=", value: 20, unit: "%", share: {of: ubnd-cap-xa, subject: CCHC}}
      measurements: [{target: I.1, date: 2026-06-30, value: 25, recorded: 2026-07-01}]
    Good:
      settings: {inspection_subjects: [CCHC]}
      tasks:
      - id: I.1
        targets:
        - {id: I.1, name: Kiểm tra, comparator: ">=", value: 20, unit: "%", share: {of: ubnd-cap-xa, subject: CCHC}}
      inspections: [{agency: ubnd-xa-dien-khanh, date: 2026-06-30, kind: direct, subject: CCHC}]
    """
    if not plan.records.measurements:
        return
    shares = {target.id for target, _, _ in plan.targets() if target.share}
    quotients = {each.id: each.share for each in plan.indicators if each.share}
    for measured in plan.records.measurements:
        if measured.target in shares:
            message = f"{measured.target}: chỉ tiêu này tính từ các cuộc kiểm tra, không ghi số đo"
            yield Finding(measured.at, message, "target", hint="bỏ dòng này; ghi cuộc kiểm tra bằng cchc inspect")
        elif measured.target in quotients:
            message = f"{measured.target}: chỉ tiêu này tính từ hai chỉ tiêu khác, không ghi số đo"
            named = ", ".join(quotients[measured.target])
            yield Finding(measured.at, message, "target", hint=f"bỏ dòng này; ghi số đo của {named}")
