"""Work that is sent back must have a reason."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import entries
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC415",
    "Trả lại mà không ghi lý do",
    "Không ghi lý do thì cơ quan thực hiện không biết phải làm lại những gì.",
    Severity.WARNING,
)
def return_without_note(plan: Plan, workspace: Workspace) -> Found:
    """Flags `action: return` without `note`.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, action: return, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, action: return, note: Thiếu báo cáo kèm theo, recorded: 2026-03-02}]}
    """
    for _, entry, about in entries(plan):
        unexplained = entry.action == "return" and not (entry.note or "").strip()
        if unexplained and not is_unread(workspace.sources, entry.at, "note", shapes=(Entry,)):
            message = f"{about.id}: trả lại nhưng chưa ghi lý do"
            yield Finding(entry.at, message, "action", hint="thêm note: …", task=about.task.id)
