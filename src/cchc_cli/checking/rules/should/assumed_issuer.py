"""A plan beside others must say whose it is."""

from collections import defaultdict

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity


@rule(
    "CC536",
    "Kế hoạch chưa ghi cơ quan ban hành",
    "Không ghi thì kế hoạch của sở, xã bị coi là của cơ quan trong settings, và không rõ đâu là kế hoạch chung.",
    Severity.WARNING,
    shared=True,
)
def assumed_issuer(workspace: Workspace) -> Found:
    """Flags an open plan that has the issuer of the settings for want of its own, beside another of that issuer's year.

    A plan says whose it is by `issuer`, or by who signed its decision.

    Bad:
      settings: {issuer: so-noi-vu}
      plans: {phong/2026: {plan: {title: Kế hoạch của phòng, decision: {number: 2/QĐ-P, signatory: null}}}}
    Good:
      settings: {issuer: so-noi-vu}
      plans:
        phong/2026: {plan: {title: Kế hoạch của phòng, issuer: so-tu-phap, decision: {number: 2/QĐ-P, signatory: null}}}
    """
    issuer = workspace.settings.issuer
    by_year: dict[int, list[Plan]] = defaultdict(list)
    for plan in workspace.plans:
        if plan.is_open and plan.issuer == issuer:
            for year in plan.term.years:
                by_year[year].append(plan)
    told: set[str] = set()
    for own in by_year.values():
        for plan in own if len(own) > 1 else ():
            if _is_assumed(plan) and plan.name not in told:
                told.add(plan.name)
                yield _finding(plan, own[0] if own[0] is not plan else own[1], workspace)


def _is_assumed(plan: Plan) -> bool:
    decision, settings = plan.file.decision, plan.file.settings
    signed = decision is not None and decision.signatory is not None
    return not (plan.file.issuer or signed or (settings and settings.issuer))


def _finding(plan: Plan, other: Plan, workspace: Workspace) -> Finding:
    name = workspace.registry.name(plan.issuer)
    message = f'kế hoạch "{plan.name}" chưa ghi cơ quan ban hành, nên cùng với "{other.name}" là của {name}'
    return Finding(plan.file.at, message, "monitor", hint=f"ghi vào plan.yaml, như issuer: {plan.file.monitor}")
