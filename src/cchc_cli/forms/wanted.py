"""What the cells of a form are checked against."""

from collections.abc import Mapping
from datetime import date as Day

from msgspec import Struct

from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Period
from cchc_cli.state.ledger import Ledger


class Wanted(Struct, frozen=True):
    """The plan with its records, the period, the day of recording; the places of the report and their words."""

    workspace: Workspace
    plan: Plan
    ledger: Ledger
    period: Period
    today: Day
    places: Mapping[str, str]

    @property
    def registry(self) -> Registry:
        """The agencies."""
        return self.workspace.registry

    @property
    def measured_on(self) -> Day:
        """The day of the period's figures: its last day that has come."""
        return min(self.period.end, self.today)
