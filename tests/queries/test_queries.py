"""Questions about plans on a day: who sees what, and that the figures add up (docs/promises.md#meanings)."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from any_workspace import BODY, DAYS, REPORTERS, any_workspace
from builders import (
    COMMUNES,
    assigned,
    confirmed,
    day,
    decision,
    entry,
    happened,
    ledger,
    loaded,
    part,
    real,
    task,
    whole,
    workspace,
)
from cchc_cli.model import Entry, Measurement, Role, ScheduleRow, Status, Target
from cchc_cli.plan.plans import Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer, due
from cchc_cli.queries.shares import Share
from cchc_cli.queries.stats import stats
from cchc_cli.queries.targets import targets
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.state.rates import Rate
from cchc_cli.state.states import State
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Bucket, Timing
from cchc_cli.wording.levels import BY, By
from conftest import examples


def seen(of: Workspace, on: str, *agencies: str, **filters: object) -> dict[str, TaskView]:
    asked = structs.replace(Asked(day(on), agencies), **filters)
    return {view.task.id: view for view in views(of, asked)}


def answer(of: Workspace, on: str, *agencies: str, within: int = 30, everything: bool = False) -> Answer:
    return due(of, Asked(day(on), agencies), within, everything)


def listed(of: Answer) -> list[tuple[str, str]]:
    return [(item.seen.state.milestone.id, item.seen.part) for item in of.items]


# -- what an agency sees ---------------------------------------------------------------------------------------------


def test_an_agency_sees_only_its_own_tasks() -> None:
    of = workspace(task(), task(leads=["stc"], identity="I.2"), task(leads=["xa"], identity="I.3"))
    assert list(seen(of, "1/1", "stp")) == ["I.1"]
    assert list(seen(of, "1/1", "xa-1")) == ["I.3"]
    assert list(seen(of, "1/1")) == ["I.1", "I.2", "I.3"]


def test_the_task_of_an_open_group_belongs_to_no_agency() -> None:
    of = workspace(task(leads=["lien-quan"]))
    assert seen(of, "1/4", "stp") == {}
    assert list(seen(of, "1/4", "lien-quan")) == ["I.1"]


def test_roles_say_through_which_group_and_the_own_name_comes_first() -> None:
    row = task(leads=["so"], others=[("stp", Role.APPRAISE), ("stp", Role.GUIDE), ("all-of-them", Role.PERFORM)])
    of = workspace(row)
    assert seen(of, "1/1", "stp")["I.1"].shares == (
        Share("stp", Role.APPRAISE, None),
        Share("stp", Role.GUIDE, None),
        Share("stp", Role.LEAD, "so"),
        Share("stp", Role.PERFORM, "all-of-them"),
    )
    assert seen(of, "1/1", "stp")["I.1"].part == "lead"
    assert seen(of, "1/1", "xa-1")["I.1"].part == "other"


def test_a_lead_is_timed_by_its_own_entries() -> None:
    of = workspace(task(leads=["xa"]), entries=[entry("xa-1", "5/3", "done"), entry("xa-2", "6/3", "submitted")])
    buckets = {agency: seen(of, "1/4", agency)["I.1"].state.bucket for agency in COMMUNES}
    assert buckets == {"xa-1": Bucket.DONE, "xa-2": Bucket.SUBMITTED, "xa-3": Bucket.OVERDUE}


def test_who_takes_part_sees_the_leads_state() -> None:
    row = task(others=[("stc", Role.COORDINATE)])
    of = workspace(row, entries=[entry("stc", "5/3", "done")])
    got = seen(of, "1/4", "stc")["I.1"]
    assert (got.part, got.state.bucket, got.milestones[0].part) == ("other", Bucket.OVERDUE, "other")


def test_of_several_agencies_the_most_urgent_part_is_shown() -> None:
    of = workspace(task(leads=["xa"]), entries=[entry("xa-1", "5/3", "done")])
    assert seen(of, "1/4", "xa-1", "xa-3")["I.1"].state.bucket is Bucket.OVERDUE


def test_for_a_lead_a_task_has_the_state_of_the_milestones_that_it_leads() -> None:
    own = structs.replace(part("I.1/1", "Tháng 3/2026"), assignments=(assigned("vp"), assigned("stc", Role.COORDINATE)))
    of = workspace(
        task(milestones=(own, part("I.1/2", "Tháng 5/2026"))), entries=[entry("stp", "5/5", "done", "I.1/2")]
    )
    assert seen(of, "1/6")["I.1"].state.bucket is Bucket.OVERDUE
    assert seen(of, "1/6", "stp")["I.1"].state.bucket is Bucket.DONE
    assert [each.part for each in seen(of, "1/6", "vp")["I.1"].milestones] == ["lead"], "I.1/2 is not its own"
    assert seen(of, "1/6", "stc")["I.1"].part == "other"


def test_filters() -> None:
    rows = (task(title="Công khai thủ tục"), task(identity="II.1", others=[("stc", Role.GUIDE)]), task(identity="I.2"))
    of = workspace(*rows, entries=[entry("stp", "5/3", "done", "I.2")])
    assert list(seen(of, "1/4", sections=("II",))) == ["II.1"]
    assert list(seen(of, "1/4", states=(Bucket.DONE,))) == ["I.2"]
    assert list(seen(of, "1/4", roles=(Role.GUIDE,))) == ["II.1"]
    assert list(seen(of, "1/4", "stc", roles=(Role.LEAD,))) == []
    assert list(seen(of, "1/4", search="CONG KHAI")) == ["I.1"]


def test_tasks_are_in_plan_order_with_the_duties_of_the_body_last() -> None:
    rows = (task(identity="II.1"), task(identity="I.2"), task(identity="I.10"))
    assert list(seen(workspace(*rows, duties=[("stp",)]), "1/1")) == ["I.2", "I.10", "II.1", BODY]


# -- due -------------------------------------------------------------------------------------------------------------


def test_due_lists_overdue_then_due_soon_by_day_then_plan_order() -> None:
    rows = (
        task("Tháng 4/2026", identity="I.1"),
        task("Tháng 3/2026", identity="I.2"),
        task("Tháng 4/2026", identity="I.3"),
        task("Tháng 5/2026", identity="I.4"),
        task("Thường xuyên", identity="I.5"),
    )
    got = answer(workspace(*rows), "1/4")
    assert listed(got) == [("I.2/1", "lead"), ("I.1/1", "lead"), ("I.3/1", "lead")]
    counts = {bucket.value: number for bucket, number in got.counts.items() if number}
    assert counts == {"overdue": 1, "due_soon": 2, "later": 1, "ongoing": 1}


@pytest.mark.parametrize(("within", "ids"), [(29, []), (30, ["I.1/1"]), (61, ["I.1/1", "I.2/1"])])
def test_within_so_many_days_the_last_included(within: int, ids: list[str]) -> None:
    of = workspace(task(), task("Tháng 4/2026", identity="I.2"))
    assert [identity for identity, _ in listed(answer(of, "1/3", within=within))] == ids


def test_due_lists_everything_if_asked() -> None:
    of = workspace(task("Thường xuyên"), task(identity="I.2"), entries=[entry("stp", "1/3", "done", "I.2")])
    assert listed(answer(of, "1/4")) == []
    assert listed(answer(of, "1/4", everything=True)) == [("I.2/1", "lead"), ("I.1/1", "lead")]


def test_counts_take_the_lead_part_only() -> None:
    of = workspace(task(), task(leads=["stc"], others=[("stp", Role.COORDINATE)], identity="I.2"))
    got = answer(of, "1/4", "stp")
    assert listed(got) == [("I.1/1", "lead"), ("I.2/1", "other")]
    assert (got.counts[Bucket.OVERDUE], got.overdue) == (1, 1)
    assert answer(of, "1/4", "xa-1").overdue == 0


def test_duties_of_the_body_are_counted_apart() -> None:
    of = workspace(task(), duties=[("stp",)], deadlines=[decision("set", "1/1", "31/3", BODY)])
    got = answer(of, "1/4")
    assert (got.counts[Bucket.OVERDUE], got.body_counts[Bucket.OVERDUE], got.overdue) == (1, 1, 2)


def test_due_of_the_real_plan_for_one_department() -> None:
    got = answer(real(), "1/2", "so-tu-phap")
    overdue = [identity for identity, part in listed(got)[: got.overdue] if part == "lead"]
    assert overdue == ["I.1/1", "I.2/1", "I.3/1", "I.5/1"]
    assert all(item.view.task.id not in ("V.6", "V.4") for item in answer(real(), "1/2", "so-tu-phap").items)


# -- stats -----------------------------------------------------------------------------------------------------------


def test_each_rate_has_its_denominator() -> None:
    rows = [task(identity=f"I.{number}") for number in range(1, 6)]
    of = workspace(
        *rows, task("Thường xuyên", identity="I.6"), task("Tháng 9/2026", identity="I.7"),
        entries=[
            entry("stp", "31/3", "done", "I.1"),
            entry("stp", "5/4", "done", "I.2"),
            entry("stp", "5/3", "done", "I.3", unproven=True),
            entry("stp", "5/3", "cancelled", "I.4"),
            entry("stp", "5/3", "done", "I.6"),
            entry("stp", "5/3", "done", "I.7"),
        ],
    )  # fmt: skip
    total = stats(of, Asked(day("1/5")), "section").total
    assert (total.total, total.done_late) == (7, 1)
    assert total.done_rate == Rate(4, 6)  # of all but the cancelled one; I.6 goes on
    assert total.on_time_rate == Rate(1, 4)  # of I.1, I.2, I.3, I.5; the unproven one is not on time


def test_a_task_is_due_when_the_last_of_its_days_has_come() -> None:
    of = workspace(task(milestones=(part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026"))))
    assert stats(of, Asked(day("30/5")), "section").total.on_time_rate == Rate(0, 0)
    assert stats(of, Asked(day("31/5")), "section").total.on_time_rate == Rate(0, 1)


def test_the_province_counts_each_task_once_whatever_the_number_of_leads() -> None:
    of = workspace(task(leads=["stp", "stc"]), task(leads=["xa"], identity="I.2"))
    got = stats(of, Asked(day("1/1")), "agency")
    assert {row.id: row.total for row in got.rows} == {"stp": 1, "stc": 1, "xa": 1}
    assert got.total.total == 2


def test_rows_stand_in_registry_order_and_carry_printed_names() -> None:
    of = workspace(task(leads=["xa"]), task(leads=["stc"], identity="I.2"), task(leads=["snv"], identity="I.3"))
    assert [row.id for row in stats(of, Asked(day("1/1")), "agency").rows] == ["snv", "stc", "xa"]
    assert [row.name for row in stats(of, Asked(day("1/1")), "section").rows] == ["LĨNH VỰC I"]


def test_the_body_is_counted_apart_and_the_kpi_leaves_out_the_task_that_measures_it() -> None:
    rows = (task(), task(identity="I.2"), task("Theo tiến độ được giao", leads=["snv"], identity="I.3", computed=True))
    of = workspace(*rows, duties=[("stp",)], entries=[entry("stp", "5/3", "done"), entry("stp", "5/3", "done", BODY)])
    got = stats(of, Asked(day("1/4")), "section")
    assert (got.total.total, got.body.total, got.body.done_rate) == (3, 1, Rate(1, 1))
    assert (got.total.done_rate, got.kpi) == (Rate(1, 2), Rate(1, 2))


def test_for_one_agency_only_what_it_leads_is_counted() -> None:
    of = workspace(task(leads=["xa"]), task(leads=["stc"], others=[("xa", Role.PERFORM)], identity="I.2"),
                   entries=[entry("xa-1", "5/3", "done")])  # fmt: skip
    got = stats(of, Asked(day("1/4"), ("xa-1",)), "section").total
    assert (got.total, got.done_rate) == (1, Rate(1, 1))


def test_the_real_plan_has_84_tasks_and_5_duties_of_the_body() -> None:
    got = stats(real(), Asked(day("1/1")), "section")
    assert (got.total.total, got.body.total, got.kpi.of) == (84, 5, 83)
    assert [row.total for row in got.rows] == [13, 17, 8, 11, 7, 15, 13]


def test_a_snapshot_of_the_example_has_the_figures_of_its_day() -> None:
    of = loaded("examples/tinh-mau").workspace
    for snapshot in of.plans[0].records.snapshots:
        buckets = stats(of, Asked(snapshot.as_of), "section").total.buckets
        assert {bucket: getattr(snapshot.counts, bucket.value) for bucket in buckets} == buckets


# -- targets ---------------------------------------------------------------------------------------------------------


def target(comparator: str, value: float = 50) -> Target:
    return Target(id="1", name="Tỷ lệ", comparator=comparator, value=value, unit="%")  # type: ignore[arg-type]


def measured(on: str, value: float, of: str = "1") -> Measurement:
    return Measurement(target=of, date=day(on), value=value, recorded=day(on))


@pytest.mark.parametrize(
    ("comparator", "met"),
    [(">=", (False, True, True)), (">", (False, False, True)), ("=", (False, True, False)),
     ("<=", (True, True, False)), ("<", (True, False, False))],
)  # fmt: skip
def test_a_target_is_met_by_its_comparator(comparator: str, met: tuple[bool, ...]) -> None:
    results = [
        targets(workspace(targets=[target(comparator)], measurements=[measured("1/3", value)]), day("1/4"))[0].result
        for value in (49, 50, 51)
    ]
    assert results == ["met" if each else "not_met" for each in met]


def test_the_last_measurement_up_to_the_day_holds() -> None:
    of = workspace(targets=[target(">=")], measurements=[measured("1/6", 60), measured("1/3", 40)])
    assert [targets(of, day(on))[0].result for on in ("28/2", "1/3", "1/6")] == ["not_measured", "not_met", "met"]


def test_objectives_come_first_then_products() -> None:
    own = Target(id="I.1", name="Tỷ lệ", comparator=">=", value=20, unit="%")
    got = targets(workspace(task(targets=(own,)), targets=[target(">=")]), day("1/1"))
    assert [(each.of, each.target.id) for each in got] == [("1", "1"), ("I.1", "I.1")]


# -- what holds for any plan -----------------------------------------------------------------------------------------


def states(of: Workspace, as_of: date) -> list[State]:
    milestones = [own for each in task_states(ledger(of), as_of) for own in each.milestones]
    return [*milestones, *(own for state in milestones for _, own in state.parts)]


@given(any_workspace(), DAYS, st.sampled_from(tuple(BY)))
def test_buckets_add_up_to_totals(of: Workspace, as_of: date, by: By) -> None:
    got = stats(of, Asked(as_of), by)
    for row in (*got.rows, got.total, got.body):
        assert sum(row.buckets.values()) == row.total
        assert row.done_rate == Rate(row.buckets[Bucket.DONE], row.total - row.buckets[Bucket.CANCELLED])
        assert 0 <= row.on_time_rate.done <= row.on_time_rate.of <= row.total
        assert row.done_late <= row.buckets[Bucket.DONE]
    if by == "section":
        assert sum(row.total for row in got.rows) == got.total.total


@given(any_workspace(), DAYS)
def test_each_milestone_is_in_exactly_one_bucket(of: Workspace, as_of: date) -> None:
    got = due(of, Asked(as_of), 30, everything=True)
    counted = Counter(item.seen.state.bucket for item in got.items)
    assert {bucket: got.counts[bucket] + got.body_counts[bucket] for bucket in Bucket} == {
        bucket: counted[bucket] for bucket in Bucket
    }
    assert len({item.seen.state.milestone.id for item in got.items}) == len(got.items)


@given(any_workspace(), DAYS, REPORTERS)
def test_an_agencys_counts_are_those_of_its_lead_part(of: Workspace, as_of: date, agency: str) -> None:
    got = due(of, Asked(as_of, (agency,)), 30, everything=True)
    leading = sum(item.seen.part == "lead" for item in got.items)
    assert sum(got.counts.values()) + sum(got.body_counts.values()) == leading
    assert leading <= len(due(of, Asked(as_of), 30, everything=True).items)


@given(any_workspace(), DAYS)
def test_nothing_without_a_day_is_ever_overdue_and_nothing_is_before_its_day(of: Workspace, as_of: date) -> None:
    for state in states(of, as_of):
        if state.timing is Timing.OVERDUE or state.bucket is Bucket.OVERDUE:
            assert state.term.due is not None and as_of > state.term.due and not state.milestone.checkpoint
        assert (state.days_late is not None) == (state.timing in (Timing.OVERDUE, Timing.LATE))
        assert state.days_late is None or state.days_late > 0


@given(any_workspace(), DAYS)
def test_the_whole_is_done_only_if_every_part_is_settled(of: Workspace, as_of: date) -> None:
    for each in task_states(ledger(of), as_of):
        for state in each.milestones:
            if state.parts and state.progress is Status.DONE:
                assert {own.progress for _, own in state.parts} <= {Status.DONE, Status.CANCELLED}
        assert (each.bucket is Bucket.DONE) == (each.progress is Status.DONE)


@examples(200)
@given(any_workspace(), DAYS)
def test_what_happens_later_does_not_change_an_earlier_day(of: Workspace, as_of: date) -> None:
    plan = of.plans[0]
    known = Records(
        tuple((by, each) for by, each in plan.records.entries if (each.date or each.recorded) <= as_of),
        tuple(each for each in plan.records.deadlines if each.recorded <= as_of),
        tuple(each for each in plan.records.events if each.date <= as_of),
    )
    earlier = structs.replace(of, plans=(structs.replace(plan, records=known),))
    assert [(each.progress, each.bucket, each.term) for each in states(of, as_of)] == [
        (each.progress, each.bucket, each.term) for each in states(earlier, as_of)
    ]


@given(any_workspace(), DAYS)
def test_the_order_of_lines_in_a_file_does_not_matter(of: Workspace, as_of: date) -> None:
    plan = of.plans[0]
    distinct = {(each.date or each.recorded, each.recorded): (by, each) for by, each in plan.records.entries}
    one, other = (
        structs.replace(of, plans=(structs.replace(plan, records=structs.replace(plan.records, entries=entries)),))
        for entries in (tuple(distinct.values()), tuple(reversed(distinct.values())))
    )
    assert [each.bucket for each in states(one, as_of)] == [each.bucket for each in states(other, as_of)]


def test_of_two_agencies_that_stop_work_of_an_open_group_the_later_holds_in_whatever_order_the_lines_stand() -> None:
    lines = (
        ("stp", Entry(task="I.1", date=date(2026, 1, 1), recorded=date(2026, 1, 1), status=Status.PAUSED)),
        ("stc", Entry(task="I.1", date=date(2026, 1, 2), recorded=date(2026, 1, 2), status=Status.CANCELLED)),
    )
    for entries in (lines, lines[::-1]):
        of = workspace(task("Hằng quý", ["lien-quan"]), entries=entries)
        assert [each.bucket for each in states(of, date(2026, 1, 2))] == [Bucket.CANCELLED]


def test_a_shared_task_that_waits_for_an_event_is_done_once_confirmed() -> None:
    of = workspace(
        task(ScheduleRow(text="05 ngày làm việc kể từ ngày ký", after=("e1",)), ["xa"]),
        events=[happened("e1", "2/3")], entries=[confirmed("9/3")],
    )  # fmt: skip
    assert (whole(of, "9/3").progress, whole(of, "9/3").timing) == (Status.DONE, Timing.ON_TIME)
