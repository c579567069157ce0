"""The page to look at: what is overdue and due soon, the figures, the days ahead and every task of all open plans."""

from msgspec import Struct, structs

from cchc_cli.answers import cells, due
from cchc_cli.documents.charts import Chart
from cchc_cli.documents.page import grids, lines, targets, tasks
from cchc_cli.documents.page.circles import ROLES, Circles
from cchc_cli.documents.page.grids import Grid, Taking
from cchc_cli.documents.page.lines import Lists
from cchc_cli.documents.page.targets import Goals
from cchc_cli.documents.page.tasks import Sections
from cchc_cli.documents.reports import pictures
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.plan.plans import Plan
from cchc_cli.queries import due as due_query
from cchc_cli.queries import stats as query
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.schedule import quarter
from cchc_cli.state.rates import Rate
from cchc_cli.state.timing import Bucket, presses
from cchc_cli.vietnamese.paper import share, short_date
from cchc_cli.wording.levels import LEVEL
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.states import BUCKET


class Choice(Struct, frozen=True):
    """An option of a filter."""

    value: str
    name: str


class Summary(Struct, frozen=True):
    """The first figures; a rate has its numerator and denominator beside it.

    What is listed and not counted stands beside: work of the body or given from above, checkpoints that have passed.
    """

    overdue: int
    overdue_beside: str
    soon: int
    soon_beside: str
    total: str
    done: str
    done_of: str
    on_time: str
    on_time_of: str


class Dashboard(Struct, frozen=True, kw_only=True):
    """What the template prints; `by_level` and `tree` are None for one plan.

    `standing` says that the plan is a draft or closed, `ahead` counts what stands in the days ahead.
    """

    title: str
    standing: str
    day: str
    within: str
    chosen: tuple[str, ...]
    summary: Summary
    lists: Lists
    remarks: tuple[str, ...]
    section_chart: Chart | None
    agency_charts: tuple[Chart, ...]
    by_agency: Grid
    by_section: Grid
    goals: Goals
    by_level: Grid | None
    tree: Grid | None
    taking: tuple[Taking, ...]
    beside: tuple[Taking, ...]
    ahead: int
    total: int
    plans: tuple[Sections, ...]
    roles: tuple[Choice, ...]
    states: tuple[Choice, ...]
    levels: tuple[Choice, ...]


def build(scene: Scene) -> Dashboard:
    """The page, or with chosen agencies what concerns them."""
    asked, workspace, circles = _asked(scene), scene.workspace, Circles()
    several = len(workspace.plans) > 1
    answer = due_query.due(workspace, asked, scene.within, everything=True)
    by_section, by_agency = query.stats(workspace, asked, "section"), query.stats(workspace, asked, "agency")
    plans = tasks.by_plan(scene, asked, circles)
    listed = lines.lists(answer, scene, circles)
    every = [task for plan in plans for section in plan.sections for task in section.tasks]
    taking = grids.taking_part(scene, (task.who for task in every), circles.of())
    rows = {row.id for row in by_agency.rows}
    levels = {plan.level: None for plan in plans}
    return Dashboard(
        title=" ".join(scene.plan.file.title.split()),
        standing=_standing(scene.plan),
        day=cells.as_of_line(scene.as_of, len(workspace.plans)),
        within=f"trong {scene.within} ngày tới" if scene.within else "hôm nay",
        chosen=tuple(map(workspace.registry.name, scene.agencies)),
        summary=_summary(answer, by_section),
        lists=listed,
        remarks=due.remarks(answer, workspace),
        section_chart=_states(scene, asked, by_section),
        agency_charts=_shares(by_agency),
        by_agency=grids.figures(by_agency, scene),
        by_section=grids.figures(by_section, scene),
        goals=targets.goals(scene, asked),
        by_level=grids.figures(query.stats(workspace, asked, "level"), scene) if several else None,
        tree=grids.plans(scene, _counted(scene, asked), asked) if several else None,
        taking=taking,
        beside=tuple(each for each in taking if each.id not in rows),
        ahead=sum(not line.own for month in listed.months for line in month.lines),
        total=len(every),
        plans=plans,
        roles=tuple(Choice(ROLES[role], name) for role, name in ROLE.items()),
        states=tuple(Choice(bucket.value, BUCKET[bucket]) for bucket in Bucket),
        levels=tuple(Choice(level, name) for level, name in LEVEL.items() if level in levels),
    )


def _asked(scene: Scene) -> Asked:
    """What the figures are asked with; the quarter that runs is what `stats` takes where no period is named."""
    usual = scene.period == quarter(scene.as_of, scene.plan.settings.ends)
    return Asked(scene.as_of, agencies=scene.agencies, period=None if usual else scene.period)


def _counted(scene: Scene, asked: Asked) -> list[TaskView]:
    """The tasks that `stats` counts."""
    found = (view for view in reported(scene.workspace, asked) if not view.task.is_apart)
    return [view for view in found if not asked.agencies or view.part == "lead"]


def _standing(plan: Plan) -> str:
    closed = plan.file.closed
    return "Dự thảo" if plan.is_draft else f"Đã đóng ngày {short_date(closed)}" if closed else ""


def _summary(answer: due_query.Answer, stats: query.Stats) -> Summary:
    overdue, total = answer.pressing[Bucket.OVERDUE], stats.total
    led = (item for item in answer.items if item.seen.part == "lead")
    apart = [item.seen.state for item in led if item.view.task.is_apart]
    late = sum(each.bucket is Bucket.OVERDUE for each in apart)
    pressing = sum(presses(each.bucket, each.term, answer.asked.as_of, answer.within) for each in apart)
    return Summary(
        overdue=overdue,
        overdue_beside=_beside((late, "mốc giao riêng")),
        soon=sum(answer.pressing.values()) - overdue - answer.passed,
        soon_beside=_beside((pressing - late, "mốc giao riêng"), (answer.passed, "mốc nội bộ đã qua ngày")),
        total=str(total.total),
        done=_share(total.done_rate),
        done_of=f"{total.done_rate.done}/{total.done_rate.of}",
        on_time=_share(total.on_time_rate),
        on_time_of=f"{total.on_time_rate.done}/{total.on_time_rate.of}",
    )


def _beside(*found: tuple[int, str]) -> str:
    """ "ngoài ra 1 mốc giao riêng"; "" where there is nothing."""
    told = ", ".join(f"{number} {words}" for number, words in found if number)
    return f"ngoài ra {told}" if told else ""


def _share(rate: Rate) -> str:
    return share(rate.done, rate.of)


def _states(scene: Scene, asked: Asked, by_section: query.Stats) -> Chart | None:
    """The states by section of the chief plan."""
    if len(scene.workspace.plans) == 1:
        return pictures.states_by_section(scene.plan, by_section)
    chief = query.stats(structs.replace(scene.workspace, plans=(scene.plan,)), asked, "section")
    chart = pictures.states_by_section(scene.plan, chief)
    return structs.replace(chart, title=f"{chart.title}, {scene.plan.file.title}") if chart else None


def _shares(by_agency: query.Stats) -> tuple[Chart, ...]:
    """The shares done by agency, where there are several."""
    agencies = len(by_agency.rows)
    return pictures.done_by_agency(by_agency, agencies) if agencies > 1 else ()


REPORT = ReportKind("Trang theo dõi mọi kế hoạch đang mở", build, agencies="many", soon=True, whole=True)
