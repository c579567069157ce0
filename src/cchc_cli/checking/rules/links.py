"""The links between plans as they are written, and hints for those that lead nowhere."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from cchc_cli.checking.rules.nearest_ids import Hints, TaskHints, near_name
from cchc_cli.checking.rules.rows import rows
from cchc_cli.model import TaskRow
from cchc_cli.plan.links import plans_by_name
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace


class Written(Struct, frozen=True):
    """A reference under `implements`: its plan, its row, its place in the list."""

    plan: Plan
    row: TaskRow
    item: int
    reference: str


def written(workspace: Workspace) -> Iterator[Written]:
    """Every reference to a task of another plan, headings' too, in plan order."""
    for plan in workspace.plans:
        duties = (task.row for task in plan.tasks if task.is_body)
        for row in (*rows(plan), *duties):
            for item, reference in enumerate(row.implements):
                yield Written(plan, row, item, reference)


class LinkHints:
    """Hints for references to other plans: the task of the same plan, or the plan, that was probably meant."""

    def __init__(self, workspace: Workspace) -> None:
        self._plans = plans_by_name(workspace)
        self._names = (*self._plans, *workspace.absent)
        self._tasks: dict[str, Hints] = {}
        self._of_plans = Hints(self._near_plan, "ghi tên một kế hoạch trong thư mục plan/")

    def plan(self, name: str) -> str:
        """For a plan that is not there."""
        return self._of_plans.hint(name)

    def task(self, plan: Plan, identity: str) -> str:
        """For a task that a plan does not have."""
        hints = self._tasks.setdefault(plan.name, Hints(_NearTask(plan).hint, f"xem: cchc list --plan {plan.name}"))
        return hints.hint(identity)

    def bare(self, own: Plan, identity: str) -> str:
        """For an id without a plan: the plan above, else the first other plan that has the task."""
        above = self._plans.get(own.file.under or "")
        holders = self._holders.get(identity.upper(), ())
        found = above if above in holders else next((each for each in holders[:2] if each is not own), None)
        return f'có phải "{found.name}:{identity}"?' if found else 'ghi kèm tên kế hoạch, như "2026:I.9"'

    @cached_property
    def _holders(self) -> dict[str, list[Plan]]:
        """The plans that have a task, by its id in upper case."""
        found: dict[str, list[Plan]] = {}
        for plan in self._plans.values():
            for identity in plan.by_id:
                found.setdefault(identity, []).append(plan)
        return found

    def _near_plan(self, name: str) -> str:
        return near_name(name, self._names, "các kế hoạch: " + ", ".join(self._names[:5]))


class _NearTask:
    """The id of a plan that is nearest to an unknown one, with the plan's name."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._hints = TaskHints(plan)

    def hint(self, identity: str) -> str:
        own = self._hints.meant(identity)
        if own is not None:
            return f'có phải "{self._plan.name}:{own}"?'
        near = near_name(identity, self._ids, "")
        return near.replace('"', f'"{self._plan.name}:', 1) or self._hints.hint(identity)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(task.id for task in self._plan.tasks)
