"""The example workspace tells a year: what is seen at each of the four period ends, whole runs and in words."""

import json
from typing import Any

import pytest

from conftest import Cchc, Golden

PLACE = ("-C", "examples/tinh-mau")
ENDS = {"2026-Q1": "2026-03-14", "2026-H1": "2026-06-14", "2026-9M": "2026-09-14", "2026": "2026-12-14"}
RUNS = {
    "due.txt": ["due"],
    "list.txt": ["list"],
    "missing.txt": ["list", "--missing"],
    "stats-section.txt": ["stats"],
    "stats-agency.txt": ["stats", "--by", "agency"],
    "targets.txt": ["targets"],
}

# Task → what the list says of it at the four period ends; None: the plan does not hold it yet.
TOLD: dict[str, tuple[str | None, str | None, str | None, str | None]] = {
    # on time, on the last day, late
    "I.1": ("done early", "done early", "done early", "done early"),
    "I.2": ("due_soon", "done on_time", "done on_time", "done on_time"),
    "I.3": ("overdue", "done late", "done late", "done late"),
    # extended before the day came; asked for and refused; asked for, granted when it was late, late again
    "I.10": ("later", "done early", "done early", "done early"),
    "I.7": ("later", "overdue", "overdue", "done late"),
    "I.6": ("later", "due_soon", "overdue", "overdue"),
    # paused and resumed; given up; not proven at first
    "I.9": ("later", "later", "paused", "due_soon"),
    "II.11": ("later", "cancelled", "cancelled", "cancelled"),
    "II.8": ("later", "later", "done unproven", "done early"),
    # submitted and confirmed; returned, submitted again and confirmed
    "II.3": ("later", "later", "submitted", "done late"),
    "II.9": ("later", "later", "overdue", "done late"),
    # collective: confirmed for all by the monitor; each member its own part; two leads
    "II.14": ("overdue", "done late", "done late", "done late"),
    "II.10": ("later", "due_soon", "done early", "done early"),
    "II.1-1": ("later", "later", "due_soon", "done early"),
    "III.3": ("later", "later", "overdue", "done late"),
    # waiting for an event, for another task, for guidance; then a day is set
    "II.1-2": ("done early", "done early", "done early", "done early"),
    "II.12": ("waiting", "waiting", "done late", "done late"),
    "II.2": ("waiting", "waiting", "waiting", "done early"),
    "II.13": ("waiting", "waiting", "unscheduled", "done late"),
    "II.6": ("waiting", "waiting", "waiting", "due_soon"),
    # changed, dropped and added by the decision of 15 May
    "III.5": ("later", "later", "later", "done early"),
    "III.6": ("later", "cancelled", "cancelled", "cancelled"),
    "III.7": (None, "later", "overdue", "overdue"),
}


REPORTS = {"2026-Q1": "quarterly", "2026-H1": "half-year", "2026-9M": "nine-month", "2026": "annual"}


@pytest.mark.parametrize("period", ENDS)
@pytest.mark.parametrize("name", RUNS)
def test_a_period_end_prints_what_it_printed(name: str, period: str, cchc: Cchc, golden: Golden) -> None:
    ran = cchc(*PLACE, *RUNS[name], "--period", period)
    assert ran.code == 0
    golden(f"story-{period}-{name}", ran.out)


@pytest.mark.parametrize("period", ENDS)
def test_the_report_of_a_period_prints_what_it_printed(period: str, cchc: Cchc, golden: Golden) -> None:
    ran = cchc(*PLACE, "report", REPORTS[period], "--period", period, "--as-of", ENDS[period])
    assert ran.code == 0
    golden(f"story-{period}-report.md", ran.out)


def tasks(cchc: Cchc, day: str, *filters: str) -> dict[str, dict[str, Any]]:
    out = cchc(*PLACE, "list", "--as-of", day, "--format", "json", *filters).out
    return {each["id"]: each for each in json.loads(out)["tasks"]}


def told(task: dict[str, Any] | None) -> str | None:
    """The bucket of a task; of a done one how it stands to its deadline."""
    if task is None:
        return None
    bucket: str = task["bucket"]
    return f"{bucket} {task['timing']}" if bucket == "done" else bucket


def parts(task: dict[str, Any]) -> tuple[int, int]:
    counted: dict[str, int] = task["milestones"][0]["parts"]
    return counted["done"], counted["of"]


def test_the_year_goes_on_as_described(cchc: Cchc) -> None:
    ends = [tasks(cchc, day) for day in ENDS.values()]
    assert {task: tuple(told(end.get(task)) for end in ends) for task in TOLD} == TOLD


def test_the_four_ends_differ_and_the_year_ends_better_than_it_went(cchc: Cchc) -> None:
    totals = [
        json.loads(cchc(*PLACE, "stats", "--as-of", day, "--format", "json").out)["total"] for day in ENDS.values()
    ]
    assert [total["buckets"]["overdue"] for total in totals] == [2, 1, 5, 3]
    rates = [total["rates"]["done"] for total in totals]
    assert [(rate["done"], rate["of"]) for rate in rates] == [(2, 31), (6, 30), (9, 30), (21, 30)]


def test_a_collective_task_says_how_many_have_done_their_part(cchc: Cchc) -> None:
    ends = [tasks(cchc, day) for day in ENDS.values()]
    assert [parts(end["II.14"]) for end in ends] == [(3, 5), (4, 5), (4, 5), (4, 5)]
    assert [parts(end["III.7"]) for end in ends[1:]] == [(0, 5), (3, 5), (4, 5)]
    shown = json.loads(cchc(*PLACE, "show", "III.7", "--as-of", ENDS["2026"], "--format", "json").out)["task"]
    members = shown["milestones"][0]["members"]
    assert [each["agency"] for each in members if each["progress"] != "done"] == ["ubnd-xa-suoi-trong"]


def test_who_has_not_reported_is_named(cchc: Cchc) -> None:
    missing = [
        tasks(cchc, day, "--missing", "--period", period).get("III.7", {}).get("missing")
        for period, day in ENDS.items()
    ]
    communes = [f"ubnd-{name}" for name in ("phuong-ben-cang", "phuong-hoa-mai", "xa-dong-lua", "xa-suoi-trong")]
    assert missing == [
        None,
        [*communes, "ubnd-xa-nui-xanh"],
        ["ubnd-phuong-hoa-mai", "ubnd-xa-suoi-trong"],
        ["ubnd-xa-suoi-trong"],
    ]


def test_an_extension_asked_for_is_listed_until_it_is_answered(cchc: Cchc) -> None:
    asked = [list(tasks(cchc, day, "--state", "requested")) for day in ("2026-02-20", "2026-05-25", *ENDS.values())]
    assert asked == [["I.10"], ["I.7"], [], [], ["I.6"], ["II.4"]]


def test_fewer_tasks_go_without_news_from_period_to_period(cchc: Cchc) -> None:
    stale = [len(tasks(cchc, day, "--stale", "--period", period)) for period, day in ENDS.items()]
    assert stale == [10, 5, 3, 2]


def test_one_member_has_a_term_of_its_own(cchc: Cchc) -> None:
    shown = json.loads(cchc(*PLACE, "show", "II.1-1", "--as-of", "2026-10-15", "--format", "json").out)["task"]
    buckets = {each["agency"]: each["bucket"] for each in shown["milestones"][0]["members"]}
    assert buckets["thanh-tra-tinh"] == "later"
    assert set(buckets.values()) == {"done", "later"}


def test_a_checkpoint_passed_late_does_not_make_its_task_late(cchc: Cchc) -> None:
    listed = cchc(*PLACE, "list", "--as-of", ENDS["2026"], "--search", "sổ tay").out
    assert "đã hoàn thành đúng hạn" in listed
    assert "mốc nội bộ" not in listed
    assert "mốc nội bộ, đã qua ngày" in cchc(*PLACE, "due", "--as-of", ENDS["2026-9M"]).out


def test_an_extension_keeps_the_original_day(cchc: Cchc) -> None:
    schedule = tasks(cchc, ENDS["2026-9M"])["I.5"]["milestones"][0]["schedule"]
    assert (schedule["original_due"], schedule["due"]) == ("2026-06-30", "2026-09-30")


def test_the_plan_reads_as_it_did_before_the_decision_that_changed_it(cchc: Cchc) -> None:
    before, after = tasks(cchc, "2026-05-14")["III.5"], tasks(cchc, "2026-05-15")["III.5"]
    assert (before["title"], before["schedule_text"]) == ("Biên soạn tờ rơi truyền thông", "Tháng 6/2026")
    assert (after["title"], after["schedule_text"]) == ("Biên soạn tài liệu truyền thông bằng video", "Tháng 10/2026")


def test_each_period_is_frozen_as_it_was_reported(cchc: Cchc) -> None:
    for period, day in ENDS.items():
        ran = cchc(*PLACE, "snapshot", period, "--as-of", day, "--dry-run")
        assert (ran.code, "đã chốt" in ran.out, "không đổi" in ran.out) == (0, True, True)


def test_the_example_has_no_finding_but_the_one_that_is_waived(cchc: Cchc) -> None:
    ran = cchc(*PLACE, "validate", "--format", "json")
    assert (ran.code, json.loads(ran.out)["problems"]) == (0, [])
