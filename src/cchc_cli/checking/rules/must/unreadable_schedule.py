"""Every schedule must be readable; nothing is guessed."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import Hints
from cchc_cli.checking.rules.rows import called, leaves, schedule_rows, written_at
from cchc_cli.checking.rules.several_lines import dated_lines
from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Reading, Term, Unread, nearest, read_within


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
    unread = [
        (task, milestone)
        for _, task in leaves(plan)
        for milestone in task.milestones
        if milestone.schedule.unread and len(dated_lines(task.row, plan.term)) < 2
    ]
    fields = schedule_rows(plan) if unread else {}
    hints = _hints(plan.term)
    for task, milestone in unread:
        (at, key), schedule = written_at(milestone, fields, "text"), milestone.schedule
        yield _finding(at, key, called(task, milestone), read_within(schedule.text, plan.term), hints, task.id)
    for row, _ in leaves(plan):
        yield from _former(row, plan.term, hints)


def _hints(term: Term) -> Hints:
    year = term.end.year
    return Hints(lambda text: f"ghi như “{nearest(text, year)}”", f"ghi như “Quý I/{year}”")


def _former(row: TaskRow, term: Term, hints: Hints) -> Iterator[Finding]:
    for former in row.former:
        schedule = former.schedule if isinstance(former.schedule, ScheduleRow) else ScheduleRow(text=former.schedule)
        found = read_within(schedule.text or "", term)
        if isinstance(found, Unread) and schedule.kind is None and schedule.due is None:
            yield _finding(former.at, "schedule", row.id, found, hints, row.id)


def _finding(at: int, key: str, named: str, found: Reading | Unread, hints: Hints, task: str) -> Finding:
    assert isinstance(found, Unread)
    words = " ".join(found.text.split())
    if found.several_years:
        message = f"{named}: “{words}” chưa nói năm nào, mà kế hoạch làm trong nhiều năm"
        return Finding(at, message, key, hint="ghi năm vào tiến độ, hoặc ghi due: NGÀY bên cạnh", task=task)
    return Finding(at, f"{named}: không đọc được tiến độ “{words}”", key, hint=hints.hint(found.text), task=task)
