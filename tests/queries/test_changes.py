"""What is newly done, overdue, extended since the last period's cut-off (the report's comparison)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from any_workspace import any_workspace
from builders import confirmed, day, decision, entry, part, returned, task, workspace
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.documents.reports.since import since
from cchc_cli.model import Figures, Snapshot
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.changes import Changes, Passage, changes
from cchc_cli.queries.views import Asked
from cchc_cli.schedule import Period, period


def named(text: str) -> Period:
    found = period(text)
    assert found is not None
    return found


def changed(of: Workspace, during: str = "2026-Q2", *agencies: str, on: str | None = None) -> Changes:
    window = named(during)
    return changes(of, Asked(day(on) if on else window.end, agencies, period=window), window)


def ids(found: tuple[Passage, ...]) -> list[str]:
    return [each.state.milestone.id for each in found]


def moved(found: Changes) -> list[tuple[str, str | None, object, object]]:
    return [(each.state.milestone.id, each.agency, each.before, each.due) for each in found.extended]


def test_what_was_done_or_overdue_at_the_last_cutoff_is_not_new() -> None:
    rows = [task("Tháng 02/2026", identity=f"I.{number}") for number in (1, 2, 3)]
    of = workspace(
        *rows, task("Tháng 4/2026", identity="I.4"),
        entries=[entry("stp", "14/3", "done", "I.1"), entry("stp", "15/3", "done", "I.2")],
    )  # fmt: skip
    first, second = changed(of, "2026-Q1"), changed(of, "2026-Q2")
    assert (ids(first.done), ids(first.overdue)) == (["I.1/1"], ["I.2/1", "I.3/1"])
    assert (ids(second.done), ids(second.overdue)) == (["I.2/1"], ["I.4/1"])
    assert (first.since, second.since) == (day("14/12/2025"), day("14/3"))


@pytest.mark.parametrize("during", ["2026-H1", "2026-9M", "2026"])
def test_a_longer_period_is_compared_with_the_day_before_it_begins(during: str) -> None:
    assert changed(workspace(task()), during).since == day("14/12/2025")


def test_the_day_may_stand_before_the_end_of_the_period_or_after_it() -> None:
    of = workspace(task("Tháng 4/2026"))
    assert ids(changed(of, on="30/4").overdue) == []
    assert ids(changed(of, on="1/5").overdue) == ["I.1/1"]
    assert ids(changed(of, on="1/8").overdue) == ["I.1/1"]


def test_what_is_sent_back_and_done_again_is_new_again() -> None:
    of = workspace(task(), entries=[confirmed("1/3"), returned("10/3"), confirmed("1/4")])
    assert ids(changed(of).done) == ["I.1/1"]


def test_checkpoints_and_duties_of_the_body_are_left_out() -> None:
    parts = (part("I.1/1", "Tháng 4/2026", checkpoint=True), part("I.1/2", "Tháng 12/2026"))
    of = workspace(
        task("", milestones=parts), duties=[("stp",)],
        entries=[entry("stp", "1/4", "done", "body.IV.1-1"), entry("stp", "1/4", "done", "I.1/1")],
    )  # fmt: skip
    assert ids(changed(of).done) == []


def test_extensions_count_from_their_document_and_say_from_which_day() -> None:
    of = workspace(
        task("Tháng 02/2026"),
        deadlines=[decision("extend", "1/3", "31/3"), decision("extend", "20/3", "30/4"),
                   decision("extend", "20/5", "31/5"), decision("request", "1/6", "30/6")],
    )  # fmt: skip
    assert moved(changed(of, "2026-Q1")) == [("I.1/1", None, day("28/2"), day("31/3"))]
    assert moved(changed(of, "2026-Q2")) == [("I.1/1", None, day("31/3"), day("31/5"))]
    assert moved(changed(of, "2026-Q3")) == []


def test_an_extension_of_one_member_names_the_member() -> None:
    of = workspace(task("Tháng 4/2026", ["xa"]), deadlines=[decision("extend", "20/4", "30/9", agency="xa-2")])
    assert moved(changed(of)) == [("I.1/1", "xa-2", day("30/4"), day("30/9"))]
    assert moved(changed(of, "2026-Q2", "xa-2")) == [("I.1/1", "xa-2", day("30/4"), day("30/9"))]
    assert moved(changed(of, "2026-Q2", "xa-1")) == []


def test_an_agency_sees_the_changes_of_what_it_leads() -> None:
    of = workspace(task("Tháng 4/2026", ["xa"]), task(leads=["stc"], identity="I.2"),
                   entries=[entry("xa-1", "1/4", "done")])  # fmt: skip
    assert ids(changed(of, "2026-Q2", "xa-1").done) == ["I.1/1"]
    assert ids(changed(of, "2026-Q2", "xa-2").overdue) == ["I.1/1"]
    assert ids(changed(of).done) == []


def test_a_task_that_came_later_is_new_when_it_is_overdue() -> None:
    of = workspace(task("Tháng 5/2026", added_by="dc"), amendments=[("dc", "1/5")])
    assert ids(changed(of).overdue) == ["I.1/1"]


def test_the_report_names_them_in_words() -> None:
    of = workspace(task("Tháng 4/2026", ["xa"]), task("Tháng 4/2026", identity="I.2"),
                   deadlines=[decision("extend", "20/4", "30/9", agency="xa-2")],
                   entries=[entry("stp", "2/5", "done", "I.2")])  # fmt: skip
    window = named("2026-Q2")
    told = since(Scene(of, window.end, window))
    assert told.start == "15/3/2026"
    assert [each.state for each in told.done] == ["đã hoàn thành quá hạn 2 ngày"]
    assert [(each.id, each.lead, each.due) for each in told.extended] == [
        ("I.1", "UBND xã xa-2", "30/9/2026 (trước: 30/4/2026)")
    ]


@given(any_workspace(), st.sampled_from(["2026-Q1", "2026-Q2", "2026-Q3", "2026-H1", "2026-04"]))
def test_a_change_is_a_state_that_holds_now_and_did_not_before(of: Workspace, during: str) -> None:
    window = named(during)
    found = changed(of, during)
    # a period that begins on a far day compares with nothing done
    eve = changes(of, Asked(found.since), structs.replace(window, start=day("1/1/2020")))
    now = changes(of, Asked(window.end), structs.replace(window, start=day("1/1/2020")))
    assert set(ids(found.done)) == set(ids(now.done)) - set(ids(eve.done))
    assert set(ids(found.overdue)) == set(ids(now.overdue)) - set(ids(eve.overdue))


def frozen(of: Workspace, as_of: str, recorded: str) -> Workspace:
    """The same plan, with the figures of a day frozen on another."""
    snapshot = Snapshot(period="2026-Q1", as_of=day(as_of), recorded=day(recorded), counts=Figures())
    plans = tuple(
        structs.replace(plan, records=structs.replace(plan.records, snapshots=(snapshot,))) for plan in of.plans
    )
    return structs.replace(of, plans=plans)


def test_entries_written_after_the_figures_were_frozen_count_in_the_next_period() -> None:
    late = entry("stp", "10/3", "done", "I.1", recorded="25/3")
    in_time = entry("stp", "10/3", "done", "I.2", recorded="18/3")
    of = workspace(*(task("Tháng 3/2026", identity=f"I.{number}") for number in (1, 2)), entries=[late, in_time])
    assert ids(changed(of).done) == []
    assert ids(changed(frozen(of, "14/3", "20/3")).done) == ["I.1/1"]
