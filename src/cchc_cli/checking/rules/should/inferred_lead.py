"""A lead must be printed or marked as inferred."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_words import plain, stated
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Assignment, Role
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.sources import Sources

_LEADS = "chủ trì"


@rule(
    "CC513",
    "Cơ quan chủ trì suy ra hay in sẵn ghi chưa đúng",
    "Người đọc phải biết cơ quan chủ trì do văn bản giao hay do người lập kế hoạch suy ra.",
    Severity.WARNING,
)
def inferred_lead(plan: Plan, workspace: Workspace) -> Found:
    """A lead must have `inferred: true` exactly if its words lack "chủ trì"; without words, if the cell does.

    Words in the cell of a column for leads need no "chủ trì" of their own.

    Bad:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ thực hiện
        assignments: [{agency: so-noi-vu, role: lead, words: thực hiện}]
    Good:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ thực hiện
        assignments: [{agency: so-noi-vu, role: lead, words: thực hiện, inferred: true}]
    """
    for task in plan.tasks:
        for lead, cell in stated(task):
            said = plain(lead.words or cell)
            if lead.role is not Role.LEAD or not said or said in plain(task.row.lead or ""):
                continue
            name = workspace.registry.name(lead.agency)
            if _LEADS in said:
                if lead.inferred and lead.words:
                    message = f"{task.id}: văn bản in chữ {_LEADS} cho {name} mà lại ghi là suy ra"
                    yield Finding(lead.at, message, "inferred", hint="bỏ inferred: true", task=task.id)
            elif not lead.inferred and not _is_inferred_unread(lead, workspace.sources):
                message = f"{task.id}: văn bản không in chữ {_LEADS} cho {name} mà chưa ghi là suy ra"
                hint = "thêm inferred: true, hoặc sửa words theo văn bản"
                yield Finding(lead.at, message, "words" if lead.words else "role", hint=hint, task=task.id)


def _is_inferred_unread(lead: Assignment, sources: Sources) -> bool:
    """Whether `inferred` is written but could not be read, which is reported elsewhere."""
    if "inferred" not in sources.keys(lead.at):
        return is_unread(sources, lead.at, "inferred", shapes=(Assignment,))
    span = sources.span(lead.at, "inferred")
    line = sources.line_text(span.file, span.line) or ""
    return line[span.column - 1 : span.end_column - 1].strip("\"'").lower() not in ("false", "0")
