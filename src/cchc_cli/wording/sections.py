"""The headings under which tasks are listed: their section, or the part of the body that gives them."""

from collections.abc import Iterable
from datetime import date as Day

from cchc_cli.model import GIVEN, TASKS
from cchc_cli.plan.plans import Plan, clauses
from cchc_cli.plan.tasks import BODY

GIVEN_FROM_ABOVE = "Nhiệm vụ cấp trên giao"
UNDIVIDED = "Không chia lĩnh vực"


def heading(plan: Plan, section: str) -> str | None:
    """ "I. CẢI CÁCH THỂ CHẾ"; None for an appendix without sections."""
    if section == BODY:
        return given_by_the_body((plan,))
    if section == GIVEN:
        return GIVEN_FROM_ABOVE
    return f"{section}. {title(plan, section)}" if section != TASKS else None


def counted_apart(plans: Iterable[Plan], day: Day) -> str:
    """What the tasks beside the appendix are on a day: duties of the body, tasks given from above, or both."""
    known = tuple(plans)
    duties, given = any(plan.gives_duties for plan in known), any(plan.has_given(day) for plan in known)
    if duties and given:
        return f"{given_by_the_body(known)} và nhiệm vụ cấp trên giao"
    return GIVEN_FROM_ABOVE if given else given_by_the_body(known)


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
    if section == GIVEN:
        return GIVEN_FROM_ABOVE
    found = next((each for each in plan.sections if each.id == section), None)
    return UNDIVIDED if section == TASKS else found.title or section if found else section
