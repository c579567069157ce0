"""A change of the plan must name an amendment of the plan."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import name_hints
from cchc_cli.checking.rules.rows import formers, rows
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC206",
    "Lần điều chỉnh không có trong plan.yaml",
    "Việc thêm, bỏ, đổi tính từ ngày của quyết định điều chỉnh; không có quyết định thì không biết từ khi nào.",
)
def unknown_amendment(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`added_by`, `dropped_by` and `changed_by` must name amendments of plan.yaml.

    Bad:
      tasks: [{id: I.1, added_by: bo-sung-1}]
    Good:
      plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Bổ sung nhiệm vụ}]}
      tasks: [{id: I.1, added_by: bo-sung-1}]
    """
    known = {amendment.id: None for amendment in plan.file.amendments}
    hints = name_hints(tuple(known), "thêm quyết định này vào amendments của plan.yaml")
    for at, key, amendment, task in _changes(plan):
        if amendment is not None and amendment not in known and amendment not in plan.lost:
            message = f'{task}: không có lần điều chỉnh "{amendment}"'
            yield Finding(at, message, key, hint=hints.hint(amendment), task=task, ground=amendment)


def _changes(plan: Plan) -> Iterator[tuple[int, str, str | None, str]]:
    for row in rows(plan):
        yield row.at, "added_by", row.added_by, row.id
        yield row.at, "dropped_by", row.dropped_by, row.id
        for milestone in row.milestones:
            yield milestone.at, "added_by", milestone.added_by, row.id
        for _, former in formers(row):
            yield former.at, "changed_by", former.changed_by, row.id
