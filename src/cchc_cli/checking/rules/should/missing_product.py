"""Every task must have a product."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread, merged_hint
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC510",
    "Nhiệm vụ chưa có sản phẩm",
    "Không ghi sản phẩm thì không có gì để kiểm chứng là nhiệm vụ đã hoàn thành.",
    Severity.WARNING,
)
def missing_product(plan: Plan, workspace: Workspace) -> Found:
    """Flags an empty product cell, in a plan whose table has products.

    Duties of the body, which have no cell, and cells that cannot be read are skipped.

    Bad:
      tasks: [{id: I.1, products: []}]
    Good:
      tasks: [{id: I.1, products: [Kế hoạch]}]
    """
    for task in plan.tasks if plan.prints("products") else ():
        if not task.is_body and not any(product.strip() for product in task.products):
            if is_unread(workspace.sources, task.at, "products", len(task.products)):
                continue
            hint = f"ghi văn bản hoặc kết quả phải có{merged_hint(task, 'products')}"
            message = f"{task.id}: ô sản phẩm để trống"
            yield Finding(task.at, message, "products", hint=hint, task=task.id)
