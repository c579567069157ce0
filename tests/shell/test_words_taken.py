"""Words that are printed are words that are taken: each way to write a value gives the answer of its id."""

import json

import pytest

from conftest import Cchc

EXAMPLE = ("-C", "examples/tinh-mau")
DAY = ("--as-of", "2026-09-14", "--format", "json")


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        (["list", "--state", "quá hạn 42 ngày"], ["list", "--state", "overdue"]),
        (["list", "--state", "Còn 5 ngày"], ["list", "--state", "due_soon"]),
        (["list", "--state", "trong han, chua den ky"], ["list", "--state", "later"]),
        (["list", "--state", "xong"], ["list", "--state", "done"]),
        (["list", "--state", "quá hạn, tạm dừng"], ["list", "--state", "overdue", "--state", "paused"]),
        (["list", "--state", "chưa cập nhật", "--period", "quý III/2026"], ["list", "--stale", "--period", "2026-Q3"]),
        (["list", "--role", "chủ trì,phối hợp"], ["list", "--role", "lead", "--role", "coordinate"]),
        (["list", "--role", "thẩm định, có ý kiến"], ["list", "--role", "appraise"]),
        (["list", "--section", "thủ tục hành chính"], ["list", "--section", "II"]),
        (["list", "--section", "2, i"], ["list", "--section", "II", "--section", "I"]),
        (["due", "--agency", "STP, Sở Nội vụ"], ["due", "--agency", "STP", "--agency", "SNV"]),
        (["due", "--agency", "Các sở, ban, ngành"], ["due", "--agency", "cac-so-ban-nganh"]),
        (["stats", "--period", "6 tháng đầu năm 2026"], ["stats", "--period", "2026-H1"]),
        (["stats", "--plan", "2026,plan/2026"], ["stats", "--plan", "2026"]),
    ],
)
def test_a_value_is_typed_as_it_is_printed(cchc: Cchc, typed: list[str], same: list[str]) -> None:
    assert cchc(*EXAMPLE, *typed, *DAY).out == cchc(*EXAMPLE, *same, *DAY).out != ""


@pytest.mark.parametrize("day", ["14-09-2026", "14/9/2026", "2026/9/14", "ngày 14 tháng 9 năm 2026"])
def test_a_day_is_typed_in_any_usual_form(cchc: Cchc, day: str) -> None:
    assert json.loads(cchc(*EXAMPLE, "due", "--as-of", day, "--format", "json").out)["as_of"] == "2026-09-14"


@pytest.mark.parametrize(
    ("word", "progress", "timing"),
    [
        ("đang thực hiện", {"in_progress"}, None),
        ("chưa thực hiện", {"not_started"}, None),
        ("trong hạn", None, {"in_time"}),
        ("chưa đến kỳ", None, {"not_yet"}),
        ("đã hoàn thành quá hạn", {"done"}, {"late"}),
        ("đã hoàn thành đúng hạn", {"done"}, {"early", "on_time"}),
    ],
)
def test_tasks_are_listed_by_every_printed_state(
    cchc: Cchc, word: str, progress: set[str] | None, timing: set[str] | None
) -> None:
    tasks = json.loads(cchc(*EXAMPLE, "list", *DAY).out)["tasks"]
    wanted = [
        task["id"]
        for task in tasks
        if (progress is None or task["progress"] in progress) and (timing is None or task["timing"] in timing)
    ]
    listed = json.loads(cchc(*EXAMPLE, "list", "--state", word, *DAY).out)["tasks"]
    assert [task["id"] for task in listed] == wanted


@pytest.mark.parametrize(
    "typed",
    [
        ["due", "--section", ""],
        ["update", "I.2", "--agency", "STC", "--status", "done", "--date", ""],
        ["update", "I.2", "--agency", "STC", "--note", "Đang làm", "--status", " "],
        ["change", "I.2", "--schedule", "", "--basis", "1/QĐ-UBND", "--date", "1/3/2026"],
        ["file", "2026-Q1", "--agency", "STP", "--number", ""],
        ["inspect", "STP", "--kind", "direct", "--document", "1/KL-SNV", "--date", ""],
    ],
)
def test_an_empty_value_is_refused(cchc: Cchc, typed: list[str]) -> None:
    ran = cchc(*EXAMPLE, *typed, "--as-of", "2026-09-14", *(["--dry-run"] if typed[0] != "due" else []))
    assert (ran.code, ran.out) == (2, "")
