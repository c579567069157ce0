"""cchc extend: deadlines granted, set, asked for and refused, each as one line of deadlines.yaml."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Cchc, Golden, Ran, contents

FILE = "plan/2026/deadlines.yaml"
BASIS = ("--basis", "45/UBND-KSTT", "--date", "28/01/2026")
DAY = "--as-of=2026-02-05"


def extend(cchc: Cchc, folder: Path, *words: str) -> Ran:
    return cchc("-C", str(folder), "extend", *words)


def lines(folder: Path) -> list[str]:
    return (folder / FILE).read_text("utf-8").splitlines()


def milestone(cchc: Cchc, folder: Path, identity: str, day: str = DAY) -> Any:
    """A task's first milestone, as other programs read it."""
    shown = json.loads(cchc("-C", str(folder), "show", identity, day, "--format", "json").out)
    return shown["task"]["milestones"][0]


RUNS = {
    "grant": ["VI.6", "--to", "31/3/2026", *BASIS, "--reason", "Chờ hướng dẫn của Bộ", DAY],
    "set": ["II.2.2-1", "--to", "30/6/2026", *BASIS, DAY],
    "request": ["I.1", "--request", "--to", "2026-03-31", "--reason", "Thiếu số liệu: chưa đủ, còn chờ", DAY],
    "milestone": ["i.9/1", "--to", "31/3/2026", *BASIS, DAY],
    "member": ["V.1", "--to", "31/3/2027", *BASIS, "--agency", "Nha Trang", DAY],
    "dry-run": ["VI.6", "--to", "31/3/2026", *BASIS, "--dry-run", DAY],
}


@pytest.mark.parametrize("name", RUNS)
def test_a_decision_is_confirmed_with_what_it_changes(name: str, cchc: Cchc, copied: Path, golden: Golden) -> None:
    ran = extend(cchc, copied, *RUNS[name])
    assert ran.code == 0
    golden(f"extend-{name}.txt", ran.out)


def test_a_grant_adds_one_line_and_keeps_the_first_deadline(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    assert extend(cchc, copied, *RUNS["grant"]).code == 0
    after = contents(copied)
    assert {path for path in after if after[path] != before.get(path)} == {FILE}
    assert lines(copied) == [
        "- {task: VI.6, action: extend, recorded: 2026-02-05, document: {number: 45/UBND-KSTT, date: 2026-01-28}, "
        "to: 2026-03-31, reason: Chờ hướng dẫn của Bộ}"
    ]
    schedule = milestone(cchc, copied, "VI.6")["schedule"]
    assert (schedule["due"], schedule["original_due"]) == ("2026-03-31", "2026-01-31")
    assert cchc("-C", str(copied), "validate").code == 0


def test_a_milestone_without_a_day_gets_its_first(cchc: Cchc, copied: Path) -> None:
    extend(cchc, copied, *RUNS["set"])
    found = milestone(cchc, copied, "II.2.2-1")
    assert (found["schedule"]["due"], found["schedule"]["original_due"]) == ("2026-06-30", "2026-06-30")
    assert "action: set" in lines(copied)[0]


def test_of_several_milestones_one_must_be_named(cchc: Cchc, copied: Path) -> None:
    assert "task: I.9/1" in extend(cchc, copied, *RUNS["milestone"]).out
    ran = extend(cchc, copied, "I.9", "--to", "31/3/2026", *BASIS, DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "I.9/1 (31/3/2026), I.9/2 (31/5/2026)" in ran.err


def test_a_request_moves_nothing_until_it_is_granted(cchc: Cchc, copied: Path) -> None:
    before = milestone(cchc, copied, "I.1")
    extend(cchc, copied, *RUNS["request"])
    assert milestone(cchc, copied, "I.1") == before
    grant = ("--basis", "46/UBND-KSTT", "--date", "10/02/2026", "--as-of=2026-02-11")
    assert extend(cchc, copied, "I.1", "--to", "15/3/2026", *grant).code == 0
    assert milestone(cchc, copied, "I.1", "--as-of=2026-02-11")["schedule"]["due"] == "2026-03-15"


def test_a_request_is_refused_once(cchc: Cchc, copied: Path, golden: Golden) -> None:
    refusal = ("I.1", "--refuse", "--basis", "46/UBND-KSTT", "--date", "10/02/2026", "--as-of=2026-02-11")
    assert extend(cchc, copied, *refusal).code == 2, "nothing was asked for"
    extend(cchc, copied, *RUNS["request"])
    ran = extend(cchc, copied, *refusal)
    golden("extend-refuse.txt", ran.out)
    assert milestone(cchc, copied, "I.1", "--as-of=2026-02-11")["schedule"]["due"] == "2026-01-31"
    assert extend(cchc, copied, *refusal).code == 2, "it is answered"


def test_a_refusal_answers_the_member_who_asked(cchc: Cchc, copied: Path) -> None:
    extend(cchc, copied, "V.1", "--request", "--to", "31/3/2027", "--reason", "x", "--agency", "Nha Trang", DAY)
    ran = extend(cchc, copied, "V.1", "--refuse", *BASIS[:2], "--date", "06/02/2026", "--as-of=2026-02-07")
    assert "agency: ubnd-phuong-nha-trang" in ran.out


def test_one_member_is_extended_and_the_others_are_not(cchc: Cchc, copied: Path) -> None:
    extend(cchc, copied, *RUNS["member"])

    def bucket(name: str) -> str:
        listed = cchc("-C", str(copied), "list", "--section=V", "--agency", name, "--as-of=2027-01-15", "--format=json")
        found: str = next(each["bucket"] for each in json.loads(listed.out)["tasks"] if each["id"] == "V.1")
        return found

    assert (bucket("Nha Trang"), bucket("Bắc Nha Trang")) == ("later", "overdue")


def test_a_second_extension_is_warned_about(cchc: Cchc, copied: Path) -> None:
    assert "Cảnh báo" not in extend(cchc, copied, *RUNS["grant"]).err
    ran = extend(cchc, copied, "VI.6", "--to", "30/6/2026", "--basis", "99/UBND-KSTT", "--date", "20/3/2026",
                 "--as-of=2026-03-21")  # fmt: skip
    assert ran.code == 0
    assert "VI.6 đã gia hạn 1 lần" in ran.err
    assert "hạn ban đầu 31/01/2026" in ran.out


def test_a_new_day_on_which_offices_rest_is_warned_about(cchc: Cchc, copied: Path) -> None:
    assert "Chủ nhật" in extend(cchc, copied, "VI.6", "--to", "05/4/2026", *BASIS, DAY).err


def test_an_extension_of_all_that_shortens_a_member_is_warned_about(cchc: Cchc, copied: Path) -> None:
    extend(cchc, copied, *RUNS["member"])
    ran = extend(cchc, copied, "V.1", "--to", "31/01/2027", "--basis", "99/UBND", "--date", "06/02/2026",
                 "--as-of=2026-02-07")  # fmt: skip
    assert ran.code == 0
    assert "UBND phường Nha Trang" in ran.err


REFUSED = {
    "not-later": ["VI.6", "--to", "31/01/2026", *BASIS, DAY],
    "without-day": ["VI.6", *BASIS, DAY],
    "without-basis": ["VI.6", "--to", "31/3/2026", DAY],
    "document-not-yet": ["VI.6", "--to", "31/3/2026", "--basis", "45/UBND", "--date", "06/02/2026", DAY],
    "day-not-there": ["VI.6", "--to", "31/02/2026", *BASIS, DAY],
    "request-without-reason": ["VI.6", "--request", "--to", "31/3/2026", DAY],
    "refuse-with-day": ["VI.6", "--refuse", "--to", "31/3/2026", *BASIS, DAY],
    "request-and-refuse": ["VI.6", "--request", "--refuse", "--to", "31/3/2026", *BASIS, DAY],
    "nothing-asked": ["VI.6", "--refuse", *BASIS, DAY],
    "several-milestones": ["I.9", "--to", "31/3/2026", *BASIS, DAY],
    "milestone-not-there": ["I.9/7", "--to", "31/3/2026", *BASIS, DAY],
    "task-not-there": ["VI.66", "--to", "31/3/2026", *BASIS, DAY],
    "heading": ["II.2", "--to", "31/3/2026", *BASIS, DAY],
    "agency-does-not-close": ["V.1", "--to", "31/3/2027", *BASIS, "--agency", "Công an tỉnh", DAY],
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_impossible_request_is_refused_and_changes_nothing(
    name: str, cchc: Cchc, copied: Path, golden: Golden
) -> None:
    before = contents(copied)
    ran = extend(cchc, copied, *REFUSED[name])
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
    golden(f"extend-not-{name}.txt", ran.err)


def test_a_decision_older_than_the_last_one_has_no_effect_and_is_refused(cchc: Cchc, copied: Path) -> None:
    extend(cchc, copied, *RUNS["grant"])
    ran = extend(cchc, copied, "VI.6", "--to", "30/4/2026", "--basis", "12/UBND", "--date", "20/01/2026", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "văn bản mới hơn" in ran.err
    assert len(lines(copied)) == 1


def test_a_closed_plan_takes_no_more(cchc: Cchc, copied: Path) -> None:
    plan = copied / "plan/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "closed: 2027-02-28\n", "utf-8")
    before = contents(copied)
    ran = extend(cchc, copied, *RUNS["grant"], "--plan", "2026")
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before


def test_nothing_more_is_asked_for_what_is_done(cchc: Cchc, copied: Path) -> None:
    done = (
        "--agency",
        "Sở Khoa học và Công nghệ",
        "--status",
        "done",
        "--evidence",
        "1/QĐ-UBND",
        "--date",
        "20/1/2026",
    )
    assert cchc("-C", str(copied), "update", "VI.6", *done, DAY).code == 0
    before = contents(copied)
    ran = extend(cchc, copied, "VI.6", "--to", "31/3/2026", "--request", "--reason", "chờ hướng dẫn", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        (("I.1", "--to", "2026-12-31"), "28/01/2026"),
        (("I.8", "--to", "2030-12-31"), "31/12/2030"),
        (("I.8", "--to", "2027-01-31"), ""),
    ],
)
def test_a_finished_task_and_a_far_day_are_asked_about(words: tuple[str, ...], warned: str, cchc: Cchc) -> None:
    basis = ("--basis", "45/UBND-TH", "--date", "2026-09-10", "--as-of", "2026-09-14", "--dry-run")
    ran = cchc("-C", "examples/tinh-mau", "extend", *words, *basis)
    assert ran.code == 0
    told = [line for line in ran.err.splitlines() if line.startswith("Cảnh báo") and "ngày nghỉ" not in line]
    assert [warned in line for line in told] == ([True] if warned else [])
