"""Progress must not be dated before the decision that assigns the task."""

from collections.abc import Iterator
from datetime import date

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import deadlines, entries
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.decisions import decided
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date

_FEWEST = 4
Dated = tuple[int, str, str, Task, date]


@rule(
    "CC406",
    "Ngày trước khi giao nhiệm vụ",
    "Việc làm xong, văn bản gia hạn có trước quyết định giao nhiệm vụ thường là gõ nhầm năm.",
    Severity.WARNING,
)
def before_plan(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags entries and decisions on deadlines dated before the plan, or before the amendment that added the task.

    If most of them are, the rule reports the date of the plan's decision instead.

    Bad:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, date: 2025-03-02, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1}]
      entries: {so-noi-vu: [{task: I.1, status: in_progress, date: 2026-03-02, recorded: 2026-03-02}]}
    """
    dated = [(each, given) for each in _dated(plan) if (given := each[3].since or plan.issued)]
    early = [(each, given) for each, given in dated if each[4] < given]
    is_plan_late = len(early) > max(_FEWEST, len(dated) // 2)
    hint = "xem lại date của decision trong plan.yaml" if is_plan_late else "sửa ngày; nếu đúng thì miễn trừ kèm lý do"
    for (at, key, called, task, day), given in early:
        message = f"{called}: ngày {short_date(day)} trước ngày giao nhiệm vụ {short_date(given)}"
        yield Finding(at, message, key, hint=hint, task=task.id, ground=short_date(given) if is_plan_late else None)


def _dated(plan: Plan) -> Iterator[Dated]:
    """The place, key, name, task and effective day of each record."""
    for _, entry, about in entries(plan):
        yield entry.at, "date" if entry.date else "recorded", about.id, about.task, entry.date or entry.recorded
    for deadline, about in deadlines(plan):
        document = deadline.document
        if document is not None and document.date is not None:
            yield document.at, "date", about.id, about.task, document.date
        else:
            yield deadline.at, "recorded", about.id, about.task, decided(deadline)
