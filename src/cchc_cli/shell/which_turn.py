"""Ask at a terminal which turn of work that comes again an entry is about."""

from datetime import date as Day

from cchc_cli.answers import turns as told
from cchc_cli.model import Status
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.tasks import Milestone
from cchc_cli.plan.workspace import Workspace
from cchc_cli.recording import turns
from cchc_cli.recording.faults import Fault
from cchc_cli.recording.identities import About
from cchc_cli.shell import questions, screen
from cchc_cli.state import seats
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.state.states import State

_CLOSED = (Status.DONE, Status.CANCELLED)
_MOST = 12


def asked(about: About, by: str, workspace: Workspace, today: Day) -> About:
    """The turn that is meant, chosen from those begun and not done; as it is where the day is to tell it."""
    own = about.task.milestones if about.milestone is None else (about.milestone,)
    if len(own) != 1 or not own[0].turns or own[0].turn is not None:
        return about
    whole, registry = own[0], workspace.registry
    state = milestone_state(Ledger.of(about.plan, workspace), about.task, whole, today)
    still = [each for each in state.turns if _is_open(each, by, registry, today)][-_MOST:]
    head = f"{about.id} là nhiệm vụ định kỳ, gồm {len(state.turns)} lần"
    screen.say(f"{head}; chưa hoàn thành:" if still else f"{head}; các lần đã đến đều đã hoàn thành.")
    for place, each in enumerate(still, 1):
        screen.say(screen.fitted(f"{place:>3}. {told.line(each, registry, today)}"))
    known = {str(place): each.milestone for place, each in enumerate(still, 1)}

    def meant(answer: str) -> Milestone | Fault:
        return known.get(answer) or (turns.turn(about.task, whole, answer) if answer else whole)

    found = questions.until("Lần nào (số thứ tự, hoặc như 2026-03; Enter: lần mà ngày ghi rơi vào): ", meant)
    return about if found is whole else about._replace(milestone=found)


def _is_open(turn: State, by: str, registry: Registry, today: Day) -> bool:
    """Whether a turn has begun and the part of the one who reports, or else the whole, is open."""
    parts = dict(turn.parts)
    own = [parts[seat] for seat in seats.of(registry, parts, by)] or [turn]
    begun = turn.milestone.turn is not None and turn.milestone.turn.start <= today
    return begun and any(each.progress not in _CLOSED for each in own)
