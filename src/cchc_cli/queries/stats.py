"""Counts and rates of tasks by agency or section, each rate with its denominator (docs/promises.md#rates)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct, structs

from cchc_cli.model import Status
from cchc_cli.plan.tasks import leads
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import reported, reporting_period
from cchc_cli.queries.views import Asked, TaskView, assignments
from cchc_cli.schedule import Period
from cchc_cli.state.milestones import TaskState
from cchc_cli.state.timing import Bucket, Timing

By = Literal["agency", "section"]
BY: tuple[By, ...] = ("agency", "section")
ON_TIME = (Timing.ON_TIME, Timing.EARLY)


class Rate(Struct, frozen=True):
    """A count and what it is a share of."""

    done: int
    of: int


class StatsRow(Struct, frozen=True):
    """Tasks of an agency, a section or the province; the buckets add up to the total.

    `stale` are those without an entry in the period, open ones that stand in the buckets as well; `done_on_time` those
    done by their day, whenever it is. `plan` is that of a section.
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


class Stats(Struct, frozen=True):
    """Rows, the whole (each task once), the duties of the body apart, the plan's KPI without the computed task.

    `period` is that of `stale`. Where it is `filtered`, `kpi` is not the plan's.
    """

    asked: Asked
    by: By
    period: Period
    rows: tuple[StatsRow, ...]
    total: StatsRow
    body: StatsRow
    kpi: Rate

    @property
    def filtered(self) -> bool:
        """Whether only some agencies or sections are counted."""
        return bool(self.asked.agencies or self.asked.sections)


def stats(workspace: Workspace, asked: Asked, by: By) -> Stats:
    """`by`: "agency" (each named lead, each group that leads as one row) or "section"."""
    found = [view for view in reported(workspace, asked) if not asked.agencies or view.part == "lead"]
    tasks = [view for view in found if not view.task.is_body]
    counted = [view for view in tasks if not view.task.row.computed]
    return Stats(
        asked,
        by,
        reporting_period(asked, workspace.own_settings),
        tuple(_by_agency(tasks, workspace, asked) if by == "agency" else _by_section(tasks, asked)),
        row("", "Cộng (đã lọc)" if asked.agencies or asked.sections else "Toàn kế hoạch", tasks, asked),
        row("body", "Nhiệm vụ giao tại phần IV của Kế hoạch", [view for view in found if view.task.is_body], asked),
        row("", "", counted, asked).done_rate,
    )


def deadline_passed(state: TaskState, asked: Asked) -> bool:
    """Whether the task's deadline is not after the day: the last of its milestones' days."""
    counted = [each for each in state.milestones if not each.milestone.checkpoint]
    days = [each.term.due for each in counted if each.progress is not Status.CANCELLED]
    dated = [day for day in days if day is not None]
    return bool(dated) and len(dated) == len(days) and max(dated) <= asked.as_of


def row(identity: str, name: str, tasks: Sequence[TaskView], asked: Asked, plan: str | None = None) -> StatsRow:
    """Counts and rates of any tasks; the buckets add up to the total."""
    buckets = {bucket: sum(view.state.bucket is bucket for view in tasks) for bucket in Bucket}
    done = [view.state for view in tasks if view.state.bucket is Bucket.DONE]
    reached = [view.state for view in tasks
               if view.state.bucket is not Bucket.CANCELLED and deadline_passed(view.state, asked)]  # fmt: skip
    on_time = sum(state.bucket is Bucket.DONE and state.timing in ON_TIME for state in reached)
    late = sum(state.timing is Timing.LATE for state in done)
    kept = sum(state.timing in ON_TIME for state in done)
    stale = sum(view.stale for view in tasks)
    return StatsRow(identity, name, len(tasks), buckets, late, kept, stale,
               Rate(len(done), len(tasks) - buckets[Bucket.CANCELLED]), Rate(on_time, len(reached)), plan)  # fmt: skip


def _by_agency(tasks: Iterable[TaskView], workspace: Workspace, asked: Asked) -> Iterator[StatsRow]:
    """A row for each lead; with chosen agencies, only theirs, counted by their own parts."""
    groups: dict[str, list[TaskView]] = defaultdict(list)
    if asked.agencies:
        groups |= {agency: _led_by(agency, workspace, asked) for agency in asked.agencies}
    for view in () if asked.agencies else tasks:
        for agency in _leads(view):
            groups[agency].append(view)
    for agency in workspace.registry.in_order(groups):
        yield row(agency, workspace.registry.name(agency), groups[agency], asked)


def _led_by(agency: str, workspace: Workspace, asked: Asked) -> list[TaskView]:
    own = reported(workspace, structs.replace(asked, agencies=(agency,)))
    return [view for view in own if view.part == "lead" and not view.task.is_body]


def _by_section(tasks: Iterable[TaskView], asked: Asked) -> Iterator[StatsRow]:
    groups: dict[tuple[str, str], list[TaskView]] = defaultdict(list)
    for view in tasks:
        groups[view.plan.name, view.task.section].append(view)
    for (plan, section), own in groups.items():
        title = next((each.title for each in own[0].plan.sections if each.id == section), section)
        yield row(section, title, own, asked, plan)


def _leads(view: TaskView) -> tuple[str, ...]:
    return leads(assignments(view.task))
