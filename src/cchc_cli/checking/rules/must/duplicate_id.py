"""An id must name only one thing."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, line, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC203",
    "Id ghi hai lần",
    "Tiến độ, gia hạn được ghi theo id; hai nhiệm vụ hay hai mốc chung id thì không biết ghi cho việc nào.",
)
def duplicate_id(plan: Plan, workspace: Workspace) -> Found:
    """Flags the later of two sections, rows, milestones or duties of the body with the same id, ignoring case.

    The contents of a repeated section or row are not reported again.

    Bad:
      tasks: [{id: I.1}, {id: i.1}]
    Good:
      tasks: [{id: I.1}, {id: I.2}]
    """
    first: dict[str, int] = {}
    for identity, at, parts in _identified(plan):
        earlier = first.setdefault(identity.upper(), at)
        if earlier == at:
            for part, place in parts:
                yield from _repeated(part, place, first, workspace)
        else:
            yield _finding(identity, at, earlier, workspace)


def _repeated(identity: str, at: int, first: dict[str, int], workspace: Workspace) -> Iterator[Finding]:
    earlier = first.setdefault(identity.upper(), at)
    if earlier != at:
        yield _finding(identity, at, earlier, workspace)


def _finding(identity: str, at: int, earlier: int, workspace: Workspace) -> Finding:
    message, task = f"{identity}: id này đã dùng", identity.partition("/")[0]
    return Finding(at, message, "id", hint="đổi một trong hai id", task=task, line=line(workspace, earlier, "ở"))


def _identified(plan: Plan) -> Iterator[tuple[str, int, tuple[tuple[str, int], ...]]]:
    """The ids with their places. A row comes with its milestones, so that those of a repeated row are skipped."""
    seen: set[str] = set()
    for section in plan.tables:
        yield section.id, section.at, ()
        if section.id.upper() not in seen:
            seen.add(section.id.upper())
            for row in walk(section.tasks):
                yield row.id, row.at, tuple((milestone.id, milestone.at) for milestone in row.milestones)
    for task in plan.tasks:
        if task.is_body:
            yield task.id, task.at, ()
