"""Work that comes again on the command line: which turn a record is about, and what is said of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Cchc, Ran

ROOT = Path(__file__).parents[2]
DAY = "--as-of=2026-04-12"
LEAD = "trung-tam-phuc-vu-hanh-chinh-cong-tinh"
BASIS = ("--to", "30/6/2026", "--basis", "45/UBND", "--date", "28/01/2026")
Run = Callable[..., Ran]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The made-up province's plan, where II.5 comes again on a day of each month and nobody has reported on it."""
    shutil.copytree(ROOT / "examples/tinh-mau/plan", tmp_path / "plan")
    rows = tmp_path / "plan/2026/appendix/II.yaml"
    rows.write_text(
        rows.read_text("utf-8").replace("schedule: Hằng quý", "schedule: Trước ngày 15 hằng tháng"), "utf-8"
    )
    own = tmp_path / f"plan/2026/progress/{LEAD}.yaml"
    kept = [line for line in own.read_text("utf-8").splitlines() if "task: II.5," not in line]
    own.write_text("\n".join(kept) + "\n", "utf-8")
    return tmp_path


@pytest.fixture
def run(cchc: Cchc, plan: Path) -> Run:
    return lambda command, *words: cchc("-C", str(plan), command, *words)


def submit(run: Run, turn: str, day: str) -> None:
    words = ("--status", "submitted", "--date", day, "--evidence", "1/BC")
    assert run("update", f"II.5@{turn}", *words, "--agency", LEAD, DAY).code == 0


def test_a_day_is_moved_of_one_turn_and_never_of_the_whole(run: Run) -> None:
    whole = run("extend", "II.5", *BASIS, DAY)
    assert whole.code == 2
    assert "ghi như: cchc extend II.5@2026-01 …" in whole.err and "2026-05 (hạn 14/5/2026)" in whole.err
    one = run("extend", "II.5@2026-05", *BASIS, DAY)
    assert "Gia hạn II.5@2026-05: 14/5/2026 → 30/6/2026" in one.out
    assert "cchc extend II.5@2026-05 --undo" in one.out
    assert run("extend", "II.5@2026-06", "--undo").code == 2
    assert run("extend", "II.5", "--undo").code == 0


def test_a_request_for_one_turn_is_no_request_for_another(run: Run) -> None:
    assert run("extend", "II.5@2026-05", "--request", "--to", "30/6/2026", "--reason", "Chờ số liệu", DAY).code == 0
    answer = ("--refuse", "--basis", "45/UBND", "--date", "10/4/2026", DAY)
    assert run("extend", "II.5@2026-06", *answer).code == 2
    assert run("extend", "II.5@2026-05", *answer).code == 0


def test_the_monitor_judges_the_turn_that_was_submitted_whatever_the_day(run: Run) -> None:
    submit(run, "2026-02", "10/2/2026")
    ran = run("update", "II.5", "--confirm", "--agency", "SNV", DAY)
    assert "date: 2026-02-10, turn: 2026-02, action: confirm}" in ran.out
    assert "đã có dòng giống hệt" in run("update", "II.5", "--confirm", "--agency", "SNV", DAY).out
    ran = run("update", "II.5", "--return", "--note", "thiếu biểu", "--agency", "SNV", DAY)
    assert "turn: 2026-02, action: return" in ran.out, "the last turn that was done"


def test_the_monitor_is_asked_which_of_several_submitted_turns_is_meant(run: Run) -> None:
    submit(run, "2026-02", "10/2/2026")
    submit(run, "2026-03", "10/3/2026")
    for words in (("--confirm",), ("--return", "--note", "thiếu biểu")):
        ran = run("update", "II.5", *words, "--agency", "SNV", DAY)
        assert ran.code == 2 and "2026-02, 2026-03" in ran.err and "--turn" in ran.err
    assert run("update", "II.5", "--turn", "tháng 3", "--confirm", "--agency", "SNV", DAY).code == 0


def test_entries_on_turns_are_taken_back_by_their_ids(run: Run) -> None:
    told = ("--status", "done", "--date", "10/4/2026", "--agency", LEAD, DAY)
    both = run("update", "II.5@2026-01,II.5@2026-02", *told)
    assert "II.5@2026-01 II.5@2026-02" in both.out.splitlines()[-1]
    undo = ("--agency", LEAD, "--undo")
    assert run("update", "II.5", "--turn", "2026-03", *undo).code == 2
    assert run("update", "II.5@tháng 1", "II.5@2026-02", *undo).code == 0
    submit(run, "2026-03", "10/3/2026")
    assert run("update", "II.5", "--turn", "tháng 3", *undo).code == 0


def test_a_later_turn_reminds_of_the_earlier_that_are_open(run: Run) -> None:
    told = run("update", "II.5@2026-03", "--status", "done", "--date", "10/3/2026", "--agency", LEAD, DAY)
    assert "còn lần 2026-01, 2026-02 của II.5 chưa báo cáo hoàn thành" in told.err
    assert "còn lần" not in run("update", "II.5@2026-01", "--status", "done", "--agency", LEAD, DAY).err


def test_one_turn_is_shown_by_itself(run: Run) -> None:
    submit(run, "2026-03", "10/3/2026")
    submit(run, "2026-02", "10/2/2026")
    shown = run("show", "II.5@2026-03", DAY).out
    assert "Lần II.5@2026-03, tháng 3 năm 2026" in shown and "hạn: ngày 14 tháng 3 năm 2026" in shown
    assert "10/3/2026  Trung tâm" in shown and "10/2/2026" not in shown and "II.5@2026-02" not in shown


def test_the_first_turn_is_shown_before_the_year_begins(run: Run) -> None:
    shown = run("show", "II.5", "--as-of=2025-12-01").out
    assert "II.5@2026-01  hạn 14/01/2026" in shown and "và 11 lần sau đó" in shown


def test_a_day_before_the_first_turn_is_said_to_close_none(run: Run, plan: Path) -> None:
    file = plan / "plan/2026/plan.yaml"
    file.write_text(file.read_text("utf-8").replace("date: 2025-12-25", "date: 2026-01-28", 1), "utf-8")
    done = ("--status", "done", "--evidence", "1/BC", "--agency", LEAD, DAY)
    told = run("update", "II.5", "--date", "12/01/2026", *done)
    assert "trước lần đầu của II.5 (2026-02, từ 15/01/2026): ghi nhận, không hoàn thành lần nào" in told.err
    assert "II.5: tình trạng không đổi" in told.out
    assert run("update", "II.5@2026-01", "--date", "12/01/2026", *done).code == 2
