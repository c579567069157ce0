"""Calendars as other programs read them: every day once, the same ids, a moved deadline moves its event."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from conftest import ROOT, Cchc

DAY = "--as-of=2026-07-01"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A copy of the made-up year, to write in."""
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    return tmp_path


def events(cchc: Cchc, root: Path, *words: str) -> dict[str, Any]:
    """The events of a calendar by their ids, which are all different."""
    text = cchc("-C", str(root), *words, "--format", "ics").out
    found = Calendar.from_ical(text).walk("VEVENT")
    assert len({str(each["UID"]) for each in found}) == len(found)
    return {str(each["UID"]): each for each in found}


def test_each_dated_milestone_is_an_event_on_its_day(cchc: Cchc, made: Path) -> None:
    found = events(cchc, made, "list", DAY)
    tasks = json.loads(cchc("-C", str(made), "list", DAY, "--format", "json").out)["tasks"]
    dated = {
        f"2026.{each['id'].replace('/', '-')}": each["schedule"]["due"]
        for task in tasks
        for each in task["milestones"]
        if each["schedule"]["due"]
    }
    own = {
        uid.partition("@")[0]: str(each.decoded("DTSTART")) for uid, each in found.items() if not uid.startswith("ky.")
    }
    assert own == dated


def test_the_cut_offs_of_reports_stand_in_it(cchc: Cchc, made: Path) -> None:
    found = events(cchc, made, "due", "--as-of=2026-06-01")
    days = [str(each.decoded("DTSTART")) for uid, each in found.items() if uid.startswith("ky.")]
    assert days == ["2026-06-14", "2026-09-14", "2026-12-14"]


def test_another_library_reads_the_same(cchc: Cchc, made: Path) -> None:
    text = cchc("-C", str(made), "due", DAY, "--format", "ics").out
    own = {
        str(each["UID"]): (each.decoded("DTSTART"), str(each["SUMMARY"]))
        for each in Calendar.from_ical(text).walk("VEVENT")
    }
    read = vobject.readOne(text)
    assert {each.uid.value: (each.dtstart.value, each.summary.value) for each in read.vevent_list} == own


def test_a_moved_deadline_moves_its_event_and_makes_no_second_one(cchc: Cchc, made: Path) -> None:
    before = events(cchc, made, "list", DAY)
    words = ("extend", "I.6", "--to", "31/8/2026", "--basis", "12/QĐ-MINHHOA", "--date", "1/7/2026", DAY)
    assert cchc("-C", str(made), *words).code == 0
    after = events(cchc, made, "list", DAY)
    assert set(before) == set(after)
    changed = {uid for uid in before if before[uid].to_ical() != after[uid].to_ical()}
    assert len(changed) == 1
    [moved] = changed
    assert str(after[moved].decoded("DTSTART")) == "2026-08-31"
    assert after[moved]["SEQUENCE"] > before[moved]["SEQUENCE"]


def test_a_dropped_task_is_taken_out_and_a_done_one_reminds_nobody(cchc: Cchc, made: Path) -> None:
    found = events(cchc, made, "list", DAY)
    states = {uid: str(each["STATUS"]) for uid, each in found.items()}
    tasks = json.loads(cchc("-C", str(made), "list", DAY, "--format", "json").out)["tasks"]
    gone = [each["id"] for task in tasks for each in task["milestones"] if each["bucket"] == "cancelled"]
    assert {uid for uid, state in states.items() if state == "CANCELLED"} == {
        uid for uid in found for each in gone if uid.startswith(f"2026.{each.replace('/', '-')}@")
    }
    done = next(each for uid, each in found.items() if uid.startswith("2026.I.1-1@"))
    assert done.walk("VALARM") == []


def test_what_has_no_days_is_no_calendar(cchc: Cchc) -> None:
    ran = cchc("list", "--missing", DAY, "--format", "ics")
    assert (ran.code, ran.out) == (2, "")
