"""The headings of results in a periodic report: which sections fill them, and what is told under each."""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.documents.reports import figures, rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, ReportSection
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.stats import row as row_of
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import count

_LEADING = "Công tác chỉ đạo, điều hành"


class Heading(Struct, frozen=True):
    """One heading of results: figures, what was finished in the period, what is overdue.

    `title` is "" for the whole of a plan without sections; `known`: the plan has a section about it.
    """

    title: str
    known: bool
    total: int
    total_words: str
    summary: str
    done: tuple[rows.Row, ...]
    overdue: tuple[rows.Row, ...]


def lead(scene: Scene) -> ReportSection:
    """The first heading; without the setting `report_lead` it has the sections whose title says that they lead."""
    return scene.settings.report_lead or _leading(scene.plan)


def fields(scene: Scene) -> Iterable[ReportSection]:
    """The other headings; without the setting `report_fields` one for each section of the plan, in its order."""
    return scene.settings.report_fields or _own_sections(scene, lead(scene))


def heading(scene: Scene, section: ReportSection) -> Heading:
    """What is told under a heading."""
    own = tuple(view for view in scene.appendix_tasks if view.task.section in section.sections)
    finished = [each for each in scene.changes.done if each.view.task.section in section.sections]
    counted = row_of("", section.title, own, scene.asked)
    return Heading(
        title=section.title,
        known=bool(section.sections),
        total=counted.total,
        total_words=f"{count(counted.total)} nhiệm vụ",
        summary=figures.summary(counted),
        done=rows.rows(((each.view, each.state) for each in finished), scene),
        overdue=rows.rows(rows.overdue(own), scene),
    )


def _own_sections(scene: Scene, lead: ReportSection) -> Iterable[ReportSection]:
    others = (each for each in scene.plan.sections if each.id not in lead.sections)
    return [ReportSection(title="" if each.id == TASKS else each.title, sections=(each.id,)) for each in others]


def _leading(plan: Plan) -> ReportSection:
    words = fold(_LEADING).removeprefix("cong tac ")
    return ReportSection(title=_LEADING, sections=tuple(each.id for each in plan.sections if words in fold(each.title)))
