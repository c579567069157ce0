"""Periodic reports (quarter, 6 months, 9 months, year): leadership first, then the fields, assessment, next period.

Wording and outline are editable text of the template. The settings `report_lead` and `report_fields` say which section
of the appendix fills which heading.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from cchc_cli.documents.charts import Chart
from cchc_cli.documents.reports import (
    above,
    citations,
    figures,
    given,
    headings,
    next_period,
    pictures,
    replies,
    rows,
    since,
    statistics_annex,
)
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.documents.reports.since import Since
from cchc_cli.documents.reports.time_asked import asks_for_time
from cchc_cli.model import TASKS
from cchc_cli.queries.stats import StatsRow
from cchc_cli.queries.views import TaskView
from cchc_cli.schedule import title
from cchc_cli.vietnamese.paper import count, lower_first

_USUAL = "Kết quả công tác cải cách hành chính"


class Periodic(Struct, frozen=True, kw_only=True):
    """Everything that the template prints, as finished strings and rows of strings.

    It is for a superior: what only the monitor has to know stands in its own sheet (`desk`). `about` is "cải cách hành
    chính", or "" for a plan about other work; `given` tells of tasks from above, `given_wanted` what is not
    known of them; `tasks` and `task_groups` hold the same rows; `duties` counts what the body gives beside the
    appendix, `reached` the targets that are met; `carried` are the overdue tasks. `difficulties` and `proposals`
    are what agencies told, for the officer's own words in a blank.
    """

    kind: str = "BÁO CÁO"
    subject: str
    to: tuple[str, ...]
    basis: str
    named: str
    is_numbered: bool
    about: str
    period: str
    window: str
    total: int
    total_words: str
    summary: str
    duties: str
    given_title: str
    given: tuple[str, ...]
    given_wanted: str
    reached: str
    since: Since
    lead: headings.Heading
    parts: tuple[headings.Heading, ...]
    fields: tuple[headings.Heading, ...]
    overdue_words: str
    overdue: tuple[rows.Row, ...]
    difficulties: tuple[replies.Said, ...]
    proposals: tuple[replies.Said, ...]
    next_title: str
    carried: str
    next: next_period.Ahead
    focus: str
    statistics: tuple[statistics_annex.Figure, ...]
    sections: tuple[figures.Counts, ...]
    agencies: tuple[figures.Counts, ...]
    tasks: tuple[rows.Row, ...]
    task_groups: tuple[rows.Group, ...]
    targets: tuple[statistics_annex.Target, ...]
    section_chart: Chart | None
    agency_charts: tuple[Chart, ...]
    symbol: str | None = None
    received: tuple[str, ...] = ()


def build(scene: Scene) -> Periodic:
    """The report of a period."""
    total, tasks = scene.by_section.total, scene.appendix_tasks
    late, groups = rows.overdue(tasks), rows.by_section(scene)
    overdue, about = rows.rows(late, scene), "cải cách hành chính" if citations.is_on_reform(scene) else ""
    return Periodic(
        subject=f"{citations.work(scene, _USUAL, 'Kết quả thực hiện')} {title(scene.period)}",
        to=_to(scene),
        basis=citations.basis(scene),
        named=citations.plan(scene),
        is_numbered=citations.is_numbered(scene),
        about=about,
        period=title(scene.period),
        window=citations.window(scene),
        total=total.total,
        total_words=figures.tasks_words(total, _computed(tasks)),
        summary=figures.summary(total),
        duties=_duties(scene),
        given_title=given.heading(scene),
        given=given.sentences(scene),
        given_wanted=given.wanted(scene),
        reached=statistics_annex.reached(scene),
        since=since.since(scene),
        lead=headings.lead(scene),
        parts=headings.parts(scene, about),
        fields=headings.fields(scene),
        overdue_words=figures.tasks(late),
        overdue=overdue,
        difficulties=_offered(scene, "difficulties"),
        proposals=_offered(scene, "proposals"),
        next_title=title(next_period.following_period(scene)),
        carried=next_period.numbers(overdue),
        next=next_period.ahead(scene),
        focus=next_period.focus(scene, about),
        statistics=(*statistics_annex.counted(scene), *statistics_annex.gathered(scene)),
        sections=_counts(each for each in (*scene.by_section.rows, total) if each.id != TASKS),
        agencies=_counts((*scene.by_agency.rows, scene.by_agency.total)),
        tasks=tuple(each for group in groups for each in group.rows),
        task_groups=tuple(rows.folded(each) for each in groups),
        targets=statistics_annex.targets(scene),
        section_chart=pictures.states_by_section(scene.plan, scene.by_section),
        agency_charts=pictures.done_by_agency(scene.by_agency),
    )


def _duties(scene: Scene) -> str:
    """ "05 nhiệm vụ giao tại phần IV của Kế hoạch": what stands beside the counts, or ""."""
    body = scene.by_section.body
    return f"{count(body.total)} nhiệm vụ {lower_first(body.name).removeprefix('nhiệm vụ ')}" if body.total else ""


def _offered(scene: Scene, what: Literal["difficulties", "proposals"]) -> tuple[replies.Said, ...]:
    """What agencies told, without what is about an extension: those who read the report do not decide it."""
    return tuple(each for each in replies.said(scene.tasks, scene, what) if not asks_for_time(each.text))


def _to(scene: Scene) -> tuple[str, ...]:
    """The addressee of the settings; below the province, the monitor of the level above."""
    if scene.settings.recipient:
        return (scene.settings.recipient,)
    found = above.reported_to(scene.plan.issuer, scene)
    return (scene.workspace.registry.full(found),) if found else ()


def _computed(tasks: Iterable[TaskView]) -> str:
    """The tasks that tell the rate of the others: "VII.13"."""
    return ", ".join(rows.task_identity(view) for view in tasks if view.task.row.computed)


def _counts(given: Iterable[StatsRow]) -> tuple[figures.Counts, ...]:
    return tuple(map(figures.counts, given))
