"""Progress and deadlines must name tasks that exist."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import named
from cchc_cli.checking.rules.nearest_ids import TaskHints
from cchc_cli.model import TASKS
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import BODY
from cchc_cli.plan.workspace import Workspace
from cchc_cli.vietnamese.paper import from_roman


@rule(
    "CC401",
    "Nhiệm vụ không có trong kế hoạch",
    "Dòng tiến độ, gia hạn ghi cho id không có thật thì không được tính cho nhiệm vụ nào.",
)
def unknown_task(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`task` of entries and deadlines must name a task or a milestone of the plan, not a heading.

    If the plan lacks the whole section, the rule reports the section.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.01, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, recorded: 2026-03-02}]}
    """
    hints = TaskHints(plan)
    sections = {section.id.upper() for section in plan.sections} | {BODY.upper()}
    for at, identity in _named(plan):
        if identity not in plan.lost and identity.partition("/")[0] not in plan.lost and named(plan, identity) is None:
            message = f"{identity}: kế hoạch không có {'mốc' if '/' in identity else 'nhiệm vụ'} này"
            section, dot, _ = identity.partition(".")
            is_whole = (
                bool(dot)
                and TASKS.upper() not in sections
                and section.upper() not in sections
                and from_roman(section.upper()) is not None
            )
            if is_whole:
                message = f'{identity}: kế hoạch không có lĩnh vực "{section}"'
            ground = section.upper() if is_whole else identity.upper()
            yield Finding(at, message, "task", hint=hints.hint(identity), task=identity, ground=ground)


def _named(plan: Plan) -> Iterator[tuple[int, str]]:
    for _, entry in plan.records.entries:
        yield entry.at, entry.task
    for deadline in plan.records.deadlines:
        yield deadline.at, deadline.task
