"""Every agency that a plan names must be in the registry."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.nearest_ids import agency_hints
from cchc_cli.checking.rules.rows import rows, versions
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


@rule(
    "CC201",
    "Cơ quan không có trong danh bạ",
    "Cơ quan được giao việc phải có trong plan/agencies.yaml, nếu không việc của cơ quan đó bị sót khi đôn đốc.",
)
def unknown_agency(plan: Plan, workspace: Workspace) -> Found:
    """Checks agencies of assignments, monitor, issuer, signatory, owners of figures, unless agencies.yaml is unread.

    Bad:
      tasks: [{id: I.1, assignments: [{agency: so-tu-fap, role: lead}]}]
    Good:
      tasks: [{id: I.1, assignments: [{agency: so-tu-phap, role: lead}]}]
    """
    registry = workspace.registry
    if not registry.rows:
        return
    hints = agency_hints(registry)
    for at, key, agency, task in _named(plan):
        if agency not in registry and agency not in plan.lost:
            message = f"{task}: " * bool(task) + f'không có cơ quan "{agency}"'
            yield Finding(at, message, key, hint=hints.hint(agency), task=task, ground=agency)


def _named(plan: Plan) -> Iterator[tuple[int, str, str, str | None]]:
    yield plan.file.at, "monitor", plan.file.monitor, None
    if plan.file.issuer is not None:
        yield plan.file.at, "issuer", plan.file.issuer, None
    signatory = plan.file.decision.signatory if plan.file.decision else None
    if signatory is not None:
        yield signatory.at, "agency", signatory.agency, None
    yield from _owners(plan)
    for row in rows(plan):
        for carrier in versions(row):
            for assignment in carrier.assignments or ():
                yield assignment.at, "agency", assignment.agency, row.id
    for duty in plan.tasks:
        if duty.is_body:
            for assignment in duty.assignments:
                yield assignment.at, "agency", assignment.agency, duty.id


def _owners(plan: Plan) -> Iterator[tuple[int, str, str, str | None]]:
    for target, of, _ in plan.targets():
        if target.owner is not None:
            yield target.at, "owner", target.owner, of if plan.task(of) else None
    for indicator in plan.file.indicators:
        if indicator.owner is not None:
            yield indicator.at, "owner", indicator.owner, None
