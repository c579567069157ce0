"""The deadlines of a plan must lie in the time that the plan covers."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, schedule_rows, written_at
from cchc_cli.model import Kind
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Term
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_FEWEST = 4
_WHOLE = (Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR)
"""Kinds that need not begin within the plan's term: "trong năm" in a plan of half a year."""


@rule(
    "CC304",
    "Thời hạn ngoài năm kế hoạch",
    "Hạn ngoài năm của kế hoạch thường là gõ nhầm năm; nếu đúng thì miễn trừ và ghi lý do.",
    Severity.WARNING,
)
def outside_year(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a first or last day outside the plan's year, or outside its term.

    If most days lie outside, the rule reports the plan's year or term instead.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 01/2025}]
    Good:
      tasks: [{id: I.1, schedule: Tháng 01/2026}]
    """
    days = [
        (task, milestone, key, day)
        for task in plan.tasks
        for milestone in task.milestones
        for key, day in (("due", milestone.schedule.due), ("start", milestone.schedule.start))
        if day is not None and not (key == "start" and milestone.schedule.kind in _WHOLE)
    ]
    outside = [each for each in days if each[3] not in plan.term]
    is_year_wrong = len(outside) > max(_FEWEST, len(days) // 2)
    key, covered = ("year", f"năm kế hoạch {plan.term.year}") if plan.file.term is None else ("term", _named(plan.term))
    hint = f"xem lại {key} trong plan.yaml" if is_year_wrong else "sửa năm, hoặc miễn trừ kèm lý do"
    fields = schedule_rows(plan) if outside else {}
    told: set[str] = set()
    for task, milestone, field, day in outside:
        if milestone.id not in told:
            told.add(milestone.id)
            at, written = written_at(milestone, fields, field, "text")
            what = "hạn" if field == "due" else "ngày bắt đầu"
            message = f"{called(task, milestone)}: {what} {short_date(day)} ngoài {covered}"
            ground = covered if is_year_wrong else None
            yield Finding(at, message, written, hint=hint, task=task.id, ground=ground)


def _named(term: Term) -> str:
    return f"thời gian của kế hoạch ({short_date(term.start)} – {short_date(term.end)})"
