"""Periodic reports (quarter, 6 months, 9 months, year): leadership first, then the fields, assessment, next period.

Wording and outline are editable text of the template. The settings `report_lead` and `report_fields` say which section
of the appendix fills which heading.
"""

from collections.abc import Iterable

from msgspec import Struct

from cchc_cli.answers.snapshot import Frozen, noted
from cchc_cli.documents.charts import Chart
from cchc_cli.documents.reports import above, citations, figures, pictures, replies, rows
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, ReportSection
from cchc_cli.plan.plans import Plan
from cchc_cli.queries.stats import StatsRow
from cchc_cli.queries.stats import row as row_of
from cchc_cli.queries.targets import TargetState
from cchc_cli.queries.views import TaskView
from cchc_cli.schedule import Period, following, title
from cchc_cli.state.milestones import State
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.vietnamese.names import fold
from cchc_cli.vietnamese.paper import count, number, share, short_date
from cchc_cli.wording.targets import RESULT, level

_USUAL = "Kết quả công tác cải cách hành chính"
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


class Figure(Struct, frozen=True):
    """A line of the annex of statistics."""

    name: str
    unit: str
    result: str
    note: str = ""


class Target(Struct, frozen=True):
    """A target, its level, and its measured value."""

    id: str
    name: str
    unit: str
    level: str
    by: str
    measured: str
    result: str


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
    lead: Heading
    fields: tuple[Heading, ...]
    overdue_words: str
    overdue: tuple[rows.Row, ...]
    difficulties: tuple[replies.Said, ...]
    proposals: tuple[replies.Said, ...]
    next_title: str
    next: tuple[rows.Row, ...]
    statistics: tuple[Figure, ...]
    sections: tuple[figures.Counts, ...]
    agencies: tuple[figures.Counts, ...]
    tasks: tuple[rows.Row, ...]
    task_groups: tuple[rows.Group, ...]
    targets: tuple[Target, ...]
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
    settings, total = scene.settings, scene.by_section.total
    tasks = tuple(view for view in scene.tasks if not view.task.is_body)
    lead = settings.report_lead or _leading(scene.plan)
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
        lead=_heading(scene, tasks, lead),
        fields=tuple(_heading(scene, tasks, each) for each in settings.report_fields or _own_sections(scene, lead)),
        overdue_words=figures.amount(late),
        overdue=rows.rows(late, scene),
        difficulties=replies.said(scene.tasks, scene, "difficulties"),
        proposals=replies.said(scene.tasks, scene, "proposals"),
        next_title=title(_next(scene)),
        next=rows.rows((each for each in rows.milestones(tasks) if _falls_next(each[1], scene)), scene),
        statistics=tuple(_statistics(scene)),
        sections=_counts(each for each in (*scene.by_section.rows, total) if each.id != TASKS),
        agencies=_counts((*scene.by_agency.rows, scene.by_agency.total)),
        tasks=tuple(each for group in groups for each in group.rows),
        task_groups=tuple(rows.folded(each) for each in groups),
        targets=tuple(_target(each) for each in scene.targets),
        unreported=unreported,
        unreported_together=replies.unreported_together(unreported, scene),
        unreported_words=f"{count(len(unreported))} cơ quan",
        requests=replies.requests(scene),
        section_chart=pictures.states_by_section(scene) if scene.plan.is_divided else None,
        agency_charts=pictures.done_by_agency(scene),
    )


def _to(scene: Scene) -> tuple[str, ...]:
    """The addressee of the settings; below the province, the monitor of the level above."""
    if scene.settings.recipient:
        return (scene.settings.recipient,)
    found = above.reported_to(scene.plan.issuer, scene)
    return (scene.workspace.registry.full(found),) if found else ()


def _heading(scene: Scene, tasks: tuple[TaskView, ...], section: ReportSection) -> Heading:
    own = tuple(view for view in tasks if view.task.section in section.sections)
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


def _computed(tasks: Iterable[TaskView]) -> str:
    """The tasks that the KPI's denominator omits because they are the KPI itself: "nhiệm vụ VII.13", or ""."""
    found = [rows.task_identity(view) for view in tasks if view.task.row.computed]
    return f"nhiệm vụ {', '.join(found)}" if found else ""


def _counts(given: Iterable[StatsRow]) -> tuple[figures.Counts, ...]:
    return tuple(map(figures.counts, given))


def _statistics(scene: Scene) -> Iterable[Figure]:
    """Figures for the annex of statistics that the program can compute."""
    total = scene.by_section.total
    task, percent = "nhiệm vụ", "%"
    yield Figure("Số nhiệm vụ đề ra trong kế hoạch", task, number(total.total))
    yield Figure("Số nhiệm vụ đã hoàn thành", task, number(total.buckets[Bucket.DONE]))
    yield Figure("Trong đó: hoàn thành quá hạn", task, number(total.done_late))
    yield Figure("Số nhiệm vụ quá hạn chưa hoàn thành", task, number(total.buckets[Bucket.OVERDUE]))
    yield Figure("Số nhiệm vụ chưa cập nhật trong kỳ", task, number(total.stale))
    done, on_time = total.done_rate, total.on_time_rate
    yield Figure(
        "Tỷ lệ hoàn thành kế hoạch", percent, share(done.done, done.of), f"{figures.part(done.done, done.of)} nhiệm vụ"
    )
    note = f"{figures.part(on_time.done, on_time.of)} nhiệm vụ đã đến hạn"
    yield Figure("Tỷ lệ hoàn thành đúng hạn", percent, share(on_time.done, on_time.of), note)


def _falls_next(state: State, scene: Scene) -> bool:
    """Whether a milestone is open and due in the next period."""
    due = state.term.due
    open_timings = (Timing.DUE_SOON, Timing.IN_TIME, Timing.NOT_YET)
    return due is not None and state.timing in open_timings and scene.as_of < due <= _next(scene).end


def _next(scene: Scene) -> Period:
    """The period that begins after the report's period."""
    return following(scene.period, scene.plan.settings.ends)


def _own_sections(scene: Scene, lead: ReportSection) -> Iterable[ReportSection]:
    """The headings without the setting: one for each section of the plan, in its order."""
    others = (each for each in scene.plan.sections if each.id not in lead.sections)
    return [ReportSection(title="" if each.id == TASKS else each.title, sections=(each.id,)) for each in others]


def _leading(plan: Plan) -> ReportSection:
    """The first heading without the setting: with the sections whose title says that they are about it."""
    words = fold(_LEADING).removeprefix("cong tac ")
    return ReportSection(title=_LEADING, sections=tuple(each.id for each in plan.sections if words in fold(each.title)))


def _target(state: TargetState) -> Target:
    target, measured = state.target, state.measurement
    return Target(
        id=target.id,
        name=target.name,
        unit=target.unit,
        level=level(target),
        by=short_date(target.by) if target.by else "",
        measured=f"{number(measured.value)} ({short_date(measured.date)})" if measured else "",
        result=RESULT[state.result],
    )
