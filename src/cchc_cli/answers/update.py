"""An entry written or taken back → lines that tell what it changed."""

from collections.abc import Iterator, Sequence
from datetime import date as Day

from cchc_cli.answers import cells, receipt
from cchc_cli.queries.effects import Shift
from cchc_cli.recording.new_entry import Update
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import milestone_state
from cchc_cli.state.states import State
from cchc_cli.wording.states import PROGRESS


def changes(found: tuple[Shift, ...], updates: Sequence[Update], after: Ledger, as_of: Day) -> Iterator[str]:
    """ "I.1: quá hạn 5 ngày → đã hoàn thành đúng hạn"; for an entry that changes no state, the present state."""
    told = list(receipt.changes(found, after.registry, as_of))
    yield from told
    if told and len(updates) == 1:
        return
    shifted = {effect.after.milestone.id for effect in found} if told else set()
    for update in updates:
        if not shifted & {each.id for each in update.milestones}:
            yield from _present(found, update, after, as_of)


def _present(found: tuple[Shift, ...], update: Update, after: Ledger, as_of: Day) -> Iterator[str]:
    before = {effect.after.milestone.id: effect.before for effect in found}
    for milestone in update.milestones:
        now = milestone_state(after, update.task, milestone, as_of)
        was = _part(update, before.get(milestone.id, now))
        one = milestone.id if milestone.turn or len(update.task.milestones) > 1 else update.task.id
        whose = f", {after.registry.name(update.part)}" if update.part in dict(now.parts) else ""
        yield f"{one}{whose}: {_unchanged(was, _part(update, now), as_of)}"


def _unchanged(was: State, now: State, as_of: Day) -> str:
    words, progress = cells.milestone_state(now, as_of).text, PROGRESS[now.progress]
    if was.progress is not now.progress:
        return f"{PROGRESS[was.progress]} → {progress} ({words})"
    return f"tình trạng không đổi: {words if words.startswith(progress) else f'{words}, {progress}'}"


def _part(update: Update, state: State) -> State:
    return dict(state.parts).get(update.part or "", state)
