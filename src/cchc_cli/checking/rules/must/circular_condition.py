"""No term may wait for itself through other terms."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.circles import Ways, circles
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC211",
    "Các điều kiện chờ lẫn nhau",
    "Việc này chờ việc kia, việc kia lại chờ việc này thì không việc nào đến hạn.",
)
def circular_condition(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags milestones whose `after` leads back to them through other tasks. A circle is reported once, at its start.

    Bad:
      tasks:
      - {id: I.1, schedule: {text: Sau khi Đề án được phê duyệt, after: [I.2]}}
      - {id: I.2, schedule: {text: Sau khi Kế hoạch được phê duyệt, after: [I.1]}}
    Good:
      tasks:
      - {id: I.1, schedule: {text: Sau khi Đề án được phê duyệt, after: [I.2]}}
      - {id: I.2}
    """
    found = {circle[0]: circle for circle in circles(_waits(plan))}
    fields = schedule_rows(plan) if found else {}
    for task in plan.tasks if found else ():
        for milestone in task.milestones:
            if milestone.id in found:
                at, key = written_at(milestone, fields, "after")
                path = " → ".join((*found[milestone.id], milestone.id))
                message = f"{called(task, milestone)}: các điều kiện chờ lẫn nhau: {path}"
                yield Finding(at, message, key, hint="bỏ một điều kiện trong vòng", task=task.id)


def _waits(plan: Plan) -> Ways:
    """The milestones for which each milestone waits. To wait for a task is to wait for all its milestones."""
    waits: Ways = {}
    for task in plan.tasks:
        for milestone in task.milestones:
            for condition in milestone.schedule.after:
                awaited = plan.task(condition)
                if awaited is not None and awaited is not task:
                    whole = "/" not in condition
                    ids = [each.id for each in awaited.milestones if whole or each.id.upper() == condition.upper()]
                    waits.setdefault(milestone.id, []).extend(ids)
    return waits
