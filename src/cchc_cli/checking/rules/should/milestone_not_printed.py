"""A milestone's term must be printed in its row."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_terms import printed, terms
from cchc_cli.checking.rules.cell_words import plain, printed_cells
from cchc_cli.checking.rules.rows import leaves
from cchc_cli.model import MilestoneRow, ScheduleRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC524",
    "Tiến độ của mốc không có trong dòng in",
    "Hạn được theo dõi là hạn của mốc; mốc ghi khác chữ in thì nhắc việc sai ngày, hoặc chữ in đã bị sửa nhầm.",
    Severity.WARNING,
)
def milestone_not_printed(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Where a row prints a schedule cell beside `milestones`, the words of each schedule stand in the row, or the cell
    has a line due that day. Checkpoints are the agencies' own; what an amendment added or changed is printed there.
    A line that no milestone has is a fault of its own.

    Bad:
      tasks:
      - id: I.1
        schedule: Trong năm 2026
        milestones: [{id: I.1/1, name: Kế hoạch, schedule: Tháng 5/2026}, {id: I.1/2, schedule: Trong năm 2026}]
    Good:
      tasks:
      - id: I.1
        schedule: Trong năm 2026
        products: [Kế hoạch (tháng 5/2026)]
        milestones: [{id: I.1/1, name: Kế hoạch, schedule: Tháng 5/2026}, {id: I.1/2, schedule: Trong năm 2026}]
    """
    for row, task in leaves(plan):
        own = [part for part in row.milestones if not part.checkpoint and not _is_amended(part)]
        if not own or not printed(task.row).strip():
            continue
        days = {piece.reading.due for piece in terms(printed(task.row), plan.term, plan.issued)} - {None}
        due = {milestone.id: milestone.schedule.due for milestone in task.milestones}
        if not days <= set(due.values()):
            continue
        text = plain("\n".join(printed_cells(task.row)))
        for part in own:
            words = plain(_words(part))
            if words not in text and due.get(part.id) not in days:
                message = f"{part.id}: dòng này không in tiến độ “{' '.join(_words(part).split())}”"
                yield Finding(part.at, message, "schedule", hint="chép đúng chữ in của dòng này", task=task.id)


def _is_amended(part: MilestoneRow) -> bool:
    """Whether an amendment added the milestone or gave it another schedule, which stands in that decision."""
    return part.added_by is not None or any(each.schedule is not None for each in part.former)


def _words(part: MilestoneRow) -> str:
    return (part.schedule.text if isinstance(part.schedule, ScheduleRow) else part.schedule) or ""
