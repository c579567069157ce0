"""Progress reported from the command line: one more line, what it changed, and every refusal that changes nothing."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builders import confirmed, entry, task, whole, workspace
from cchc_cli.model import Status
from conftest import ROOT, Cchc, Golden, Ran
from plans_below import copied_as

DAY = "--as-of=2026-02-05"
STP = ("--agency", "Sở Tư pháp")
MONITOR = ("--agency", "Sở Nội vụ")
DONE = ("update", "I.1", "--status", "done", "--date", "27/01/2026", "--evidence", "123/KH-UBND", *STP, DAY)
SUBMITTED = ("update", "I.1", "--status", "chờ xác nhận", "--evidence", "123/KH-UBND ngày 27/01/2026", *STP, DAY)
OWN_PART = ("update", "V.1", "--status", "done", "--date", "2026-02-02", "--evidence", "5/BC-STP", *STP, DAY)
Line = tuple[str, ...]

WRITTEN: dict[str, tuple[Line, ...]] = {
    "done": (DONE,),
    "everything-at-once": (
        ("update", "i.9/2", "--status", "dang thuc hien", "--date", "2026-02-03", "--percent", "40",
         "--note", "Đang: làm", "--difficulties", "thiếu số liệu", "--proposals", "gia hạn",
         "--evidence", "Hội nghị góp ý ngày 03/02/2026",
         "--evidence", "12/STC-TH", "--link", "https://minhhoa.example/a", "--agency", "stc", DAY),
    ),
    "late": (("update", "I.1", "--status", "done", "--date", "03/02/2026", "--evidence", "9/KH-UBND", *STP, DAY),),
    "unproven": (("update", "I.1", "--status", "done", *STP, DAY),),
    "proven-later": (
        ("update", "I.1", "--status", "done", "--date", "27/01/2026", *STP, DAY),
        ("update", "I.1", "--evidence", "123/KH-UBND", *STP, DAY),
    ),
    "day-of-the-evidence": (
        ("update", "I.1", "--status", "done", "--evidence", "123/KH-UBND ngày 27/01/2026 của UBND tỉnh", *STP, DAY),
    ),
    "odd-evidence": (("update", "I.1", "--evidence", "123/kh-ubnd", *STP, DAY),),
    "odd-year": (("update", "I.1", "--status", "done", "--date", "27/01/2025", "--evidence", "9/KH-UBND", *STP, DAY),),
    "paused-without-paper": (("update", "I.1", "--status", "tạm dừng", *STP, DAY),),
    "whole-of-two-terms": (
        ("update", "I.5", "--status", "in_progress", "--percent", "10", *STP, DAY),
    ),
    "member-of-a-group": (OWN_PART,),
    "monitor-for-a-member": (
        ("update", "V.1", "--for", "Sở Tài chính", "--status", "done", "--date", "03/02/2026", "--evidence", "7/BC-STC",
         *MONITOR, DAY),
    ),
    "monitor-confirms": (SUBMITTED, ("update", "I.1", "--confirm", *MONITOR, DAY)),
    "monitor-confirms-all": (
        OWN_PART, ("update", "V.1", "--confirm", "--date", "03/02/2026", "--evidence", "8/BC-SNV", *MONITOR, DAY),
    ),
    "monitor-returns": (DONE, ("update", "I.1", "--return", "--note", "thiếu phụ lục", *MONITOR, DAY)),
    "another-hangs-on-it": (
        ("update", "IV.1", "--status", "done", "--date", "2026-02-01", "--evidence", "12/QĐ-UBND", *MONITOR, DAY),
    ),
    "contribution": (("update", "I.1", "--status", "done", "--agency", "Sở Y tế", DAY),),
    "open-group": (("update", "VII.9", "--note", "đã góp ý", "--agency", "VCCI", DAY),),
    "dry-run": ((*DONE, "--dry-run"),),
    "undo": (DONE, OWN_PART, ("update", "--undo", *STP, DAY)),
}  # fmt: skip

REFUSED: dict[str, Line] = {
    "nothing-said": ("update",),
    "no-status": ("update", "I.1", *STP, "--date", "27/01/2026"),
    "no-agency": ("update", "I.1", "--status", "done"),
    "agency-not-there": ("update", "I.1", "--status", "done", "--agency", "Sở Tư phát"),
    "group": ("update", "I.1", "--status", "done", "--agency", "Các sở, ban, ngành"),
    "stranger": ("update", "I.2", "--status", "done", "--agency", "VCCI"),
    "task-not-there": ("update", "I.99", "--status", "done", *STP),
    "milestone-not-there": ("update", "I.9/3", "--status", "done", "--agency", "stc"),
    "heading": ("update", "II.2", "--status", "done", *MONITOR),
    "computed": ("update", "VII.13", "--status", "done", *MONITOR),
    "status-not-there": ("update", "I.1", "--status", "gần xong", *STP),
    "future": ("update", "I.1", "--status", "done", "--date", "06/02/2026", *STP),
    "day-not-there": ("update", "I.1", "--status", "done", "--date", "30/02/2026", *STP),
    "evidence-of-tomorrow": ("update", "I.1", "--evidence", "9/KH-UBND ngày 06/02/2026", *STP),
    "evidence-of-no-day": ("update", "I.1", "--evidence", "9/KH-UBND ngày 31/02/2026", *STP),
    "evidence-empty": ("update", "I.1", "--evidence", "", *STP),
    "percent": ("update", "I.1", "--percent", "140", *STP),
    "confirm-not-monitor": ("update", "I.1", "--confirm", *STP),
    "return-not-monitor": ("update", "I.1", "--return", "--note", "x", *STP),
    "for-not-monitor": ("update", "V.1", "--for", "Sở Tài chính", "--status", "done", *STP),
    "for-no-member": ("update", "I.1", "--for", "Sở Tài chính", "--status", "done", *MONITOR),
    "return-without-note": ("update", "I.1", "--return", *MONITOR),
    "return-of-nothing": ("update", "I.1", "--return", "--note", "x", *MONITOR),
    "confirm-of-nothing": ("update", "I.1", "--confirm", *MONITOR),
    "confirm-member-of-nothing": ("update", "V.1", "--confirm", "--for", "stp", *MONITOR),
    "confirm-and-return": ("update", "I.1", "--confirm", "--return", "--note", "x", *MONITOR),
    "confirm-and-status": ("update", "I.1", "--confirm", "--status", "done", *MONITOR),
    "undo-of-nothing": ("update", "--undo", *STP),
    "undo-and-more": ("update", "I.1", "--undo", "--status", "done", *STP),
}


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CCHC_AGENCY", raising=False)
    shutil.copytree(ROOT / "plan", tmp_path / "plan")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def added(before: dict[str, bytes], after: dict[str, bytes]) -> dict[str, bytes]:
    """What stands at the end of each file that was not there before; every other byte is as it was."""
    assert all(after.get(path, b"").startswith(data) for path, data in before.items())
    return {path: data[len(before.get(path, b"")) :] for path, data in after.items() if data != before.get(path)}


@pytest.mark.parametrize("name", WRITTEN)
def test_an_update_says_what_it_wrote_and_changed(name: str, cchc: Cchc, copied: Path, golden: Golden) -> None:
    runs = [cchc("-C", str(copied), *line) for line in WRITTEN[name]]
    assert [run.code for run in runs] == [0] * len(runs)
    golden(f"update-{name}.txt", "\n".join(run.out + run.err for run in runs))
    assert cchc("-C", str(copied), "validate").code == 0


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_changes_nothing(name: str, cchc: Cchc, copied: Path, golden: Golden) -> None:
    before = contents(copied)
    ran = cchc("-C", str(copied), *REFUSED[name], DAY)
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
    golden(f"update-refused-{name}.txt", ran.err.replace(f" -C {copied}", ""))


def test_one_update_is_one_added_line(cchc: Cchc, copied: Path) -> None:
    assert cchc("-C", str(copied), *DONE).code == 0
    before = contents(copied)
    assert cchc("-C", str(copied), *OWN_PART).code == 0
    new = added(before, contents(copied))
    assert list(new) == ["plan/2026/progress/so-tu-phap.yaml"]
    lines = new["plan/2026/progress/so-tu-phap.yaml"].decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("- {task: V.1, ")


def test_a_dry_run_shows_the_line_that_a_run_writes(cchc: Cchc, copied: Path) -> None:
    before = contents(copied)
    shown = cchc("-C", str(copied), *DONE, "--dry-run").out.splitlines()
    assert contents(copied) == before
    written = cchc("-C", str(copied), *DONE).out.splitlines()
    assert shown[1:] == written[1:-1], "all but how to undo"
    assert shown[1].strip() == (copied / "plan/2026/progress/so-tu-phap.yaml").read_text("utf-8").strip()


def test_a_start_is_confirmed_although_the_work_stays_overdue(cchc: Cchc, copied: Path) -> None:
    line = ("-C", str(copied), "update", "I.1", *STP, DAY)
    assert "I.1: chưa thực hiện → đang thực hiện (quá hạn 5 ngày)" in cchc(*line, "--status", "in_progress").out
    assert "I.1: tình trạng không đổi: quá hạn 5 ngày, đang thực hiện" in cchc(*line, "--note", "x").out


def test_only_what_was_submitted_is_confirmed_or_returned(cchc: Cchc, copied: Path) -> None:
    def ran(*words: str) -> int:
        return cchc("-C", str(copied), "update", "I.1", *words, DAY).code

    judged = [("--confirm", *MONITOR), ("--return", "--note", "x", *MONITOR)]
    assert ran("--status", "in_progress", "--percent", "70", "--date", "2026-02-02", *STP) == 0
    assert [ran(*words) for words in judged] == [2, 2]
    assert ran("--status", "submitted", "--date", "2026-02-03", "--evidence", "1/BC", *STP) == 0
    assert ran(*judged[0]) == 0
    after = contents(copied)
    assert (ran(*judged[0]), contents(copied)) == (0, after), "it is there already"
    assert ran("--confirm", "--note", "x", *MONITOR) == 2, "nothing is left to confirm"
    assert ran(*judged[1]) == 0
    after = contents(copied)
    assert [ran(*words) for words in judged] == [2, 0]
    assert contents(copied) == after


def test_undo_gives_back_the_very_bytes(cchc: Cchc, copied: Path) -> None:
    assert cchc("-C", str(copied), *DONE).code == 0
    before = contents(copied)
    assert cchc("-C", str(copied), *OWN_PART).code == 0
    wrong = cchc("-C", str(copied), "update", "I.1", "--undo", *STP, DAY)
    assert (wrong.code, wrong.out) == (2, "")
    assert cchc("-C", str(copied), "update", "v.1", "--undo", *STP, DAY).code == 0
    assert contents(copied) == before


def test_what_git_has_kept_is_not_taken_back(cchc: Cchc, copied: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")

    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@minhhoa.example")
        subprocess.run(["git", *who, *words], cwd=copied, check=True, capture_output=True)

    git("init")
    assert cchc("-C", str(copied), *DONE).code == 0
    git("add", ".")
    git("commit", "-m", "x")
    before = contents(copied)
    ran = cchc("-C", str(copied), "update", "--undo", *STP, DAY)
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before


def test_the_agency_comes_from_the_option_then_the_environment_then_the_settings(
    cchc: Cchc, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def file_of(*words: str) -> str:
        ran = cchc("-C", str(copied), "update", "VII.1", "--note", "x", "--dry-run", DAY, *words)
        return ran.out.partition("progress/")[2].partition(":")[0]

    settings = copied / "plan/settings.yaml"
    settings.write_text(settings.read_text("utf-8") + "agency: so-y-te\n", "utf-8")
    assert file_of() == "so-y-te.yaml"
    plan = copied / "plan/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "settings: {agency: so-tai-chinh}\n", "utf-8")
    assert file_of() == "so-tai-chinh.yaml"
    monkeypatch.setenv("CCHC_AGENCY", "stp")
    assert file_of() == "so-tu-phap.yaml"
    assert file_of("--agency", "snv") == "so-noi-vu.yaml"


def test_a_closed_plan_takes_no_more(cchc: Cchc, copied: Path) -> None:
    plan = copied / "plan/2026/plan.yaml"
    plan.write_text(plan.read_text("utf-8") + "closed: 2026-02-01\n", "utf-8")
    before = contents(copied)
    for line in (DONE, ("update", "--undo", *STP, DAY)):
        ran = cchc("-C", str(copied), *line, "--plan", "2026")
        assert (ran.code, ran.out) == (2, "")
        assert "đã đóng ngày 01/02/2026" in ran.err
    assert contents(copied) == before


def test_a_task_that_is_added_and_dropped_takes_entries_between(cchc: Cchc, copied: Path) -> None:
    plan = copied / "plan/2026/plan.yaml"
    amendments = (
        "amendments:\n"
        "  - {id: a1, number: 1/QĐ-UBND, date: 2026-03-01, title: Bổ sung}\n"
        "  - {id: a2, number: 2/QĐ-UBND, date: 2026-06-01, title: Điều chỉnh}\n"
    )
    plan.write_text(plan.read_text("utf-8") + amendments, "utf-8")
    section = copied / "plan/2026/appendix/I.yaml"
    text = section.read_text("utf-8").replace("- id: I.2\n", "- id: I.2\n    added_by: a1\n    dropped_by: a2\n", 1)
    section.write_text(text, "utf-8")
    line = ("-C", str(copied), "update", "I.2", "--status", "in_progress", *STP)
    assert "01/3/2026" in cchc(*line, "--as-of", "2026-02-28").err
    assert "01/6/2026" in cchc(*line, "--as-of", "2026-06-01").err
    assert not list((copied / "plan/2026/progress").glob("*.yaml"))
    assert cchc(*line, "--as-of", "2026-05-31").code == 0
    late = (*line[:4], "--status", "done", "--date", "31/5/2026", "--evidence", "9/KH-UBND", *STP)
    assert cchc(*late, "--as-of", "2026-06-15").code == 0


def test_two_plans_need_the_plan_of_an_id(cchc: Cchc, copied: Path) -> None:
    copied_as(copied, "so-noi-vu/2026")
    before = contents(copied)
    assert "so-noi-vu/2026:I.1" in cchc("-C", str(copied), *DONE).err
    assert "--plan" in cchc("-C", str(copied), "update", "--undo", *STP, DAY).err
    assert contents(copied) == before
    assert cchc("-C", str(copied), "update", "so-noi-vu/2026:I.1", *DONE[2:]).code == 0
    assert list(added(before, contents(copied))) == ["plan/so-noi-vu/2026/progress/so-tu-phap.yaml"]


def test_a_confirmation_of_the_same_day_comes_after_what_it_confirms() -> None:
    told = (entry("stp", "5/3", "submitted"), confirmed("5/3"))
    for entries in (told, told[::-1]):
        assert whole(workspace(task(), entries=entries), "5/3").progress is Status.DONE


# Step by step, on a terminal.


class Terminal:
    """The program on a pseudo-terminal: read up to a question, answer it."""

    def __init__(self, folder: Path, *words: str) -> None:
        pty = pytest.importorskip("pty")
        self.ours, theirs = pty.openpty()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("CCHC_")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cchc_cli", "-C", str(folder), "update", *words, DAY],
            stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, env=environment | {"PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        os.close(theirs)
        self.seen = ""

    def answer(self, question: str, typed: str) -> str:
        """Type after a question; what was on the terminal since the last one."""
        self._read(question)
        seen, self.seen = self.seen, ""
        os.write(self.ours, f"{typed}\n".encode())
        return " ".join(seen.split())

    def end(self) -> Ran:
        out, _ = self.process.communicate(timeout=30)
        self._read(None)
        os.close(self.ours)
        return Ran(self.process.returncode, out.decode(), self.seen)

    def _read(self, until: str | None) -> None:
        data = b""
        while until is None or until not in self.seen + data.decode("utf-8", "ignore"):
            if not select.select([self.ours], [], [], 30)[0]:
                raise AssertionError(f"no {until!r} after {self.seen}")
            try:
                read = os.read(self.ours, 4096)
            except OSError:
                break
            if not read:
                break
            data += read
        self.seen += data.decode("utf-8", "ignore")


Start = Callable[..., Terminal]


@pytest.fixture
def terminal(copied: Path) -> Iterator[Start]:
    """Starts the program on a terminal; what still runs after the test is ended."""
    started: list[Terminal] = []

    def start(*words: str) -> Terminal:
        started.append(Terminal(copied, *words))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait(30)


def test_a_terminal_is_asked_step_by_step(terminal: Start, copied: Path) -> None:
    steps = terminal()
    steps.answer("Cơ quan báo cáo", "Sở Tư phát")
    steps.answer("Cơ quan báo cáo", "stp")
    steps.answer("Nhiệm vụ nào", "I.99")
    steps.answer("Nhiệm vụ nào", "2")
    steps.answer("Tình trạng", "2")
    steps.answer("Ngày hoàn thành", "")
    steps.answer("Ngày hoàn thành", "30/02/2026")
    steps.answer("Ngày hoàn thành", "27/01/2026")
    steps.answer("Tài liệu kiểm chứng", "123/KH-UBND")
    steps.answer("Tài liệu nữa", "")
    steps.answer("Khó khăn", "thiếu kinh phí")
    steps.answer("Kiến nghị", "")
    steps.answer("Ghi chú", "")
    approved = steps.answer("Ghi dòng này?", "c")
    assert "Sở Tư pháp cập nhật I.2, ngày 27/01/2026: đã hoàn thành; 123/KH-UBND" in approved
    assert "{" not in approved
    ran = steps.end()
    assert ran.code == 0
    assert "I.2: quá hạn 5 ngày → đã hoàn thành đúng hạn" in ran.out
    line = "- {task: I.2, recorded: 2026-02-05, date: 2026-01-27, status: done, evidence: [{number: 123/KH-UBND"
    assert (copied / "plan/2026/progress/so-tu-phap.yaml").read_text("utf-8").startswith(line)


def test_an_ambiguous_name_is_the_agency_that_has_work(terminal: Start) -> None:
    steps = terminal()
    assert "Ctrl+C" in steps.answer("Cơ quan báo cáo", "tư pháp")
    assert "Sở Tư pháp" in steps.answer("Nhiệm vụ nào", "\x04")
    assert steps.end().code == 2


def test_an_agency_that_leads_nothing_gets_a_list_too(terminal: Start) -> None:
    steps = terminal("--agency", "VCCI")
    assert "Phối hợp, thực hiện: 1. " in steps.answer("Nhiệm vụ nào", "\x04")
    assert steps.end().code == 2


def test_of_work_that_comes_again_the_turns_are_offered(terminal: Start, copied: Path) -> None:
    rows = copied / "plan/2026/appendix/I.yaml"
    row = rows.read_text("utf-8").replace("schedule: Tháng 01/2026", "schedule: Trước ngày 05 hằng tháng", 1)
    rows.write_text(row, "utf-8")
    steps = terminal("I.1", *STP)
    offered = steps.answer("Lần nào", "tháng 13")
    assert "1. I.1@2026-01 hạn 04/01/2026: quá hạn 32 ngày 2. I.1@2026-02" in offered and "2026-04" not in offered
    assert 'I.1 không có lần "tháng 13"' in steps.answer("Lần nào", "2")
    steps.answer("Tình trạng", "đang thực hiện")
    for question in ("Tỷ lệ hoàn thành", "Ngày", "Tài liệu kiểm chứng", "Khó khăn", "Kiến nghị", "Ghi chú"):
        steps.answer(question, "")
    assert "lần 2026-02; đang thực hiện" in steps.answer("Ghi dòng này?", "c")
    assert steps.end().code == 0
    assert "turn: 2026-02" in (copied / "plan/2026/progress/so-tu-phap.yaml").read_text("utf-8")


def test_an_answer_of_no_writes_nothing(terminal: Start, copied: Path) -> None:
    before = contents(copied)
    steps = terminal("I.1", *STP)
    steps.answer("Tình trạng", "đang thực hiện")
    steps.answer("Tỷ lệ hoàn thành", "140")
    steps.answer("Tỷ lệ hoàn thành", "40%")
    steps.answer("Ngày", "")
    steps.answer("Tài liệu kiểm chứng", "")
    steps.answer("Khó khăn", "")
    steps.answer("Kiến nghị", "cho lùi")
    steps.answer("Ghi chú", "đang làm")
    steps.answer("Ghi dòng này?", "k")
    ran = steps.end()
    assert (ran.code, ran.out) == (0, "")
    assert contents(copied) == before


def test_a_closed_terminal_writes_nothing(terminal: Start, copied: Path) -> None:
    before = contents(copied)
    steps = terminal("I.1", *STP)
    steps.answer("Tình trạng", "\x04")
    ran = steps.end()
    assert (ran.code, ran.out) == (2, "")
    assert contents(copied) == before
