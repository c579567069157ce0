"""Work that is paused or cancelled must have a document."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import entries
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Entry, Status
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.wording.states import PROGRESS


@rule(
    "CC417",
    "Tạm dừng, không thực hiện mà không có căn cứ",
    "Nhiệm vụ tạm dừng, không thực hiện được trừ khỏi số quá hạn nên phải có văn bản cho phép.",
    Severity.WARNING,
)
def paused_without_basis(plan: Plan, workspace: Workspace) -> Found:
    """Flags `paused` and `cancelled` without evidence.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: paused, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: paused, evidence: [{number: 9/UBND-NC}], recorded: 2026-03-02}]}
    """
    for _, entry, about in entries(plan):
        if entry.status not in (Status.PAUSED, Status.CANCELLED) or entry.evidence:
            continue
        if not is_unread(workspace.sources, entry.at, "evidence", shapes=(Entry,)):
            message = f"{about.id}: {PROGRESS[entry.status]} nhưng chưa ghi văn bản cho phép"
            hint = 'thêm evidence: [{number: "123/UBND-NC", date: …}]'
            yield Finding(entry.at, message, "status", hint=hint, task=about.task.id)
