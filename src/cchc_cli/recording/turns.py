"""A turn as officers type it (2026-03, "tháng 3", "Quý I/2026", 30/6/2026) → the turn of a task; and where none is
typed, the one that is meant, or the fault that lists those to choose from.
"""

from collections.abc import Iterable

from cchc_cli.model import Status
from cchc_cli.plan.tasks import Milestone, Task
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.schedule import Turn
from cchc_cli.schedule.period_words import period_id
from cchc_cli.state.states import State
from cchc_cli.vietnamese.paper import parse_day, short_date

_MOST = 12
_CLOSED = (Status.DONE, Status.CANCELLED)


def turn(task: Task, milestone: Milestone | None, typed: str) -> Milestone | Fault:
    """The turn of the task's one milestone that comes again, or of the named one."""
    own = [each for each in (task.milestones if milestone is None else (milestone,)) if each.turns]
    if len(own) != 1:
        named = milestone.id if milestone else task.id
        hint = ", ".join(f"{each.id}@{typed}" for each in own)
        told = f"{named} có nhiều mốc định kỳ" if own else f"{named} không phải nhiệm vụ định kỳ có nhiều lần"
        return Fault(Field.TURN, told, f"ghi rõ một trong: {hint}" if own else f"nêu {named}, không kèm lần")
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


def not_whole(task: Task, state: State) -> Fault:
    """The fault of a decision on work that comes again as a whole: a day is that of one turn."""
    still = [each for each in state.turns if each.progress not in _CLOSED] or list(state.turns)
    days = [f"{_id(each)} (hạn {short_date(each.term.due)})" if each.term.due else _id(each) for each in still[:_MOST]]
    more = f" và {len(still) - _MOST} lần nữa" if len(still) > _MOST else ""
    named = task.id if len(task.milestones) == 1 else state.milestone.id
    told = f"{named} là nhiệm vụ định kỳ, gồm {len(state.turns)} lần: hạn là hạn của từng lần"
    return Fault(Field.TURN, told, f"ghi như: cchc extend {still[0].milestone.id} …; các lần: {', '.join(days)}{more}")


def submitted(task: Task, turns: Iterable[State], agency: str | None) -> State | Fault | None:
    """The turn that the monitor judges where it names none: the one that was submitted, by `agency` or by any."""
    found = [each for each in turns if Status.SUBMITTED in _progress(each, agency)]
    if len(found) < 2:
        return found[0] if found else None
    ids = ", ".join(_id(each) for each in found)
    return Fault(Field.TURN, f"{task.id} có {len(found)} lần đang chờ xác nhận: {ids}", ("thêm ", Field.TURN))


def _progress(turn: State, agency: str | None) -> set[Status]:
    own = [part.progress for by, part in turn.parts if agency in (None, by)]
    return set(own) if own else {turn.progress}


def _id(turn: State) -> str:
    return turn.milestone.turn.id if turn.milestone.turn else turn.milestone.id
