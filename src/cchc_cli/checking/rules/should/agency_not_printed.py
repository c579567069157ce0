"""An assigned agency must be printed."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.agencies_in_text import printed
from cchc_cli.checking.rules.cell_words import stated
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC516",
    "Cơ quan được giao không có tên trong cột phân công",
    "Giao việc theo chữ in của văn bản; cơ quan không có tên ở đó thì thường là ghi nhầm cơ quan hoặc chép sai tên.",
    Severity.WARNING,
)
def agency_not_printed(plan: Plan, workspace: Workspace) -> Found:
    """Each assigned agency or group must occur in the row's assignment cell, or in the clause of a body duty.

    Its name, abbreviation or alias counts. Other rules report an empty cell and an agency that the registry lacks.

    Bad:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì
        assignments: [{agency: so-tu-phap, role: lead, words: chủ trì}]
    Good:
      tasks:
      - id: I.1
        assignment: Sở Tư pháp chủ trì
        assignments: [{agency: so-tu-phap, role: lead, words: chủ trì}]
    """
    cells = printed(workspace.registry)
    for task in plan.tasks:
        for assignment, cell in stated(task):
            if cell.strip() and not cells.names(assignment.agency, cell):
                name = workspace.registry.name(assignment.agency)
                where = "câu giao việc" if task.is_body else "cột phân công"
                message = f"{task.id}: {where} không có tên {name}"
                hint = "sửa agency, hoặc thêm cách gọi in ở đó vào aliases của cơ quan này trong plan/agencies.yaml"
                yield Finding(assignment.at, message, "agency", hint=hint, task=task.id)
