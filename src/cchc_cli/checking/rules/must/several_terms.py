"""Several terms in one schedule must be told apart as milestones."""

from collections.abc import Iterator

from msgspec import structs

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_terms import milestone, milestones, printed, unclear
from cchc_cli.checking.rules.rows import leaves, schedule_carrier
from cchc_cli.model import ScheduleRow, TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Unread, cell_within
from cchc_cli.text.digits import whole


@rule(
    "CC306",
    "Cột tiến độ có nhiều hạn",
    "Mỗi hạn phải là một mốc; lời in không cho biết hạn nào của việc nào thì phải ghi rõ, nếu không có hạn bị quên.",
)
def several_terms(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a cell with several terms whose words do not tell them apart; the hint contains the milestones to write.

    A cell in which each term has its own words needs none: its terms are milestones by themselves. A milestone has one
    term (docs/promises.md#ids).

    Bad:
      tasks: [{id: I.1, schedule: Thường xuyên; báo cáo trước ngày 15/12/2026}]
    Good:
      tasks:
      - id: I.1
        schedule: Thường xuyên; báo cáo trước ngày 15/12/2026
        milestones:
        - {id: I.1/1, name: báo cáo, schedule: trước ngày 15/12/2026}
        - {id: I.1/2, schedule: Thường xuyên}
    """
    for row, task in leaves(plan):
        if row.milestones:
            yield from _in_milestones(row, plan)
        elif task.milestones[0].schedule.unread and (found := unclear(printed(task.row), plan.term, plan.issued)):
            message = f"{task.id}: cột tiến độ có {len(found)} hạn mà chưa tách thành mốc"
            hint = f"thêm milestones: [{milestones(row.id, found)}]"
            yield Finding(schedule_carrier(row, task).at, message, "schedule", hint=hint, task=task.id)


def _in_milestones(row: TaskRow, plan: Plan) -> Iterator[Finding]:
    """Milestones whose own schedule has several terms."""
    free = 1 + max((whole(part.id.rpartition("/")[2]) or 0 for part in row.milestones), default=0)
    for part in row.milestones:
        fields = part.schedule if isinstance(part.schedule, ScheduleRow) else ScheduleRow(text=part.schedule)
        found = cell_within((fields.text or "").strip(), plan.term, plan.issued)
        terms = found.terms if isinstance(found, Unread) else found
        if len(terms) > 1 and fields.kind is None and fields.due is None:
            first, *rest = (structs.replace(term, name=term.name or part.name) for term in terms)
            message = f"{part.id}: tiến độ có {len(terms)} hạn mà mỗi mốc chỉ có một hạn"
            hint = f"thay bằng {milestone(part.id, first)}, {milestones(row.id, tuple(rest), free)}"
            yield Finding(part.at, message, "schedule", hint=hint, task=row.id)
