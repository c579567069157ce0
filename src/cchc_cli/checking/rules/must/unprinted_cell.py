"""Every cell of a row must have a column in which it is printed."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import OWN
from cchc_cli.plan.columns import keys
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import walk
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC122",
    "Ô không có cột nào in",
    "Bảng in ra phải đủ chữ của kế hoạch; ô không có cột thì mất khi in mà không ai hay.",
)
def unprinted_cell(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a cell that no column of the table holds, once for each kind of cell. A number needs no column of its own.

    Bad:
      plan: {appendix: {label: "", title: "", note: "", columns: [TT, Nhiệm vụ, Sản phẩm, Thời hạn]}}
      tasks: [{id: I.1, assignment: Sở Nội vụ chủ trì}]
    Good:
      plan: {appendix: {label: "", title: "", note: "", columns: [TT, Nhiệm vụ, Sản phẩm, Thời hạn, Phân công]}}
      tasks: [{id: I.1, assignment: Sở Nội vụ chủ trì}]
    """
    printed = {column.holds for column in plan.columns}
    if None in printed:
        return
    for row in (row for section in plan.sections for row in walk(section.tasks)):
        for key in keys(row, {*printed, "number"}):
            at, name = row.at, key
            if key.startswith(OWN) and row.cells is not None:
                at, name = row.cells.at, key.removeprefix(OWN)
            message = f"{row.id}: không cột nào của bảng in {key}"
            hint = (
                f"thêm {{head: …, holds: {key}}} vào appendix.columns trong plan.yaml, hoặc ghi chữ này ở khóa có cột"
            )
            yield Finding(at, message, name, hint=hint, task=row.id, ground=key)
