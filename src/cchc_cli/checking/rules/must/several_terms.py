"""A schedule cell with several terms must be split into milestones."""

from json import dumps

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import leaves, schedule_carrier
from cchc_cli.checking.rules.several_lines import DatedLine, dated_lines
from cchc_cli.model import TaskRow
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC306",
    "Cột tiến độ có nhiều hạn",
    "Mỗi hạn phải là một mốc, nếu không chỉ một hạn được theo dõi và các hạn kia bị quên.",
)
def several_terms(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a cell with two or more dated lines and no `milestones`; the hint contains them (docs/promises.md#ids).

    Bad:
      tasks:
      - id: I.1
        schedule: |-
          - Tháng 02/2026: Ban hành Kế hoạch
          - Tháng 5/2026: Báo cáo kết quả
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
        dated = dated_lines(task.row, plan.term)
        if len(dated) > 1:
            message = f"{task.id}: cột tiến độ có {len(dated)} hạn mà chưa tách thành mốc"
            hint = f"thêm milestones: [{_milestones(row, dated)}]"
            yield Finding(schedule_carrier(row, task).at, message, "schedule", hint=hint, task=task.id)


def _milestones(row: TaskRow, dated: tuple[DatedLine, ...]) -> str:
    """The milestones to write, sorted by deadline, then as printed."""
    ordered = sorted(dated, key=lambda line: line.due)
    return ", ".join(
        f"{{id: {row.id}/{place}, name: {dumps(line.name or line.term, ensure_ascii=False)}, schedule: {line.term}}}"
        for place, line in enumerate(ordered, 1)
    )
