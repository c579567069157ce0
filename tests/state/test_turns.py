"""Work that comes again: its turns, which entry closes which, and the whole (docs/promises.md#turns)."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from builders import Reported, confirmed, day, decision, entry, found, milestone, returned, task, whole, workspace
from cchc_cli.model import Entry, Former
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import due
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.views import Asked
from cchc_cli.schedule import Turn
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket

MONTHLY = "Trước ngày 15 hằng tháng"
YEAR = (
    entry("stp", "10/2", "done"),
    entry("stp", "12/2", "done"),
    entry("stp", "15/3", "done", turn="2026-03"),
)
"""January missed, February done twice, March by the day after."""
DAYS = ("14/1", "15/1", "14/2", "15/2", "15/3", "1/4")


def turns(of: Workspace, on: str, identity: str = "I.1/1") -> dict[str, str]:
    """The turns that are done or have come: "2026-01" → "overdue 1"."""
    told = {}
    for each in milestone(of, on, identity).turns:
        assert each.milestone.turn is not None
        if each.bucket is not Bucket.LATER:
            late = f" {each.days_late}" if each.days_late else ""
            told[each.milestone.turn.id] = f"{each.bucket}{late}"
    return told


def listed(of: Workspace, on: str) -> list[str]:
    return [item.seen.state.milestone.id for item in due(of, Asked(day(on)), 30).items]


def owed(of: Workspace, on: str) -> list[str]:
    return [each.turn.id for view in reported(of, Asked(day(on))) for each in view.owed if each.turn and each.missing]


def test_a_year_of_a_monthly_task() -> None:
    of = workspace(task(MONTHLY), entries=YEAR)
    assert [turns(of, on) for on in DAYS] == [
        {"2026-01": "due_soon"},
        {"2026-01": "overdue 1", "2026-02": "due_soon"},
        {"2026-01": "overdue 31", "2026-02": "done", "2026-03": "due_soon"},
        {"2026-01": "overdue 32", "2026-02": "done", "2026-03": "due_soon"},
        {"2026-01": "overdue 60", "2026-02": "done", "2026-03": "done 1", "2026-04": "due_soon"},
        {"2026-01": "overdue 77", "2026-02": "done", "2026-03": "done 1", "2026-04": "due_soon"},
    ]
    assert [listed(of, on) for on in DAYS] == [
        ["I.1@2026-01"],
        ["I.1@2026-01", "I.1@2026-02"],
        ["I.1@2026-01", "I.1@2026-03"],
        ["I.1@2026-01", "I.1@2026-03"],
        ["I.1@2026-01", "I.1@2026-04"],
        ["I.1@2026-01", "I.1@2026-04"],
    ]
    assert [owed(of, on) for on in DAYS] == [
        ["I.1@2026-01"],
        ["I.1@2026-01", "I.1@2026-02"],
        ["I.1@2026-01"],
        ["I.1@2026-01", "I.1@2026-03"],
        ["I.1@2026-04"],
        ["I.1@2026-04"],
    ]
    assert [whole(of, on).bucket for on in DAYS] == ["ongoing", *["overdue"] * 5]
    last = milestone(of, "1/4")
    assert (last.term.due, last.days_late, last.last_due) == (day("14/1"), 77, day("14/12"))


def test_turns_without_a_day_are_asked_for_and_never_overdue() -> None:
    of = workspace(task("Hằng tháng"), entries=YEAR)
    assert whole(of, "31/12").bucket is Bucket.ONGOING
    assert {bucket.split()[0] for on in DAYS for bucket in turns(of, on).values()} == {"ongoing", "done"}
    assert listed(of, "1/4") == []
    assert owed(of, "14/3") == ["I.1@2026-01", "I.1@2026-03"]
    assert owed(of, "15/3") == ["I.1@2026-04"], "March was reported by then, and January lies in the quarter before"


def test_the_task_is_done_when_every_turn_is() -> None:
    halves = [entry("stp", "1/6", "done"), entry("stp", "1/12", "done")]
    of = workspace(task("02 lần/năm"), entries=halves)
    assert [whole(of, on).bucket for on in ("1/6", "30/11", "1/12")] == ["ongoing", "ongoing", "done"]
    assert milestone(of, "1/12").done_on == day("1/12")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("30/6/2026 và 31/12/2026", ["2026-06-30", "2026-12-31"]),
        ("Quý I, III/2026", ["2026-Q1", "2026-Q3"]),
        ("Tháng 3, 6, 9, 12", ["2026-03", "2026-06", "2026-09", "2026-12"]),
        ("02 lần/năm, vào quý II và quý IV", ["2026-Q2", "2026-Q4"]),
        ("Mỗi năm 2 lần, tháng 5 và tháng 10", ["2026-05", "2026-10"]),
        ("Quý I: ban hành; Quý IV: báo cáo", []),
    ],
)
def test_days_and_periods_without_words_of_their_own_are_turns(words: str, ids: list[str]) -> None:
    every = found(workspace(task(words))).milestones
    assert [turn.id for each in every for turn in each.turns] == ids
    assert len(every) == (1 if ids else 2)


def test_an_interval_beside_another_term_has_its_turns_too() -> None:
    of = workspace(task("Trước ngày 05 hằng tháng và ngày 20 tháng cuối quý"))
    monthly, quarterly = found(of).milestones
    assert [len(monthly.turns), len(quarterly.turns)] == [12, 4]
    assert [each.due for each in quarterly.turns[:2]] == [day("20/3"), day("20/6")]
    late = {each.milestone.id for each in whole(of, "21/3").milestones if each.bucket is Bucket.OVERDUE}
    assert late == {"I.1/1", "I.1/2"}


def test_collective_work_is_closed_turn_by_turn_and_member_by_member() -> None:
    of = workspace(
        task(MONTHLY, ["xa"]),
        entries=[entry("xa-1", "10/1", "done"), entry("xa-2", "11/1", "done"), entry("xa-1", "10/2", "done"),
                 entry("snv", "20/2", "done", agency="xa-3", turn="2026-01")],
    )  # fmt: skip

    def parts(on: str) -> list[str]:
        return [f"{each.done_parts}/{len(each.parts)}" for each in milestone(of, on).turns[:3]]

    assert [parts(on) for on in ("10/1", "11/1", "10/2", "20/2")] == [
        ["1/3", "0/3", "0/3"],
        ["2/3", "0/3", "0/3"],
        ["2/3", "1/3", "0/3"],
        ["3/3", "1/3", "0/3"],
    ]
    own = dict(milestone(of, "20/2").parts)
    assert [own[each].bucket for each in ("xa-1", "xa-2", "xa-3")] == ["ongoing", "overdue", "overdue"]
    assert milestone(of, "20/2").counted.milestone.id == "I.1@2026-02", "the oldest late turn speaks for the whole"


def test_what_stops_the_whole_stops_every_turn_that_is_not_done_until_it_is_resumed() -> None:
    paused = [entry("stp", "10/2", "done"), entry("stp", "1/3", "paused")]
    of = workspace(task(MONTHLY), entries=paused)
    assert turns(of, "28/2") == {"2026-01": "overdue 45", "2026-02": "done", "2026-03": "due_soon"}
    assert {*turns(of, "1/5").values()} == {"paused", "done"}
    assert whole(of, "1/5").bucket is Bucket.PAUSED
    again = workspace(task(MONTHLY), entries=[*paused, entry("stp", "1/4", "in_progress")])
    assert turns(again, "1/5")["2026-03"] == "overdue 48"
    ended = workspace(task(MONTHLY), entries=[paused[0], entry("stp", "1/3", "cancelled")])
    assert whole(ended, "1/5").bucket is Bucket.CANCELLED
    one = workspace(task(MONTHLY), entries=[entry("stp", "1/3", "cancelled", turn="2026-01")])
    assert turns(one, "1/3") == {"2026-01": "cancelled", "2026-02": "overdue 15", "2026-03": "due_soon"}


def test_the_monitor_judges_the_turn_that_it_names() -> None:
    told = [entry("stp", "10/1", "submitted"), entry("stp", "10/2", "submitted")]
    of = workspace(task(MONTHLY), entries=[*told, confirmed("20/2", turn="2026-01"), returned("21/2", turn="2026-02")])
    assert turns(of, "21/2") == {"2026-01": "done 37", "2026-02": "overdue 7", "2026-03": "due_soon"}


def test_an_extension_moves_the_turn_that_it_names() -> None:
    of = workspace(task(MONTHLY), deadlines=[decision("extend", "10/1", "31/1", turn="2026-01")])
    first, second = milestone(of, "20/1").turns[:2]
    assert (first.term.due, first.term.original_due, first.bucket) == (day("31/1"), day("14/1"), Bucket.DUE_SOON)
    assert second.term.due == day("14/2")


def test_work_that_goes_on_is_done_for_its_quarter_and_asked_for_in_the_next() -> None:
    of = workspace(task("Thường xuyên"), entries=[entry("stp", "10/2", "done")])
    assert [whole(of, on).bucket for on in ("9/2", "10/2", "14/3", "15/3")] == ["ongoing", "done", "done", "ongoing"]
    assert [bool(view.missing) for view in reported(of, Asked(day("15/3")))] == [True]
    last = workspace(task("Thường xuyên"), entries=[entry("stp", "10/12", "done")])
    assert whole(last, "31/12").bucket is Bucket.DONE, "the last quarter lasts until the plan's end"
    ended = workspace(task("Thường xuyên"), entries=[entry("stp", "10/2", "cancelled")])
    assert whole(ended, "1/12").bucket is Bucket.CANCELLED


def test_a_task_that_came_in_may_has_no_turn_of_before() -> None:
    of = workspace(task(MONTHLY, added_by="dc-1"), amendments=[("dc-1", "20/5")])
    assert next(iter(turns(of, "1/6"))) == "2026-06"


@pytest.mark.parametrize(
    ("words", "issued", "first"),
    [
        (MONTHLY, "28/1", "2026-02"),
        (MONTHLY, "14/1", "2026-01"),
        ("Hằng quý", "20/3", "2026-Q2"),
        ("Tháng 3, 6, 9, 12", "20/4", "2026-03"),
    ],
)
def test_a_plan_has_no_turn_that_was_over_before_it_was_issued(words: str, issued: str, first: str) -> None:
    of = workspace(task(words), issued=issued)
    assert next(iter(milestone(of, "1/6").turns)).milestone.id == f"I.1@{first}", "days printed one by one all stay"


def test_what_was_done_before_the_first_turn_closes_none() -> None:
    of = workspace(task(MONTHLY), entries=[entry("stp", "12/1", "done")], issued="28/1")
    assert (turns(of, "30/1"), whole(of, "30/1").bucket) == ({"2026-02": "due_soon"}, Bucket.ONGOING)
    named = workspace(task(MONTHLY), entries=[entry("stp", "12/1", "done", turn="2026-02")], issued="28/1")
    assert turns(named, "30/1") == {"2026-02": "done"}


def changed(former: str, now: str) -> Workspace:
    row = task(now, former=[Former(changed_by="dc-1", schedule=former)])
    return workspace(row, amendments=[("dc-1", "20/5")], entries=[entry("stp", "10/2", "done")])


def test_a_schedule_that_is_changed_asks_for_nothing_that_was_over_by_then() -> None:
    begun = changed("Thường xuyên", MONTHLY)
    assert next(iter(turns(begun, "1/6"))) == "2026-06"
    assert milestone(begun, "1/6").bucket is Bucket.ONGOING


def test_turns_that_there_were_before_a_change_stay() -> None:
    moved = changed(MONTHLY, "Trước ngày 20 hằng tháng")
    told = turns(moved, "1/6")
    assert (told["2026-01"], told["2026-02"], len(milestone(moved, "1/6").turns)) == ("overdue 133", "done", 12)


def test_a_day_set_for_the_work_as_a_whole_moves_no_turn() -> None:
    of = workspace(task("Hằng quý"), deadlines=[decision("set", "10/1", "31/1")])
    assert whole(of, "1/3").bucket is Bucket.ONGOING


# -- for any entries -------------------------------------------------------------------------------------------------

ON = st.dates(date(2026, 1, 1), date(2026, 12, 31))
ENTRIES = st.lists(
    st.builds(
        lambda by, on, status, turn: entry(
            by, f"{on.day}/{on.month}", status, recorded=f"{on.day}/{on.month}", turn=turn
        ),
        st.sampled_from(["xa-1", "xa-2", "snv"]),
        ON,
        st.sampled_from(["done", "in_progress", "paused", "cancelled"]),
        st.sampled_from([None, None, *(f"2026-{month:02}" for month in range(1, 13))]),
    ),
    max_size=8,
    unique_by=lambda each: (each[0], each[1].date),
)
WORDS = st.sampled_from([MONTHLY, "Hằng tháng"])


@given(WORDS, ENTRIES, ON)
def test_each_turn_is_closed_by_entries_that_name_it_or_fall_in_it_alone(
    words: str, entries: list[Reported], on: date
) -> None:
    of = workspace(task(words, ["xa"]), entries=entries)
    for turn in milestone(of, on).turns:
        own = turn.milestone.turn
        assert own is not None
        done = {by for by, each in entries if each.status == "done" and _is_about(each, own, of)}
        for agency, part in turn.parts:
            if part.bucket is Bucket.DONE:
                assert done & {agency, "snv"}


@given(WORDS, ENTRIES, ON, st.randoms())
def test_the_order_of_lines_changes_nothing(words: str, entries: list[Reported], on: date, random: Random) -> None:
    other = list(entries)
    random.shuffle(other)
    one, two = (milestone(workspace(task(words, ["xa"]), entries=each), on) for each in (entries, other))
    assert [_bare(each) for each in one.turns] == [_bare(each) for each in two.turns]


@given(WORDS, ENTRIES, ON)
def test_turns_and_their_states_add_up(words: str, entries: list[Reported], on: date) -> None:
    of = workspace(task(words, ["xa"]), entries=entries)
    found_ = milestone(of, on)
    counts = Counter(each.bucket for each in found_.turns)
    assert sum(counts.values()) == 12
    assert (found_.bucket is Bucket.OVERDUE) == bool(counts[Bucket.OVERDUE]) or found_.bucket in (
        Bucket.PAUSED, Bucket.CANCELLED
    )  # fmt: skip
    assert sum(due(of, Asked(on), 30).counts.values()) == len(found_.pieces)


def _is_about(given: Entry, turn: Turn, of: Workspace) -> bool:
    every = milestone(of, "1/1").milestone.turns
    if given.turn is not None:
        return given.turn == turn.id
    own = next((each for each in every if given.date and each.last >= given.date), every[-1])
    return own.id == turn.id


def _bare(state: State) -> State:
    return structs.replace(state, evidence=())
