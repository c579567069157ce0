"""The view of every template: the common fields, named as in the JSON outputs, the issuer, the report's fields."""

from datetime import date as Day

from msgspec import Struct, to_builtins

from cchc_cli import model
from cchc_cli.documents.reports.letterhead import Issuer
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.plan.plans import Plan
from cchc_cli.schedule import title
from cchc_cli.state.timing import Bucket

Json = dict[str, object]
"""An object of a JSON output, with the same keys, and days as text."""


class Decision(Struct, frozen=True):
    """The decision that issued a plan."""

    number: str | None
    date: Day | None
    title: str | None
    authority: str | None


class PlanHead(Struct, frozen=True):
    """A plan without its content; `draft`: it has not been issued; `divided`: its appendix has sections."""

    name: str
    title: str
    year: int | None
    draft: bool
    divided: bool
    decision: Decision


class Window(Struct, frozen=True):
    """The period of the report; both days belong to it."""

    id: str
    title: str
    start: Day
    end: Day


class Agency(Struct, frozen=True):
    """The agency of a report on one agency."""

    id: str
    name: str


class Stats(Struct, frozen=True):
    """Counts and rates, as `stats` prints them."""

    section: Json
    agency: Json


class View(Struct, frozen=True, kw_only=True):
    """The top-level names of a template; `report` holds the fields of the report."""

    plan: PlanHead
    plans: tuple[PlanHead, ...]
    as_of: Day
    period: Window
    agency: Agency | None
    tasks: tuple[Json, ...]
    counts: dict[str, int]
    stats: Stats
    targets: tuple[Json, ...]
    issuer: Issuer
    report: Struct


def whole(scene: Scene, issuer: Issuer, report: Struct) -> View:
    """The view made from the scene's answers and the report."""
    from cchc_cli.answers.json import pieces
    from cchc_cli.answers.json.pieces.tasks import task
    from cchc_cli.answers.json.stats import stats
    from cchc_cli.answers.json.targets import target
    from cchc_cli.queries.links import Standings

    workspace, period = scene.workspace, scene.period
    only = scene.agencies[0] if len(scene.agencies) == 1 else None
    province, standings = workspace.own_settings.province, Standings(workspace, scene.as_of)
    return View(
        plan=_plan(scene.plan),
        plans=tuple(_plan(plan) for plan in workspace.plans),
        as_of=scene.as_of,
        period=Window(period.id, title(period), period.start, period.end),
        agency=Agency(only, workspace.registry.name(only)) if only else None,
        tasks=tuple(to_builtins(task(each, standings)) for each in scene.tasks),
        counts=to_builtins(pieces.counts({bucket: scene.counts[bucket] for bucket in Bucket})),
        stats=Stats(
            to_builtins(stats(scene.by_section, scene.changes, province)),
            to_builtins(stats(scene.by_agency, scene.changes, province)),
        ),
        targets=tuple(to_builtins(target(each)) for each in scene.targets),
        issuer=issuer,
        report=report,
    )


def _plan(plan: Plan) -> PlanHead:
    decision = plan.file.decision or model.Decision()
    cited = Decision(decision.number, decision.date, decision.title, decision.authority)
    return PlanHead(plan.name, plan.file.title, plan.term.year, plan.is_draft, plan.is_divided, cited)
