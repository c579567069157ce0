"""A decision on the deadline of work that comes again names the turn that it moves."""

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import Named, deadlines
from cchc_cli.model import Deadline
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Turn
from cchc_cli.state.decisions import decided
from cchc_cli.wording.actions import DECISION
from cchc_cli.wording.few import few


@rule(
    "CC432",
    "Đổi hạn của nhiệm vụ định kỳ mà không ghi lần nào",
    "Nhiệm vụ định kỳ có hạn của từng lần; không ghi lần nào thì không hạn nào đổi.",
)
def turn_not_named(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`set` and `extend` of work that comes again need `turn`; without it they move nothing.

    Bad:
      tasks: [{id: I.1, schedule: Hằng quý}]
      deadlines:
      - {task: I.1, action: set, to: 2026-04-03, document: {number: 9/UBND, date: 2026-03-01}, recorded: 2026-03-02}
    Good:
      tasks: [{id: I.1, schedule: Hằng quý}]
      deadlines:
      - {task: I.1, action: set, turn: 2026-Q1, to: 2026-04-03, document: {number: 9/UBND, date: 2026-03-01},
         recorded: 2026-03-02}
    """
    for deadline, about in deadlines(plan):
        turns = _turns(deadline, about) if deadline.turn is None else ()
        if turns and deadline.action in ("set", "extend"):
            told = f"{DECISION[deadline.action]} mà không ghi lần nào thì không hạn nào đổi"
            message = f"{about.id} là nhiệm vụ định kỳ: {told}"
            hint = f"thêm turn: {turns[0].id} (các lần: {few((each.id for each in turns), 'lần', ', ')})"
            yield Finding(deadline.at, message, "task", hint=hint, task=about.task.id)


def _turns(deadline: Deadline, about: Named) -> tuple[Turn, ...]:
    """The turns of what the decision is about, as it was on that day, if all of it comes again."""
    then = about.task.on(decided(deadline)) or about.task
    found = [piece for each in about.milestones if (piece := then.piece(each.id)) is not None]
    return tuple(turn for each in found for turn in each.turns) if all(each.turns for each in found) else ()
