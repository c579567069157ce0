"""A decision on a deadline must cite a document."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import deadlines
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Deadline, Document
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.sources import Sources
from cchc_cli.wording.actions import DECISION


@rule(
    "CC410",
    "Gia hạn, ấn định hạn không có căn cứ",
    "Hạn chỉ đổi khi người giao đồng ý bằng văn bản; không có số và ngày văn bản thì không ai kiểm tra được.",
)
def extension_without_basis(plan: Plan, workspace: Workspace) -> Found:
    """All decisions need a `document` with number and date; a request needs none.

    Bad:
      tasks: [{id: I.1}]
      deadlines: [{task: I.1, action: extend, to: 2026-09-30, recorded: 2026-06-02}]
    Good:
      tasks: [{id: I.1}]
      deadlines:
      - {task: I.1, action: extend, to: 2026-09-30, document: {number: 9/UBND, date: 2026-06-01}, recorded: 2026-06-02}
    """
    for deadline, about in deadlines(plan):
        lacking = _lacking(deadline, workspace.sources)
        if lacking and deadline.action != "request":
            at = deadline.document.at if deadline.document else deadline.at
            message = f"{about.id}: {DECISION[deadline.action]} nhưng chưa ghi {lacking}"
            hint = 'thêm document: {number: "123/UBND-NC", date: 2026-06-01}'
            yield Finding(at, message, hint=hint, task=about.task.id)


def _lacking(deadline: Deadline, sources: Sources) -> str:
    document = deadline.document
    if document is None:
        return "" if is_unread(sources, deadline.at, "document", shapes=(Deadline,)) else "văn bản cho phép"
    fields = (("số văn bản", "number", document.number), ("ngày văn bản", "date", document.date))
    lacking = ((what, key) for what, key, given in fields if not given)
    return " và ".join(what for what, key in lacking if not is_unread(sources, document.at, key, shapes=(Document,)))
