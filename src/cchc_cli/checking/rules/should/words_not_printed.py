"""The words of an assignment must occur in its cell."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_words import plain, stated
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC512",
    "Chữ giao việc không có trong cột phân công",
    "Vai trò dựa vào chữ in của văn bản; chữ không có trong văn bản thì vai trò đó không có căn cứ.",
    Severity.WARNING,
)
def words_not_printed(plan: Plan, workspace: Workspace) -> Found:
    """`words` must occur in the row's assignment cell, also those of a milestone; those of a body duty, in its clause.

    Case, spaces and Unicode form are ignored. An empty cell is one finding.

    Bad:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì tham mưu
        assignments: [{agency: so-noi-vu, role: lead, words: chủ trì thẩm định}]
    Good:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì tham mưu
        assignments: [{agency: so-noi-vu, role: lead, words: chủ trì tham mưu}]
    """
    for task in plan.tasks:
        cells: dict[str, str] = {}
        for assignment, cell in stated(task):
            if cell not in cells:
                cells[cell] = plain(cell)
            if plain(assignment.words) in cells[cell]:
                continue
            if not cell and is_unread(workspace.sources, task.at, "assignment"):
                break
            where = "câu giao việc" if task.is_body else "cột phân công"
            message = f"{task.id}: {where} không có chữ “{' '.join(assignment.words.split())}”"
            yield Finding(assignment.at, message, "words", hint="chép đúng chữ in của văn bản", task=task.id)
            if not cell:
                break
