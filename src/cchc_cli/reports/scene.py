"""What every report is made from: one plan on a day, in a period, told by an issuer."""

from datetime import date as Day
from typing import Any

from msgspec import Struct

from cchc_cli import jsonview
from cchc_cli.answers import stats as stats_shown
from cchc_cli.answers import targets as targets_shown
from cchc_cli.ledger import Ledger
from cchc_cli.model import Signatory
from cchc_cli.plans import Plan, Workspace
from cchc_cli.queries.changes import Changes, changes
from cchc_cli.queries.reporting import reported
from cchc_cli.queries.stats import Stats, stats
from cchc_cli.queries.targets import TargetState, targets
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import Period, Workdays, title


class Scene(Struct, frozen=True):
    """Answers for one plan, ready to be told. `workspace` holds that plan alone."""

    workspace: Workspace
    plan: Plan
    as_of: Day
    period: Period
    tasks: tuple[TaskView, ...]
    by_section: Stats
    by_agency: Stats
    changes: Changes
    targets: tuple[TargetState, ...]
    ledger: Ledger

    def fields(self) -> dict[str, Any]:
        """The fields of the JSON outputs under the same names, with plan, as_of, period, issuer."""
        return {
            "plan": plan_fields(self.plan),
            "as_of": self.as_of,
            "period": {
                "id": self.period.id,
                "title": title(self.period),
                "start": self.period.start,
                "end": self.period.end,
            },
            "issuer": issuer(self),
            "tasks": [jsonview.task(view, self.workspace, False) for view in self.tasks],
            "stats": {
                "section": stats_shown.json(self.by_section, self.changes),
                "agency": stats_shown.json(self.by_agency, self.changes),
            },
            "targets": targets_shown.json(self.targets, self.as_of)["targets"],
        }


def scene(workspace: Workspace, plan: Plan, as_of: Day, period: Period) -> Scene:
    """Ask all that reports need of one plan."""
    alone = Workspace(workspace.registry, workspace.calendar, workspace.settings, (plan,), workspace.sources)
    asked = Asked(as_of, period=period)
    return Scene(
        alone,
        plan,
        as_of,
        period,
        tuple(reported(alone, asked)),
        stats(alone, asked, "section"),
        stats(alone, asked, "agency"),
        changes(alone, asked, period),
        targets(alone, as_of),
        Ledger(plan, workspace.registry, Workdays(workspace.calendar)),
    )


def plan_fields(plan: Plan) -> dict[str, Any]:
    """The plan and its decision."""
    decision = plan.file.decision
    return {
        "name": plan.name,
        "title": plan.file.title,
        "year": plan.file.year,
        "decision": {
            "number": decision.number,
            "date": decision.date,
            "title": decision.title,
            "authority": decision.authority,
        },
    }


def issuer(told: Scene) -> dict[str, Any]:
    """Who issues periodic reports: letterhead name, place, who signs on the day; what is not known is None."""
    settings = told.plan.settings
    agency = settings.issuer or told.plan.file.monitor
    decision = told.plan.file.decision
    issues_plan = decision.signatory.agency == agency
    signs = signatory(settings.signatories or (), agency, told.as_of)
    row = told.workspace.registry.get(agency)
    return {
        "id": agency,
        "name": decision.authority if issues_plan else told.workspace.registry.name(agency).upper(),
        "superior": settings.superior,
        "place": settings.place,
        "symbol": settings.symbol or (row.abbreviation if row else None),
        "authority": signs.authority if signs else None,
        "position": signs.position if signs else None,
        "signer": signs.name if signs else None,
        "recipient": settings.recipient,
        "recipients": settings.recipients or (),
    }


def signatory(given: tuple[Signatory, ...], agency: str, day: Day) -> Signatory | None:
    """Who signs for an agency on a day, by the settings."""
    for each in given:
        started = each.since is None or each.since <= day
        ended = each.until is not None and each.until < day
        if each.agency == agency and started and not ended:
            return each
    return None
