"""Options → the scene of a report: its plans, period, day and agencies; impossible options are a `Stop`."""

from datetime import date as Day
from typing import NamedTuple

from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import Ends
from cchc_cli.plan.chief import parent
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import Period, period, previous, quarter
from cchc_cli.shell import screen
from cchc_cli.shell.options import days, former, scope, subject
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

_LAST = {"quarter": "Q4", "half": "H1", "nine": "9M", "year": "", "month": "12"}


class Wanted(NamedTuple):
    """--agency, --within, --period, --as-of as typed."""

    agency: list[str] | None = None
    within: int | None = None
    period: str | None = None
    as_of: str | None = None


def scene(report: ReportKind, workspace: Workspace, wanted: Wanted) -> Scene:
    """The scene of a report: the options decide its plan, period, day and agencies."""
    at_hand = _period(report, wanted.period, wanted.as_of, workspace.settings.ends).end.year
    whole, workspace = workspace, subject.about_one(workspace, at_hand)
    settings, within = workspace.own_settings, wanted.within
    told = _period(report, wanted.period, wanted.as_of, settings.ends)
    if report.closed and wanted.period is None:
        screen.say(f"Không nêu --period: lấy kỳ {told.id}.")
    issued = min(plan.issued or plan.term.start for plan in workspace.plans)
    if wanted.period and told.end < issued:
        raise Stop(f"kỳ {told.id} kết thúc trước khi có kế hoạch ({short_date(issued)})", "xem lại kỳ")
    day = days.day(wanted.as_of) if wanted.as_of or not (report.closed or wanted.period) else told.end
    if within is not None and not report.soon:
        raise Stop("báo cáo này không có phần sắp đến hạn, --within không thay đổi gì", "bỏ --within")
    if within is not None and within < 0:
        raise Stop(f"--within: {within} không dùng được", "số ngày phải từ 0 trở lên, như --within 60")
    chosen = _chosen(report, wanted.agency, workspace.registry, day)
    soon = settings.due_soon_days or 0 if within is None else within
    return Scene(workspace, day, told, chosen, soon, parent(whole, workspace.plans[0], at_hand))


def _chosen(report: ReportKind, given: list[str] | None, registry: Registry, day: Day) -> tuple[str, ...]:
    """The agencies of --agency: one agency that is not a group, several without open groups, or none, by the report."""
    chosen = scope.agencies(given, registry)
    if report.agencies == "one" and len(chosen) != 1:
        raise Stop("báo cáo này lập cho một cơ quan", 'thêm --agency "Sở …"')
    if report.agencies == "none" and chosen:
        raise Stop("báo cáo này làm cho cả kế hoạch, không theo cơ quan", "bỏ --agency, hoặc dùng báo cáo agency")
    unfit = registry.is_group if report.agencies == "one" else registry.is_open
    for each in filter(unfit, chosen):
        raise Stop(f"{registry.name(each)} là nhóm, không phải một cơ quan", "ghi tên một cơ quan trong nhóm")
    if report.issuer == "agency":
        former.refuse(chosen, registry, day)
    former.say(chosen, registry, day)
    return chosen


def _period(report: ReportKind, named: str | None, as_of: str | None, ends: Ends) -> Period:
    """The period of --period, of a kind that the report takes; else the last closed one, or the current quarter."""
    if named is not None:
        found = days.period_of(named, ends)
        if report.periods and found.kind not in report.periods:
            raise Stop(f"--period: báo cáo này không làm cho kỳ {found.id}", "xem tên các báo cáo: cchc report --list")
        return found
    day = days.day(as_of)
    if not report.closed:
        return quarter(day, ends)
    return _closed(report.periods[0], day, ends)


def _closed(kind: str, day: Day, ends: Ends) -> Period:
    """The last period of a kind whose figures are closed on a day."""
    current = period(f"{day.year + 1}-{_LAST[kind]}".rstrip("-"), ends)
    assert current is not None
    while current.end > day:
        current = previous(current, ends)
    return current
