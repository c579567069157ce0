"""Which agencies have a task of their own for each collective task, and which have no plan (docs/promises.md#links)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date as Day

from msgspec import Struct, structs

from cchc_cli.model import Role
from cchc_cli.plan.links import Links
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.shares import assignments
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.state.timing import Bucket

_CARRY_OUT = (Role.LEAD, Role.PERFORM)


class Covered(Struct, frozen=True):
    """A collective task, and the agencies that are to carry it out, in registry order.

    `uncovered` have a plan without a task that implements it; `planless` have no plan.
    """

    view: TaskView
    agencies: tuple[str, ...]
    uncovered: tuple[str, ...]
    planless: tuple[str, ...]

    @property
    def covering(self) -> int:
        """How many have a task for it."""
        return len(self.agencies) - len(self.uncovered) - len(self.planless)


class Coverage(Struct, frozen=True):
    """The collective tasks in plan order, every agency that is to carry out one, and those of them without a plan."""

    tasks: tuple[Covered, ...]
    agencies: tuple[str, ...]
    without_plan: tuple[str, ...]


def coverage(workspace: Workspace, asked: Asked) -> Coverage:
    """How the collective tasks of the plans asked for are covered; with chosen agencies, by them alone."""
    everybody, bodies = structs.replace(asked, agencies=()), _Bodies(workspace, asked.as_of)
    found = tuple(_covered(views(workspace, everybody), bodies, workspace.registry, asked))
    in_order = workspace.registry.in_order
    return Coverage(
        found,
        in_order(agency for each in found for agency in each.agencies),
        in_order(agency for each in found for agency in each.planless),
    )


def collective(plan: Plan, task: Task, registry: Registry, day: Day) -> tuple[str, ...]:
    """The agencies that a closed group, as of a day, brings into a task to lead or perform, but the plan's issuer."""
    groups = (each.agency for each in assignments(task) if each.role in _CARRY_OUT)
    members = (member for group in dict.fromkeys(groups) for member in registry.members(group, day))
    return registry.in_order(each for each in members if each != plan.issuer)


def _covered(found: Iterator[TaskView], bodies: "_Bodies", registry: Registry, asked: Asked) -> Iterator[Covered]:
    for view in found:
        agencies = collective(view.plan, view.task, registry, asked.as_of)
        wanted = tuple(each for each in agencies if not asked.agencies or each in asked.agencies)
        if wanted and view.state.bucket is not Bucket.CANCELLED:
            planned, covering = bodies.with_plan(view.plan), bodies.implementing(view)
            rest = [each for each in wanted if each not in covering]
            yield Covered(
                view,
                wanted,
                tuple(each for each in rest if each in planned),
                tuple(each for each in rest if each not in planned),
            )


class _Bodies:
    """The agencies whose own plans hang below a plan. A draft is no plan yet."""

    def __init__(self, workspace: Workspace, as_of: Day) -> None:
        self._links = Links(workspace)
        self._as_of = as_of
        self._under: dict[str, set[str]] = defaultdict(set)
        self._of_year: dict[int, set[str]] = defaultdict(set)
        for plan in self._links.plans.values():
            if plan.file.under and not plan.is_draft:
                self._under[plan.file.under].add(plan.issuer)
            for year in plan.term.years if not (plan.file.under or plan.is_draft) else ():
                self._of_year[year].add(plan.issuer)

    def with_plan(self, plan: Plan) -> frozenset[str]:
        """The agencies that have a plan under this one, or a plan of one of its years that is under none."""
        return frozenset(self._under[plan.name].union(*(self._of_year[year] for year in plan.term.years)))

    def implementing(self, view: TaskView) -> frozenset[str]:
        """The agencies with a task in their plan that implements a task, directly or through others, on the day."""
        then = ((linked, linked.task.on(self._as_of)) for linked, _ in self._links.below(view.plan, view.task))
        return frozenset(
            linked.plan.issuer
            for linked, task in then
            if task is not None and not linked.plan.is_draft and (task.until is None or self._as_of < task.until)
        )
