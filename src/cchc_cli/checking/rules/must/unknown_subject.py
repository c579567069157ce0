"""Inspections, and targets computed from them, must name declared subjects."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import near_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC442",
    "Chuyên đề kiểm tra chưa khai",
    "Tỷ lệ cơ quan được kiểm tra tính theo chuyên đề; viết khác đi một chữ thì cuộc kiểm tra không được tính.",
)
def unknown_subject(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`subject` of inspections.yaml and of a target's `share` is one of `inspection_subjects` of the settings.

    Bad:
      settings: {inspection_subjects: [Cải cách hành chính]}
      tasks: [{id: I.1}]
      inspections: [{agency: so-tu-phap, date: 2026-06-30, kind: direct, subject: CCHC}]
    Good:
      settings: {inspection_subjects: [Cải cách hành chính]}
      tasks: [{id: I.1}]
      inspections: [{agency: so-tu-phap, date: 2026-06-30, kind: direct, subject: Cải cách hành chính}]
    """
    declared = plan.settings.inspection_subjects or ()
    listed = f"chọn: {'; '.join(declared)}" if declared else "khai ở inspection_subjects trong plan/settings.yaml"
    for at, subject in _named(plan):
        if subject not in declared:
            hint = near_name(subject, declared, listed)
            yield Finding(at, f'không có chuyên đề kiểm tra "{subject}"', "subject", hint=hint, ground=subject)


def _named(plan: Plan) -> Iterator[tuple[int, str]]:
    """The place and subject of each target and inspection that has one."""
    for target, _, _ in plan.targets():
        if target.share is not None and target.share.subject is not None:
            yield target.share.at, target.share.subject
    yield from ((each.at, each.subject) for each in plan.records.inspections)
