"""A role must agree with its words."""

from functools import cache

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.cell_words import plain, stated
from cchc_cli.model import Role
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.wording.roles import ROLE, ROLE_VERBS

(_LEADS,) = ROLE_VERBS[Role.LEAD]


@rule(
    "CC518",
    "Vai trò khác chữ giao việc",
    "Vai trò ghi khác chữ in thì cơ quan phối hợp bị đôn đốc như chủ trì, hoặc cơ quan chủ trì không bị đôn đốc.",
    Severity.WARNING,
)
def role_against_words(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """The words "chủ trì" must have the role lead; each other role must have one of its own verbs in `words`.

    Words without a known verb are skipped. Another rule checks whether a lead is inferred.

    Bad:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì; Sở Tư pháp phối hợp
        assignments:
        - {agency: so-noi-vu, role: lead, words: chủ trì}
        - {agency: so-tu-phap, role: perform, words: phối hợp}
    Good:
      tasks:
      - id: I.1
        assignment: Sở Nội vụ chủ trì; Sở Tư pháp phối hợp
        assignments:
        - {agency: so-noi-vu, role: lead, words: chủ trì}
        - {agency: so-tu-phap, role: coordinate, words: phối hợp}
    """
    for task in plan.tasks:
        for assignment, _ in stated(task):
            fitting = _fitting(assignment.words)
            if fitting and assignment.role not in (Role.LEAD, *fitting):
                said = " ".join(assignment.words.split())
                message = f"{task.id}: chữ “{said}” không phải là vai trò {ROLE[assignment.role]} ({assignment.role})"
                hint = "ghi role: " + " hoặc ".join(f"{role} ({ROLE[role]})" for role in fitting)
                yield Finding(assignment.at, message, "role", hint=hint, task=task.id)


@cache
def _fitting(words: str) -> tuple[Role, ...]:
    """The roles that the words allow; () if no verb is known."""
    said = f" {plain(words).replace(',', ' ').replace(';', ' ')} "
    if _LEADS in said and f"cơ quan {_LEADS}" not in said:
        return (Role.LEAD,)
    others = ((role, verbs) for role, verbs in ROLE_VERBS.items() if role is not Role.LEAD)
    return tuple(role for role, verbs in others if any(f" {verb} " in said for verb in verbs))
