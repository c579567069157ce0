"""Who has filed the report of a period, when, and who has not (docs/promises.md#filings)."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Ends, Filing
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Period, Workdays, previous, quarter

USUAL = ("cac-so-ban-nganh", "ubnd-cap-xa")
"""The groups that report to a province if the settings name none."""


class Filed(Struct, frozen=True):
    """A report that was filed, and how many days after its last day; 0 if in time, or if no day is set."""

    filing: Filing
    days_late: int


class Filings(Struct, frozen=True):
    """The reports of a period as of a day. `due`: their last day, None if the settings set none.

    `others`: reports of agencies that need not file. `days_late`: of those that have not filed.
    """

    plan: Plan
    period: Period
    as_of: Day
    due: Day | None
    filed: tuple[Filed, ...]
    unfiled: tuple[str, ...]
    others: tuple[Filed, ...]

    @property
    def total(self) -> int:
        """How many must file."""
        return len(self.filed) + len(self.unfiled)

    @property
    def late(self) -> int:
        """How many filed late."""
        return sum(each.days_late > 0 for each in self.filed)

    @property
    def days_late(self) -> int:
        """How many days ago the last day was; 0 before it."""
        return _late(self.as_of, self.due)


def filers(plan: Plan, registry: Registry, day: Day) -> tuple[str, ...]:
    """The agencies that file reports, as they stood on a day: those of the setting, else the usual groups.

    A registry without the usual groups means the members of all its groups.
    """
    groups = plan.settings.filers or tuple(group for group in USUAL if group in registry)
    named = groups or tuple(row.id for row in registry.rows if row.kind == "group" and not row.open)
    meant = registry.in_order(each for group in named for each in registry.meant(group, day))
    return tuple(each for each in meant if registry.succession.exists(each, day))


def filings(plan: Plan, workspace: Workspace, period: Period, as_of: Day) -> Filings:
    """The reports of a period that were filed up to a day, in the order of the registry."""
    registry, due = workspace.registry, due_day(plan, workspace, period)
    wanted = filers(plan, registry, period.end)
    last: dict[str, Filing] = {}
    for each in sorted(plan.records.filings, key=lambda one: one.written):
        if each.period.upper() == period.id and each.date <= as_of:
            last[each.agency] = each
    filed = {agency: Filed(last[agency], _late(last[agency].date, due)) for agency in registry.in_order(last)}
    return Filings(
        plan,
        period,
        as_of,
        due,
        tuple(each for agency, each in filed.items() if agency in wanted),
        tuple(agency for agency in wanted if agency not in filed),
        tuple(each for agency, each in filed.items() if agency not in wanted),
    )


def last_period(day: Day, ends: Ends) -> Period:
    """The last quarter whose cut-off day has come."""
    running = quarter(day, ends)
    return running if running.end <= day else previous(running, ends)


def due_day(plan: Plan, workspace: Workspace, period: Period) -> Day | None:
    """The last day for the reports of a period, in working days after its cut-off; None without the setting."""
    term = plan.settings.filing
    return Workdays(workspace.calendar).after(period.end, term.days) if term else None


def _late(day: Day, due: Day | None) -> int:
    return max(0, (day - due).days) if due else 0
