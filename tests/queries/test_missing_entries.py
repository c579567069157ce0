"""Who has not reported, what is stale, which extensions await an answer (docs/promises.md#stale)."""

import json
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from msgspec import structs

from any_workspace import DAYS, any_workspace
from builders import (
    COMMUNES,
    assigned,
    confirmed,
    day,
    decision,
    entry,
    happened,
    part,
    real,
    returned,
    task,
    workspace,
)
from cchc_cli.model import Deadline, Entry, Role, ScheduleRow
from cchc_cli.plan.plans import Records
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.missing_entries import OPEN, reported, requests
from cchc_cli.queries.stats import stats
from cchc_cli.queries.views import Asked, TaskView, views
from cchc_cli.schedule import period
from cchc_cli.state.timing import Bucket
from conftest import ROOT, Cchc, Golden


def seen(of: Workspace, on: str, *agencies: str, during: str | None = None) -> dict[str, TaskView]:
    return {
        view.task.id: view for view in reported(of, Asked(day(on), agencies, period=period(during) if during else None))
    }


def stale(of: Workspace, on: str, *agencies: str, during: str | None = None) -> list[str]:
    return [identity for identity, view in seen(of, on, *agencies, during=during).items() if view.stale]


def missing(of: Workspace, on: str, *agencies: str, about: str = "I.1", during: str | None = None) -> tuple[str, ...]:
    return seen(of, on, *agencies, during=during)[about].missing


def wrote(by: str, recorded: str, about: str = "I.1", **fields: Any) -> tuple[str, Entry]:
    return by, Entry(task=about, recorded=day(recorded), **fields)


# -- what wants an entry ---------------------------------------------------------------------------------------------


def test_open_work_without_an_entry_in_the_quarter_is_stale() -> None:
    of = workspace(task("Trong năm 2026"), entries=[wrote("stp", "14/3")])
    assert stale(of, "14/3") == []
    assert stale(of, "15/3") == ["I.1"], "a new quarter wants a new entry"


def test_stale_goes_by_the_day_an_entry_was_written_not_by_the_day_of_the_work() -> None:
    of = workspace(task("Trong năm 2026"), entries=[entry("stp", "10/3", "in_progress", recorded="16/3")])
    assert stale(of, "14/3") == ["I.1"]
    assert stale(of, "31/3") == []


@pytest.mark.parametrize("status", ["done", "cancelled", "paused", "submitted"])
def test_a_settled_task_needs_no_entry(status: str) -> None:
    of = workspace(task("Trong năm 2026"), entries=[entry("stp", "5/1", status)])
    assert stale(of, "1/5") == []
    assert missing(of, "1/5") == ()


def test_a_term_that_has_not_begun_needs_no_entry_unless_the_work_has() -> None:
    of = workspace(
        task("Tháng 9/2026"), task("Theo hướng dẫn của Trung ương", identity="I.2"), task("", identity="I.3"),
        task(ScheduleRow(text="Sau khi Đề án được phê duyệt", after=("e1",)), identity="I.4"),
        events=[happened("e1", "1/7")],
    )  # fmt: skip
    assert stale(of, "30/6") == ["I.3"]
    assert stale(of, "1/7") == ["I.3", "I.4"]
    assert stale(of, "1/9") == ["I.1", "I.3", "I.4"]
    begun = workspace(task("Tháng 9/2026"), entries=[entry("stp", "5/3", "in_progress")])
    assert stale(begun, "1/5") == ["I.1"]


def test_a_checkpoint_and_a_computed_task_need_no_entry() -> None:
    late = (part("I.1/1", "Tháng 9/2026"), part("I.1/2", "Tháng 2/2026", checkpoint=True))
    of = workspace(task("", milestones=late), task("Trong năm 2026", identity="I.2", computed=True))
    assert stale(of, "1/5") == []


def test_a_period_may_be_named() -> None:
    of = workspace(task("Trong năm 2026"), entries=[wrote("stp", "10/1")])
    assert stale(of, "14/2", during="2026-02") == ["I.1"]
    assert stale(of, "14/6", during="2026-H1") == []
    assert stale(of, "1/7", during="2026-Q1") == [], "the day alone moves"
    assert stale(of, "9/1", during="2026-Q1") == ["I.1"], "what is written later is not known yet"


# -- recurring work --------------------------------------------------------------------------------------------------


def test_each_turn_of_recurring_work_needs_an_entry() -> None:
    of = workspace(task("Hằng tháng"), task("06 tháng một lần", identity="I.2"),
                   entries=[wrote("stp", "20/1"), wrote("stp", "20/1", "I.2")])  # fmt: skip
    assert stale(of, "14/2") == ["I.1"], "the turn that ended on 14/1"
    assert stale(of, "14/2", during="2026-02") == []
    assert stale(of, "14/3", during="2026-03") == ["I.1"], "the month's own, though the quarter has one"
    assert stale(of, "1/6") == ["I.1"], "one in the half-year does for a half-yearly one"
    assert stale(of, "15/6") == ["I.1", "I.2"]
    assert stale(of, "20/12") == [], "no turn runs after the year's last"


# -- who -------------------------------------------------------------------------------------------------------------


def test_each_member_of_a_collective_task_reports_for_itself() -> None:
    of = workspace(task("Trong năm 2026", ["xa"]), entries=[wrote("xa-1", "5/1"), entry("xa-2", "6/1", "done")])
    assert missing(of, "1/2") == ("xa-3",)
    assert stale(of, "1/2") == []
    assert missing(of, "1/5") == ("xa-1", "xa-3"), "who is done owes nothing more"
    assert (stale(of, "1/2", "xa-1"), stale(of, "1/2", "xa-3")) == ([], ["I.1"])
    assert missing(of, "1/5", "xa-1", "xa-2") == ("xa-1",)


def test_the_monitor_may_report_for_another() -> None:
    of = workspace(task("Trong năm 2026", ["xa"]), entries=[wrote("snv", "5/1", agency="xa-2")])
    assert missing(of, "1/2") == ("xa-1", "xa-3")
    whole = workspace(task("Trong năm 2026", ["xa"]), entries=[wrote("snv", "5/1")])
    assert (missing(whole, "1/2"), stale(whole, "1/2")) == (COMMUNES, [])
    alone = workspace(task("Trong năm 2026"), entries=[wrote("snv", "5/1")])
    assert (missing(alone, "1/2"), stale(alone, "1/2")) == ((), [])


def test_a_confirmation_or_an_entry_by_who_takes_part_is_no_report() -> None:
    of = workspace(
        task("Trong năm 2026", others=[("stc", Role.COORDINATE)]),
        entries=[entry("stp", "10/3", "submitted"), returned("20/3"), wrote("stc", "21/3")],
    )
    assert stale(of, "1/4") == ["I.1"]
    assert missing(of, "1/4") == ("stp",)


def test_an_open_group_is_never_missing_but_its_task_may_be_stale() -> None:
    of = workspace(task("Trong năm 2026", ["lien-quan"]))
    assert (stale(of, "1/2"), missing(of, "1/2")) == (["I.1"], ())
    told = workspace(task("Trong năm 2026", ["lien-quan"]), entries=[wrote("xa-1", "5/1")])
    assert stale(told, "1/2") == []


def test_the_leads_of_a_milestone_report_on_it() -> None:
    own = structs.replace(part("I.1/1", "Quý I/2026"), assignments=(assigned("vp"),))
    of = workspace(task("", milestones=(own, part("I.1/2", "Trong năm 2026"))), entries=[wrote("stp", "5/1", "I.1/2")])
    assert missing(of, "1/2") == ("vp",)


def test_no_member_is_missing_once_the_whole_is_confirmed() -> None:
    of = workspace(task("Tháng 3/2026", ["xa"]), entries=[confirmed("20/3")])
    assert (missing(of, "1/5"), stale(of, "1/5")) == ((), [])


# -- extensions that await an answer ---------------------------------------------------------------------------------


def awaiting(of: Workspace, on: str, *agencies: str) -> list[tuple[str, str | None]]:
    return [
        (request.task, request.agency) for _, request in requests(of, Asked(day(on), agencies, states=("requested",)))
    ]


def asked(deadlines: Iterable[Deadline], **fields: Any) -> Workspace:
    return workspace(task(**fields), deadlines=deadlines)


@pytest.mark.parametrize("answer", [decision("extend", "5/3", "30/4"), decision("refuse", "5/3")])
def test_a_request_is_listed_until_it_is_answered(answer: Deadline) -> None:
    of = asked([decision("request", "1/3", "30/4"), answer])
    assert [awaiting(of, on) for on in ("28/2", "1/3", "4/3", "5/3")] == [[], [("I.1", None)], [("I.1", None)], []]


def test_an_answer_must_follow_the_request_and_a_new_request_replaces_the_old() -> None:
    of = asked(
        [decision("extend", "1/2", "31/3"), decision("request", "1/3", "30/4"), decision("request", "5/3", "31/5")]
    )
    (found,) = requests(of, Asked(day("1/4"), states=("requested",)))
    assert found[1].to == day("31/5")


def test_an_answer_to_a_member_or_to_all_answers_its_request() -> None:
    ask = [decision("request", "1/3", "30/4", agency=each) for each in ("xa-1", "xa-2")]
    of = asked([*ask, decision("refuse", "5/3", agency="xa-1")], leads=["xa"])
    assert awaiting(of, "6/3") == [("I.1", "xa-2")]
    assert awaiting(of, "6/3", "xa-1") == []
    assert awaiting(asked([*ask, decision("extend", "5/3", "30/4")], leads=["xa"]), "6/3") == []


def test_the_request_of_one_milestone_is_answered_for_it_or_for_the_task() -> None:
    rows = {"schedule": "", "milestones": (part("I.1/1", "Tháng 3/2026"), part("I.1/2", "Tháng 5/2026"))}
    ask = decision("request", "1/3", "30/4", "I.1/1")
    assert awaiting(asked([ask, decision("refuse", "5/3", about="I.1/2")], **rows), "6/3") == [("I.1/1", None)]
    assert awaiting(asked([ask, decision("refuse", "5/3", about="i.1")], **rows), "6/3") == []


def test_a_task_that_is_done_has_no_open_request_and_other_states_may_be_listed_too() -> None:
    of = workspace(
        task(), task(identity="I.2"), task("Thường xuyên", identity="I.3"),
        entries=[entry("stp", "2/3", "done")],
        deadlines=[decision("request", "1/3", "30/4"), decision("request", "1/3", "30/4", "I.3")],
    )  # fmt: skip
    assert awaiting(of, "1/4") == [("I.3", None)]
    both = Asked(day("1/4"), states=("requested", Bucket.OVERDUE))
    assert [view.task.id for view in views(of, both)] == ["I.2", "I.3"]


# -- what holds for any plan -----------------------------------------------------------------------------------------


@given(any_workspace(), DAYS)
def test_only_open_tasks_are_stale_and_who_is_missing_is_wanted(of: Workspace, as_of: date) -> None:
    for view in reported(of, Asked(as_of)):
        assert set(view.missing) <= set(view.wanted)
        assert len(set(view.missing)) == len(view.missing)
        assert view.state.bucket in OPEN or not (view.stale or view.wanted)


@given(any_workspace(), DAYS)
def test_what_is_written_later_does_not_change_who_had_not_reported(of: Workspace, as_of: date) -> None:
    plan, now = of.plans[0], Asked(as_of)
    known = tuple((by, each) for by, each in plan.records.entries if each.recorded <= now.as_of)
    others = structs.replace(plan.records, entries=known)
    later = tuple(
        ("xa-3", Entry(task=each, recorded=now.as_of + timedelta(days=1), date=now.as_of + timedelta(days=1)))
        for each in ("I.1", "I.2", "II.1", "II.2")
    )
    more: Records = structs.replace(others, entries=(*known, *later))
    before, after = (
        [
            (view.stale, view.missing)
            for view in reported(structs.replace(of, plans=(structs.replace(plan, records=each),)), now)
        ]
        for each in (others, more)
    )
    assert before == after


def test_in_the_real_plan_tasks_without_an_entry_are_stale() -> None:
    got = stats(real(), Asked(day("1/2")), "section")
    assert got.total.stale == sum(row.stale for row in got.rows) > 0
    assert got.period.id == "2026-Q1"


# -- whole runs ------------------------------------------------------------------------------------------------------

RUNS = {
    "list-missing": ["list", "--missing", "--section", "I"],
    "list-missing.csv": ["list", "--missing", "--section", "I", "--format", "csv"],
    "list-missing-agency": ["list", "--missing", "--agency", "Sở Tư pháp", "--section", "I"],
    "list-stale": ["list", "--stale", "--section", "I"],
    "list-requested": ["list", "--state", "requested"],
    "list-requested.json": ["list", "--state", "đề nghị gia hạn", "--format", "json"],
    "stats-since": ["stats", "--period", "2026-Q1"],
    "stats-since.json": ["stats", "--period", "2026-Q1", "--section", "I", "--format", "json"],
}
PROGRESS = """
- {task: I.1, date: 2026-01-27, recorded: 2026-01-28, status: done, evidence: [{number: 123/KH-UBND, date: 2026-01-27}]}
- {task: I.7, recorded: 2026-03-02, status: in_progress}
"""
DEADLINES = """
- {task: I.3, action: extend, recorded: 2026-02-02, document: {number: 9/UBND-NC, date: 2026-01-30}, to: 2026-03-31}
- {task: I.9/2, action: request, recorded: 2026-03-03, to: 2026-06-30, reason: Chờ số liệu PCI năm 2025}
- {task: I.7, action: request, recorded: 2026-03-04, agency: so-xay-dung, to: 2027-01-31, reason: Nhiều văn bản}
"""


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """The real plan with a few records."""
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    (tmp_path / "plan/2026/progress/so-tu-phap.yaml").write_text(PROGRESS, "utf-8")
    (tmp_path / "plan/2026/deadlines.yaml").write_text(DEADLINES, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", RUNS)
def test_a_run_prints_what_it_printed(name: str, cchc: Cchc, golden: Golden, told: Path) -> None:
    ran = cchc("-C", str(told), *RUNS[name], "--as-of", "2026-03-14")
    assert ran.code == 0
    golden(f"{name}{'' if '.' in name else '.txt'}", ran.out)


def test_json_names_who_is_missing_and_the_period(cchc: Cchc) -> None:
    ran = cchc("list", "--missing", "--section", "V", "--agency", "Nha Trang", "--as-of=2026-05-01", "--format", "json")
    got = json.loads(ran.out)
    assert got["period"] == {"id": "2026-Q2", "start": "2026-03-15", "end": "2026-06-14"}
    assert [(task["id"], task["stale"], task["missing"]) for task in got["tasks"]] == [
        ("V.1", True, ["ubnd-phuong-nha-trang"])
    ]


def test_no_agency_is_missing_in_a_plan_without_open_work(cchc: Cchc) -> None:
    assert "Không có cơ quan nào chưa báo cáo." in cchc("list", "--missing", "--search", "khongcochunaynhuthe").out


def test_show_tells_the_next_day_of_recurring_work(cchc: Cchc) -> None:
    shown = ("-C", "examples/tinh-mau", "show", "II.5", "--as-of", "2026-05-01")
    assert "II.5@2026-Q2  từ 15/3/2026 đến 14/6/2026: chưa thực hiện" in cchc(*shown).out
    (milestone,) = json.loads(cchc(*shown, "--format", "json").out)["task"]["milestones"]
    assert milestone["next"] == "2026-06-14"
