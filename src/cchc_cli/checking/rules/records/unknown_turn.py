"""A turn that a record names must be one of its task."""

from collections.abc import Iterator

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.involved import Named, named
from cchc_cli.model import Deadline, Entry
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.wording.few import few


@rule(
    "CC431",
    "Lần thực hiện không có thật",
    "Dòng ghi cho một lần mà nhiệm vụ không có thì không được tính cho lần nào.",
)
def unknown_turn(plan: Plan, workspace: Workspace) -> Found:  # noqa: ARG001
    """`turn` of entries and deadlines names a turn that the task has, or had before an amendment.

    Bad:
      tasks: [{id: I.1, schedule: Hằng quý}]
      entries: {so-noi-vu: [{task: I.1, turn: 2026-Q5, status: in_progress, recorded: 2026-03-02}]}
    Good:
      tasks: [{id: I.1, schedule: Hằng quý}]
      entries: {so-noi-vu: [{task: I.1, turn: 2026-Q1, status: in_progress, recorded: 2026-03-02}]}
    """
    for record in _naming(plan):
        about = named(plan, record.task)
        if about is None or record.turn is None:
            continue
        known = _turns(about)
        if record.turn.upper() not in known:
            message = f"{record.task} không có lần {record.turn}"
            yield Finding(record.at, message, "turn", hint=_hint(known), task=about.task.id, ground=record.turn)


def _naming(plan: Plan) -> Iterator[Entry | Deadline]:
    yield from (entry for _, entry in plan.records.entries if entry.turn is not None)
    yield from (deadline for deadline in plan.records.deadlines if deadline.turn is not None)


def _turns(about: Named) -> tuple[str, ...]:
    """The turns of the milestones meant, as they are and as they were."""
    versions = (about.task, *(former for _, former in about.task.before))
    meant = {each.id for each in about.milestones}
    found = (turn.id for task in versions for each in task.milestones if each.id in meant for turn in each.turns)
    return tuple(dict.fromkeys(found))


def _hint(known: tuple[str, ...]) -> str:
    if not known:
        return "nhiệm vụ này không có nhiều lần: bỏ turn"
    return f"các lần: {few(known, 'lần', ', ')}"
