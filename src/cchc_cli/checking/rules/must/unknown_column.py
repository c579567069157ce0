"""Every column must be known to hold a cell of the rows."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.model import HOLDS, OWN
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace

_ASK = f"holds là một trong {', '.join(HOLDS)}, hoặc {OWN}TÊN cho cột khác"


@rule(
    "CC120",
    "Không rõ cột của bảng in gì",
    "Cột không rõ in gì thì bảng in ra lệch cột, chữ dưới tên cột này lại là của cột khác.",
)
def unknown_column(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a head that is known under none of its usual names, where `holds` does not say what the column holds.

    Bad:
      plan: {appendix: {label: Phụ lục, title: NHIỆM VỤ, note: "", columns: [TT, Nhiệm vụ, Chi tiết]}}
    Good:
      plan:
        appendix:
          label: Phụ lục
          title: NHIỆM VỤ
          note: ""
          columns: [TT, Nhiệm vụ, Sản phẩm, Tiến độ, Phân công, {head: Chi tiết, holds: cells.chi-tiet}]
    """
    head = plan.file.appendix
    for place, column in enumerate(plan.columns):
        if head is not None and column.holds is None:
            from cchc_cli.recording.edit.line import flow  # only a finding needs it

            message = f"không rõ cột “{column.head}” in gì của nhiệm vụ"
            hint = f"ghi {{head: {flow(column.head)}, holds: …}}; {_ASK}"
            yield Finding(head.at, message, "columns", place, hint=hint)
