"""What `list` prints of the tasks of one plan: kept, it answers for all days on which only the days left change."""

from msgspec import Struct

from cchc_cli.answers.tasks import TaskLine, task_line
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.views import Asked, candidates, passes
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.spans import Span, of_all


class TaskLines(Struct, frozen=True, array_like=True):
    """The tasks that pass the filters, and the days on which they are these and stand so."""

    plan: str
    days: Span
    lines: tuple[TaskLine, ...]


def task_lines(workspace: Workspace, asked: Asked) -> TaskLines:
    """The lines of a workspace's only plan."""
    (plan,) = workspace.plans
    found = tuple(candidates(workspace, asked))
    states = (state for sight in found for state in sight.whole.milestones)
    days = of_all(Ledger.of(plan, workspace), states, asked.as_of)
    listed = (sight.view for sight in found if passes(sight, asked))
    return TaskLines(plan.name, days, tuple(task_line(view, workspace.registry, asked.as_of) for view in listed))
