"""Plans that hang together: which task of another plan a task implements, and who implements it.

Rules of the field: docs/promises.md#links.
"""

from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace


class Linked(Struct, frozen=True):
    """A task with its plan."""

    plan: Plan
    task: Task

    @property
    def name(self) -> str:
        """The task's id with its plan, as a link has it."""
        return f"{self.plan.name}:{self.task.id}"

    @property
    def issuer(self) -> str:
        """The id of the agency whose plan it is."""
        return self.plan.issuer


class Links:
    """The links between the plans of a workspace, in both directions."""

    def __init__(self, workspace: Workspace) -> None:
        self.plans = plans_by_name(workspace)

    def target(self, reference: str) -> Linked | None:
        """The task of a reference ("2026:I.9"); None if it or its plan was not read."""
        name, identity = parts(reference)
        plan = self.plans.get(name)
        task = plan.by_id.get(identity.upper()) if plan else None
        return Linked(plan, task) if plan and task else None

    def implementing(self, plan: Plan, task: Task) -> tuple[Linked, ...]:
        """The tasks that implement a task directly, in the order of their plans."""
        return tuple(self._implementing.get((plan.name, task.id.upper()), ()))

    def below(self, plan: Plan, task: Task) -> Iterator[tuple[Linked, Linked | None]]:
        """The tasks that implement a task, each once, the direct ones first; the others with the task between."""
        seen = {Linked(plan, task).name}
        waiting: deque[tuple[Linked, Linked | None]] = deque((each, None) for each in self.implementing(plan, task))
        while waiting:
            found, through = waiting.popleft()
            if found.name not in seen:
                seen.add(found.name)
                yield found, through
                waiting.extend((each, found) for each in self.implementing(found.plan, found.task))

    @cached_property
    def _implementing(self) -> dict[tuple[str, str], list[Linked]]:
        found: dict[tuple[str, str], list[Linked]] = defaultdict(list)
        for plan in self.plans.values():
            for task in plan.tasks:
                for reference in dict.fromkeys(task.row.implements):
                    name, identity = parts(reference)
                    found[name, identity.upper()].append(Linked(plan, task))
        return found


def plans_by_name(workspace: Workspace) -> dict[str, Plan]:
    """Every plan that was read: those asked for, the closed ones, those beside."""
    return {plan.name: plan for plan in (*workspace.plans, *workspace.left_out, *workspace.beside)}


def parts(reference: str) -> tuple[str, str]:
    """The plan's name ("" if none is written) and the task's id: "2026:I.9" → "2026", "I.9"."""
    name, _, identity = reference.rpartition(":")
    return name, identity
