"""A term must wait for something that exists."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import Hints, TaskHints, near_name
from cchc_cli.checking.rules.rows import formers, rows
from cchc_cli.model import ScheduleRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC204",
    "Điều kiện không có trong kế hoạch",
    "Thời hạn chờ một sự kiện hay nhiệm vụ không có thật sẽ chờ mãi, không bao giờ đến hạn.",
)
def unknown_condition(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`after` must name events of plan.yaml, or tasks or milestones of the same plan, but not the task itself.

    Bad:
      tasks: [{id: I.1, schedule: {text: Sau khi Đề án được phê duyệt, after: [I.7]}}]
    Good:
      tasks:
      - {id: I.1, schedule: {text: Sau khi Đề án được phê duyệt, after: [I.7]}}
      - {id: I.7}
    """
    events = {event.id: None for event in plan.file.events}
    names, tasks = tuple(events), TaskHints(plan)
    hints = Hints(lambda word: near_name(word, names, tasks.hint(word)), "ghi id của một sự kiện hay nhiệm vụ")
    for owner, schedule in _schedules(plan):
        for place, condition in enumerate(schedule.after):
            if condition in events or condition in plan.lost or _is_known(plan, condition, owner):
                continue
            hint = hints.hint(condition)
            message, ground = f'{owner}: chờ "{condition}" nhưng kế hoạch không có sự kiện hay nhiệm vụ đó', condition
            if owner.upper() in (condition.upper(), condition.partition("/")[0].upper()):
                message, hint = f"{owner}: chờ chính nó", "ghi sự kiện hoặc nhiệm vụ phải hoàn thành trước"
                ground = owner
            task = owner.partition("/")[0]
            yield Finding(schedule.at, message, "after", place, hint=hint, task=task, ground=ground)


def _is_known(plan: Plan, condition: str, owner: str) -> bool:
    task = plan.task(condition)
    if task is None or condition.upper() == owner.upper():
        return False
    if "/" not in condition:
        return task.id.upper() != owner.partition("/")[0].upper()
    return any(milestone.id.upper() == condition.upper() for milestone in task.milestones)


def _schedules(plan: Plan) -> Iterator[tuple[str, ScheduleRow]]:
    for row in rows(plan):
        if isinstance(row.schedule, ScheduleRow):
            yield row.id, row.schedule
        for milestone in row.milestones:
            if isinstance(milestone.schedule, ScheduleRow):
                yield milestone.id, milestone.schedule
        for identity, former in formers(row):
            if isinstance(former.schedule, ScheduleRow):
                yield identity, former.schedule
