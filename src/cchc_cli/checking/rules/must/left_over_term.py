"""No day, period or interval of a schedule may be passed over."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import called, formers, leaves, schedule_rows, written_at
from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Term, Unread, cell_within

_HINT = "viết lại cho rõ, tách thành mốc, hoặc ghi hạn bên cạnh lời: schedule: {text: …, due: NĂM-THÁNG-NGÀY}"


@rule(
    "CC313",
    "Trong tiến độ còn thời hạn chưa đọc",
    "Ngày, kỳ nằm ở chỗ không đọc được mà bỏ qua thì có hạn bị quên; chương trình không đoán thay.",
)
def left_over_term(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags the words of a schedule with a day, period or interval that its reading does not account for.

    Numbers and years of documents are none: `số 583/QĐ-UBND ngày 05/8/2025`, `Kế hoạch năm 2026`.

    Bad:
      tasks: [{id: I.1, schedule: "Tháng 5/2026 (cũ: Quý I/2026)"}]
    Good:
      tasks: [{id: I.1, schedule: Tháng 5/2026}]
    """
    unread = [
        (task, milestone) for _, task in leaves(plan) for milestone in task.milestones if milestone.schedule.unread
    ]
    fields = schedule_rows(plan) if unread else {}
    for task, milestone in unread:
        found = left(milestone.schedule.text, plan.term, plan.issued)
        if found:
            at, key = written_at(milestone, fields, "text")
            yield _finding(at, key, called(task, milestone), found, task.id)
    for row, _ in leaves(plan):
        yield from _former(row, plan)


def left(text: str, term: Term, issued: Day | None) -> str:
    """The words with a term that the reading of a schedule leaves over."""
    found = cell_within(text.strip(), term, issued)
    return found.left if isinstance(found, Unread) and not found.terms else ""


def _former(row: TaskRow, plan: Plan) -> Iterator[Finding]:
    for identity, former in formers(row):
        schedule = former.schedule if isinstance(former.schedule, ScheduleRow) else ScheduleRow(text=former.schedule)
        found = left(schedule.text or "", plan.term, plan.issued)
        if found and schedule.kind is None and schedule.due is None:
            yield _finding(former.at, "schedule", identity, found, row.id)


def _finding(at: int, key: str, named: str, words: str, task: str) -> Finding:
    message = f"{named}: tiến độ còn “{words}” chưa đọc được"
    return Finding(at, message, key, words=words, hint=_HINT, task=task)
