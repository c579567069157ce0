"""An inspection cannot have more mended than was found."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC447",
    "Đã xử lý nhiều hơn phát hiện",
    "Tỷ lệ vấn đề đã xử lý vượt 100% là gõ nhầm một trong hai số.",
)
def mended_beyond(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`mended` of inspections.yaml is not more than `findings`.

    Bad:
      settings: {inspection_subjects: [CCHC]}
      tasks: [{id: I.1}]
      inspections: [{agency: so-tu-phap, date: 2026-06-30, kind: direct, subject: CCHC, findings: 3, mended: 5}]
    Good:
      settings: {inspection_subjects: [CCHC]}
      tasks: [{id: I.1}]
      inspections: [{agency: so-tu-phap, date: 2026-06-30, kind: direct, subject: CCHC, findings: 5, mended: 3}]
    """
    for each in plan.records.inspections:
        if each.mended is not None and each.mended > (each.findings or 0):
            found = (
                f"{each.findings} vấn đề phát hiện" if each.findings is not None else "số vấn đề phát hiện (chưa ghi)"
            )
            message = f"{each.agency}: đã xử lý {each.mended} vấn đề, nhiều hơn {found}"
            yield Finding(each.at, message, "mended", hint="sửa lại findings hoặc mended")
