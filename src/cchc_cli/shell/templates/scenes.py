"""Options → the scene of a report: its plans, period, day and agencies; impossible options are a `Stop`."""

from datetime import date as Day
from typing import NamedTuple

from msgspec import structs

from cchc_cli.answers.snapshot import drifted
from cchc_cli.documents.reports.scene import ReportKind, Scene
from cchc_cli.model import Ends, Snapshot
from cchc_cli.plan.chief import parent
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.as_known import as_known
from cchc_cli.queries.snapshot import drift
from cchc_cli.schedule import Period, following, period, previous, quarter
from cchc_cli.shell import screen
from cchc_cli.shell.options import days, former, period_notes, subject, typed_names
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import short_date

_LAST = {"quarter": "Q4", "half": "H1", "nine": "9M", "year": "", "month": "12"}

"""The last period of a kind in a year, as its id ends."""
_EACH_OTHER = ("month", "quarter")
"""Kinds of periods that follow each other within a year."""


class Wanted(NamedTuple):
    """--agency, --within, --period, --as-of, --as-reported as typed."""

    agency: list[str] | None = None
    within: int | None = None
    period: str | None = None
    as_of: str | None = None
    as_reported: bool = False


def scene(report: ReportKind, workspace: Workspace, wanted: Wanted) -> Scene:
    """The scene of a report: the options decide its plan, period, day and agencies."""
    today = days.day(wanted.as_of)
    at_hand = _year(report, wanted.period, today, workspace)
    whole, workspace = workspace, (subject.chief_first if report.whole else subject.about_one)(workspace, at_hand)
    settings, within, plan = workspace.own_settings, wanted.within, workspace.plans[0]
    told = _period(report, wanted.period, today, plan)
    if wanted.period and told.end < (issued := plan.issued or plan.term.start):
        raise Stop(f"kỳ {told.id} kết thúc trước khi có kế hoạch ({short_date(issued)})", "xem lại kỳ")
    frozen = _frozen(report, told, wanted, plan) if wanted.as_reported else None
    if frozen is not None:
        workspace = structs.replace(workspace, plans=(as_known(plan, frozen.recorded),))
    closed = (report.closed or wanted.period) and not wanted.as_of
    day = frozen.as_of if frozen else min(told.end, today) if closed else today
    if within is not None and not report.soon:
        raise Stop("báo cáo này không có phần sắp đến hạn, --within không thay đổi gì", "bỏ --within")
    if within is not None and within < 0:
        raise Stop(f"--within: {within} không dùng được", "số ngày phải từ 0 trở lên, như --within 60")
    chosen = _chosen(report, wanted.agency, workspace.registry, day)
    soon = settings.due_soon_days or 0 if within is None else within
    return Scene(workspace, day, told, chosen, soon, parent(whole, plan, at_hand), frozen)


def _frozen(report: ReportKind, period: Period, wanted: Wanted, plan: Plan) -> Snapshot:
    """The figures of a period as they were frozen; where there are none, or another day is asked for, a `Stop`."""
    if not report.closed:
        raise Stop("báo cáo này không có số liệu đã chốt", "bỏ --as-reported, hoặc dùng báo cáo định kỳ")
    if wanted.as_of:
        raise Stop("--as-reported lấy ngày đã chốt số liệu, không dùng cùng --as-of", "bỏ một trong hai")
    found = next((each for each in plan.records.snapshots if each.period == period.id), None)
    if found is None:
        raise Stop(f"kỳ {period.id} chưa chốt số liệu", f"chốt bằng: cchc snapshot {period.id}")
    return found


def say(report: ReportKind, wanted: Wanted, made: Scene) -> None:
    """Tell on stderr which period was taken for want of one, and where it has not ended or is not the plan's."""
    if report.closed and wanted.period is None:
        screen.say(f"Không nêu --period: lấy kỳ {made.period.id}.")
    if made.frozen:
        screen.say(f"Số liệu như đã chốt ngày {short_date(made.frozen.recorded)}.")
        left = drifted(drift(made.workspace, made.plan, made.frozen))
        if left:
            screen.say(f"Lưu ý: danh mục lập lại từ sổ ghi không còn khớp số đã chốt: {left}.")
    elif report.closed or wanted.period:
        period_notes.say(made.period, made.as_of)
    if made.period.start > made.plan.term.end:
        screen.say(f"Lưu ý: kỳ {made.period.id} sau thời gian của kế hoạch ({short_date(made.plan.term.end)}).")


def _chosen(report: ReportKind, given: list[str] | None, registry: Registry, day: Day) -> tuple[str, ...]:
    """The agencies of --agency: one agency that is not a group, several without open groups, or none, by the report."""
    chosen = typed_names.agencies(given, registry)
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


def _year(report: ReportKind, named: str | None, today: Day, workspace: Workspace) -> int:
    """The year at hand, by which the chief plan is found: of closed figures, the last closed one that has a plan."""
    ends = workspace.settings.ends
    if named is not None:
        return _named(report, named, ends).end.year
    now = quarter(today, ends).end.year
    last = _last_ended(report.periods[0], today, ends).end.year if report.closed else now
    planned = any(plan.term.start.year <= last <= plan.term.end.year for plan in workspace.plans)
    return last if planned else now


def _period(report: ReportKind, named: str | None, today: Day, plan: Plan) -> Period:
    """The period of --period; else, of closed figures, the plan's last that has ended; else today's quarter."""
    ends = plan.settings.ends
    if named is not None:
        return _named(report, named, ends)
    return _of_plan(report.periods[0], plan, today) if report.closed else quarter(today, ends)


def _named(report: ReportKind, named: str, ends: Ends) -> Period:
    found = days.period_of(named, ends)
    if report.periods and found.kind not in report.periods:
        raise Stop(f"--period: báo cáo này không làm cho kỳ {found.id}", "xem tên các báo cáo: cchc report --list")
    return found


def _of_plan(kind: str, plan: Plan, today: Day) -> Period:
    """The last period of a kind in the plan's term that has ended on a day; before the first has ended, the first."""
    ends, begun = plan.settings.ends, max(plan.issued or plan.term.start, plan.term.start)
    current = _last_ended(kind, min(today, _last_of(kind, plan.term.end.year, ends).end), ends)
    if current.end >= begun:
        return current
    return following(current, ends) if kind in _EACH_OTHER else _last_of(kind, current.end.year + 1, ends)


def _last_ended(kind: str, day: Day, ends: Ends) -> Period:
    """The last period of a kind that has ended on a day."""
    current = _last_of(kind, day.year + 1, ends)
    while current.end > day:
        current = previous(current, ends)
    return current


def _last_of(kind: str, year: int, ends: Ends) -> Period:
    found = period(f"{year}-{_LAST[kind]}".rstrip("-"), ends)
    assert found is not None
    return found
