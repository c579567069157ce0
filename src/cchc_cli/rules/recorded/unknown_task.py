"""Progress and deadlines are recorded for tasks that exist."""

from collections.abc import Iterator

from cchc_cli.plans import Plan, Workspace
from cchc_cli.rules import Finding, Found, rule
from cchc_cli.rules.named import named
from cchc_cli.rules.nearest_ids import TaskHints


@rule(
    "CC401",
    "Nhiệm vụ không có trong kế hoạch",
    "Dòng tiến độ, gia hạn ghi cho id không có thật thì không được tính cho nhiệm vụ nào.",
)
def unknown_task(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`task` of entries and deadlines names a task or a milestone of the plan, not a heading.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.01, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    """
    hints = TaskHints(plan)
    for at, identity in _named(plan):
        if identity not in plan.lost and identity.partition("/")[0] not in plan.lost and named(plan, identity) is None:
            message = f"{identity}: kế hoạch không có {'mốc' if '/' in identity else 'nhiệm vụ'} này"
            yield Finding(at, message, "task", hint=hints.hint(identity), task=identity)


def _named(plan: Plan) -> Iterator[tuple[int, str]]:
    for _, entry in plan.records.entries:
        yield entry.at, entry.task
    for deadline in plan.records.deadlines:
        yield deadline.at, deadline.task
