"""A target's figure must be printed."""

from re import escape, search

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import is_unread
from cchc_cli.model import Target
from cchc_cli.plan.plans import Plan, clauses
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.text.sources import Sources
from cchc_cli.vietnamese.paper import number


@rule(
    "CC514",
    "Con số của chỉ tiêu không có trong văn bản",
    "Chỉ tiêu được đánh giá theo con số ghi ở đây; khác văn bản thì đánh giá sai.",
    Severity.WARNING,
)
def figure_not_printed(plan: Plan, workspace: Workspace) -> Found:
    """A target's value, in Vietnamese form (1.234,5; with % if that is the unit), must occur in the text of its
    objective, or in the title, products or schedule of its task.

    Bad:
      tasks:
      - id: I.1
        products: [Tỷ lệ số hóa hồ sơ đạt 90%]
        targets: [{id: I.1-1, name: Tỷ lệ số hóa hồ sơ, comparator: ">=", value: 80, unit: "%"}]
    Good:
      tasks:
      - id: I.1
        products: [Tỷ lệ số hóa hồ sơ đạt 90%]
        targets: [{id: I.1-1, name: Tỷ lệ số hóa hồ sơ, comparator: ">=", value: 90, unit: "%"}]
    """
    body = (clause for part in plan.parts for clause in clauses(part.items))
    objectives = {clause.at: clause.text for clause in body if clause.targets}
    for target, owner, at in plan.targets():
        task = None if at in objectives else plan.task(owner)
        text = objectives[at] if task is None else _text(task)
        if not search(_written(target), text) and not (task and _is_part_unread(task, workspace.sources)):
            unit = target.unit if target.unit == "%" else f" {target.unit}"
            what = "mục tiêu này" if task is None else f"chỉ tiêu {target.id}"
            message = f"{what} ghi {number(target.value)}{unit} mà văn bản không in số này"
            named = f"{owner}: {message}" if owner else message
            hint = "sửa value theo văn bản, hoặc miễn trừ kèm lý do"
            yield Finding(target.at, named, "value", hint=hint, task=owner or None)


def _text(task: Task) -> str:
    products = (product for milestone in task.milestones for product in milestone.products)
    return "\n".join((task.title, *task.products, *products, task.schedule_text))


def _is_part_unread(task: Task, sources: Sources) -> bool:
    """Whether products or schedule could not be read; the figure may be there."""
    products = is_unread(sources, task.at, "products", len(task.products))
    return products or is_unread(sources, task.at, "schedule", int(bool(task.schedule_text)))


def _written(target: Target) -> str:
    """The pattern of a whole figure. 5, 05 and 5,0 are the same, 1.234 and 1234 too; "85 - 90%" has two figures."""
    whole, _, decimals = number(target.value).partition(",")
    fraction = f",{decimals}0*" if decimals else "(?:,0+)?"
    figure = rf"(?<![\d.,])0?{escape(whole).replace(escape('.'), '[.]?')}{fraction}"
    if target.unit == "%":
        return figure + r"(?:\s*(?:-|–|đến)\s*[\d.,]+)?\s*(?:%|phần trăm)"
    return figure + r"(?!\d|[.,]\d|\s*%)"
