"""Every term of a schedule cell must be that of a milestone."""

from datetime import date

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_terms import printed, terms
from cchc_cli.checking.rules.rows import is_unread, leaves, schedule_carrier
from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Reading
from cchc_cli.text.sources import Sources
from cchc_cli.vietnamese.paper import short_date


@rule(
    "CC308",
    "Hạn in trong cột tiến độ mà không mốc nào theo dõi",
    "Khi nhiệm vụ có mốc, hạn được theo dõi là hạn của mốc; hạn in mà không mốc nào có thì bị quên.",
)
def untracked_term(plan: Plan, workspace: Workspace) -> Found:
    """Flags a day or interval of a cell beside `milestones`, if none of these has it.

    Milestones may have terms that the cell lacks. An extension is recorded in deadlines.yaml and changes neither. The
    cell of before an amendment is not held against the milestones of after it.

    Bad:
      tasks:
      - id: I.1
        schedule: |-
          - Tháng 02/2026: Ban hành Kế hoạch
          - Tháng 5/2026: Báo cáo kết quả
        milestones:
        - {id: I.1/1, name: Ban hành Kế hoạch, schedule: Tháng 02/2026}
        - {id: I.1/2, name: Báo cáo kết quả, schedule: Tháng 6/2026}
    Good:
      tasks:
      - id: I.1
        schedule: |-
          - Tháng 02/2026: Ban hành Kế hoạch
          - Tháng 5/2026: Báo cáo kết quả
        milestones:
        - {id: I.1/1, name: Ban hành Kế hoạch, schedule: Tháng 02/2026}
        - {id: I.1/2, name: Báo cáo kết quả, schedule: Tháng 5/2026}
    """
    for row, task in leaves(plan):
        carrier = schedule_carrier(row, task)
        cell = printed(carrier)
        if not row.milestones or not cell.strip():
            continue
        kept = {milestone.schedule.due for milestone in task.milestones}
        again = {milestone.schedule.every for milestone in task.milestones}
        untracked = [term for term in terms(cell, plan.term, plan.issued) if not _is_kept(term.reading, kept, again)]
        if not untracked or any(milestone.schedule.unread for milestone in task.milestones):
            continue
        if _are_milestones_read(row, workspace.sources):
            at, key = _place(carrier)
            for piece in untracked:
                due = piece.reading.due
                said = f"hạn {short_date(due)}" if due else f"“{piece.words}”"
                message = f"{task.id}: cột tiến độ in {said} mà không mốc nào theo dõi"
                hint = f"sửa hoặc thêm một mốc có schedule: {piece.words}"
                yield Finding(at, message, key, words=piece.words, hint=hint, task=task.id)


def _is_kept(reading: Reading, dues: set[date | None], intervals: set[str | None]) -> bool:
    """Whether a milestone has the day, or the interval, of a term of the cell."""
    if reading.due is not None:
        return reading.due in dues
    return reading.every is None or reading.every in intervals


def _place(row: TaskRow) -> tuple[int, str]:
    return (row.schedule.at, "text") if isinstance(row.schedule, ScheduleRow) else (row.at, "schedule")


def _are_milestones_read(row: TaskRow, sources: Sources) -> bool:
    """Whether nothing of the milestones was left out for an error of its own."""
    if is_unread(sources, row.at, "milestones", len(row.milestones)):
        return False
    return not any(part.schedule is None and is_unread(sources, part.at, "schedule") for part in row.milestones)
