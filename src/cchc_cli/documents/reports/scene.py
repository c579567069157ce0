"""What every report is made from: the plans that it covers, on a day, in a period, for chosen agencies."""

from collections import Counter
from collections.abc import Callable
from datetime import date as Day
from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct, structs

from cchc_cli.model import Settings, Snapshot
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.changes import Changes, changes
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.snapshot import as_frozen
from cchc_cli.queries.stats import Stats, stats
from cchc_cli.queries.targets import TargetState, targets
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import Period
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.timing import Bucket
from cchc_cli.text.problems import Stop

_OF_ISSUER = ("issuer", "recipient", "reports", "report_lead", "report_parts", "report_fields")
"""Settings of a workspace that are about the papers of its own issuer."""


class Scene(Struct, frozen=True, dict=True):
    """The plan of a report and answers about it; each answer is computed when it is first needed.

    `within` is the number of days in which work counts as due soon, `above` the plan that the plan stands under,
    `frozen` the figures that are printed as they were reported.
    """

    workspace: Workspace
    as_of: Day
    period: Period
    agencies: tuple[str, ...] = ()
    within: int = 30
    above: Plan | None = None
    frozen: Snapshot | None = None

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.workspace.plans[0]

    @property
    def begun(self) -> Day:
        """The day from which there is a plan."""
        return self.plan.issued or self.plan.term.start

    @cached_property
    def settings(self) -> Settings:
        """The plan's settings; of another issuer's plan without those of the workspace for its own issuer's papers."""
        shared, plan = self.workspace.settings, self.plan
        if shared.issuer in (None, plan.issuer):
            return plan.settings
        own = plan.file.settings or Settings()
        return structs.replace(plan.settings, **{name: getattr(own, name) for name in _OF_ISSUER})

    @property
    def asked(self) -> Asked:
        """The day and period that all answers share."""
        return Asked(self.as_of, period=self.period)

    @cached_property
    def tasks(self) -> tuple[TaskView, ...]:
        """Every task with its overall state, in plan order, duties of the body included."""
        return tuple(reported(self.workspace, self.asked))

    @cached_property
    def appendix_tasks(self) -> tuple[TaskView, ...]:
        """The tasks of the appendix, which counts are about."""
        return tuple(view for view in self.tasks if not view.task.is_apart)

    @cached_property
    def by_section(self) -> Stats:
        """Counts by section."""
        found = stats(self.workspace, self.asked, "section")
        return as_frozen(found, self.frozen) if self.frozen else found

    @cached_property
    def by_agency(self) -> Stats:
        """Counts by leading agency."""
        return stats(self.workspace, self.asked, "agency")

    @cached_property
    def changes(self) -> Changes:
        """What changed since the day before the period."""
        return changes(self.workspace, self.asked, self.period)

    @cached_property
    def targets(self) -> tuple[TargetState, ...]:
        """Targets with their measured values."""
        return tuple(targets(self.workspace, self.as_of))

    @cached_property
    def ledgers(self) -> dict[str, Ledger]:
        """Records by the plan's name."""
        return {plan.name: Ledger.of(plan, self.workspace) for plan in self.workspace.plans}

    @property
    def counts(self) -> Counter[Bucket]:
        """The number of milestones in each bucket without duties of the body, as `due` counts them."""
        return Counter(seen.state.bucket for view in self.appendix_tasks for seen in view.pieces)

    def own(self, agency: str) -> tuple[TaskView, ...]:
        """Tasks as one agency sees them."""
        return tuple(reported(self.workspace, structs.replace(self.asked, agencies=(agency,))))


class Nothing(Struct, frozen=True):
    """The view of a template without its own report: it has the common fields alone."""


def _nothing(scene: Scene) -> Nothing:  # noqa: ARG001
    return Nothing()


def _no_lack(scene: Scene) -> None:  # noqa: ARG001
    return None


class ReportKind(NamedTuple):
    """A report: its Vietnamese title, how its view is built, and which options it takes.

    `build` returns what the template prints, as a struct of finished strings, with `kind` (None for a letter) and `to`.
    `template` names the template if several reports share it. `issuer` issues the report unless the settings say
    otherwise: "periodic" (setting `issuer`), the plan's monitor, the chosen agency, or the authority that issued the
    plan. `periods` are the kinds of period that it can cover, () for any. `closed` says that it covers a period whose
    figures are closed. `agencies` says how many agencies it takes, `soon` whether it lists work that is due soon.
    `whole` says that it covers all open plans. `as_json` gives the same as a JSON document, for the reports that have
    one. `lacks` says what must be written before the report can be made.
    """

    title: str
    build: Callable[[Scene], Struct] = _nothing
    template: str | None = None
    issuer: Literal["periodic", "monitor", "agency", "authority"] = "periodic"
    periods: tuple[str, ...] = ()
    closed: bool = False
    agencies: Literal["none", "one", "many"] = "none"
    soon: bool = False
    whole: bool = False
    as_json: Callable[[Scene], Struct] | None = None
    lacks: Callable[[Scene], Stop | None] = _no_lack
