"""States that records give only by a second thought: what is written on one day, sent back, amended meanwhile."""

from builders import (
    assigned,
    confirmed,
    day,
    decision,
    entry,
    ledger,
    milestone,
    part,
    returned,
    task,
    whole,
    workspace,
)
from cchc_cli.model import Former, Status
from cchc_cli.queries.stats import stats
from cchc_cli.queries.views import Asked
from cchc_cli.state.tasks import task_states
from cchc_cli.state.timing import Timing


def test_of_two_lines_of_one_day_the_later_line_holds() -> None:
    begun = entry("stp", None, "in_progress", recorded="28/1")
    done = entry("stp", "27/1", "done", recorded="28/1")
    assert milestone(workspace(task(), entries=[begun, done]), "28/1").progress is Status.DONE
    assert milestone(workspace(task(), entries=[done, begun]), "28/1").progress is Status.IN_PROGRESS


def test_a_member_sent_back_after_all_was_confirmed_reopens_the_whole() -> None:
    rows = task(leads=["so"])
    entries = [confirmed("10/3"), returned("12/3", agency="stc")]
    of = workspace(rows, entries=[entry("stc", "5/3", "done"), *entries])
    assert milestone(of, "11/3").progress is Status.DONE
    back = milestone(of, "12/3")
    assert (back.progress, dict(back.parts)["stc"].progress) == (Status.IN_PROGRESS, Status.IN_PROGRESS)
    assert back.vouched_parts == len(back.parts) - 1
    again = workspace(rows, entries=[entry("stc", "5/3", "done"), *entries, entry("stc", "20/3", "done")])
    assert milestone(again, "20/3").progress is Status.DONE


def test_an_extension_of_the_old_term_does_not_outweigh_an_amended_one() -> None:
    row = task("Tháng 12/2026", former=(Former(changed_by="dc", schedule="Tháng 01/2026"),))
    of = workspace(row, deadlines=[decision("extend", "30/1", "28/2")], amendments=[("dc", "1/6")])
    assert milestone(of, "31/5").term.due == day("28/2")
    assert milestone(of, "1/6").term.due == day("31/12")
    later = [decision("extend", "30/1", "28/2"), decision("extend", "2/6", "31/1/2027")]
    assert milestone(workspace(row, deadlines=later, amendments=[("dc", "1/6")]), "2/6").term.due == day("31/1/2027")


def test_between_two_amendments_the_term_of_that_time_holds() -> None:
    former = (Former(changed_by="dc2", schedule="Tháng 6/2026"), Former(changed_by="dc1", schedule="Tháng 01/2026"))
    row = task("Tháng 01/2026", former=former)
    of = workspace(row, deadlines=[decision("extend", "30/1", "28/2")], amendments=[("dc1", "1/3"), ("dc2", "1/9")])
    states = (next(task_states(ledger(of), day(on))) for on in ("28/2", "1/3", "31/8", "1/9"))
    due = [state.milestones[0].term.due for state in states]
    assert due == [day("28/2"), day("30/6"), day("30/6"), day("31/1")]


def test_what_was_done_before_it_went_to_another_stays_done() -> None:
    row = task("Tháng 01/2026", leads=["stc"], former=(Former(changed_by="dc", assignments=(assigned("stp"),)),))
    of = workspace(row, entries=[entry("stp", "28/1", "done")], amendments=[("dc", "1/6")])
    assert [milestone(of, on).timing for on in ("1/6", "1/9")] == [Timing.EARLY] * 2
    open_again = [entry("stp", "28/1", "done"), entry("stc", "5/6", "in_progress")]
    assert milestone(workspace(row, entries=open_again, amendments=[("dc", "1/6")]), "5/6").timing is Timing.OVERDUE


def test_evidence_that_was_sent_back_no_longer_counts() -> None:
    entries = [entry("stp", "1/3", "done"), returned("5/3"), entry("stp", "9/3", "done", unproven=True)]
    assert milestone(workspace(task(), entries=entries), "9/3").timing is Timing.UNPROVEN


def test_a_percentage_alone_says_that_work_has_begun() -> None:
    assert milestone(workspace(task(), entries=[entry("stp", "1/3", percent=40)]), "1/3").progress is Status.IN_PROGRESS


def test_a_request_is_answered_by_what_is_written_after_it_whatever_the_documents_day() -> None:
    asked = decision("request", "20/1", "28/2", recorded="20/1")
    of = workspace(task(), deadlines=[asked, decision("extend", "19/1", "28/2", recorded="21/1")])
    unanswered = workspace(task(), deadlines=[asked])
    assert ledger(unanswered).requests(unanswered.plans[0].tasks[0], day("21/1"))
    assert not ledger(of).requests(of.plans[0].tasks[0], day("21/1"))


def test_a_cancelled_milestone_does_not_keep_a_task_out_of_the_rate_of_what_fell_due() -> None:
    row = task(None, milestones=(part("I.1/1", "Tháng 02/2026"), part("I.1/2", "Tháng 9/2026")))
    entries = [entry("stp", "10/2", "done", "I.1/1"), entry("stp", "11/2", "cancelled", "I.1/2")]
    of = workspace(row, entries=entries)
    assert whole(of, "1/4").progress is Status.DONE
    rate = stats(of, Asked(day("1/4")), "section").total.on_time_rate
    assert (rate.done, rate.of) == (1, 1)


def test_figures_of_a_chosen_agency_are_its_own_alone() -> None:
    of = workspace(task("Tháng 3/2026", leads=["stp", "stc"]), entries=[entry("stc", "1/3", "done")])
    rows = stats(of, Asked(day("1/4"), ("stc",)), "agency").rows
    assert [(each.id, each.done_rate.done, each.done_rate.of) for each in rows] == [("stc", 1, 1)]
    everybody = stats(of, Asked(day("1/4")), "agency").rows
    assert [(each.id, each.done_rate.done) for each in everybody] == [("stp", 0), ("stc", 0)]
