"""A task must not implement a task that was dropped."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.links import written
from cchc_cli.plan.links import Links
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC226",
    "Nhiệm vụ được thực hiện đã bị bỏ",
    "Kế hoạch cấp trên đã bỏ nhiệm vụ này thì không còn gì để thực hiện; cần điều chỉnh kế hoạch cấp dưới.",
    shared=True,
)
def dropped_link(workspace: Workspace) -> Found:
    """A task that an amendment dropped is not implemented any more, except by tasks dropped too and in closed plans.

    Bad:
      plan: {amendments: [{id: bo-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Bỏ nhiệm vụ}]}
      tasks: [{id: I.1, dropped_by: bo-1}]
      plans: {xa: {tasks: [{id: I.1, implements: ["2026:I.1"]}]}}
    Good:
      tasks: [{id: I.1}]
      plans: {xa: {tasks: [{id: I.1, implements: ["2026:I.1"]}]}}
    """
    links = Links(workspace)
    for link in written(workspace):
        found, row = links.target(link.reference), link.row
        if found is None or link.plan.file.closed is not None or row.dropped_by or not found.task.row.dropped_by:
            continue
        by = next((each for each in found.plan.file.amendments if each.id == found.task.row.dropped_by), None)
        basis = f" theo {by.number} ngày {short_date(by.date)}" if by else ""
        message = f"{row.id}: {found.name} đã bị bỏ{basis}"
        hint = "bỏ liên kết này, hoặc bỏ cả nhiệm vụ bằng một văn bản điều chỉnh"
        yield Finding(row.at, message, "implements", link.item, hint=hint, task=row.id)
