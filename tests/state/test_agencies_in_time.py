"""Agencies that end, merge and split (docs/promises.md#agencies-in-time): xa-1 and xa-2 become xa-moi on 1 July."""

from collections.abc import Iterable
from typing import Any

from msgspec import structs

from builders import day, entry, group, happened, milestone, part, returned, task, workspace
from cchc_cli.model import AgencyRow, Deadline, Document, Kind, Member, Role, ScheduleRow, Status, TaskRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import reported
from cchc_cli.queries.stats import stats
from cchc_cli.queries.views import Asked, views
from cchc_cli.state.timing import Bucket

LAST = day("30/6")
MONITOR = AgencyRow(id="snv", name="Sở Nội vụ", kind="department")
OPEN_GROUP = AgencyRow(id="lien-quan", name="Các cơ quan liên quan", kind="group", open=True)


def commune(identity: str, *successors: str, **fields: Any) -> AgencyRow:
    ended: dict[str, Any] = {"until": LAST, "successors": successors} if successors else {}
    return AgencyRow(id=identity, name=f"UBND xã {identity}", kind="commune", **ended | fields)


MERGED = (
    MONITOR,
    commune("xa-1", "xa-moi"),
    commune("xa-2", "xa-moi"),
    commune("xa-3"),
    commune("xa-moi", since=day("1/7")),
    group("xa", ("xa-1", "xa-2", "xa-3", "xa-moi")),
)


def plan(*rows: TaskRow, agencies: Iterable[AgencyRow] = MERGED, **records: Any) -> Workspace:
    return structs.replace(workspace(*rows, **records), registry=Registry(agencies))


def parts(of: Workspace, on: str, identity: str = "I.1/1") -> dict[str, Bucket]:
    return {agency: own.bucket for agency, own in milestone(of, on, identity).parts}


def seen(of: Workspace, on: str, *agencies: str) -> dict[str, Bucket]:
    """The tasks that agencies lead, with the state of their own part."""
    found = views(of, Asked(day(on), agencies))
    return {view.task.id: view.state.bucket for view in found if view.part == "lead"}


MARCH = task(leads=["xa"])
ENTRIES = (entry("xa-1", "5/3", "done"), entry("xa-2", "6/3", "in_progress"))


def test_a_group_stays_as_it_stood_at_the_first_deadline() -> None:
    of = plan(MARCH, entries=ENTRIES)
    former = {"xa-1": Bucket.DONE, "xa-2": Bucket.OVERDUE, "xa-3": Bucket.OVERDUE}
    assert parts(of, "1/4") == parts(of, "5/7") == former


def test_an_extension_moves_no_one_in_or_out() -> None:
    late = Deadline(task="I.1", action="extend", recorded=day("20/3"), to=day("30/9"), document=Document(number="1"))
    of = plan(MARCH, entries=ENTRIES, deadlines=[late])
    assert list(parts(of, "5/7")) == ["xa-1", "xa-2", "xa-3"]


def test_before_the_first_deadline_a_group_is_as_it_stands_on_the_day() -> None:
    of = plan(task("Tháng 9/2026", leads=["xa"]))
    assert list(parts(of, "30/6")) == ["xa-1", "xa-2", "xa-3"]
    assert list(parts(of, "1/7")) == list(parts(of, "31/12")) == ["xa-3", "xa-moi"]


def test_without_a_deadline_a_group_is_as_it_stands_on_the_day() -> None:
    of = plan(task("Thường xuyên", leads=["xa"]))
    assert (list(parts(of, "30/6")), list(parts(of, "1/7"))) == (["xa-1", "xa-2", "xa-3"], ["xa-3", "xa-moi"])


def test_a_deadline_counted_from_an_event_decides_too() -> None:
    counted = ScheduleRow(text="05 ngày kể từ ngày có hướng dẫn", kind=Kind.EVENT, after=("e1",))
    of = plan(task(counted, leads=["xa"]), events=[happened("e1", "1/3")])
    assert list(parts(of, "5/7")) == ["xa-1", "xa-2", "xa-3"]


def test_the_successor_closes_what_the_former_agency_left_open() -> None:
    of = plan(MARCH, entries=[*ENTRIES, entry("xa-3", "7/3", "done"), entry("xa-moi", "4/7", "done")])
    got = milestone(of, "5/7")
    assert (got.progress, got.done_parts, got.done_on) == (Status.DONE, 3, day("4/7"))
    assert milestone(of, "1/4").done_parts == 2


def test_a_successor_may_report_what_was_done_before_it_was_there() -> None:
    of = plan(MARCH, entries=[entry("xa-moi", "20/6", "done", recorded="3/7")])
    assert parts(of, "5/7")["xa-2"] is Bucket.DONE


def test_an_agency_that_was_there_before_closes_with_entries_after_the_takeover_alone() -> None:
    absorbed = (MONITOR, commune("xa-1", "xa-3"), commune("xa-3"), group("xa", ("xa-1", "xa-3")))
    own = entry("xa-3", "5/3", "done")
    assert parts(plan(MARCH, agencies=absorbed, entries=[own]), "5/7")["xa-1"] is Bucket.OVERDUE
    both = [own, entry("xa-3", "4/7", "done")]
    assert set(parts(plan(MARCH, agencies=absorbed, entries=both), "5/7").values()) == {Bucket.DONE}


def test_work_that_falls_due_after_the_merger_goes_on_from_what_the_former_agencies_did() -> None:
    row = task("Tháng 9/2026", leads=["xa"])
    one = plan(row, entries=[entry("xa-1", "5/3", "done")])
    both = plan(row, entries=[entry("xa-1", "5/3", "done"), entry("xa-2", "6/3", "done")])
    assert dict(milestone(one, "5/7").parts)["xa-moi"].progress is Status.IN_PROGRESS
    assert dict(milestone(both, "5/7").parts)["xa-moi"].done_on == day("6/3")


def test_of_several_successors_each_must_close_it() -> None:
    split = (MONITOR, commune("xa-1", "a", "b"), commune("a", since=day("1/7")), commune("b", since=day("1/7")))
    row = task(leads=["xa-1"])
    one = plan(row, agencies=split, entries=[entry("a", "4/7", "done")])
    both = plan(row, agencies=split, entries=[entry("a", "4/7", "done"), entry("b", "6/7", "done")])
    assert milestone(one, "10/7").progress is Status.IN_PROGRESS
    assert milestone(both, "10/7").done_on == day("6/7")


def test_successors_may_end_too() -> None:
    chain = (
        MONITOR,
        commune("xa-1", "xa-2"),
        commune("xa-2", "xa-3", since=day("1/7"), until=day("30/9")),
        commune("xa-3", since=day("1/10")),
    )
    of = plan(task(leads=["xa-1"]), agencies=chain, entries=[entry("xa-3", "5/10", "done")])
    assert [list(seen(of, on, who)) for on, who in (("5/7", "xa-2"), ("2/10", "xa-3"))] == [["I.1"], ["I.1"]]
    assert milestone(of, "6/10").progress is Status.DONE


def test_a_circle_of_successors_leads_nowhere() -> None:
    circle = (MONITOR, commune("xa-1", "xa-2"), commune("xa-2", "xa-1"))
    of = plan(task(leads=["xa-1"]), agencies=circle, entries=[entry("xa-1", "5/3", "done")])
    assert milestone(of, "5/7").progress is Status.DONE


def test_returned_work_of_a_former_agency_is_its_successors() -> None:
    of = plan(MARCH, entries=[entry("xa-1", "5/3", "done"), returned("3/7", agency="xa-1")])
    assert seen(of, "5/7", "xa-moi") == {"I.1": Bucket.OVERDUE}


def test_done_work_stays_the_former_agencys_and_open_work_is_its_successors() -> None:
    first, second = task(leads=["xa-1"]), task(leads=["xa-1"], identity="I.2")
    of = plan(first, second, entries=[entry("xa-1", "5/3", "done")])
    assert (seen(of, "30/6", "xa-1"), seen(of, "30/6", "xa-moi")) == ({"I.1": Bucket.DONE, "I.2": Bucket.OVERDUE}, {})
    assert seen(of, "1/7", "xa-1") == {"I.1": Bucket.DONE}
    assert seen(of, "1/7", "xa-moi") == {"I.2": Bucket.OVERDUE}
    rows = {row.id: row.total for row in stats(of, Asked(day("1/7")), "agency").rows}
    assert rows == {"xa-1": 1, "xa-moi": 1}


def test_a_part_in_anothers_work_passes_on_as_well() -> None:
    of = plan(task(leads=["xa-3"], others=[("xa-1", Role.PERFORM)]))
    shares = [view.shares for view in views(of, Asked(day("5/7"), ("xa-moi",)))]
    assert [(each.role, each.via) for each in shares[0]] == [(Role.PERFORM, "xa-1")]


def test_an_entry_is_asked_of_the_successor_once_the_former_agency_has_ended() -> None:
    of = plan(task("Thường xuyên", leads=["xa-1"]))
    wanted = [next(reported(of, Asked(day(on)))).missing for on in ("30/6", "1/7")]
    assert wanted == [("xa-1",), ("xa-moi",)]


def test_an_extension_for_the_only_predecessor_holds_for_the_successor() -> None:
    renamed = (MONITOR, commune("xa-1", "xa-moi"), commune("xa-3"), commune("xa-moi", since=day("1/7")),
               group("xa", ("xa-1", "xa-3", "xa-moi")))  # fmt: skip
    late = Deadline(task="I.1", action="extend", recorded=day("2/6"), to=day("31/12"), agency="xa-1",
                    document=Document(number="1", date=day("2/6")))  # fmt: skip
    of = plan(task("Tháng 9/2026", leads=["xa"]), agencies=renamed, deadlines=[late])
    assert {agency: own.term.due for agency, own in milestone(of, "5/7").parts} == {
        "xa-3": day("30/9"),
        "xa-moi": day("31/12"),
    }


def test_a_condition_is_met_for_the_successor_when_its_predecessors_met_it() -> None:
    row = task(
        leads=["xa"],
        schedule=None,
        milestones=(
            part("I.1/1", "Tháng 3/2026"),
            part("I.1/2", ScheduleRow(text="05 ngày kể từ ngày đó", kind=Kind.EVENT, after=("I.1/1",))),
        ),
    )
    both = [entry("xa-1", "5/3", "done", "I.1/1"), entry("xa-2", "9/3", "done", "I.1/1")]
    got = dict(milestone(plan(row, entries=both), "5/7", "I.1/2").parts)
    assert (got["xa-moi"].term.due, got["xa-3"].term.due) == (day("14/3"), None)


def test_a_member_that_left_and_came_back() -> None:
    times = (
        Member(agency="xa-1", basis="assumed", until=day("28/2")),
        Member(agency="xa-1", basis="assumed", since=day("1/10")),
        Member(agency="xa-3", basis="assumed"),
    )
    row = AgencyRow(id="xa", name="Các xã", kind="group", members=times)
    of = Registry((commune("xa-1"), commune("xa-3"), row))
    assert [of.members("xa", day(on)) for on in ("28/2", "1/3", "30/9", "1/10")] == [
        ("xa-1", "xa-3"), ("xa-3",), ("xa-3",), ("xa-1", "xa-3"),
    ]  # fmt: skip
    assert of.members("xa") == ("xa-1", "xa-3")


def test_an_inner_group_may_be_a_member_for_a_time() -> None:
    inner, outer = group("trong", ["xa-1"]), Member(agency="trong", basis="assumed", since=day("1/7"))
    of = Registry((commune("xa-1"), inner, AgencyRow(id="ngoai", name="Ngoài", kind="group", members=(outer,))))
    assert [of.members("ngoai", day(on)) for on in ("30/6", "1/7")] == [(), ("xa-1",)]
