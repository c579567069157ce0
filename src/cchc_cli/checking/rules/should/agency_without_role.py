"""A printed agency must have a role."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.agencies_in_text import printed
from cchc_cli.checking.rules.involved import are_roles_known
from cchc_cli.model import ROLE_CELLS
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity

_NOT_ASSIGNED = ("group", "council", "party", "central", "ministry")


@rule(
    "CC517",
    "Cơ quan in trong cột phân công mà chưa được giao",
    "Cơ quan có tên trong văn bản mà không có vai trò thì việc của cơ quan đó không ai theo dõi, đôn đốc.",
    Severity.WARNING,
)
def agency_without_role(plan: Plan, workspace: Workspace) -> Found:
    """Flags agencies that the assignment cell, or a body duty's clause, names but no assignment has.

    Groups, and agencies that decide (UBND tỉnh, HĐND, party, central agencies), are skipped.

    Bad:
      tasks: [{id: I.1, assignment: Sở Nội vụ chủ trì; Sở Tư pháp phối hợp}]
    Good:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì; Sở Tư pháp phối hợp
        assignments:
        - {agency: so-noi-vu, role: lead, words: chủ trì}
        - {agency: so-tu-phap, role: coordinate, words: phối hợp}
    """
    registry = workspace.registry
    cells = printed(registry)
    for task in plan.tasks:
        cell = task.title if task.is_body else task.assignment_text
        assigned = _assigned(task)
        for agency in dict.fromkeys(cells.named(cell) if assigned else ()):
            row = registry.get(agency)
            if row is None or row.kind in _NOT_ASSIGNED or agency in assigned:
                continue
            if are_roles_known(task, workspace):
                where = "câu giao việc" if task.is_body else "cột phân công"
                message = f"{task.id}: {where} có tên {row.name} mà chưa ghi vai trò"
                hint = f"thêm dòng {{agency: {agency}, role: …, words: …}} vào assignments"
                words = row.name if row.name in cell else None
                yield Finding(task.at, message, _key(task, row.name), words=words, hint=hint, task=task.id)


def _key(task: Task, name: str) -> str:
    """The cell of the row that has the name."""
    return next((key for key in ROLE_CELLS if name in (getattr(task.row, key) or "")), "assignment")


def _assigned(task: Task) -> set[str]:
    own = (each.agency for milestone in task.milestones for each in milestone.assignments or ())
    return {*(each.agency for each in task.assignments), *own}
