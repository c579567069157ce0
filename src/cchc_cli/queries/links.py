"""What a task implements, who implements it, and how both stand on a day (docs/promises.md#links)."""

from datetime import date as Day

from msgspec import Struct

from cchc_cli.plan.links import Linked, Links
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.states import TaskState
from cchc_cli.state.tasks import task_state


class Stand(Struct, frozen=True):
    """One end of a link: the reference, and the task with its state; None for a task that was not read.

    `state` is None too if the plan does not have the task on the day. `via` names the task through which another is
    implemented indirectly.
    """

    reference: str
    linked: Linked | None
    state: TaskState | None
    via: str | None = None


class Standings:
    """How the ends of links stand on a day. The records of each plan are indexed once."""

    def __init__(self, workspace: Workspace, as_of: Day) -> None:
        self.workspace = workspace
        self.links = Links(workspace)
        self.as_of = as_of
        self._ledgers: dict[str, Ledger] = {}

    def implements(self, task: Task) -> tuple[Stand, ...]:
        """The tasks of other plans that a task implements, as written."""
        return tuple(self._stand(each, self.links.target(each)) for each in dict.fromkeys(task.row.implements))

    def implemented_by(self, plan: Plan, task: Task) -> tuple[Stand, ...]:
        """The tasks on the day that implement a task, in the order of their agencies; the indirect ones last."""
        below = tuple(self.links.below(plan, task))
        in_order = self.workspace.registry.in_order(each.issuer for each, _ in below)
        ranks = {agency: place for place, agency in enumerate(in_order)}
        ordered = sorted(below, key=lambda each: (each[1] is not None, ranks[each[0].issuer]))
        found = (self._stand(each.name, each, through) for each, through in ordered)
        return tuple(each for each in found if each.state is not None)

    def _stand(self, reference: str, found: Linked | None, through: Linked | None = None) -> Stand:
        then = found.task.on(self.as_of) if found else None
        via = through.name if through else None
        if found is None or then is None:
            return Stand(reference, found, None, via)
        return Stand(reference, found, task_state(self._ledger(found.plan), then, self.as_of), via)

    def _ledger(self, plan: Plan) -> Ledger:
        if plan.name not in self._ledgers:
            self._ledgers[plan.name] = Ledger.of(plan, self.workspace)
        return self._ledgers[plan.name]
