"""What show, list and due tell of amendments, of the agency that did a thing, and of requests that wait."""

import json
from pathlib import Path

import pytest

from conftest import ROOT, Cchc

EXAMPLE = ROOT / "examples/tinh-mau"
BY = "02/QĐ-MINHHOA"


def shown(cchc: Cchc, identity: str, day: str, folder: Path = EXAMPLE) -> str:
    return cchc("-C", str(folder), "show", identity, "--as-of", day).out


@pytest.mark.parametrize("identity", ["III.5", "III.6"])
def test_show_tells_by_which_decision_a_task_changed_or_went_from_its_day_on(cchc: Cchc, identity: str) -> None:
    assert BY in shown(cchc, identity, "2026-05-15")
    assert BY not in shown(cchc, identity, "2026-05-14")


def test_show_tells_the_former_words_and_what_came(cchc: Cchc) -> None:
    changed = shown(cchc, "III.5", "2026-09-14")
    assert "nhiệm vụ trước đó: “Biên soạn tờ rơi truyền thông”" in changed
    assert "tiến độ trước đó: “Tháng 6/2026”" in changed
    assert "bổ sung nhiệm vụ này" in shown(cchc, "III.7", "2026-09-14")


@pytest.mark.parametrize("command", [("show", "III.5"), ("list", "--section", "III"), ("due", "--all")])
def test_json_has_the_amendments_of_each_task(cchc: Cchc, command: tuple[str, ...]) -> None:
    said = json.loads(cchc("-C", str(EXAMPLE), *command, "--as-of", "2026-05-20", "--format", "json").out)
    tasks = {each["id"]: each["amendments"] for each in said.get("tasks", [said.get("task")])}
    former = {"title": "Biên soạn tờ rơi truyền thông", "schedule": "Tháng 6/2026"}
    assert tasks["III.5"] == [{"id": "dieu-chinh-1", "did": "changed", "former": former}]
    assert tasks.get("III.7", [{"id": "dieu-chinh-1", "did": "added", "former": None}])[0]["did"] == "added"
    assert not tasks.get("III.1")


def test_show_names_the_agency_that_did_it_and_the_one_that_wrote_it(cchc: Cchc) -> None:
    history = shown(cchc, "III.7", "2026-09-14").partition("Cập nhật\n")[2].splitlines()
    assert any(each.split("  ")[2].startswith("UBND xã Núi Xanh:") and "Sở Nội vụ ghi thay" in each for each in history)


def test_a_request_is_shown_once_until_it_is_answered(cchc: Cchc, copied: Path) -> None:
    at = ("-C", str(copied), "extend", "VI.6")
    assert cchc(*at, "--to", "2026-03-31", "--request", "--reason", "chưa đủ số liệu", "--as-of=2026-01-20").code == 0
    assert shown(cchc, "VI.6", "2026-01-25", copied).count("chưa đủ số liệu") == 1
    assert "chờ trả lời" in shown(cchc, "VI.6", "2026-01-25", copied)
    assert cchc(*at, "--refuse", "--basis", "9/UBND", "--date", "2026-01-22", "--as-of=2026-01-23").code == 0
    assert "chờ trả lời" not in shown(cchc, "VI.6", "2026-01-25", copied)
    assert "chờ trả lời" in shown(cchc, "VI.6", "2026-01-21", copied)
