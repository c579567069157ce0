"""An entry written or taken back → lines that tell what it changed."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.answers import cells, receipt
from cchc_cli.queries.effects import Shift
from cchc_cli.recording.new_entry import Update
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.milestones import State, milestone_state
from cchc_cli.wording.states import PROGRESS


def changes(found: tuple[Shift, ...], update: Update, after: Ledger, as_of: Day) -> Iterator[str]:
    """ "I.1: quá hạn 5 ngày → đã hoàn thành đúng hạn"; where no state changes, the present state."""
    told = list(receipt.changes(found, after.registry, as_of))
    if told:
        yield from told
        return
    before = {effect.after.milestone.id: effect.before for effect in found}
    for milestone in update.milestones:
        now = milestone_state(after, update.task, milestone, as_of)
        was = _part(update, before.get(milestone.id, now))
        one = milestone.id if len(update.task.milestones) > 1 else update.task.id
        whose = f", {after.registry.name(update.part)}" if update.part in dict(now.parts) else ""
        yield f"{one}{whose}: {_unchanged(was, _part(update, now), as_of)}"


def _unchanged(was: State, now: State, as_of: Day) -> str:
    words, progress = cells.milestone_state(now, as_of).text, PROGRESS[now.progress]
    if was.progress is not now.progress:
        return f"{PROGRESS[was.progress]} → {progress} ({words})"
    return f"tình trạng không đổi ({words if words.startswith(progress) else f'{words}, {progress}'})"


def _part(update: Update, state: State) -> State:
    return dict(state.parts).get(update.part or "", state)
