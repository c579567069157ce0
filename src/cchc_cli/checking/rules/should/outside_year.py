"""A plan's terms must lie in the plan's year."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.plan.plans import Plan, Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_FEWEST = 4


@rule(
    "CC304",
    "Thời hạn ngoài năm kế hoạch",
    "Hạn ngoài năm của kế hoạch thường là gõ nhầm năm; nếu đúng thì miễn trừ và ghi lý do.",
    Severity.WARNING,
)
def outside_year(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a first or last day before 1 January or after 31 December of the plan's year.

    If most terms lie in another year, the rule reports the plan's year instead.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 01/2025}]
    Good:
      tasks: [{id: I.1, schedule: Tháng 01/2026}]
    """
    year = plan.file.year
    days = [
        (task, milestone, key, day)
        for task in plan.tasks
        for milestone in task.milestones
        for key, day in (("due", milestone.schedule.due), ("start", milestone.schedule.start))
        if day is not None
    ]
    outside = [each for each in days if each[3].year != year]
    is_year_wrong = len(outside) > max(_FEWEST, len(days) // 2)
    hint = "xem lại year trong plan.yaml" if is_year_wrong else "sửa năm, hoặc miễn trừ kèm lý do"
    fields = schedule_rows(plan) if outside else {}
    told: set[str] = set()
    for task, milestone, key, day in outside:
        if milestone.id not in told:
            told.add(milestone.id)
            at, written = written_at(milestone, fields, key, "text")
            what = "hạn" if key == "due" else "ngày bắt đầu"
            message = f"{called(task, milestone)}: {what} {short_date(day)} ngoài năm kế hoạch {year}"
            ground = str(year) if is_year_wrong else None
            yield Finding(at, message, written, hint=hint, task=task.id, ground=ground)
