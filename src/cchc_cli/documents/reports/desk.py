"""The monitor's own sheet of a period: what it has to settle, and what stands in no report to a superior."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from cchc_cli.answers.snapshot import Frozen, noted
from cchc_cli.documents.reports import citations, filed, replies, rows
from cchc_cli.documents.reports.filed import Told as Filed
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.queries.views import TaskView
from cchc_cli.schedule import title
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.paper import count


class Told(Struct, frozen=True):
    """What an agency told last of a task in the period."""

    id: str
    agency: str
    difficulty: str
    proposal: str


class Checkpoint(Struct, frozen=True):
    """A day that agencies set themselves, and how it stands."""

    id: str
    title: str
    lead: str
    due: str
    state: str


class Desk(Struct, frozen=True, kw_only=True):
    """What the template prints; `blanks` are what nobody has written yet for the period's report."""

    subject: str
    named: str
    period: str
    window: str
    requests: tuple[replies.Request, ...]
    unreported: tuple[replies.Owing, ...]
    unreported_together: tuple[replies.OwingTogether, ...]
    unreported_words: str
    filed: Filed
    unproven: tuple[rows.Row, ...]
    submitted: tuple[rows.Row, ...]
    checkpoints: tuple[Checkpoint, ...]
    told: tuple[Told, ...]
    frozen: Frozen | None
    blanks: tuple[str, ...] = ()


def build(scene: Scene) -> Desk:
    """The sheet of a period."""
    unreported = replies.unreported(scene)
    return Desk(
        subject=f"Phiếu theo dõi {title(scene.period)}",
        named=citations.plan(scene),
        period=title(scene.period),
        window=citations.window(scene),
        requests=replies.requests(scene),
        unreported=unreported,
        unreported_together=replies.unreported_together(unreported, scene),
        unreported_words=f"{count(len(unreported))} cơ quan",
        filed=filed.told(scene),
        unproven=_rows(scene, lambda state: state.timing is Timing.UNPROVEN),
        submitted=_rows(scene, lambda state: state.bucket is Bucket.SUBMITTED),
        checkpoints=tuple(_checkpoints(scene)),
        told=tuple(_told(scene)),
        frozen=noted(scene.workspace, scene.plan, scene.period),
    )


REPORT = ReportKind("Phiếu theo dõi của cơ quan tổng hợp (không gửi đi)", build, issuer="monitor")


def _rows(scene: Scene, wanted: Callable[[State], bool]) -> tuple[rows.Row, ...]:
    return rows.rows(((view, state) for view, state in rows.milestones(scene.tasks) if wanted(state)), scene)


def _checkpoints(scene: Scene) -> Iterator[Checkpoint]:
    """The open checkpoints, in plan order."""
    for view in scene.tasks:
        for seen in view.milestones:
            state = seen.state
            if state.milestone.checkpoint and state.bucket not in (Bucket.DONE, Bucket.CANCELLED):
                row = rows.row(view, state, scene)
                late = state.term.due is not None and state.term.due < scene.as_of
                yield Checkpoint(row.id, row.title, row.lead, row.due, "đã qua ngày" if late else "chưa đến ngày")


def _told(scene: Scene) -> Iterator[Told]:
    """The last difficulty and the last proposal of each agency on each task, as recorded in the period."""
    for view in scene.tasks:
        for agency, entries in _by_agency(view, scene).items():
            difficulty = next((each for each, _ in entries if each), "")
            proposal = next((each for _, each in entries if each), "")
            if difficulty or proposal:
                name = scene.workspace.registry.name(agency)
                yield Told(rows.task_identity(view), name, difficulty, proposal)


def _by_agency(view: TaskView, scene: Scene) -> dict[str, list[tuple[str | None, str | None]]]:
    """Difficulties and proposals by agency, the last first."""
    last = min(scene.period.end, scene.as_of)
    found: dict[str, list[tuple[str | None, str | None]]] = {}
    for report in reversed(scene.ledgers[view.plan.name].task_reports(view.task, scene.as_of)):
        if scene.period.start <= report.entry.recorded <= last:
            told = (report.entry.difficulties, report.entry.proposals)
            found.setdefault(report.entry.agency or report.by, []).append(told)
    return {agency: found[agency] for agency in scene.workspace.registry.in_order(found)}
