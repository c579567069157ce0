"""Why work is late: which agencies are behind, the difficulty that its agency told last, and what it proposes."""

from collections.abc import Iterator
from typing import Literal

from cchc_cli.documents.reports.scene import Scene
from cchc_cli.documents.reports.time_asked import asks_for_time
from cchc_cli.plan.succession import everyone
from cchc_cli.queries.views import TaskView
from cchc_cli.state.seats import closing
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.wording.agencies import called

_NAMED_LATE = 10


def cause(view: TaskView, state: State, scene: Scene, agency: str | None = None) -> str:
    """The cause for a superior to read: a text about an extension is left out; with `agency`, of this agency."""
    if not _is_late(state):
        return ""
    told = next((each for each in _told(view, state, scene, agency, "difficulties") if not asks_for_time(each)), "")
    return ". ".join(filter(None, (_behind(state, scene), told)))


def reason(view: TaskView, state: State, scene: Scene, agency: str | None = None) -> str:
    """The cause and the proposal, each as the agency told it last; with `agency`, of this agency."""
    if not _is_late(state):
        return ""
    difficulty = next(_told(view, state, scene, agency, "difficulties"), "")
    proposal = next(_told(view, state, scene, agency, "proposals"), "")
    return ". ".join(filter(None, (_behind(state, scene), difficulty, f"Kiến nghị: {proposal}" if proposal else "")))


def _is_late(state: State) -> bool:
    return state.timing in (Timing.OVERDUE, Timing.LATE)


def _told(
    view: TaskView, state: State, scene: Scene, agency: str | None, what: Literal["difficulties", "proposals"]
) -> Iterator[str]:
    """What those who close the milestone wrote, the last first, with the agency's name where there are several."""
    ledger = scene.ledgers[view.plan.name]
    registry, monitor = ledger.registry, ledger.plan.file.monitor
    closers = (agency,) if agency else closing(ledger, view.task, state.milestone, scene.as_of) or (monitor,)
    kin = everyone(registry.succession, closers)
    for report in reversed(ledger.reports(state.milestone, scene.as_of)):
        text, by = getattr(report.entry, what), report.entry.agency or report.by
        if text and report.entry.action is None and by in kin:
            text = text.rstrip(".")
            yield f"{scene.workspace.registry.name(by)}: {text}" if state.parts else text


def _behind(state: State, scene: Scene) -> str:
    """ "Còn 2/5 cơ quan chưa hoàn thành: UBND xã A, UBND xã B"; many names are omitted."""
    late = [agency for agency, part in state.parts if part.bucket is Bucket.OVERDUE]
    if not late:
        return ""
    names = ", ".join(called(scene.workspace.registry, agency, scene.as_of) for agency in late)
    told = f"Còn {len(late)}/{len(state.parts)} cơ quan chưa hoàn thành"
    return f"{told}: {names}" if len(late) <= _NAMED_LATE else told
