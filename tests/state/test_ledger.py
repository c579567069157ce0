"""What of a plan's records counts on a day, and the term that comes of it (docs/promises.md#records)."""

from datetime import date

import pytest
from msgspec import structs

from builders import day, decision, entry, found, happened, ledger, loaded, milestone, part, task, workspace
from cchc_cli.model import Document, Entry, ScheduleRow
from cchc_cli.plan.workspace import Workspace
from cchc_cli.state.ledger import Ledger
from cchc_cli.state.timing import Bucket, Term


def term(of: Workspace, on: str, agency: str | None = None) -> Term:
    return ledger(of).term(found(of), found(of).milestones[0], day(on), None, agency)


def notes(asked: Ledger, on: str, identity: str = "I.1/1") -> list[str | None]:
    task = asked.plan.task(identity)
    assert task is not None
    own = next(each for each in task.milestones if each.id == identity)
    return [each.entry.note for each in asked.reports(own, day(on))]


def test_a_report_counts_from_the_day_it_happened_not_from_the_day_it_was_written() -> None:
    asked = ledger(workspace(task(), entries=[entry("stp", "5/3", "in_progress", recorded="20/3", note="a")]))
    assert notes(asked, "4/3") == []
    assert notes(asked, "5/3") == ["a"]


def test_a_report_without_a_day_counts_from_the_day_it_was_written() -> None:
    undated = ("stp", Entry(task="I.1", recorded=day("20/3"), note="a"))
    asked = ledger(workspace(task(), entries=[undated]))
    assert (notes(asked, "19/3"), notes(asked, "20/3")) == ([], ["a"])


def test_reports_name_a_milestone_or_the_whole_task_in_any_case() -> None:
    row = task(milestones=(part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026")))
    entries = [entry("stp", "1/3", note="cả hai", about="i.1"), entry("stp", "2/3", note="mốc 2", about="I.1/2")]
    asked = ledger(workspace(row, entries=entries))
    assert notes(asked, "3/3") == ["cả hai"]
    assert notes(asked, "3/3", "I.1/2") == ["cả hai", "mốc 2"]


def test_reports_stand_by_day_whatever_their_place_in_the_file() -> None:
    entries = [entry("stp", "9/3", "in_progress", note="b"), entry("stp", "2/3", "in_progress", note="a")]
    assert notes(ledger(workspace(task(), entries=entries)), "31/3") == ["a", "b"]


def test_a_product_dated_before_the_last_word_and_reported_after_it_comes_last() -> None:
    entries = [
        entry("stp", "5/3", "done", recorded="12/3", note="xong"),
        entry("stp", "10/3", "in_progress", recorded="10/3", note="đang làm"),
    ]
    assert notes(ledger(workspace(task(), entries=entries)), "12/3") == ["đang làm", "xong"]


def test_an_old_step_written_down_after_the_end_comes_first() -> None:
    entries = [
        entry("stp", "18/3", "done", recorded="20/3", note="xong"),
        entry("stp", "1/3", "in_progress", recorded="25/3", note="ghi bù"),
    ]
    assert notes(ledger(workspace(task(), entries=entries)), "31/3") == ["ghi bù", "xong"]


@pytest.mark.parametrize(("as_of", "due"), [("9/4", "31/3"), ("10/4", "30/6")])
def test_an_extension_counts_from_its_document_and_the_original_is_kept(as_of: str, due: str) -> None:
    got = term(workspace(task(), deadlines=[decision("extend", "10/4", "30/6", recorded="1/5")]), as_of)
    assert (got.due, got.original_due) == (day(due), day("31/3"))


def test_an_extension_without_a_dated_document_counts_from_the_day_it_was_written() -> None:
    bare = decision("extend", "1/1", "30/6", recorded="20/4")
    undated = type(bare)(task="I.1", action="extend", to=bare.to, recorded=bare.recorded, document=Document(number="3"))
    of = workspace(task(), deadlines=[undated])
    assert (term(of, "19/4").due, term(of, "20/4").due) == (day("31/3"), day("30/6"))


def test_the_last_of_several_extensions_holds() -> None:
    granted = [decision("extend", "1/6", "30/9"), decision("extend", "1/4", "30/6")]
    got = term(workspace(task(), deadlines=granted), "1/7")
    assert (got.due, got.original_due) == (day("30/9"), day("31/3"))


@pytest.mark.parametrize("action", ["request", "refuse"])
def test_asking_and_refusing_move_nothing(action: str) -> None:
    got = term(workspace(task(), deadlines=[decision(action, "1/3", "30/6")]), "31/12")
    assert (got.due, got.original_due) == (day("31/3"), day("31/3"))


@pytest.mark.parametrize("schedule", ["Thường xuyên", "Theo quy định", "", "Sau khi Đề án được phê duyệt"])
def test_setting_a_day_gives_the_first_one(schedule: str) -> None:
    of = workspace(task(schedule), deadlines=[decision("set", "10/3", "30/6"), decision("extend", "1/6", "30/9")])
    assert (term(of, "9/3").due, term(of, "9/3").original_due) == (None, None)
    assert (term(of, "10/3").due, term(of, "10/3").original_due) == (day("30/6"), day("30/6"))
    assert (term(of, "1/6").due, term(of, "1/6").original_due) == (day("30/9"), day("30/6"))


def test_a_members_own_extension_is_for_that_member() -> None:
    of = workspace(task(leads=["so"]), deadlines=[decision("extend", "1/3", "30/6", agency="stp")])
    assert term(of, "1/4", "stp").due == day("30/6")
    assert term(of, "1/4", "stc").due == term(of, "1/4").due == day("31/3")


@pytest.mark.parametrize("turned", [1, -1])
def test_of_one_day_the_narrower_decision_holds_wherever_its_line_stands(turned: int) -> None:
    row = task(leads=["so"], milestones=(part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026")))
    for_all, for_one = decision("extend", "1/3", "30/6"), decision("extend", "1/3", "31/8", agency="stp")
    of_one_part = decision("extend", "1/3", "31/7", about="I.1/1")
    of = workspace(row, deadlines=[for_all, for_one][::turned])
    assert (term(of, "1/4", "stp").due, term(of, "1/4", "stc").due) == (day("31/8"), day("30/6"))
    of = workspace(row, deadlines=[for_all, of_one_part][::turned])
    assert milestone(of, "1/4", "I.1/1").term.due == day("31/7")
    assert milestone(of, "1/4", "I.1/2").term.due == day("30/6")


@pytest.mark.parametrize("turned", [1, -1])
@pytest.mark.parametrize("action", ["extend", "refuse"])
def test_an_answer_of_the_same_day_answers_the_request(action: str, turned: int) -> None:
    of = workspace(task(), deadlines=[decision("request", "1/3", "30/6"), decision(action, "1/3", "30/6")][::turned])
    (only,) = of.plans[0].tasks
    assert ledger(of).requests(only, day("1/4")) == ()


def test_a_decision_may_name_one_milestone() -> None:
    row = task(milestones=(part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026")))
    of = workspace(row, deadlines=[decision("extend", "1/3", "30/6", about="I.1/1")])
    assert milestone(of, "1/4", "I.1/1").term.due == day("30/6")
    assert milestone(of, "1/4", "I.1/2").term.due == day("31/5")


def test_an_event_happens_on_its_day_and_a_correction_written_later_holds() -> None:
    asked = ledger(workspace(task(), events=[happened("e1", "10/4", recorded="20/4"), happened("e1", "1/4")]))
    assert asked.happened("e1", day("31/3")) is None
    assert asked.happened("e1", day("30/4")) == day("10/4")
    assert asked.happened("e2", day("31/12")) is None


@pytest.mark.parametrize(
    ("words", "event", "due"),
    [
        ("05 ngày làm việc kể từ ngày ký", "13/2", "27/2"),  # Tết 16–20/02
        ("02 ngày làm việc kể từ ngày ký", "20/8", "22/8"),  # a make-up Saturday
        ("Trong 30 ngày kể từ ngày ký", "1/3", "31/3"),  # the first day is not counted
    ],
)
def test_days_counted_from_an_event(words: str, event: str, due: str) -> None:
    of = workspace(task(ScheduleRow(text=words, after=("e1",))), events=[happened("e1", event)])
    asked = Ledger.of(of.plans[0], structs.replace(of, calendar=loaded().workspace.calendar))
    got = asked.term(found(of), found(of).milestones[0], date(2026, 12, 31), day(event))
    assert (got.due, got.original_due) == (day(due), day(due))


def test_days_off_move_a_day_only_if_the_settings_say_so() -> None:
    saturday = "Ngày 31/01/2026"
    assert term(workspace(task(saturday)), "1/1").due == day("31/1")
    assert term(workspace(task(saturday), move_off_days=True), "1/1").due == day("2/2")


def test_a_request_leaves_the_task_overdue() -> None:
    of = workspace(task(), deadlines=[decision("request", "20/3", "30/6")])
    assert milestone(of, "1/4").bucket is Bucket.OVERDUE
