"""Every schedule must be readable; nothing is guessed."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import Hints
from cchc_cli.checking.rules.rows import called, formers, leaves, schedule_rows, written_at
from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Term, Unread, cell_within

_OTHERWISE = (
    "viết như “Tháng 6/2026”, “Trước ngày 30/6/2026”, “Hằng quý”, “Theo quy định”; giữ nguyên lời in thì ghi cách hiểu"
    " bên cạnh: schedule: {text: …, kind: …}, kind xem bằng: cchc schema section"
)


@rule(
    "CC302",
    "Không đọc được tiến độ",
    "Tiến độ không đọc được thì không tính được hạn, và chương trình không đoán thay.",
)
def unreadable_schedule(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags words that the table of schedule phrases lacks and no field beside them explains, also in former terms.

    Bad:
      tasks: [{id: I.1, schedule: Tháng 13/2026}]
    Good:
      tasks: [{id: I.1, schedule: Tháng 12/2026}]
    """
    term = plan.term
    hints = Hints(lambda text: _near(text, term), _OTHERWISE)
    unread = [
        (task, milestone, found)
        for _, task in leaves(plan)
        for milestone in task.milestones
        if milestone.schedule.unread and (found := unreadable(milestone.schedule.text, term, plan.issued))
    ]
    fields = schedule_rows(plan) if unread else {}
    for task, milestone, found in unread:
        at, key = written_at(milestone, fields, "text")
        yield _finding(at, key, called(task, milestone), found, hints, task.id)
    for row, _ in leaves(plan):
        yield from _former(row, plan, hints)


def _former(row: TaskRow, plan: Plan, hints: Hints) -> Iterator[Finding]:
    for identity, former in formers(row):
        schedule = former.schedule if isinstance(former.schedule, ScheduleRow) else ScheduleRow(text=former.schedule)
        found = unreadable(schedule.text or "", plan.term, plan.issued)
        if found and schedule.kind is None and schedule.due is None:
            yield _finding(former.at, "schedule", identity, found, hints, row.id)


def unreadable(text: str, term: Term, issued: Day | None) -> Unread | None:
    """The words of a schedule of which no term can be told, and no words with a term can be named either."""
    found = cell_within(text.strip(), term, issued)
    return found if isinstance(found, Unread) and not found.left and not found.terms else None


def _near(text: str, term: Term) -> str:
    from cchc_cli.schedule.nearest import hint

    return hint(text, term.end.year, _OTHERWISE)


def _finding(at: int, key: str, named: str, found: Unread, hints: Hints, task: str) -> Finding:
    words = " ".join(found.text.split())
    if found.several_years:
        message = f"{named}: “{words}” chưa nói năm nào, mà kế hoạch làm trong nhiều năm"
        return Finding(at, message, key, hint="ghi năm vào tiến độ, hoặc ghi due: NGÀY bên cạnh", task=task)
    return Finding(at, f"{named}: không đọc được tiến độ “{words}”", key, hint=hints.hint(found.text), task=task)
