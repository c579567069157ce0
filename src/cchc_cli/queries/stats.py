"""Counts and rates of tasks by agency or section, each rate with its denominator (docs/promises.md#rates)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date as Day
from itertools import groupby

from msgspec import Struct, structs

from cchc_cli.model import TASKS, Status
from cchc_cli.plan.levels import LEVELS
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import reported, reporting_period
from cchc_cli.queries.shares import assignments
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import Period
from cchc_cli.state.milestones import led_by
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import carried_out
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.wording.agencies import NOBODY
from cchc_cli.wording.levels import LEVEL, By
from cchc_cli.wording.sections import counted_apart, title

ON_TIME = (Timing.ON_TIME, Timing.EARLY)


class StatsRow(Struct, frozen=True):
    """Tasks of an agency, a section, a plan, the plans of a level, or all; the buckets add up to the total.

    `stale` are those without an entry in the period, open ones that stand in the buckets as well; `done_on_time` those
    done by their day, whenever it is. `plan` is that of a section, or the plan itself;
    `plans` are how many plans the row is about.
    """

    id: str
    name: str
    total: int
    buckets: dict[Bucket, int]
    done_late: int
    done_on_time: int
    stale: int
    done_rate: Rate
    on_time_rate: Rate
    plan: str | None = None
    plans: int = 1

    @property
    def heading(self) -> str:
        """The name, with the number of the section if it is one."""
        return self.name if self.plan is None or self.id == TASKS else f"{self.id}. {self.name}"

    @property
    def computed(self) -> int:
        """How many of the tasks are computed from the others: neither done nor to be done in `done_rate`."""
        return self.total - self.buckets[Bucket.CANCELLED] - self.done_rate.of


class Stats(Struct, frozen=True):
    """Rows, the whole (each task once), the duties of the body apart, the plan's KPI: the rate of the whole.

    `period` is that of `stale`. Where it is `filtered`, `kpi` is not the plan's. `duties`: a plan's body gives some.
    """

    asked: Asked
    by: By
    period: Period
    rows: tuple[StatsRow, ...]
    total: StatsRow
    body: StatsRow
    kpi: Rate
    duties: bool

    @property
    def filtered(self) -> bool:
        """Whether only some agencies or sections are counted."""
        return bool(self.asked.agencies or self.asked.sections)


def stats(workspace: Workspace, asked: Asked, by: By) -> Stats:
    """`by`: "agency" (each named lead, each group that leads as one row), "section", "plan", or "level" of issuers."""
    return counted(reported(workspace, asked), workspace, asked, by)


def counted(views: Iterable[TaskView], workspace: Workspace, asked: Asked, by: By) -> Stats:
    """The same of tasks that pass the filters."""
    found = [view for view in views if not asked.agencies or view.part == "lead"]
    tasks = [view for view in found if not view.task.is_apart]
    total = row("", total_name(workspace, asked), tasks, asked, plans=len(workspace.plans))
    return Stats(
        asked,
        by,
        reporting_period(asked, workspace.own_settings),
        tuple(_ROWS[by](tasks, workspace, asked)),
        total,
        row("body", counted_apart(workspace.plans, asked.as_of), [view for view in found if view.task.is_apart], asked),
        total.done_rate,
        gives_more(workspace, asked),
    )


def deadline_passed(state: TaskState, asked: Asked) -> bool:
    """Whether the task's deadline is not after the day: the last of its milestones' days."""
    counted = [each for each in state.milestones if not each.milestone.checkpoint]
    days = [each.last_due for each in counted if each.progress is not Status.CANCELLED]
    dated = [day for day in days if day is not None]
    return bool(dated) and len(dated) == len(days) and max(dated) <= asked.as_of


def row(
    identity: str, name: str, tasks: Sequence[TaskView], asked: Asked, plan: str | None = None, plans: int = 1
) -> StatsRow:
    """Counts and rates of any tasks; the buckets add up to the total."""
    buckets = {bucket: sum(view.state.bucket is bucket for view in tasks) for bucket in Bucket}
    done = [view.state for view in tasks if view.state.bucket is Bucket.DONE]
    reached = [view.state for view in tasks
               if view.state.bucket is not Bucket.CANCELLED and deadline_passed(view.state, asked)]  # fmt: skip
    on_time = sum(state.bucket is Bucket.DONE and state.timing in ON_TIME for state in reached)
    late = sum(state.timing is Timing.LATE for state in done)
    kept = sum(state.timing in ON_TIME for state in done)
    stale = sum(view.stale for view in tasks)
    rates = carried_out(view.state for view in tasks), Rate(on_time, len(reached))
    return StatsRow(identity, name, len(tasks), buckets, late, kept, stale, *rates, plan, plans)


def _by_agency(tasks: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Iterator[StatsRow]:
    """A row for each lead, then for work without one; with chosen agencies, only theirs, counted by their own parts."""
    groups: dict[str, list[TaskView]] = defaultdict(list)
    if asked.agencies:
        groups |= {agency: _led_by(agency, workspace, asked) for agency in asked.agencies}
    for view in () if asked.agencies else tasks:
        for agency in tuple(_leads(view, workspace.registry, asked.as_of)) or ("",):
            groups[agency].append(view)
    for agency in workspace.registry.in_order(groups):
        yield row(agency, workspace.registry.name(agency) or NOBODY, groups[agency], asked)


def _led_by(agency: str, workspace: Workspace, asked: Asked) -> list[TaskView]:
    own = reported(workspace, structs.replace(asked, agencies=(agency,)))
    return [view for view in own if view.part == "lead" and not view.task.is_apart]


def _by_section(tasks: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Iterator[StatsRow]:  # noqa: ARG001
    groups: dict[tuple[str, str], list[TaskView]] = defaultdict(list)
    for view in tasks:
        groups[view.plan.name, view.task.section].append(view)
    for (plan, section), own in groups.items():
        yield row(section, title(own[0].plan, section), own, asked, plan)


def _by_plan(tasks: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Iterator[StatsRow]:
    groups = _of_plans(tasks)
    for plan in in_order_of_issuers(workspace):
        yield row(plan.name, plan.file.title, groups[plan.name], asked, plan.name)


def in_order_of_issuers(workspace: Workspace) -> list[Plan]:
    """The plans from the highest level to the lowest, then in the order of their issuers."""
    ranked = workspace.registry.in_order(plan.issuer for plan in workspace.plans)
    issuers = {agency: place for place, agency in enumerate(ranked)}
    return sorted(workspace.plans, key=lambda each: (_storey(each, workspace), issuers[each.issuer]))


def _by_level(tasks: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Iterator[StatsRow]:
    """A row for each level that has plans; those of bodies at no level of government come last."""
    groups = _of_plans(tasks)
    plans = sorted(workspace.plans, key=lambda each: _storey(each, workspace))
    for storey, own in groupby(plans, key=lambda each: _storey(each, workspace)):
        names = [plan.name for plan in own]
        level = LEVELS[storey] if storey < len(LEVELS) else "other"
        yield row(level, LEVEL[level], [view for name in names for view in groups[name]], asked, plans=len(names))


def _of_plans(tasks: Iterable[TaskView]) -> dict[str, list[TaskView]]:
    groups: dict[str, list[TaskView]] = defaultdict(list)
    for view in tasks:
        groups[view.plan.name].append(view)
    return groups


def _storey(plan: Plan, workspace: Workspace) -> int:
    level = workspace.level(plan)
    return LEVELS.index(level) if level else len(LEVELS)


def gives_more(workspace: Workspace, asked: Asked) -> bool:
    """Whether there are tasks beside those of the appendix."""
    return any(plan.gives_duties or plan.has_given(asked.as_of) for plan in workspace.plans)


def total_name(workspace: Workspace, asked: Asked) -> str:
    """What the row of the whole is called."""
    several = f" của {len(workspace.plans)} kế hoạch" if len(workspace.plans) > 1 else ""
    if asked.agencies or asked.sections:
        return f"Cộng (đã lọc){several}"
    return f"Cộng{several}" if several else "Toàn kế hoạch"


_ROWS: dict[By, Callable[[list[TaskView], Workspace, Asked], Iterator[StatsRow]]] = {
    "agency": _by_agency,
    "section": _by_section,
    "plan": _by_plan,
    "level": _by_level,
}


def _leads(view: TaskView, registry: Registry, as_of: Day) -> Iterable[str]:
    """Those who answer for the task: each lead, for open work of a former agency its successors."""
    return dict.fromkeys(
        agency for lead in leads(assignments(view.task)) for agency in led_by(registry, view.state, lead, as_of)
    )
