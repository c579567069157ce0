"""The contents of one `plan/` folder: its plans, and the registry, calendar and settings that they share."""

from msgspec import Struct

from cchc_cli.model import CalendarYear, CriteriaFile, Settings
from cchc_cli.plan.levels import Level, level
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.text.sources import Sources


class Workspace(Struct, frozen=True, eq=False):
    """The contents of one `plan/` folder; two workspaces are equal only if they are the same object."""

    registry: Registry
    calendar: dict[int, CalendarYear]
    settings: Settings
    plans: tuple[Plan, ...]
    sources: Sources
    left_out: tuple[Plan, ...] = ()
    """Plans left out of `plans` because they are closed or drafts, and the command did not name them."""
    beside: tuple[Plan, ...] = ()
    """Plans left out of `plans` because the command named others; read where the links to them are asked for."""
    absent: frozenset[str] = frozenset()
    """Names of plans whose files are there, but were not read, or cannot be."""
    criteria: CriteriaFile | None = None
    """By what agencies are ranked, if the province has written it."""

    @property
    def own_settings(self) -> Settings:
        """The plan's settings if there is only one plan; else the settings that all plans share."""
        return self.plans[0].settings if len(self.plans) == 1 else self.settings

    def level(self, plan: Plan) -> Level | None:
        """The level of the body that issued the plan; None if its kind does not tell."""
        row = self.registry.get(plan.issuer)
        return level(row.kind) if row else None
