"""`due`, `list`, `stats` and the quarterly report agree on every figure, on any plan with any records."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from any_workspace import DAYS, REPORTERS, any_workspace
from builders import day, part, task, workspace
from cchc_cli.documents.reports.periodic import Periodic, build
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import Deadline, Document, Entry, Happening, Role, Status
from cchc_cli.plan.tasks import Task
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import due
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.shares import assignments
from cchc_cli.queries.stats import StatsRow, stats
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.schedule import Period, period
from cchc_cli.state.timing import Bucket, Timing
from conftest import examples

PERIODS = st.sampled_from(["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])


def listed(of: Workspace, asked: Asked) -> list[TaskView]:
    """What `list` shows, but for the duties of the body."""
    return [view for view in views(of, asked) if not view.task.is_body]


def buckets(found: Iterable[Bucket]) -> dict[Bucket, int]:
    counted = Counter(found)
    return {bucket: counted[bucket] for bucket in Bucket}


def figures(row: StatsRow) -> dict[str, str]:
    return {"total": str(row.total), **{bucket.value: str(amount) for bucket, amount in row.buckets.items()}}


def report(of: Workspace, as_of: date, window: Period) -> Periodic:
    return build(Scene(of, as_of, window))


def window(name: str) -> Period:
    found = period(name)
    assert found is not None
    return found


@given(any_workspace(), DAYS)
def test_list_shows_each_task_once_and_stats_counts_what_list_shows(of: Workspace, as_of: date) -> None:
    tasks = listed(of, Asked(as_of))
    assert len({view.task.id for view in tasks}) == len(tasks)
    got = stats(of, Asked(as_of), "section")
    assert (got.total.total, got.total.buckets) == (len(tasks), buckets(view.state.bucket for view in tasks))
    for row in got.rows:
        own = [view for view in tasks if view.task.section == row.id]
        assert (row.total, row.buckets) == (len(own), buckets(view.state.bucket for view in own))
    assert got.total.done_late == sum(view.state.timing is Timing.LATE for view in tasks)


def leads_of(task: Task) -> set[str]:
    return {each.agency for each in assignments(task) if each.role is Role.LEAD}


@given(any_workspace(), DAYS)
def test_rows_by_agency_count_the_tasks_that_it_leads(of: Workspace, as_of: date) -> None:
    tasks = listed(of, Asked(as_of))
    for row in stats(of, Asked(as_of), "agency").rows:
        led = [view for view in tasks if row.id in (leads_of(view.task) or {""})]
        assert (row.total, row.buckets) == (len(led), buckets(view.state.bucket for view in led))


@given(any_workspace(), DAYS)
def test_the_states_of_list_share_out_every_task(of: Workspace, as_of: date) -> None:
    total = stats(of, Asked(as_of), "section").total
    shown = {bucket: listed(of, Asked(as_of, states=(bucket,))) for bucket in Bucket}
    assert {bucket: len(tasks) for bucket, tasks in shown.items()} == total.buckets
    assert sum(len(tasks) for tasks in shown.values()) == total.total


@given(any_workspace(), DAYS)
def test_due_counts_the_milestones_that_list_shows(of: Workspace, as_of: date) -> None:
    got = due(of, Asked(as_of), 30)
    tasks = listed(of, Asked(as_of))
    assert got.counts == buckets(seen.state.bucket for view in tasks for seen in view.milestones)
    overdue = {item.view.task.id for item in got.items
               if item.seen.state.bucket is Bucket.OVERDUE and not item.view.task.is_body}  # fmt: skip
    assert {view.task.id for view in tasks if view.state.bucket is Bucket.OVERDUE} == overdue


@given(any_workspace(), DAYS, REPORTERS)
def test_for_one_agency_all_count_the_part_that_it_leads(of: Workspace, as_of: date, agency: str) -> None:
    asked = Asked(as_of, (agency,))
    leads = [view for view in listed(of, asked) if view.part == "lead"]
    assert stats(of, asked, "section").total.buckets == buckets(view.state.bucket for view in leads)
    led = [seen.state.bucket for view in leads for seen in view.milestones if seen.part == "lead"]
    assert due(of, asked, 30).counts == buckets(led)


@given(any_workspace(), DAYS, PERIODS)
def test_stale_tasks_are_counted_as_they_are_listed(of: Workspace, as_of: date, name: str) -> None:
    asked = Asked(as_of, period=window(name))
    stale = [view for view in reported(of, asked) if view.stale]
    got = stats(of, asked, "section")
    assert got.total.stale == sum(not view.task.is_body for view in stale) == sum(row.stale for row in got.rows)
    assert got.body.stale == sum(view.task.is_body for view in stale)


@given(any_workspace(), DAYS, PERIODS)
def test_the_quarterly_report_prints_the_same_figures(of: Workspace, as_of: date, name: str) -> None:
    told, got = report(of, as_of, window(name)), due(of, Asked(as_of), 30, everything=True)
    total = stats(of, Asked(as_of), "section")
    for printed, row in zip(told.sections, (*total.rows, total.total), strict=True):
        assert figures(row).items() <= structs.asdict(printed).items()
    assert len(told.overdue) == got.counts[Bucket.OVERDUE]
    assert len(told.tasks) == sum(not each.seen.state.milestone.checkpoint for each in got.items)
    assert sum(each.total for each in (*told.fields, *told.parts)) + told.lead.total == total.total.total
    listed = {each.name: each.result for each in told.statistics}
    assert listed["Số nhiệm vụ đã hoàn thành"] == str(total.total.buckets[Bucket.DONE])
    assert listed["Số nhiệm vụ quá hạn chưa hoàn thành"] == str(total.total.buckets[Bucket.OVERDUE])
    assert len(told.since.overdue) <= len(told.overdue)


@examples(200)
@given(any_workspace(), PERIODS, st.integers(1, 60), st.data())
def test_nothing_dated_and_recorded_later_changes_the_figures_of_a_past_period(
    of: Workspace, name: str, days: int, data: st.DataObject
) -> None:
    past = window(name)
    later, plan = past.end + timedelta(days=days), of.plans[0]
    about = st.sampled_from(["I.1", "I.2", "I.2/1", "II.1", "II.2"])
    entries = [
        (data.draw(REPORTERS), Entry(task=data.draw(about), date=later, recorded=later, status=status,
                                     evidence=(Document(number="9/BC"),), difficulties="khó", proposals="xin"))
        for status in data.draw(st.lists(st.sampled_from(Status), max_size=3))
    ]  # fmt: skip
    actions: list[Literal["set", "extend", "request", "refuse"]] = ["set", "extend", "request", "refuse"]
    decided = [
        Deadline(task=data.draw(about), action=action, recorded=later, to=later + timedelta(days=30))
        for action in data.draw(st.lists(st.sampled_from(actions), max_size=2))
    ]
    records = structs.replace(
        plan.records,
        entries=(*plan.records.entries, *entries),
        deadlines=(*plan.records.deadlines, *decided),
        events=(*plan.records.events, Happening(event="e2", date=later, recorded=later)),
    )
    more = structs.replace(of, plans=(structs.replace(plan, records=records),))
    assert report(more, past.end, past) == report(of, past.end, past)
    asked = Asked(past.end, period=past)
    assert stats(more, asked, "agency") == stats(of, asked, "agency")


def test_a_checkpoint_is_listed_and_never_overdue() -> None:
    parts = (part("I.1/1", "Tháng 02/2026", checkpoint=True), part("I.1/2", "Tháng 12/2026"))
    of = workspace(task("", milestones=parts))
    got = due(of, Asked(day("1/5")), 30)
    assert [item.seen.state.milestone.id for item in got.items] == ["I.1/1"], "its day has passed, and it is shown"
    assert (got.overdue, got.counts[Bucket.DUE_SOON], got.counts[Bucket.LATER]) == (0, 0, 2)
    assert stats(of, Asked(day("1/5")), "section").total.buckets[Bucket.LATER] == 1
