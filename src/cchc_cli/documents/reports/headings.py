"""The headings of results in a periodic report: what fills each of them, and what is told there."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cchc_cli.answers import inspect
from cchc_cli.documents.reports import figures, rows, statistics_annex
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, ReportSection
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.stats import row as row_of
from cchc_cli.queries.views import TaskView
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import count, lower_first, upper_first

_LEADING = "Công tác chỉ đạo, điều hành"
_SPREADING = "Thông tin, tuyên truyền"
_INSPECTION = "kiem tra"
_WANTED = (
    (_INSPECTION, "số cơ quan đã kiểm tra trên tổng số, vấn đề phát hiện, đã xử lý"),
    ("thong tin", "kết quả thông tin, tuyên truyền trong kỳ"),
    ("tuyen truyen", "kết quả thông tin, tuyên truyền trong kỳ"),
)
"""How a title begins, without diacritics, and what only the officer knows about it."""


class Heading(Struct, frozen=True):
    """One heading of results: figures, what was finished in the period, what is overdue, what was measured.

    `title` is "" for the whole of a plan without sections; `known`: the plan has something about it. `wanted` says what
    the officer writes.
    """

    title: str
    known: bool
    total: int
    total_words: str
    left_out: str
    summary: str
    done: tuple[rows.Row, ...]
    overdue: tuple[rows.Row, ...]
    measured: tuple[str, ...]
    wanted: str


def lead(scene: Scene) -> Heading:
    """The first heading, of those who lead."""
    return _heading(scene, _lead(scene), "văn bản chỉ đạo, điều hành đã ban hành trong kỳ và kết quả")


def parts(scene: Scene, about: str) -> tuple[Heading, ...]:
    """The headings beside it: of the setting `report_parts`, else on inspection and on publicity."""
    usual = (ReportSection(title=f"Kiểm tra {about or 'việc thực hiện'}"), ReportSection(title=_SPREADING))
    return tuple(_heading(scene, each, _wanted(each)) for each in scene.settings.report_parts or usual)


def fields(scene: Scene) -> tuple[Heading, ...]:
    """The headings of results."""
    return tuple(_heading(scene, each, _wanted(each)) for each in _fields(scene))


def _heading(scene: Scene, section: ReportSection, wanted: str) -> Heading:
    own, inspected = _tasks(scene, section), tuple(_inspected(scene, section))
    ids = {view.task.id for view in own}
    counted = row_of("", section.title, own, scene.asked)
    return Heading(
        title=section.title,
        known=bool(section.sections or section.tasks),
        total=counted.total,
        total_words=f"{count(counted.total)} nhiệm vụ",
        left_out=figures.left_out(counted),
        summary=figures.summary(counted),
        done=rows.rows(((each.view, each.state) for each in scene.changes.done if each.view.task.id in ids), scene),
        overdue=rows.rows(rows.overdue(own), scene),
        measured=(*inspected, *statistics_annex.sentences(scene, section.indicators, bool(inspected), section.title)),
        wanted="" if inspected else wanted,
    )


def _inspected(scene: Scene, section: ReportSection) -> Iterator[str]:
    """Of a heading on inspection: how many agencies were inspected on each subject, what was found and mended."""
    if fold(section.title).startswith(_INSPECTION):
        told = inspect.subjects(scene.workspace, scene.plan, scene.as_of)
        shares = {each.target.id.upper(): each.target.share for each in scene.targets if each.target.share}
        named = {share.subject for each in section.indicators if (share := shares.get(each.upper()))} - {None}
        own = [each for each in told if each.subject in named or not named]
        for each in own:
            about = f"{each.subject}: " if len(own) > 1 else ""
            yield f"{upper_first(about + inspect.tally(each))}."


def _tasks(scene: Scene, section: ReportSection) -> tuple[TaskView, ...]:
    """The tasks that a heading names, and those of its sections that no other heading names."""
    named = {task.upper() for task in section.tasks}
    elsewhere = {task.upper() for each in _headings(scene) for task in each.tasks} - named
    return tuple(
        view
        for view in scene.appendix_tasks
        if _names(view) & named or (view.task.section in section.sections and not _names(view) & elsewhere)
    )


def _names(view: TaskView) -> set[str]:
    """The ids by which a heading may name a task: its own, and that of the row that heads it."""
    parent = view.task.parent
    return {view.task.id.upper(), *((parent.id.upper(),) if parent else ())}


def _headings(scene: Scene) -> Iterable[ReportSection]:
    return (_lead(scene), *(scene.settings.report_parts or ()), *_fields(scene))


def _lead(scene: Scene) -> ReportSection:
    """Without the setting `report_lead`, the sections whose title says that they lead."""
    return scene.settings.report_lead or _leading(scene.plan)


def _fields(scene: Scene) -> Iterable[ReportSection]:
    """Without the setting `report_fields`, a heading for each other section of the plan, in its order."""
    return scene.settings.report_fields or _own_sections(scene, _lead(scene))


def _wanted(section: ReportSection) -> str:
    folded = fold(section.title)
    usual = next((wanted for begun, wanted in _WANTED if folded.startswith(begun)), None)
    named = "này" if section.title.isupper() else lower_first(section.title)
    about = f" của nội dung {named}" if section.title else " trong kỳ"
    return usual or f"kết quả nổi bật và số liệu{about}"


def _own_sections(scene: Scene, lead: ReportSection) -> Iterable[ReportSection]:
    others = (each for each in scene.plan.sections if each.id not in lead.sections)
    return [ReportSection(title="" if each.id == TASKS else each.title, sections=(each.id,)) for each in others]


def _leading(plan: Plan) -> ReportSection:
    words = fold(_LEADING).removeprefix("cong tac ")
    return ReportSection(title=_LEADING, sections=tuple(each.id for each in plan.sections if words in fold(each.title)))
