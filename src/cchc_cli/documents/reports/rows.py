"""Answers → rows and lists of finished strings that several reports print."""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from msgspec import Struct, structs

from cchc_cli.answers import cells
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, Document
from cchc_cli.plan.succession import everyone
from cchc_cli.queries.changes import Extension
from cchc_cli.queries.views import TaskView
from cchc_cli.state.milestones import State
from cchc_cli.state.seats import closing
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.paper import count, short_date
from cchc_cli.wording.agencies import called
from cchc_cli.wording.sections import heading

_NAMED_LATE = 10


class Row(Struct, frozen=True):
    """A milestone, as tables and sentences print it; an empty field is ""."""

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
    reason: str


class Group(Struct, frozen=True):
    """Rows under the heading of their section."""

    title: str
    rows: tuple[Row, ...]


class Since(Struct, frozen=True):
    """What changed since the last period's cut-off, on `day`."""

    day: str
    words: str
    done: tuple[Row, ...]
    overdue: tuple[Row, ...]
    extended: tuple[Row, ...]


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
        evidence="; ".join(_cited(each) for each in state.evidence),
        reason=_reason(view, state, scene, agency),
    )


def rows(found: Iterable[tuple[TaskView, State]], scene: Scene, agency: str | None = None) -> tuple[Row, ...]:
    """A row for each milestone, in the order given."""
    return tuple(row(view, state, scene, agency) for view, state in found)


def task_identity(view: TaskView) -> str:
    """A task's number as papers print it: "I.9", "mục 3" without sections, "phần IV.3.a" for `body.IV.3-1`."""
    if not view.task.is_body:
        return f"mục {view.task.id}" if view.task.section == TASKS else view.task.id
    clause = view.task.id.removeprefix("body.").rpartition("-")[0]
    return f"phần {clause}.{view.task.number}"


def milestones(tasks: Iterable[TaskView]) -> Iterator[tuple[TaskView, State]]:
    """Every milestone with its task, in plan order."""
    return ((view, seen.state) for view in tasks for seen in view.milestones)


def overdue(tasks: Iterable[TaskView]) -> list[tuple[TaskView, State]]:
    """The overdue milestones, in plan order."""
    return [(view, state) for view, state in milestones(tasks) if state.bucket is Bucket.OVERDUE]


def longest_first(found: Iterable[tuple[TaskView, State]]) -> list[tuple[TaskView, State]]:
    """The milestones sorted by days late, the longest first, else in the order given."""
    return sorted(found, key=lambda each: -(each[1].days_late or 0))


def by_section(scene: Scene) -> tuple[Group, ...]:
    """Every milestone under the heading of its section, duties of the body last."""
    return tuple(
        Group(title, rows(milestones(own), scene))
        for title, own in groupby(scene.tasks, lambda view: heading(view.plan, view.task.section) or "")
    )


def folded(group: Group) -> Group:
    """A section's rows, in which a task with several milestones shows its title and products once."""
    below = (_below(each, above) for above, each in pairwise(group.rows))
    return structs.replace(group, rows=(*group.rows[:1], *below))


def since(scene: Scene) -> Since:
    """What changed since the last period's cut-off: the day, and rows of what is newly done, overdue, extended."""
    found = scene.changes
    done, late, extended = (count(len(each)) for each in (found.done, found.overdue, found.extended))
    return Since(
        day=short_date(found.since),
        words=f"hoàn thành thêm {done} mốc; mới quá hạn {late} mốc; gia hạn {extended} mốc",
        done=rows(((each.view, each.state) for each in found.done), scene),
        overdue=rows(((each.view, each.state) for each in found.overdue), scene),
        extended=tuple(_extended(each, scene) for each in found.extended),
    )


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
    """A milestone's number as papers print it; a duty of the body has one milestone, printed with the duty's number."""
    return task_identity(view) if view.task.is_body else cells.identity(view, state, False)


def _cited(document: Document) -> str:
    """ "123/QĐ-UBND ngày 31/3/2026, UBND tỉnh, về …": a document as tables cite it, with the short date."""
    dated = f"ngày {short_date(document.date)}" if document.date else None
    named = " ".join(filter(None, (document.number or document.name, dated)))
    return ", ".join(filter(None, (named, document.issuer, document.title, document.link)))


def _standing(state: State, scene: Scene) -> str:
    """ "quá hạn 4 ngày (3/5 cơ quan đã hoàn thành)": the state, which says what the second figure counts."""
    words = cells.milestone_words(state, scene.as_of)
    vouched = ", còn lại được xác nhận chung" if state.vouched_parts else ""
    return f"{words} ({state.done_parts}/{len(state.parts)} cơ quan đã hoàn thành{vouched})" if state.parts else words


def _reason(view: TaskView, state: State, scene: Scene, agency: str | None) -> str:
    """The reason for late work: its agencies' last difficulty or note, after the agencies that are behind."""
    if state.timing not in (Timing.OVERDUE, Timing.LATE):
        return ""
    ledger = scene.ledgers[view.plan.name]
    registry, monitor = ledger.registry, ledger.plan.file.monitor
    closers = (agency,) if agency else closing(ledger, view.task, state.milestone, scene.as_of) or (monitor,)
    kin = everyone(registry.succession, closers)
    behind = _behind(state, scene)
    for report in reversed(ledger.reports(state.milestone, scene.as_of)):
        told = report.entry.difficulties or report.entry.note
        by = report.entry.agency or report.by
        if told and report.entry.action is None and by in kin:
            named = f"{scene.workspace.registry.name(by)}: {told}" if state.parts else told
            return f"{behind}. {named}" if behind else named
    return behind


def _behind(state: State, scene: Scene) -> str:
    """ "Còn 2/5 cơ quan chưa hoàn thành: UBND xã A, UBND xã B"; many names are omitted."""
    late = [agency for agency, part in state.parts if part.bucket is Bucket.OVERDUE]
    if not late:
        return ""
    names = ", ".join(called(scene.workspace.registry, agency, scene.as_of) for agency in late)
    told = f"Còn {len(late)}/{len(state.parts)} cơ quan chưa hoàn thành"
    return f"{told}: {names}" if len(late) <= _NAMED_LATE else told


def _extended(extension: Extension, scene: Scene) -> Row:
    told = row(extension.view, extension.state, scene)
    if extension.agency is not None:
        told = structs.replace(told, lead=scene.workspace.registry.name(extension.agency))
    if extension.due is None:
        return told
    former = short_date(extension.before) if extension.before else "chưa có"
    return structs.replace(told, due=f"{short_date(extension.due)} (trước: {former})")
