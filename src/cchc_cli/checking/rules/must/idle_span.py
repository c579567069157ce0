"""A merged cell must be printed in the row that carries the others."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import near_name
from cchc_cli.checking.rules.rows import rows
from cchc_cli.plan.carried import SPANNING, is_spanning, value
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC123",
    "Ô gộp không có trong dòng",
    "Ô gộp xuống các dòng dưới mà không in gì, hoặc không có dòng dưới, thì thường là ghi nhầm khóa và mất chữ.",
)
def idle_span(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`spans` names cells that its row prints, that have a column, and that rows below can take.

    Bad:
      tasks: [{id: I.1, schedule: null, spans: [schedule], tasks: [{id: I.1.1}]}]
    Good:
      tasks:
      - id: I.1
        products: []
        assignments: []
        assignment: null
        schedule: Quý I/2026
        spans: [schedule]
        tasks: [{id: I.1.1, schedule: null}]
    """
    known = tuple(each.holds for each in plan.columns if each.holds)
    for row in rows(plan):
        for place, key in enumerate(row.spans):
            hint = f"bỏ {key} khỏi spans, hoặc ghi ô đó ở dòng này"
            if not row.tasks:
                message = f"{row.id}: không có dòng dưới để gộp ô {key}"
                hint = "bỏ spans: chỉ dòng có tasks mới gộp ô xuống dưới"
            elif not is_spanning(key) or key not in known:
                message = f'{row.id}: bảng không có cột "{key}" để gộp'
                able = tuple(each for each in known if is_spanning(each))
                hint = near_name(key, able, f"ghi một trong: {', '.join(able or SPANNING)}")
            elif not value(row, key):
                message = f"{row.id}: dòng này không in {key}, không có gì để gộp"
            else:
                continue
            yield Finding(row.at, message, "spans", place, hint=hint, task=row.id)
