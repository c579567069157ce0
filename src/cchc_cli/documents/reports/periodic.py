"""Periodic reports (quarter, 6 months, 9 months, year): leadership first, then the fields, assessment, next period.

Wording and outline are editable text of the template. The settings `report_lead` and `report_fields` say which section
of the appendix fills which heading.
"""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.answers.snapshot import Frozen, noted
from cchc_cli.documents.charts import Chart
from cchc_cli.documents.reports import (
    above,
    citations,
    figures,
    headings,
    next_period,
    pictures,
    replies,
    rows,
    statistics_annex,
)
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS
from cchc_cli.queries.stats import StatsRow
from cchc_cli.queries.views import TaskView
from cchc_cli.schedule import title
from cchc_cli.vietnamese.paper import count

_USUAL = "Kết quả công tác cải cách hành chính"


class Periodic(Struct, frozen=True, kw_only=True):
    """Everything that the template prints, as finished strings and rows of strings.

    `about` is "cải cách hành chính", or "" for a plan about other work. `frozen` is the day when the
    figures were closed, if they are; `tasks` and `task_groups` hold the same rows.
    """

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    about: str
    period: str
    total_words: str
    summary: str
    kpi: str
    kpi_without: str
    frozen: Frozen | None
    since: rows.Since
    lead: headings.Heading
    fields: tuple[headings.Heading, ...]
    overdue_words: str
    overdue: tuple[rows.Row, ...]
    difficulties: tuple[replies.Said, ...]
    proposals: tuple[replies.Said, ...]
    next_title: str
    next: tuple[rows.Row, ...]
    statistics: tuple[statistics_annex.Figure, ...]
    sections: tuple[figures.Counts, ...]
    agencies: tuple[figures.Counts, ...]
    tasks: tuple[rows.Row, ...]
    task_groups: tuple[rows.Group, ...]
    targets: tuple[statistics_annex.Target, ...]
    unreported: tuple[replies.Owing, ...]
    unreported_together: tuple[replies.OwingTogether, ...]
    unreported_words: str
    requests: tuple[replies.Request, ...]
    section_chart: Chart | None
    agency_charts: tuple[Chart, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> Periodic:
    """The report of a period."""
    total, tasks = scene.by_section.total, scene.appendix_tasks
    late, groups, unreported = rows.overdue(tasks), rows.by_section(scene), replies.unreported(scene)
    return Periodic(
        subject=f"{citations.work(scene, _USUAL, 'Kết quả thực hiện')} {title(scene.period)}",
        to=_to(scene),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        about="cải cách hành chính" if citations.is_on_reform(scene) else "",
        period=title(scene.period),
        total_words=figures.tasks_words(total),
        summary=figures.summary(total),
        kpi=figures.rate(scene.by_section.kpi),
        kpi_without=_computed(tasks),
        frozen=noted(scene.workspace, scene.plan, scene.period, scene.as_of),
        since=rows.since(scene),
        lead=headings.heading(scene, headings.lead(scene)),
        fields=tuple(headings.heading(scene, each) for each in headings.fields(scene)),
        overdue_words=figures.amount(late),
        overdue=rows.rows(late, scene),
        difficulties=replies.said(scene.tasks, scene, "difficulties"),
        proposals=replies.said(scene.tasks, scene, "proposals"),
        next_title=title(next_period.following_period(scene)),
        next=next_period.falling_due(scene),
        statistics=tuple(statistics_annex.counted(scene)),
        sections=_counts(each for each in (*scene.by_section.rows, total) if each.id != TASKS),
        agencies=_counts((*scene.by_agency.rows, scene.by_agency.total)),
        tasks=tuple(each for group in groups for each in group.rows),
        task_groups=tuple(rows.folded(each) for each in groups),
        targets=statistics_annex.targets(scene),
        unreported=unreported,
        unreported_together=replies.unreported_together(unreported, scene),
        unreported_words=f"{count(len(unreported))} cơ quan",
        requests=replies.requests(scene),
        section_chart=pictures.states_by_section(scene),
        agency_charts=pictures.done_by_agency(scene),
    )


def _to(scene: Scene) -> tuple[str, ...]:
    """The addressee of the settings; below the province, the monitor of the level above."""
    if scene.settings.recipient:
        return (scene.settings.recipient,)
    found = above.reported_to(scene.plan.issuer, scene)
    return (scene.workspace.registry.full(found),) if found else ()


def _computed(tasks: Iterable[TaskView]) -> str:
    """The tasks that the KPI's denominator omits because they are the KPI itself: "nhiệm vụ VII.13", or ""."""
    found = [rows.task_identity(view) for view in tasks if view.task.row.computed]
    return f"nhiệm vụ {', '.join(found)}" if found else ""


def _counts(given: Iterable[StatsRow]) -> tuple[figures.Counts, ...]:
    return tuple(map(figures.counts, given))
