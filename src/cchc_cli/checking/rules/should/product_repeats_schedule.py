"""A product must not be a term."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import leaves, parts
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Reading, read_within
from cchc_cli.text.problems import Severity

_LONGEST_TERM = 40


@rule(
    "CC503",
    "Cột sản phẩm chép lại tiến độ",
    "Cột sản phẩm ghi thời hạn là chép nhầm cột; không biết phải nộp gì thì không nghiệm thu được.",
    Severity.WARNING,
)
def product_repeats_schedule(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """Flags a product that repeats the schedule word for word, or that is only a dated term.

    Bad:
      tasks: [{id: I.1, products: [Trong năm 2026], schedule: Trong năm 2026}]
    Good:
      tasks: [{id: I.1, products: [Báo cáo], schedule: Trong năm 2026}]
    """
    for row, task in leaves(plan):
        for carrier in parts(row):
            for place, product in enumerate(carrier.products):
                if _is_term(product, task, plan):
                    message = f"{task.id}: cột sản phẩm ghi thời hạn “{product}”"
                    hint = "ghi văn bản hoặc kết quả phải có"
                    yield Finding(carrier.at, message, "products", place, hint=hint, task=task.id)


def _is_term(product: str, task: Task, plan: Plan) -> bool:
    said = product.strip().casefold()
    if not said or len(said) > _LONGEST_TERM:
        return False
    if said == task.schedule_text.strip().casefold():
        return True
    if not said[-1].isdecimal():
        return False
    term = read_within(product.strip(), plan.term, plan.issued)
    return isinstance(term, Reading) and term.due is not None
