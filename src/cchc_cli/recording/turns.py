"""A turn as officers type it (2026-03, "tháng 3", "Quý I/2026", 30/6/2026) → the turn of a task."""

from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.schedule import Turn
from cchc_cli.schedule.period_words import period_id
from cchc_cli.vietnamese.paper import parse_day

_MOST = 12


def turn(task: Task, milestone: Milestone | None, typed: str) -> Milestone | Fault:
    """The turn of the task's one milestone that comes again, or of the named one."""
    own = [each for each in (task.milestones if milestone is None else (milestone,)) if each.turns]
    if len(own) != 1:
        named = milestone.id if milestone else task.id
        hint = ", ".join(f"{each.id}@{typed}" for each in own)
        told = f"{named} có nhiều mốc định kỳ" if own else f"{named} không phải nhiệm vụ định kỳ có nhiều lần"
        return Fault(Field.TURN, told, f"ghi rõ một trong: {hint}" if own else ("bỏ ", Field.TURN))
    meant = [each for each in own[0].turns if _is_meant(each, typed)]
    found = task.turn(own[0], meant[0].id) if len(meant) == 1 else None
    return found or Fault(Field.TURN, f'{task.id} không có lần "{typed}"', f"các lần: {_listed(own[0].turns)}")


def _is_meant(turn: Turn, typed: str) -> bool:
    """Whether the words name the turn, by its id, as a period, or by its day."""
    if turn.id in (typed.upper(), period_id(typed, turn.end.year)):
        return True
    day = parse_day(typed)
    return day is not None and day in (turn.due, turn.end)


def _listed(turns: tuple[Turn, ...]) -> str:
    more = f" và {len(turns) - _MOST} lần nữa" if len(turns) > _MOST else ""
    return f"{', '.join(each.id for each in turns[:_MOST])}{more}"
