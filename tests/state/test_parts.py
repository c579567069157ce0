"""Who closes what (docs/promises.md#who-closes-what), sentence by sentence."""

from datetime import timedelta

import pytest

from builders import (
    COMMUNES,
    MONITOR,
    Reported,
    confirmed,
    day,
    entry,
    found,
    ledger,
    milestone,
    returned,
    task,
    workspace,
)
from cchc_cli.checking.rules.chains import chains
from cchc_cli.model import Document, Role, Status, TaskRow
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.seats import closing
from cchc_cli.state.standing import together
from cchc_cli.state.states import State
from cchc_cli.state.timing import Bucket, Timing


def state(row: TaskRow, *entries: Reported, on: str = "31/12", confirm_done: bool = False) -> State:
    return milestone(workspace(row, entries=entries, confirm_done=confirm_done), on)


def parts(of: State) -> dict[str, Status]:
    return {agency: own.progress for agency, own in of.parts}


def closers(*leads: str) -> tuple[str, ...]:
    of = workspace(task(leads=leads))
    return closing(ledger(of), found(of), found(of).milestones[0], day("31/12"))


def test_leads_close_their_part() -> None:
    got = state(task(), entry("stp", "5/3", "done"))
    assert (got.progress, got.done_on, got.timing, got.parts) == (Status.DONE, day("5/3"), Timing.EARLY, ())


def test_several_named_leads_must_all_close() -> None:
    row = task(leads=["stp", "stc"])
    first = state(row, entry("stp", "5/3", "done"))
    both = state(row, entry("stp", "5/3", "done"), entry("stc", "9/3", "done"))
    assert (first.progress, first.done_parts, first.timing) == (Status.IN_PROGRESS, 1, Timing.OVERDUE)
    assert (both.progress, both.done_parts, both.done_on) == (Status.DONE, 2, day("9/3"))


def test_each_member_of_a_closed_group_closes_its_part_and_all_of_them_the_task() -> None:
    row = task(leads=["xa"])
    some = state(row, entry("xa-1", "5/3", "done"), entry("xa-2", "6/3", "in_progress"))
    every = state(row, *(entry(commune, "7/3", "done") for commune in COMMUNES))
    assert (some.progress, some.done_parts, len(some.parts)) == (Status.IN_PROGRESS, 1, 3)
    assert parts(some) == {"xa-1": Status.DONE, "xa-2": Status.IN_PROGRESS, "xa-3": Status.NOT_STARTED}
    assert (every.progress, every.done_parts) == (Status.DONE, 3)


def test_a_member_that_has_reported_is_done_for_itself() -> None:
    got = dict(state(task(leads=["xa"]), entry("xa-1", "5/3", "done")).parts)
    assert (got["xa-1"].bucket, got["xa-1"].timing) == (Bucket.DONE, Timing.EARLY)
    assert got["xa-2"].bucket is Bucket.OVERDUE


def test_the_last_part_gives_the_day_and_a_late_part_makes_the_whole_late() -> None:
    on_time = [entry(commune, "7/3", "done") for commune in COMMUNES[:2]]
    got = state(task(leads=["xa"]), *on_time, entry("xa-3", "2/4", "done"))
    assert (got.done_on, got.timing, got.days_late) == (day("2/4"), Timing.LATE, 2)


def test_an_agency_reached_twice_counts_once_by_its_own_name_first() -> None:
    assert closers("xa", "stp", "all-of-them") == ("stp", *COMMUNES, "stc", "vp")


def test_an_open_group_beside_named_leads_has_no_part() -> None:
    assert closers("stp", "lien-quan") == ("stp",)
    assert state(task(leads=["stp", "lien-quan"]), entry("stp", "5/3", "done")).progress is Status.DONE


def test_the_monitor_alone_closes_what_an_open_group_leads() -> None:
    row = task(leads=["lien-quan"])
    assert closers("lien-quan") == ()
    assert state(row, entry("stp", "5/3", "done")).progress is Status.NOT_STARTED
    got = state(row, entry(MONITOR, "5/3", "done"))
    assert (got.progress, got.timing, got.parts) == (Status.DONE, Timing.EARLY, ())
    assert state(row, entry(MONITOR, "5/3", "in_progress")).progress is Status.IN_PROGRESS


def test_the_monitor_may_report_on_any_task() -> None:
    assert state(task(), entry(MONITOR, "5/3", "done")).progress is Status.DONE
    assert state(task(leads=["xa"]), entry(MONITOR, "5/3", "done")).vouched_parts == 3


def test_the_monitor_may_report_for_one_member() -> None:
    got = state(task(leads=["xa"]), entry(MONITOR, "5/3", "done", agency="xa-2"))
    assert (got.done_parts, parts(got)["xa-2"]) == (1, Status.DONE)


def test_a_monitor_that_leads_among_others_reports_its_own_part() -> None:
    got = state(task(leads=["snv", "stp"]), entry(MONITOR, "5/3", "done"))
    assert parts(got) == {"snv": Status.DONE, "stp": Status.NOT_STARTED}


def test_confirming_makes_submitted_work_done_on_the_day_it_states() -> None:
    submitted = entry("stp", "20/3", "submitted")
    waits = state(task(), submitted)
    got = state(task(), submitted, confirmed("25/3", recorded="10/4", evidence=()))
    assert (waits.progress, waits.bucket) == (Status.SUBMITTED, Bucket.SUBMITTED)
    assert (got.progress, got.done_on, got.timing) == (Status.DONE, day("25/3"), Timing.EARLY)
    assert [document.number for document in got.evidence] == ["1/BC"]


def test_a_day_confirmed_may_be_before_the_submission_that_it_answers() -> None:
    got = state(task(), entry("stp", "2/4", "submitted"), confirmed("31/3", recorded="10/4"))
    assert (got.progress, got.timing) == (Status.DONE, Timing.ON_TIME)


@pytest.mark.parametrize("first", [0, 1, 2])
def test_a_confirmation_follows_the_submission_of_the_day_that_it_states(first: int) -> None:
    written = [
        entry("stp", "5/2", "in_progress", recorded="5/2"),
        entry("stp", "3/2", "submitted", recorded="5/2"),
        confirmed("3/2", recorded="5/2"),
    ]
    if first == 2:  # the files are read in any order; the lines of one file keep theirs
        written = [written[2], *written[:2]]
    elif first == 1:
        written = [written[0], written[2], written[1]]
    assert state(task("Tháng 02/2026"), *written, on="6/2").progress is Status.DONE


def test_confirming_makes_collective_work_done_for_all() -> None:
    got = state(task(leads=["xa"]), entry("xa-1", "5/3", "done"), confirmed("31/3"))
    days = {agency: own.done_on for agency, own in got.parts}
    assert (got.progress, got.done_on, got.done_parts, got.vouched_parts) == (Status.DONE, day("31/3"), 1, 2)
    assert days == {"xa-1": day("5/3"), "xa-2": day("31/3"), "xa-3": day("31/3")}


def test_a_part_that_was_submitted_counts_as_done_once_all_is_confirmed() -> None:
    got = state(task(leads=["xa"]), entry("xa-1", "5/3", "submitted"), confirmed("31/3"))
    assert (got.done_parts, got.vouched_parts) == (1, 2)


def test_what_is_confirmed_stays_done_whatever_a_member_writes_after() -> None:
    got = state(task(leads=["xa"]), confirmed("31/3"), entry("xa-1", "2/4", "in_progress"))
    assert got.progress is Status.DONE


def test_confirming_for_one_member_closes_its_part_alone() -> None:
    got = state(task(leads=["xa"]), entry("xa-1", "5/3", "submitted"), confirmed("6/3", agency="xa-1"))
    assert (got.done_parts, got.progress) == (1, Status.IN_PROGRESS)


def test_returning_puts_work_back_to_in_progress() -> None:
    got = state(task(), entry("stp", "20/3", "submitted"), returned("25/3"))
    assert (got.progress, got.done_on, got.timing) == (Status.IN_PROGRESS, None, Timing.OVERDUE)


def test_returned_work_may_be_done_again_also_with_a_product_of_an_earlier_day() -> None:
    got = state(task(), entry("stp", "20/3", "done"), returned("25/3"), entry("stp", "20/3", "done", recorded="28/3"))
    assert (got.progress, got.done_on) == (Status.DONE, day("20/3"))


def test_returning_collective_work_reopens_the_parts_that_had_begun() -> None:
    got = state(task(leads=["xa"]), entry("xa-1", "5/3", "done"), entry("xa-2", "6/3", "submitted"), returned("9/3"))
    assert parts(got) == {"xa-1": Status.IN_PROGRESS, "xa-2": Status.IN_PROGRESS, "xa-3": Status.NOT_STARTED}


def test_returning_what_was_confirmed_reopens_it() -> None:
    got = state(task(leads=["xa"]), confirmed("31/3"), returned("2/4"))
    assert (got.progress, got.done_parts) == (Status.IN_PROGRESS, 0)
    alone = task(leads=["lien-quan"])
    assert state(alone, entry(MONITOR, "5/3", "done"), returned("9/3")).progress is Status.IN_PROGRESS


def test_returning_one_members_part_leaves_the_others() -> None:
    done = [entry(commune, "7/3", "done") for commune in COMMUNES]
    got = state(task(leads=["xa"]), *done, returned("9/3", agency="xa-2"))
    assert parts(got) == {"xa-1": Status.DONE, "xa-2": Status.IN_PROGRESS, "xa-3": Status.DONE}


@pytest.mark.parametrize("by", ["stp", "stc"])
def test_nobody_but_the_monitor_confirms_or_returns(by: str) -> None:
    submitted = entry("stp", "20/3", "submitted")
    assert state(task(), submitted, confirmed("25/3", by=by)).progress is Status.SUBMITTED
    assert state(task(), submitted, returned("25/3", by=by)).progress is Status.SUBMITTED


@pytest.mark.parametrize(("confirm_done", "progress"), [(False, Status.DONE), (True, Status.SUBMITTED)])
def test_whether_a_leads_done_needs_confirming_is_a_setting(confirm_done: bool, progress: Status) -> None:
    assert state(task(), entry("stp", "20/3", "done"), confirm_done=confirm_done).progress is progress


def test_where_done_needs_confirming_the_monitor_confirms_its_own_work_by_reporting_it() -> None:
    assert state(task(leads=["snv"]), entry(MONITOR, "20/3", "done"), confirm_done=True).progress is Status.DONE
    done = entry("stp", "20/3", "done")
    assert state(task(), done, confirmed("20/3", recorded="1/4"), confirm_done=True).timing is Timing.EARLY


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.LEAD])
def test_other_roles_entries_are_contributions_only(role: Role) -> None:
    row = task(others=[("stc", role)])
    assert state(row, entry("stc", "5/3", "done")).progress is Status.NOT_STARTED
    assert state(row, entry("stp", "5/3", "done"), entry("stc", "6/3", "in_progress")).progress is Status.DONE


def test_a_contribution_does_not_undo_the_monitors_word() -> None:
    row = task(leads=["xa"], others=[("stc", Role.COORDINATE)])
    got = state(row, entry(MONITOR, "5/3", "paused"), entry("stc", "6/3", "in_progress"))
    assert got.progress is Status.PAUSED


def test_a_member_that_goes_on_ends_the_monitors_pause() -> None:
    got = state(task(leads=["xa"]), entry(MONITOR, "5/3", "paused"), entry("xa-1", "6/3", "in_progress"))
    assert (got.progress, parts(got)["xa-1"]) == (Status.IN_PROGRESS, Status.IN_PROGRESS)


def test_done_without_evidence_is_unproven_until_evidence_comes() -> None:
    bare = entry("stp", "5/3", "done", unproven=True)
    late_proof = entry("stp", "20/3", evidence=(Document(number="1/BC"),))
    assert state(task(), bare).timing is Timing.UNPROVEN
    assert state(task(), bare, late_proof, on="19/3").timing is Timing.UNPROVEN
    assert state(task(), bare, late_proof).timing is Timing.EARLY


def test_done_without_a_day_is_unproven() -> None:
    got = state(task(), entry("stp", None, "done", recorded="5/3"))
    assert (got.progress, got.done_on, got.timing) == (Status.DONE, None, Timing.UNPROVEN)


def test_one_unproven_part_leaves_the_whole_unproven() -> None:
    done = [entry(commune, "7/3", "done", unproven=commune == "xa-2") for commune in COMMUNES]
    assert state(task(leads=["xa"]), *done).timing is Timing.UNPROVEN


def test_an_entry_counts_from_its_day() -> None:
    done = entry("stp", "5/3", "done", recorded="20/3")
    assert state(task(), done, on="4/3").progress is Status.NOT_STARTED
    assert state(task(), done, on="5/3").progress is Status.DONE


@pytest.mark.parametrize("status", ["paused", "cancelled"])
def test_paused_and_cancelled_work_is_never_overdue(status: str) -> None:
    got = state(task(), entry("stp", "5/3", status, evidence=(Document(number="4/CV"),)))
    assert (got.progress.value, got.bucket.value, got.timing, got.days_late) == (status, status, None, None)


def test_a_note_alone_does_not_begin_the_work() -> None:
    assert state(task(), entry("stp", "5/3", note="đã nhận văn bản")).progress is Status.NOT_STARTED


def test_parts_together() -> None:
    done, open_, none, off = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.CANCELLED
    assert together([done, done]) is done
    assert together([done, off]) is done
    assert together([off, off]) is off
    assert together([none, none]) is none
    assert together([Status.PAUSED, Status.PAUSED]) is Status.PAUSED
    assert together([none, off]) is together([done, none]) is together([Status.PAUSED, none]) is open_


def test_nothing_is_inferred_from_a_deadline_having_passed() -> None:
    got = state(task(), on="31/12")
    assert (got.progress, got.days_late) == (Status.NOT_STARTED, (day("31/12") - day("31/3")) // timedelta(days=1))


# --- the rules of `validate` see the same parts

SAID = ((MONITOR, None), (MONITOR, "stp"), (MONITOR, "xa-2"), ("stp", None), ("stc", None), ("xa-2", None))


@pytest.mark.parametrize("leads", [("stp",), ("stp", "stc"), ("xa",), ("snv", "stp"), ("lien-quan",)], ids=", ".join)
@pytest.mark.parametrize("what", ["done", "confirm", "return"])
@pytest.mark.parametrize(("by", "about"), SAID)
def test_rules_take_an_entry_for_the_part_that_it_moves(
    leads: tuple[str, ...], by: str, about: str | None, what: str
) -> None:
    action = what if what != "done" else None
    said = entry(by, "5/3", "done" if action is None else None, agency=about, action=action)
    without, of = workspace(task(leads=leads)), workspace(task(leads=leads), entries=[said])
    chain = next(chains(of.plans[0], of.registry), None)
    closers = closing(ledger(of), found(of), found(of).milestones[0], day("31/12"))
    moved = {each for each in closers if part_of(of, each) != part_of(without, each)}
    if chain is None:  # the return of a whole that nothing was reported of
        assert (by, about, what, moved) == (MONITOR, None, "return", set())
    elif chain.whole:
        assert moved in (set(), set(closers))
        assert len(closers) != 1
    else:
        assert moved <= {chain.agency}
        assert moved or chain.agency not in closers or what != "done"


def part_of(of: Workspace, agency: str) -> Status:
    got = milestone(of, "31/12")
    return dict(got.parts).get(agency, got).progress
