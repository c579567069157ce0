"""Answers → rows and lists of finished strings that several reports print."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct, structs

from cchc_cli.answers import cells
from cchc_cli.documents.reports import causes
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, Document, Status
from cchc_cli.plan.tasks import Milestone
from cchc_cli.queries.views import TaskView
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.paper import count, short_date
from cchc_cli.wording.sections import heading
from cchc_cli.wording.states import PROGRESS
from cchc_cli.wording.turns import turn_title

_CITED = 8
"""How many documents a row cites: what each of 65 communes sent would fill pages."""


class Row(Struct, frozen=True):
    """A milestone, as tables and sentences print it; an empty field is "".

    `cause` is why it is late, `reason` the cause with what the agency proposes.
    """

    id: str
    section: str
    title: str
    products: str
    lead: str
    due: str
    state: str
    days_late: str
    done_on: str
    evidence: str
    cause: str
    reason: str


class Group(Struct, frozen=True):
    """Rows under the heading of their section."""

    title: str
    rows: tuple[Row, ...]


def row(view: TaskView, state: State, scene: Scene, agency: str | None = None) -> Row:
    """A milestone as a table row or parts of a sentence; with `agency`, the reason is that of this agency."""
    registry = scene.workspace.registry
    return Row(
        id=_identity(view, state),
        section=view.task.section,
        title=cells.title(view, state),
        products="; ".join(state.milestone.products or view.task.products),
        lead=cells.leads(view.task.assigned(state.milestone), registry, scene.as_of),
        due=short_date(state.term.due) if state.term.due else state.milestone.schedule.text,
        state=_standing(state, scene),
        days_late=str(state.days_late or ""),
        done_on=short_date(state.done_on) if state.done_on else "",
        evidence=_proof(state.evidence),
        cause=causes.cause(view, state, scene, agency),
        reason=causes.reason(view, state, scene, agency),
    )


def rows(found: Iterable[tuple[TaskView, State]], scene: Scene, agency: str | None = None) -> tuple[Row, ...]:
    """A row for each milestone, in the order given."""
    return tuple(row(view, state, scene, agency) for view, state in found)


def task_identity(view: TaskView) -> str:
    """A task's number as papers print it: "I.9", "mục 3" without sections, "phần IV.3.a" for `body.IV.3-1`."""
    if view.task.is_given:
        return f"cấp trên giao số {view.task.number}"
    if not view.task.is_apart:
        return f"mục {view.task.id}" if view.task.section == TASKS else view.task.id
    clause = view.task.id.removeprefix("body.").rpartition("-")[0]
    return f"phần {clause}.{view.task.number}"


def identity(view: TaskView, turn: Milestone | None) -> str:
    """A task's number, and which turn of it: "II.5 (quý I năm 2026)"."""
    own = task_identity(view)
    return f"{own} ({turn_title(turn.turn.id)})" if turn is not None and turn.turn is not None else own


def milestones(tasks: Iterable[TaskView]) -> Iterator[tuple[TaskView, State]]:
    """Every milestone with its task, in plan order, without checkpoints, which bind nobody.

    In place of a milestone that comes again on printed days stand its turns.
    """
    found = ((view, seen.state) for view in tasks for seen in view.pieces)
    return ((view, state) for view, state in found if not state.milestone.checkpoint)


def overdue(tasks: Iterable[TaskView]) -> list[tuple[TaskView, State]]:
    """The overdue milestones, in plan order."""
    return [(view, state) for view, state in milestones(tasks) if state.bucket is Bucket.OVERDUE]


def longest_first(found: Iterable[tuple[TaskView, State]]) -> list[tuple[TaskView, State]]:
    """The milestones sorted by days late, the longest first, else in the order given."""
    return sorted(found, key=lambda each: -(each[1].days_late or 0))


def by_section(scene: Scene) -> tuple[Group, ...]:
    """Every milestone under the heading of its section, duties of the body last."""
    return tuple(
        Group(title, rows(_wholes(own), scene))
        for title, own in groupby(scene.tasks, lambda view: heading(view.plan, view.task.section) or "")
    )


def _wholes(tasks: Iterable[TaskView]) -> Iterator[tuple[TaskView, State]]:
    found = ((view, seen.state) for view in tasks for seen in view.milestones)
    return ((view, state) for view, state in found if not state.milestone.checkpoint)


def folded(group: Group) -> Group:
    """A section's rows, in which a task with several milestones shows its title and products once."""
    below = (_below(each, above) for above, each in pairwise(group.rows))
    return structs.replace(group, rows=(*group.rows[:1], *below))


def shortened(text: str, length: int) -> str:
    """The text in at most `length` characters, cut between words."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,;:–-')}…"


def short_title(title: str, length: int) -> str:
    """A title in at most `length` characters; the milestone's part after the last dash is kept if it is short."""
    task, dash, milestone = title.rpartition(" – ")
    if len(title) <= length or not dash or len(milestone) > length // 2:
        return shortened(title, length)
    return f"{shortened(task, length - len(dash + milestone))}{dash}{milestone}"


def _below(row: Row, above: Row) -> Row:
    """A row below another row of the same task: it shows only what differs."""
    task, dash, milestone = row.title.rpartition(" – ")
    own, others = (each.id.rpartition("/")[0] for each in (row, above))
    if own != others or not own or not dash or not above.title.startswith(task + dash):
        return row
    products = "" if row.products == above.products else row.products
    return structs.replace(row, title=f"– {milestone}", products=products)


def _identity(view: TaskView, state: State) -> str:
    """A milestone's number as papers print it; a duty of the body has one milestone, printed with the duty's number.

    A turn has the number of its milestone: the title says which turn it is.
    """
    if state.milestone.of is not None:
        return view.task.id if len(view.task.milestones) == 1 else state.milestone.of
    return task_identity(view) if view.task.is_apart else cells.identity(view, state, False)


def _proof(documents: Sequence[Document]) -> str:
    """The documents that prove a result; of many, the first: `cchc show` has them all."""
    rest = len(documents) - _CITED
    more = (f"… và {count(rest)} tài liệu khác",) if rest > 0 else ()
    return "; ".join((*map(_cited, documents[:_CITED]), *more))


def _cited(document: Document) -> str:
    """ "123/QĐ-UBND ngày 31/3/2026, UBND tỉnh, về …": a document as tables cite it, with the short date.

    One without number is cited by its name or title: "Biên bản kiểm tra ngày 31/3/2026".
    """
    head = document.number or document.name or document.title
    dated = f"ngày {short_date(document.date)}" if document.date else None
    title = None if document.title == head else document.title
    return ", ".join(filter(None, (" ".join(filter(None, (head, dated))), document.issuer, title, document.link)))


def _standing(state: State, scene: Scene) -> str:
    """ "quá hạn 4 ngày (3/5 cơ quan đã hoàn thành)": the state, and of open or vouched work how many have done theirs.

    What only the monitor has to know is left to its own sheet: that proof is missing, and what checkpoints are.
    """
    words = cells.milestone_words(state, scene.as_of)
    if state.timing is Timing.UNPROVEN:
        words = PROGRESS[Status.DONE]
    closed = state.bucket in (Bucket.DONE, Bucket.CANCELLED)
    if not state.parts or (closed and not state.vouched_parts):
        return f"{words}{cells.turns_done(state)}"
    vouched = ", còn lại được xác nhận chung" if state.vouched_parts else ""
    done = f"{state.done_parts}/{len(state.counted.parts)}"
    reported = "đã báo hoàn thành" if vouched else "đã hoàn thành"
    return f"{words} ({done} cơ quan {reported}{vouched}){cells.turns_done(state)}"
