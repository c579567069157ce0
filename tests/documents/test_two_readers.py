"""Reports to superiors hold no bookkeeping, the monitor's own sheet does; frozen figures are printed as reported."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from builders import day, decision, entry, part, task, workspace
from cchc_cli.documents.reports import every_report
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.documents.reports.time_asked import asks_for_time
from cchc_cli.plan.workspace import Workspace
from cchc_cli.schedule import period
from conftest import Cchc

EXAMPLE = ("-C", "examples/tinh-mau")
UPWARDS = {
    "quarterly": ("--period", "2026-Q3"),
    "half-year": ("--period", "2026-H1"),
    "nine-month": ("--period", "2026-9M"),
    "annual": ("--period", "2026", "--as-of", "2026-12-14"),
    "brief": ("--as-of", "2026-09-14"),
    "overdue": ("--as-of", "2026-09-14"),
    "agency": ("--as-of", "2026-09-14", "--agency", "STP"),
}
BOOKKEEPING = (
    r"chưa báo cáo|chưa cập nhật|thiếu ngày|thiếu tài liệu|sổ ghi|đã chốt|mốc nội bộ|I\.4/3|14/12/2025|\b0+ mốc"
)
REQUEST = r"gia hạn|thêm thời gian|thêm một tháng"


@pytest.mark.parametrize("name", UPWARDS)
def test_a_report_to_a_superior_holds_no_bookkeeping(name: str, cchc: Cchc) -> None:
    ran = cchc(*EXAMPLE, "report", name, *UPWARDS[name])
    assert ran.code == 0
    assert not re.findall(BOOKKEEPING, ran.out)


@pytest.mark.parametrize("name", ["quarterly", "half-year", "nine-month", "annual"])
def test_no_request_for_time_goes_to_the_ministry(name: str, cchc: Cchc) -> None:
    out = cchc(*EXAMPLE, "report", name, *UPWARDS[name]).out
    told = [line for line in out.splitlines() if re.search(REQUEST, line) and "Được gia hạn" not in line]
    assert all(re.search(r"kỳ.*: .*; gia hạn \d+ nhiệm vụ", line) for line in told), told


def test_the_sheet_of_the_monitor_holds_it(cchc: Cchc, tmp_path: Path) -> None:
    ran = cchc(*EXAMPLE, "report", "desk", "--as-of", "2026-09-14")
    for told in (
        "| I.6 |",
        "Cơ quan chưa báo cáo đủ",
        "| II.8 |",
        "| II.3 |",
        "| I.4/3 |",
        "Thanh tra tỉnh",
        "III.2.causes: ",
    ):
        assert told in ran.out
    drifted = cchc(*EXAMPLE, "report", "desk", "--period", "2026-H1").out
    assert "Số liệu 6 tháng đầu năm 2026 đã chốt ngày" in drifted
    assert cchc(*EXAMPLE, "report", "desk", "--as-of", "2026-09-14", "-o", str(tmp_path / "x.docx")).code == 0


def told(of: Workspace, name: str, on: str, window: str = "2026-Q2") -> Any:
    found = period(window)
    assert found is not None
    return every_report()[name].build(Scene(of, day(on), found))


def test_of_each_open_task_the_last_difficulty_is_offered_and_no_request_for_time() -> None:
    of = workspace(
        task("Tháng 4/2026"), task("Tháng 4/2026", identity="I.2"), task("Tháng 4/2026", identity="I.3"),
        entries=[entry("stp", "20/3", None, difficulties="thiếu người"),
                 entry("stp", "20/4", None, difficulties="thiếu số liệu"),
                 entry("stp", "20/4", None, "I.2", difficulties="xin thêm thời gian"),
                 entry("stp", "20/4", None, "I.3", difficulties="khó"), entry("stp", "21/4", "done", "I.3")],
    )  # fmt: skip
    assert [(each.id, each.text) for each in told(of, "quarterly", "14/6").difficulties] == [("I.1", "thiếu số liệu")]
    assert [(each.id, each.difficulty) for each in told(of, "desk", "14/6").told] == [
        ("I.1", "thiếu số liệu"), ("I.2", "xin thêm thời gian"), ("I.3", "khó")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("window", "on", "words"),
    [
        ("2026-Q1", "14/3", ""),
        (
            "2026-Q2",
            "14/6",
            "So với kỳ trước (ngày 14/3/2026): hoàn thành thêm 01 nhiệm vụ; phát sinh 01 nhiệm vụ quá hạn",
        ),
        ("2026-H1", "14/6", "Trong kỳ (từ ngày 15/12/2025): hoàn thành 01 nhiệm vụ; phát sinh 01 nhiệm vụ quá hạn"),
        ("2026-Q3", "14/9", ""),
    ],
)
def test_a_period_is_compared_with_one_of_the_same_plan_and_what_is_nil_is_left_out(
    window: str, on: str, words: str
) -> None:
    of = workspace(task("Tháng 4/2026"), task("Tháng 4/2026", identity="I.2"), entries=[entry("stp", "20/4", "done")])
    assert told(of, "quarterly", on, window).since.words == words


def test_work_done_in_part_is_told_as_such() -> None:
    parts = (part("I.1/1", "Tháng 4/2026"), part("I.1/2", "Tháng 12/2026"))
    of = workspace(task("", milestones=parts), entries=[entry("stp", "20/4", "done", "I.1/1")])
    words = told(of, "quarterly", "14/6").since.words
    assert words.endswith(": hoàn thành một phần 01 nhiệm vụ")


def test_overdue_work_is_carried_into_the_next_period_and_a_year_asks_for_the_next_plan() -> None:
    of = workspace(task("Tháng 4/2026"), deadlines=[decision("request", "1/5", "30/6")])
    found = told(of, "annual", "14/12", "2026")
    assert (found.carried, found.focus) == ("I.1", "nhiệm vụ trọng tâm của Kế hoạch năm 2027")


def test_what_is_due_on_the_day_is_ahead_and_what_waits_to_be_confirmed_is_not() -> None:
    of = workspace(
        task("14/6/2026"), task("14/6/2026", identity="I.2"), task("30/9/2026", identity="I.3"),
        entries=[entry("stp", "10/6", "submitted", "I.2")],
    )  # fmt: skip
    assert [row.id for row in told(of, "quarterly", "14/6").next.rows] == ["I.1"]


def test_of_much_work_ahead_a_sentence_tells_how_much_and_by_when() -> None:
    of = workspace(task("30/9/2026"), *(task("31/8/2026", identity=f"I.{number}") for number in range(2, 4)))
    ahead = told(of, "quarterly", "14/6").next
    assert (ahead.words, ahead.numbers) == (
        "02 nhiệm vụ đến hạn ngày 31/8/2026",
        "I.2, I.3",
    )  # 30/9 is after quarter III
    said = told(of, "half-year", "14/6", "2026-H1").next.words
    assert said == "03 nhiệm vụ đến hạn từ ngày 31/8/2026 đến ngày 30/9/2026"


def test_a_long_list_of_work_ahead_is_one_sentence_in_the_report_of_a_year(cchc: Cchc) -> None:
    out = cchc("report", "annual", "--period", "2026", "--as-of", "2026-12-14").out
    assert "Hoàn thành 40 nhiệm vụ đến hạn từ ngày 31/12/2026 đến ngày 31/01/2027: I.5, I.6, I.7," in out
    assert "Các nhiệm vụ đến hạn trong thời gian tới:" not in out


@pytest.mark.parametrize("text", ["xin lùi sang tháng sau", "cho thêm một tháng", "thêm 15 ngày", "giãn tiến độ"])
def test_a_request_for_time_is_known_in_its_many_words(text: str) -> None:
    assert asks_for_time(text) and not asks_for_time("thêm hai công chức; đơn giản thủ tục; trong tháng 6")


LATE = (
    "- {task: I.7, recorded: 2026-11-02, date: 2026-03-10, status: done, "
    "evidence: [{number: 9/BC, date: 2026-03-10}]}\n"
)


def test_frozen_figures_are_printed_as_they_were_reported(cchc: Cchc, tmp_path: Path) -> None:
    shutil.copytree("examples/tinh-mau/plan", tmp_path / "plan")
    root = ("-C", str(tmp_path))
    words = ("report", "half-year", "--period", "2026-H1")
    before = cchc(*root, *words, "--as-reported").out
    progress = tmp_path / "plan/2026/progress/so-tai-chinh.yaml"
    progress.write_text(progress.read_text("utf-8") + LATE, "utf-8")
    assert cchc(*root, *words, "--as-reported").out == before
    assert cchc(*root, *words).out != before
    assert "Sổ ghi sau đó có thay đổi" in cchc(*root, "report", "desk", "--period", "2026-H1").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("quarterly", "--period", "2026-Q3"), "kỳ 2026-Q3 chưa chốt số liệu"),
        (("brief",), "báo cáo này không có số liệu đã chốt"),
        (("half-year", "--period", "2026-H1", "--as-of", "2026-09-14"), "không dùng cùng --as-of"),
    ],
)
def test_what_was_not_frozen_cannot_be_printed_as_reported(words: tuple[str, ...], said: str, cchc: Cchc) -> None:
    ran = cchc(*EXAMPLE, "report", *words, "--as-reported")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("words", "said", "window"),
    [
        (("annual", "--as-of", "2026-12-10"), "lấy kỳ 2026.", "chưa kết thúc (đến ngày 14/12/2026)"),
        (("nine-month", "--as-of", "2026-03-14"), "lấy kỳ 2026-9M.", "chưa kết thúc (đến ngày 14/9/2026)"),
        (("quarterly", "--as-of", "2026-11-28"), "lấy kỳ 2026-Q3.", ""),
        (("annual", "--as-of", "2027-02-01"), "lấy kỳ 2026.", ""),
        (("quarterly", "--period", "2027-Q1", "--as-of", "2026-03-14"), "chưa bắt đầu (từ ngày 15/12/2026)", ""),
        (("quarterly", "--period", "2027-Q4", "--as-of", "2028-01-10"), "sau thời gian của kế hoạch (31/12/2026)", ""),
    ],
)
def test_a_period_that_is_not_over_or_not_the_plan_s_is_told(
    words: tuple[str, ...], said: str, window: str, cchc: Cchc
) -> None:
    ran = cchc("report", *words)
    assert ran.code == 0
    assert said in ran.err and window in ran.err
    assert ("Lưu ý" in ran.err) == bool(window or "lấy kỳ" not in said)
