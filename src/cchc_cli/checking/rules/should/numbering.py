"""Printed numbers must agree with the ids."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.rows import rows
from cchc_cli.model import TASKS
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import point_letter


@rule(
    "CC509",
    "Số thứ tự in sai",
    "Số in trong văn bản không khớp chỗ đứng thì người đọc viện dẫn nhầm nhiệm vụ.",
    Severity.WARNING,
)
def numbering(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """A section's number is its id; a row's is what follows the section in its id, whole or its last part, as number or
    letter. Dash rows have none; nor has a table that prints no numbers.

    Bad:
      tasks: [{id: I.1, number: I}]
    Good:
      tasks: [{id: I.1, number: "1"}]
    """
    for section in plan.sections:
        if section.number and _bare(section.number) != section.id:
            message = f'lĩnh vực {section.id}: in số "{section.number}"'
            yield Finding(section.at, message, "number", hint=f"đúng thứ tự là {section.id}", task=section.id)
    if not any(row.number for row in rows(plan)):
        return
    in_sections = all(section.id != TASKS for section in plan.sections)
    for row in rows(plan):
        expected = _expected(row.id.partition(".")[2] if in_sections else row.id)
        if expected and _bare(row.number) not in expected:
            message = f'{row.id}: in số "{row.number}"'
            yield Finding(row.at, message, "number", hint=f"đúng thứ tự là {expected[0]}", task=row.id)


def _bare(number: str) -> str:
    return number.strip().rstrip(".)")


def _expected(whole: str) -> tuple[str, ...]:
    """The numbers that may be printed for an id without its section; none for a dash row, or for letters but dd."""
    last = whole.rpartition(".")[2]
    if last.casefold() == "dd":
        return ("đ", f"{whole[:-2]}đ")
    if not whole or "-" in whole or not last.isdecimal():
        return ()
    try:
        return whole, last, point_letter(int(last))
    except ValueError:
        return whole, last
