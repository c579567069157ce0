"""Progress and a term on a day → timing and bucket (docs/promises.md#states), sentence by sentence."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import day
from cchc_cli.model import Kind, Status
from cchc_cli.state.timing import BUCKETS, Bucket, Term, Timing, bucket, days_late, of_done, of_open

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
MARCH = Term(Kind.MONTH, day("1/3"), day("31/3"), day("31/3"))
RANGE = Term(Kind.RANGE, day("1/6"), day("30/11"), day("30/11"))


def undated(kind: Kind, released: bool = False) -> Term:
    return Term(kind, None, None, None, released)


@pytest.mark.parametrize(
    ("as_of", "timing"),
    [
        ("28/2", Timing.IN_TIME),
        ("1/3", Timing.DUE_SOON),  # 30 days left: the last of them counts
        ("31/3", Timing.DUE_SOON),  # the day itself belongs to the term
        ("1/4", Timing.OVERDUE),
    ],
)
def test_open_work_with_a_day(as_of: str, timing: Timing) -> None:
    assert of_open(MARCH, day(as_of), 30) is timing


def test_a_month_begins_to_be_due_whatever_its_first_day() -> None:
    assert of_open(MARCH, day("1/1"), 30) is Timing.IN_TIME


@pytest.mark.parametrize(
    ("as_of", "timing"),
    [("31/5", Timing.NOT_YET), ("1/6", Timing.IN_TIME), ("31/10", Timing.DUE_SOON), ("1/12", Timing.OVERDUE)],
)
def test_only_a_range_waits_for_its_beginning(as_of: str, timing: Timing) -> None:
    assert of_open(RANGE, day(as_of), 30) is timing


@pytest.mark.parametrize(
    ("kind", "timing"),
    [
        (Kind.EVENT, Timing.WAITING),
        (Kind.EXTERNAL, Timing.WAITING),
        (Kind.NONE, Timing.UNSCHEDULED),
        (Kind.RECURRING, Timing.ONGOING),
        (Kind.ONGOING, Timing.ONGOING),
    ],
)
def test_open_work_without_a_day(kind: Kind, timing: Timing) -> None:
    assert of_open(undated(kind), day("31/12"), 30) is timing


def test_an_event_that_has_happened_leaves_waiting_without_a_day() -> None:
    assert of_open(undated(Kind.EVENT, released=True), day("1/6"), 30) is Timing.UNSCHEDULED


@given(st.sampled_from(Kind), st.booleans(), DAYS)
def test_nothing_without_a_day_is_ever_overdue(kind: Kind, released: bool, as_of: date) -> None:
    timing = of_open(undated(kind, released), as_of, 30)
    assert timing in (Timing.ONGOING, Timing.WAITING, Timing.UNSCHEDULED)
    assert days_late(timing, undated(kind, released), as_of, None) is None


@given(DAYS, st.integers(0, 400), st.integers(0, 60))
def test_due_soon_is_the_last_days_and_nothing_else(due: date, left: int, soon: int) -> None:
    term = Term(Kind.DATE, None, due, due)
    assert (of_open(term, due - timedelta(days=left), soon) is Timing.DUE_SOON) == (left <= soon)


@pytest.mark.parametrize(
    ("done_on", "timing"),
    [("30/3", Timing.EARLY), ("31/3", Timing.ON_TIME), ("1/4", Timing.LATE)],
)
def test_done_work_with_a_day(done_on: str, timing: Timing) -> None:
    assert of_done(MARCH, day(done_on), proven=True) is timing


def test_done_work_without_a_deadline_is_undated() -> None:
    assert of_done(undated(Kind.ONGOING), day("1/4"), proven=True) is Timing.UNDATED


def test_done_work_without_date_or_evidence_is_unproven() -> None:
    assert of_done(MARCH, None, proven=False) is Timing.UNPROVEN
    assert of_done(MARCH, day("1/3"), proven=False) is Timing.UNPROVEN
    assert of_done(undated(Kind.NONE), day("1/3"), proven=False) is Timing.UNPROVEN


@given(st.sampled_from(Status), st.sampled_from(Timing))
def test_settled_progress_has_its_own_bucket(progress: Status, timing: Timing) -> None:
    if progress in (Status.SUBMITTED, Status.DONE, Status.PAUSED, Status.CANCELLED):
        assert bucket(progress, timing).value == progress.value


def test_open_timings_fall_into_their_buckets() -> None:
    for progress in (Status.NOT_STARTED, Status.IN_PROGRESS):
        assert bucket(progress, Timing.IN_TIME) is bucket(progress, Timing.NOT_YET) is Bucket.LATER
        for timing in (Timing.OVERDUE, Timing.DUE_SOON, Timing.ONGOING, Timing.WAITING, Timing.UNSCHEDULED):
            assert bucket(progress, timing).value == timing.value


def test_buckets_keep_their_documented_order() -> None:
    assert [each.value for each in BUCKETS] == [
        "overdue", "due_soon", "later", "ongoing", "waiting", "unscheduled", "submitted", "done", "paused", "cancelled",
    ]  # fmt: skip


def test_days_late_are_calendar_days_for_overdue_and_late_only() -> None:
    assert days_late(Timing.OVERDUE, MARCH, day("1/4"), None) == 1
    assert days_late(Timing.LATE, MARCH, day("31/12"), day("10/4")) == 10
    assert days_late(Timing.DUE_SOON, MARCH, day("31/3"), None) is None
    assert days_late(Timing.ON_TIME, MARCH, day("31/12"), day("31/3")) is None
    assert days_late(None, MARCH, day("31/12"), None) is None
