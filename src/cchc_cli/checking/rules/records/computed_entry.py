"""Figures that the program computes must not be reported by hand."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import deadlines, entries
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC413",
    "Ghi tiến độ cho nhiệm vụ tự tính",
    "Tỷ lệ hoàn thành kế hoạch tính từ các nhiệm vụ khác; gõ tay thì hai con số khác nhau.",
)
def computed_entry(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags entries on a task with `computed: true` (the plan's KPI).

    Bad:
      tasks: [{id: I.1, computed: true}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    """
    for _, record, about in (*entries(plan), *((None, *each) for each in deadlines(plan))):
        if about.task.row.computed:
            message = f"{about.id}: nhiệm vụ này được tính từ các nhiệm vụ khác, không ghi tiến độ hay hạn"
            yield Finding(record.at, message, "task", hint="bỏ dòng này; xem tỷ lệ bằng cchc stats", task=about.task.id)
