"""One agency's report: tasks it leads, tasks it takes part in; what is overdue, due soon or not reported."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from cchc_cli.documents.reports import above, citations, figures, owed, replies, rows
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.plan.tasks import leads
from cchc_cli.queries.stats import row as counted
from cchc_cli.queries.views import Seen, TaskView
from cchc_cli.schedule import title
from cchc_cli.state.states import urgency
from cchc_cli.vietnamese.paper import count
from cchc_cli.wording.roles import ROLE

_USUAL = "Tình hình thực hiện nhiệm vụ cải cách hành chính"


class Part(rows.Row, frozen=True):
    """A task that others lead, with the agency's role in it."""

    role: str


class Sheet(Struct, frozen=True, kw_only=True):
    """What the template prints: the agency's own part of tasks that it leads, and the leads' state of other tasks.

    `remarks` are for the officer alone, and not printed.
    """

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    period: str
    window: str
    total_words: str
    summary: str
    overdue_words: str
    lead: tuple[rows.Row, ...]
    other: tuple[Part, ...]
    overdue: tuple[rows.Row, ...]
    due_soon: tuple[rows.Row, ...]
    unreported: tuple[rows.Row, ...]
    difficulties: tuple[replies.Said, ...]
    proposals: tuple[replies.Said, ...]
    remarks: tuple[str, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> Sheet:
    """The report of the one agency in the scene."""
    [agency] = scene.agencies
    name, monitor = scene.workspace.registry.full(agency), scene.plan.file.monitor
    tasks = scene.own(agency)
    leading = [each for each in tasks if each.part == "lead" and not each.task.is_apart]
    led, silent = counted(agency, name, leading, scene.asked), [view for view in tasks if agency in view.missing]
    pressed = owed.by_agency(scene).get(agency, owed.Pressing([], []))
    return Sheet(
        subject=f"{citations.work(scene, _USUAL, 'Tình hình thực hiện')} {title(scene.period)} của {name}",
        to=above.leaders(agency, scene) if agency == monitor else (scene.workspace.registry.full(monitor),),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        period=title(scene.period),
        window=citations.window(scene),
        total_words=f"{count(led.total)} nhiệm vụ{_common(leading)}",
        summary=figures.summary(led),
        overdue_words=figures.amount(pressed.overdue),
        lead=tuple(rows.row(view, seen.state, scene, agency) for view, seen in _seen(tasks, "lead")),
        other=tuple(_other(view, seen, scene) for view, seen in _seen(tasks, "other")),
        overdue=rows.rows(rows.longest_first(pressed.overdue), scene, agency),
        due_soon=rows.rows(pressed.due_soon, scene, agency),
        unreported=tuple(_unreported(view, scene, agency) for view in silent),
        difficulties=replies.said(tasks, scene, "difficulties", agency),
        proposals=replies.said(tasks, scene, "proposals", agency),
        remarks=tuple(_remarks(silent)),
    )


REPORT = ReportKind("Báo cáo của một cơ quan về nhiệm vụ của mình", build, issuer="agency", agencies="one", soon=True)


def _remarks(silent: Sequence[TaskView]) -> Iterable[str]:
    """What the agency still has to report before the sheet is signed."""
    if silent:
        numbers = ", ".join(rows.task_identity(view) for view in silent)
        yield f"trong kỳ còn {count(len(silent))} nhiệm vụ chưa cập nhật: {numbers}."


def _common(leading: Sequence[TaskView]) -> str:
    """A remark on how many tasks the agency leads only as a member of a group, or ""."""
    common = sum(not leads(each for each in view.shares if each.via is None) for view in leading)
    if not common:
        return ""
    told = "đều" if common == len(leading) else f"trong đó {count(common)} nhiệm vụ"
    return f" ({told} giao chung cho nhóm cơ quan)"


def _seen(tasks: Iterable[TaskView], part: str) -> Iterable[tuple[TaskView, Seen]]:
    found = ((view, seen) for view in tasks for seen in view.milestones if seen.part == part)
    return ((view, seen) for view, seen in found if not seen.state.milestone.checkpoint)


def _other(view: TaskView, seen: Seen, scene: Scene) -> Part:
    told = rows.row(view, seen.state, scene)
    role = ", ".join(dict.fromkeys(ROLE[share.role] for share in seen.shares))
    return Part(**structs.asdict(told), role=role)


def _unreported(view: TaskView, scene: Scene, agency: str) -> rows.Row:
    """A row for the task, made from its most urgent milestone."""
    led = [seen.state for seen in view.milestones if seen.part == "lead"]
    return rows.row(view, min(led, key=urgency), scene, agency)
