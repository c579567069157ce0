"""--undo of every command that records; the same line twice; the day that is recorded."""

from pathlib import Path

import pytest

from conftest import Cchc, contents
from repositories import committed, git

DAY = "--as-of=2027-01-20"
BASIS = ("--basis", "45/UBND-KSTT", "--date", "2027-01-15")
COMMANDS = {
    "update": (("update", "I.1", "--agency", "stp"), ("--note", "x")),
    "extend": (("extend", "VI.6"), ("--to", "2027-03-31", *BASIS)),
    "request": (("extend", "VI.6"), ("--to", "2027-03-31", "--request", "--reason", "chậm")),
    "event": (("event", "set", "pci-2025"), ("8/5/2026",)),
    "measure": (("measure", "10-1"), ("96,2",)),
    "snapshot": (("snapshot", "2026-Q1"), ()),
}
AMENDING = {
    "add": (
        ("add",),
        ("--section", "VII", "--title", "Hội thi", "--schedule", "Tháng 2/2026", "--lead", "STP", *BASIS),
    ),
    "change": (("change", "I.9/1"), ("--schedule", "Tháng 6/2026", *BASIS)),
    "change roles": (("change", "VI.6"), ("--lead", "STC", "--product", "Đề án", "--title", "Đề án", *BASIS)),
    "drop": (("drop", "II.6"), BASIS),
    "close": (("close",), ("2027-01-16",)),
}
ALL = COMMANDS | AMENDING


@pytest.mark.parametrize("name", ALL)
def test_what_was_written_is_taken_back_by_the_command_that_the_receipt_names(
    name: str, cchc: Cchc, copied: Path
) -> None:
    head, said = ALL[name]
    before = contents(copied)
    ran = cchc("-C", str(copied), *head, *said, DAY)
    assert ran.code == 0
    assert contents(copied) != before
    undo = ran.out.splitlines()[-1].partition("cchc ")[2].split()
    assert undo[-1] == "--undo"
    assert cchc("-C", str(copied), *undo, DAY).code == 0
    assert contents(copied) == before
    assert cchc("-C", str(copied), *undo, DAY).code == 2


@pytest.mark.parametrize("name", ALL)
def test_what_git_has_is_not_taken_back(name: str, cchc: Cchc, copied: Path) -> None:
    head, said = ALL[name]
    assert cchc("-C", str(copied), *head, *said, DAY).code == 0
    committed(copied)
    ran = cchc("-C", str(copied), *head, "--undo", DAY)
    assert (ran.code, ran.out, git(copied, "status", "--short")) == (2, "", "")
    assert "đã lưu vào git" in ran.err


@pytest.mark.parametrize("name", ["add", "change", "change roles", "drop"])
def test_an_undo_that_was_killed_between_two_files_is_ended_by_the_next_one(
    name: str, cchc: Cchc, copied: Path
) -> None:
    head, said = ALL[name]
    committed(copied)
    ran = cchc("-C", str(copied), *head, *said, DAY)
    undo = ran.out.splitlines()[-1].partition("cchc ")[2].split()
    git(copied, "checkout", "plan/2026/appendix")
    assert git(copied, "status", "--short") == " M plan/2026/plan.yaml\n"
    ended = cchc("-C", str(copied), *undo, DAY)
    assert (ended.code, git(copied, "status", "--short")) == (0, "")
    assert "45/UBND-KSTT" in ended.out
    assert cchc("-C", str(copied), *undo, DAY).code == 2


def test_an_undo_leaves_decisions_alone_that_a_person_wrote(cchc: Cchc, copied: Path) -> None:
    head, said = ALL["drop"]
    committed(copied)
    assert cchc("-C", str(copied), *head, *said, DAY).code == 0
    git(copied, "checkout", "plan/2026/appendix")
    file = copied / "plan/2026/plan.yaml"
    file.write_text(file.read_text("utf-8").replace("id: dieu-chinh-1", "id: quyet-dinh-45"), "utf-8", newline="")
    before = contents(copied)
    assert cchc("-C", str(copied), *head, "--undo", DAY).code == 2
    assert contents(copied) == before


@pytest.mark.parametrize("name", ["extend", "request", "event", "measure"])
def test_undo_takes_no_other_words_and_only_the_named_thing(name: str, cchc: Cchc, copied: Path) -> None:
    (*head, own), said = ALL[name]
    other = {"pci-2025": "quyet-dinh-bien-che-ban-to-chuc-tw", "10-1": "10-2", "VI.6": "VI.7"}[own]
    assert cchc("-C", str(copied), *head, own, *said, DAY).code == 0
    after = contents(copied)
    assert cchc("-C", str(copied), *head, own, *said, "--undo", DAY).code == 2
    assert cchc("-C", str(copied), *head, other, "--undo", DAY).code == 2
    assert contents(copied) == after
    assert cchc("-C", str(copied), *head, "--undo", DAY).code == 0


@pytest.mark.parametrize("name", ["update", "request", "measure"])
def test_the_same_line_twice_is_written_once(name: str, cchc: Cchc, copied: Path) -> None:
    head, said = ALL[name]
    assert cchc("-C", str(copied), *head, *said, DAY).code == 0
    after = contents(copied)
    again = cchc("-C", str(copied), *head, *said, DAY)
    assert (again.code, contents(copied)) == (0, after)
    assert "đã có dòng giống hệt, chưa ghi" in again.out


def test_what_was_said_between_makes_the_same_line_news(cchc: Cchc, copied: Path) -> None:
    line = ("-C", str(copied), "update", "I.1", "--agency", "stp", DAY, "--status")
    for status in ("in_progress", "paused", "in_progress"):
        assert cchc(*line, status).code == 0
    assert len((copied / "plan/2026/progress/so-tu-phap.yaml").read_text("utf-8").splitlines()) == 3


@pytest.mark.parametrize("name", COMMANDS)
def test_the_day_that_stands_in_for_today_is_said(name: str, cchc: Cchc, copied: Path) -> None:
    head, said = COMMANDS[name]
    assert "20/01/2027" in cchc("-C", str(copied), *head, *said, DAY, "--dry-run").err
