"""A dropped task must not get new entries."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import entries
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC418",
    "Ghi tiến độ cho nhiệm vụ đã bỏ",
    "Nhiệm vụ đã bỏ khỏi kế hoạch thì tiến độ ghi sau ngày bỏ không được tính.",
    Severity.WARNING,
)
def entry_after_drop(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags entries dated after the amendment of `dropped_by`.

    Bad:
      plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh nhiệm vụ}]}
      tasks: [{id: I.1, dropped_by: bo-sung-1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-06-02}]}
    Good:
      plan: {amendments: [{id: bo-sung-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh nhiệm vụ}]}
      tasks: [{id: I.1, dropped_by: bo-sung-1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-04-02}]}
    """
    for _, entry, about in entries(plan):
        until = about.task.until
        if until is not None and (entry.date or entry.recorded) > until:
            message = f"{about.id}: nhiệm vụ đã bỏ từ {short_date(until)}"
            hint = "sửa id nhiệm vụ hoặc ngày"
            yield Finding(entry.at, message, "date" if entry.date else "recorded", hint=hint, task=about.task.id)
