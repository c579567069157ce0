"""The headings under which tasks are listed: their section, or the part of the body that gives them."""

from collections.abc import Iterable

from cchc_cli.model import TASKS
from cchc_cli.plan.plans import Plan, clauses
from cchc_cli.plan.tasks import BODY

UNDIVIDED = "Không chia lĩnh vực"


def heading(plan: Plan, section: str) -> str | None:
    """ "I. CẢI CÁCH THỂ CHẾ"; None for an appendix without sections."""
    if section == BODY:
        return given_by_the_body((plan,))
    return f"{section}. {title(plan, section)}" if section != TASKS else None


def given_by_the_body(plans: Iterable[Plan]) -> str:
    """ "Nhiệm vụ giao tại phần IV của Kế hoạch"; where plans differ, or the parts have no numbers, without a number."""
    found = {numbers for plan in plans if (numbers := _numbers(plan)) is not None}
    if len(found) > 1 or found == {""}:
        return "Nhiệm vụ giao trong lời văn kế hoạch"
    return f"Nhiệm vụ giao tại phần {''.join(found) or 'IV'} của Kế hoạch"


def _numbers(plan: Plan) -> str | None:
    """The numbers of the parts that give duties; None if no part does."""
    parts = [part for part in plan.parts if any(clause.task for clause in clauses(part.items))]
    return ", ".join(part.number for part in parts if part.number) if parts else None


def title(plan: Plan, section: str) -> str:
    """The printed title of a section, or the words for an appendix without sections."""
    found = next((each for each in plan.sections if each.id == section), None)
    return UNDIVIDED if section == TASKS else found.title or section if found else section
