"""The state of milestones and tasks on a day (docs/promises.md#states), and the cases of the field on the real plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    COMMUNES,
    MONITOR,
    confirmed,
    day,
    decision,
    entry,
    happened,
    ledger,
    loaded,
    milestone,
    part,
    real,
    task,
    whole,
    workspace,
)
from cchc_cli.checking.check import check
from cchc_cli.model import Former, MilestoneRow, Role, ScheduleRow, Status, TaskRow
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Bucket, Timing

DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 30))
TWO = (part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026"))


def after(*conditions: str, text: str = "Sau khi Đề án được phê duyệt") -> ScheduleRow:
    return ScheduleRow(text=text, after=conditions)


# -- a task from its milestones --------------------------------------------------------------------------------------


def test_a_task_has_the_timing_of_its_most_urgent_open_milestone() -> None:
    of = workspace(task(milestones=TWO), entries=[entry("stp", "5/3", "done", "I.1/1")])
    assert (whole(of, "4/3").timing, whole(of, "4/3").bucket) == (Timing.DUE_SOON, Bucket.DUE_SOON)
    assert (whole(of, "5/3").progress, whole(of, "5/3").timing) == (Status.IN_PROGRESS, Timing.IN_TIME)
    assert whole(of, "1/6").bucket is Bucket.OVERDUE


def test_a_task_is_done_when_every_milestone_is_with_the_timing_of_the_worst() -> None:
    late = [entry("stp", "5/4", "done", "I.1/1"), entry("stp", "5/5", "done", "I.1/2")]
    got = whole(workspace(task(milestones=TWO), entries=late), "1/6")
    assert (got.progress, got.timing, got.bucket) == (Status.DONE, Timing.LATE, Bucket.DONE)


@pytest.mark.parametrize(
    ("first", "second", "progress", "bucket"),
    [
        ("done", "cancelled", "done", "done"),
        ("cancelled", "done", "done", "done"),
        ("cancelled", "cancelled", "cancelled", "cancelled"),
        ("paused", "paused", "paused", "paused"),
        ("cancelled", "paused", "in_progress", "paused"),
        ("done", "paused", "in_progress", "paused"),
        ("paused", "in_progress", "in_progress", "overdue"),
        ("submitted", "done", "in_progress", "submitted"),
        ("submitted", "cancelled", "in_progress", "submitted"),
        ("not_started", "cancelled", "in_progress", "overdue"),
        ("not_started", "not_started", "not_started", "overdue"),
    ],
)
def test_progress_of_a_task(first: str, second: str, progress: str, bucket: str) -> None:
    entries = [entry("stp", "5/3", first, "I.1/1"), entry("stp", "5/3", second, "I.1/2")]
    got = whole(workspace(task(milestones=TWO), entries=entries), "31/12")
    assert (got.progress.value, got.bucket.value) == (progress, bucket)


def test_an_entry_on_a_task_counts_for_all_its_milestones() -> None:
    of = workspace(task(milestones=TWO), entries=[entry("stp", "5/3", "done")])
    assert [each.progress for each in whole(of, "5/3").milestones] == [Status.DONE, Status.DONE]


def test_a_milestone_may_have_leads_of_its_own() -> None:
    own = MilestoneRow(id="I.1/1", schedule="Tháng 3/2026", assignments=task(leads=["vp"]).assignments)
    row = task(leads=["xa"], milestones=(own, part("I.1/2", "Tháng 5/2026")))
    of = workspace(row, entries=[entry("vp", "5/3", "done", "I.1/1"), entry("xa-1", "5/3", "done", "I.1/2")])
    assert milestone(of, "31/3", "I.1/1").progress is Status.DONE
    assert (milestone(of, "31/3", "I.1/2").done_parts, len(milestone(of, "31/3", "I.1/2").parts)) == (1, 3)


def test_a_checkpoint_is_shown_but_never_overdue_and_does_not_hold_the_task() -> None:
    inner = part("I.1/2", "Đến 10/3/2026", checkpoint=True)
    of = workspace(
        task(milestones=(part("I.1/1", "Tháng 6/2026"), inner)), entries=[entry("stp", "5/5", "done", "I.1/1")]
    )
    assert milestone(of, "1/4", "I.1/2").bucket is not Bucket.OVERDUE
    assert milestone(of, "1/4", "I.1/2").days_late is None
    assert whole(of, "1/4").bucket is Bucket.LATER
    assert whole(of, "5/5").progress is Status.DONE


# -- conditions ------------------------------------------------------------------------------------------------------


def test_after_an_event_a_milestone_leaves_waiting_and_has_no_day_until_one_is_set() -> None:
    of = workspace(task(after("e1")), events=[happened("e1", "10/4")], deadlines=[decision("set", "1/5", "30/6")])
    assert milestone(of, "9/4").timing is Timing.WAITING
    assert milestone(of, "10/4").timing is Timing.UNSCHEDULED
    assert (milestone(of, "1/5").timing, milestone(of, "1/7").timing) == (Timing.IN_TIME, Timing.OVERDUE)


def test_all_events_must_have_happened() -> None:
    of = workspace(task(after("e1", "e2")), events=[happened("e1", "10/4"), happened("e2", "10/5")])
    assert milestone(of, "9/5").timing is Timing.WAITING
    assert milestone(of, "10/5").timing is Timing.UNSCHEDULED


def test_days_from_an_event_give_a_day() -> None:
    of = workspace(
        task(after("e1", text="05 ngày làm việc kể từ ngày công bố")), events=[happened("e1", "2/3")],
        entries=[entry("stp", "11/3", "done")],
    )  # fmt: skip
    assert milestone(of, "1/3").timing is Timing.WAITING
    assert (milestone(of, "2/3").term.due, milestone(of, "10/3").timing) == (day("9/3"), Timing.OVERDUE)
    assert (milestone(of, "11/3").timing, milestone(of, "11/3").days_late) == (Timing.LATE, 2)


def test_a_term_with_a_day_and_a_condition_keeps_its_day() -> None:
    row = task(after("e1", text="Quý II/2026 (sau khi công bố kết quả)"))
    unmet, met = workspace(row), workspace(row, events=[happened("e1", "10/4")])
    assert (milestone(unmet, "1/7").bucket, milestone(unmet, "1/7").condition_met) == (Bucket.OVERDUE, False)
    assert (milestone(met, "20/6").bucket, milestone(met, "20/6").condition_met) == (Bucket.DUE_SOON, True)
    assert milestone(workspace(task()), "1/1").condition_met is None


def test_a_term_may_wait_for_a_task() -> None:
    rows = (task(after("I.2", text="Trong 10 ngày kể từ ngày xong")), task(identity="I.2"))
    of = workspace(*rows, entries=[entry("stp", "5/3", "done", "I.2")])
    assert milestone(of, "4/3").timing is Timing.WAITING
    assert milestone(of, "5/3").term.due == day("15/3")


def test_a_term_may_wait_for_one_milestone() -> None:
    other = task(identity="I.2", milestones=(part("I.2/1", "Tháng 3/2026"), part("I.2/2", "Tháng 5/2026")))
    of = workspace(task(after("I.2/1")), other, entries=[entry("stp", "5/3", "done", "I.2/1")])
    assert milestone(of, "5/3").timing is Timing.UNSCHEDULED


def test_a_cancelled_milestone_or_an_open_checkpoint_does_not_hold_what_waits_for_the_task() -> None:
    parts = (part("I.2/1", "Tháng 3/2026"), part("I.2/2", "Tháng 5/2026"), part("I.2/3", "10/2/2026", checkpoint=True))
    entries = [entry("stp", "5/3", "done", "I.2/1"), entry("stp", "6/3", "cancelled", "I.2/2")]
    of = workspace(task(after("I.2")), task(identity="I.2", milestones=parts), entries=entries)
    assert whole(of, "6/3", "I.2").progress is Status.DONE
    assert milestone(of, "6/3").timing is Timing.UNSCHEDULED


def test_days_from_a_task_that_was_done_on_no_named_day_do_not_drift() -> None:
    rows = (task(after("I.2", text="Trong 10 ngày kể từ ngày xong")), task(identity="I.2"))
    of = workspace(*rows, entries=[entry("stp", None, "done", "I.2", recorded="5/3")])
    assert milestone(of, "1/4").term.due == milestone(of, "1/6").term.due == day("15/3")


def test_a_condition_on_a_collective_task_is_met_member_by_member() -> None:
    words = "Trong 10 ngày kể từ ngày xong"
    rows = (task(after("I.2", text=words), leads=["xa"]), task(identity="I.2", leads=["xa"]))
    of = workspace(*rows, entries=[entry("xa-1", "5/3", "done", "I.2")])
    got = milestone(of, "1/4")
    timings = {agency: own.timing for agency, own in got.parts}
    assert timings == {"xa-1": Timing.OVERDUE, "xa-2": Timing.WAITING, "xa-3": Timing.WAITING}
    assert (got.bucket, got.days_late) == (Bucket.OVERDUE, 17)  # the most urgent part shows: nobody's is lost


def test_a_members_own_extension_is_not_the_others() -> None:
    of = workspace(task(leads=["xa"]), deadlines=[decision("extend", "20/3", "30/6", agency="xa-1")])
    got = milestone(of, "1/4")
    assert {agency: own.bucket.value for agency, own in got.parts} == {
        "xa-1": "later", "xa-2": "overdue", "xa-3": "overdue",
    }  # fmt: skip
    assert got.bucket is Bucket.OVERDUE


def test_where_only_a_member_with_an_extension_is_left_the_whole_has_its_term() -> None:
    done = [entry(commune, "7/3", "done") for commune in COMMUNES[1:]]
    late = entry("xa-1", "30/5", "done")
    of = workspace(
        task(leads=["xa"]), entries=[*done, late], deadlines=[decision("extend", "20/3", "30/6", agency="xa-1")]
    )
    assert (milestone(of, "1/4").bucket, milestone(of, "1/4").term.due) == (Bucket.LATER, day("30/6"))
    assert (milestone(of, "30/5").progress, milestone(of, "30/5").timing) == (Status.DONE, Timing.EARLY)


# -- extensions and settings ---------------------------------------------------------------------------------------


def test_an_extension_counts_from_its_documents_day() -> None:
    of = workspace(task(), deadlines=[decision("extend", "10/4", "30/6", recorded="2/5")])
    assert [milestone(of, on).bucket for on in ("9/4", "10/4", "1/7")] == [
        Bucket.OVERDUE, Bucket.LATER, Bucket.OVERDUE,
    ]  # fmt: skip
    assert milestone(of, "1/7").days_late == 1


def test_work_done_within_the_extension_is_on_time() -> None:
    done = [entry("stp", "20/6", "done")]
    assert milestone(workspace(task(), entries=done), "1/7").timing is Timing.LATE
    granted = workspace(task(), entries=done, deadlines=[decision("extend", "10/3", "30/6")])
    assert milestone(granted, "1/7").timing is Timing.EARLY


def test_how_soon_is_soon_is_a_setting() -> None:
    of = workspace(task(), due_soon_days=10)
    assert [milestone(of, on).timing for on in ("20/3", "21/3")] == [Timing.IN_TIME, Timing.DUE_SOON]


# -- amendments ------------------------------------------------------------------------------------------------------


def ids(*rows: TaskRow, on: str) -> list[str]:
    of = workspace(*rows, amendments=[("dc", "15/5")])
    return [state.task.id for state in task_states(ledger(of), day(on))]


def test_an_added_task_is_there_from_the_amendment_on() -> None:
    rows = (task(), task(identity="I.2", added_by="dc"))
    assert (ids(*rows, on="14/5"), ids(*rows, on="15/5")) == (["I.1"], ["I.1", "I.2"])


def test_a_dropped_task_stays_and_is_cancelled_from_the_amendment_on() -> None:
    of = workspace(task(leads=["xa"], dropped_by="dc"), amendments=[("dc", "15/5")])
    assert (whole(of, "14/5").bucket, whole(of, "15/5").bucket) == (Bucket.OVERDUE, Bucket.CANCELLED)
    assert {own.bucket for _, own in milestone(of, "15/5").parts} == {Bucket.CANCELLED}
    assert ids(task(dropped_by="dc"), on="31/12") == ["I.1"]


def test_before_an_amendment_the_former_title_role_and_term_hold() -> None:
    former = Former(changed_by="dc", title="Tên cũ", schedule="Tháng 3/2026", assignments=task().assignments)
    row = task("Tháng 9/2026", leads=["stc"], title="Tên mới", former=(former,))
    of = workspace(row, amendments=[("dc", "15/5")], entries=[entry("stp", "20/3", "in_progress")])
    then, now = (of.plans[0].tasks[0].on(day(on)) for on in ("14/5", "15/5"))
    assert then is not None and now is not None
    assert (then.title, then.schedule_text, then.assignments[0].agency) == ("Tên cũ", "Tháng 3/2026", "stp")
    assert (now.title, now.schedule_text, now.assignments[0].agency) == ("Tên mới", "Tháng 9/2026", "stc")


def test_of_several_amendments_each_former_holds_until_its_own() -> None:
    former = (Former(changed_by="dc2", title="B"), Former(changed_by="dc1", title="A"))
    of = workspace(task(title="C", former=former), amendments=[("dc2", "1/6"), ("dc1", "1/4")])
    titles = [held.title for on in ("31/3", "1/4", "1/6") if (held := of.plans[0].tasks[0].on(day(on)))]
    assert titles == ["A", "B", "C"]


def test_a_milestone_may_be_added_by_an_amendment() -> None:
    row = task(milestones=(TWO[0], part("I.1/2", "Tháng 9/2026", added_by="dc")))
    of = workspace(row, amendments=[("dc", "15/5")])
    then, now = (of.plans[0].tasks[0].on(day(on)) for on in ("14/5", "15/5"))
    assert then is not None and now is not None
    assert (len(then.milestones), len(now.milestones)) == (1, 2)


# -- the cases of the field, on the real plan ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("identity", "as_of", "timing", "late"),
    [
        ("I.1", "31/1", Timing.DUE_SOON, None),  # in time: the last day belongs to the term
        ("I.1", "1/2", Timing.OVERDUE, 1),
        ("II.1", "31/12", Timing.DUE_SOON, None),
        ("II.1", "1/1/2027", Timing.OVERDUE, 1),
        ("VI.14", "15/5", Timing.NOT_YET, None),
        ("VI.14", "15/6", Timing.IN_TIME, None),
        ("VI.14", "1/12", Timing.OVERDUE, 1),
    ],
)
def test_cases_of_the_real_plan(identity: str, as_of: str, timing: Timing, late: int | None) -> None:
    got = milestone(real(), as_of, f"{identity}/1")
    assert (got.timing, got.days_late) == (timing, late)


@pytest.mark.parametrize(("done_on", "timing"), [("31/3", Timing.ON_TIME), ("1/4", Timing.LATE)])
def test_i_10_done_on_its_last_day_or_after(done_on: str, timing: Timing) -> None:
    of = real(entry("so-noi-vu", done_on, "done", "I.10"))
    assert (whole(of, "14/4", "I.10").progress, whole(of, "14/4", "I.10").timing) == (Status.DONE, timing)


def test_v_2_has_two_milestones() -> None:
    first, second = whole(real(), "15/1/2027", "V.2").milestones
    assert (first.timing, first.days_late) == (Timing.OVERDUE, 15)
    assert (second.timing, second.days_late, second.term.due) == (Timing.DUE_SOON, None, day("31/1/2027"))
    reached = real(entry("so-tai-chinh", "30/12", "done", "V.2/1"))
    assert whole(reached, "15/1/2027", "V.2").bucket is Bucket.DUE_SOON


@pytest.mark.parametrize(
    ("identity", "timing"),
    [("I.8", Timing.ONGOING), ("V.6", Timing.UNSCHEDULED), ("IV.2", Timing.WAITING)],
)
@given(as_of=DAYS)
def test_what_has_no_day_stays_as_it_is_on_every_day(identity: str, timing: Timing, as_of: date) -> None:
    assert milestone(real(), as_of, f"{identity}/1").timing is timing


def test_the_empty_schedule_of_v_6_is_warned_about() -> None:
    assert "V.6" in {problem.task for problem in check(loaded()).problems if problem.code == "CC501"}


def test_iv_2_has_no_day_after_iv_1_is_done_until_one_is_set() -> None:
    of = real(confirmed("30/6", "IV.1", by="so-noi-vu"), deadlines=[decision("set", "1/8", "30/9", "IV.2")])
    timings = [milestone(of, on, "IV.2/1").timing for on in ("29/6", "30/6", "1/8", "1/10")]
    assert timings == [Timing.WAITING, Timing.UNSCHEDULED, Timing.IN_TIME, Timing.OVERDUE]


def test_i_12_keeps_its_day_and_shows_the_unmet_condition() -> None:
    got = milestone(real(), "1/7", "I.12/1")
    assert (got.timing, got.condition_met) == (Timing.OVERDUE, False)
    met = milestone(real(events=[happened("pci-2025", "10/5")]), "20/6", "I.12/1")
    assert (met.timing, met.condition_met) == (Timing.DUE_SOON, True)


def test_ii_5_is_due_the_day_before_30_june_by_the_office_and_at_year_end_by_every_department() -> None:
    first, second = whole(real(), "30/6", "II.5").milestones
    assert (first.term.due, first.days_late, first.parts) == (day("29/6"), 1, ())
    assert (second.term.due, len(second.parts)) == (day("31/12"), 14)


def test_i_8_counts_each_of_its_agencies_once() -> None:
    assert len(milestone(real(), "1/1", "I.8/1").parts) == 79


def test_v_6_is_closed_by_the_monitor_alone() -> None:
    by_appraiser = real(entry("so-tai-chinh", "1/6", "done", "V.6"))
    by_monitor = real(entry("so-noi-vu", "1/6", "done", "V.6"))
    assert whole(by_appraiser, "1/7", "V.6").progress is Status.NOT_STARTED
    assert (whole(by_monitor, "1/7", "V.6").progress, whole(by_monitor, "1/7", "V.6").timing) == (
        Status.DONE, Timing.UNDATED,
    )  # fmt: skip


# -- the example workspace -------------------------------------------------------------------------------------------


def test_the_example_workspace_has_no_problem_and_says_that_it_is_made_up() -> None:
    example = loaded("examples/tinh-mau")
    assert [problem for problem in check(example).problems if problem.severity.code == "error"] == []
    texts = [text for _, text in example.workspace.sources.texts()]
    assert all("SỐ LIỆU MINH HỌA, không phải số liệu thật" in text.partition("\n")[0] for text in texts)


def test_the_example_workspace_shows_every_progress_timing_and_bucket() -> None:
    of = loaded("examples/tinh-mau").workspace
    states = [
        state
        for on in ("14/6", "14/9")
        for each in task_states(ledger(of), day(on))
        for own in each.milestones
        for state in (own, *(part for _, part in own.parts))
    ]
    assert {state.progress for state in states} == set(Status)
    assert {state.timing for state in states} == {None, *Timing}
    assert {state.bucket for state in states} == set(Bucket)


def test_roles_of_the_monitor_are_not_needed_to_report_for_another() -> None:
    row = task(leads=["stp"], others=[(MONITOR, Role.CONSOLIDATE)])
    of = workspace(row, entries=[entry(MONITOR, "5/3", "done", agency="stp")])
    assert whole(of, "5/3").progress is Status.DONE
