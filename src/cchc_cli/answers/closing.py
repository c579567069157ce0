"""What is left open when a plan is closed → lines."""

from collections.abc import Iterable

from cchc_cli.answers.values import short
from cchc_cli.model import Status
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.views import TaskView
from cchc_cli.vietnamese.paper import count
from cchc_cli.wording.states import BUCKET

_MOST = 30
_ENDED = (Status.DONE, Status.CANCELLED)


def still_open(plan: Plan, found: Iterable[TaskView]) -> str:
    """The tasks that nobody has finished, each with its state."""
    left = [view for view in found if view.state.progress not in _ENDED]
    if not left:
        return f"Mọi nhiệm vụ của kế hoạch {plan.name} đã hoàn thành."
    more = [f"  … xem đủ sau khi đóng: cchc list --plan {plan.name}"] if len(left) > _MOST else []
    lines = [f"  {view.task.id}  {short(view.task.title)} ({BUCKET[view.state.bucket]})" for view in left[:_MOST]]
    return "\n".join((f"Kế hoạch {plan.name} còn {count(len(left))} nhiệm vụ chưa hoàn thành:", *lines, *more))


def undo(plan: Plan) -> list[str]:
    """The words of the command that opens the plan again."""
    return ["close", "--plan", plan.name]
