"""The shell around the rooms: interrupts, closed plans, completion, the environment, mistakes on the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import ROOT, Cchc

DAY = "2026-02-01"
Offered = Callable[..., list[str]]

# A run that interrupts itself when it has called so many functions: the same moment on any machine.
INTERRUPTED = """
import os, signal, sys
from cchc_cli.start import entry, interrupt
left = int(sys.argv.pop(1))
def count(frame, event, argument):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGINT)
interrupt.leave_when_interrupted()
sys.setprofile(count)
entry.main()
"""
MOMENTS = [1, 30, 200, 900, *range(4_000, 400_000, 25_000)]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself Ctrl-C there")
def test_an_interrupt_at_any_moment_is_quiet() -> None:
    ends = set()
    for moment in MOMENTS:
        command = [sys.executable, "-c", INTERRUPTED, str(moment), "due", "--as-of", DAY]
        ran = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
        assert ran.returncode in (0, 130), (moment, ran)
        assert not ran.stderr.strip(), (moment, ran.stderr)
        ends.add(ran.returncode)
    assert 130 in ends


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's background job")
def test_a_job_that_ignores_interrupts_goes_on_ignoring_them() -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + INTERRUPTED
    command = [sys.executable, "-c", ignoring, "900", "due", "--as-of", DAY]
    ran = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def closed(folder: Path, plan: str = "2026") -> str:
    file = folder / f"plan/{plan}/plan.yaml"
    file.write_text(file.read_text("utf-8") + "closed: 2026-05-01\n", "utf-8")
    return str(folder)


@pytest.mark.parametrize(
    "command", ["due --check", "list", "stats", "targets", "show 2026:I.1", "event list", "report quarterly"]
)
def test_with_every_plan_closed_a_question_is_refused(command: str, cchc: Cchc, copied: Path) -> None:
    ran = cchc("-C", closed(copied), *command.split(), "--as-of", DAY)
    assert (ran.code, ran.out) == (2, "")
    assert "không có kế hoạch nào đang mở; đã đóng: 2026 (01/5/2026)" in ran.err
    assert "thêm --plan 2026" in ran.err


def test_the_registry_needs_no_open_plan(cchc: Cchc, copied: Path) -> None:
    assert cchc("-C", closed(copied), "agencies", "STP").code == 0


@pytest.fixture
def two(copied: Path) -> Path:
    """The real plan, and beside it one of a single task."""
    folder = copied / "plan/nho"
    (folder / "appendix").mkdir(parents=True)
    small = ROOT / "tests/bad/_base/plan/2026"
    for name in ("plan.yaml", "appendix/I.yaml"):
        (folder / name).write_bytes((small / name).read_bytes())
    return copied


def test_an_id_of_a_closed_plan_is_not_reported_as_missing(cchc: Cchc, two: Path) -> None:
    root = closed(two)
    for command in ("show VI.6", "show 2026:VI.6", "event set pci-2025 2026-01-15", "measure 10-1 96"):
        ran = cchc("-C", root, *command.split(), "--as-of", DAY)
        assert (ran.code, ran.out) == (2, "")
        assert "thuộc kế hoạch 2026, đã đóng ngày 01/5/2026" in ran.err
        assert "thêm --plan 2026" in ran.err
    assert cchc("-C", root, "show", "VI.6", "--plan", "2026", "--as-of", DAY).code == 0
    assert "không có nhiệm vụ" in cchc("-C", root, "show", "IX.99").err


@pytest.fixture
def offered(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """What Tab offers after words, the last of them being typed."""

    def offers(*words: str, folder: Path = ROOT) -> list[str]:
        monkeypatch.setenv("CCHC_ROOT", str(folder))
        monkeypatch.setenv("_CCHC_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", "\n".join(("cchc", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        return cchc().out.splitlines()

    return offers


@pytest.mark.parametrize("typed", ["so-tu", "SO-TU", '"so tu', '"Sở Tư p', '"sở tư', '"Sở Tư pháp'])
def test_an_agency_is_offered_by_id_however_it_is_typed(typed: str, offered: Offered) -> None:
    assert offered("due", "--agency", typed) == ["so-tu-phap"]


def test_nothing_that_bash_offers_has_a_space(offered: Offered) -> None:
    values = offered("due", "--agency", "")
    assert len(values) > 80
    assert not [value for value in values if " " in value]


def test_a_shell_that_quotes_is_offered_names(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CCHC_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", 'cchc due --agency "sở tư')
    assert cchc().out.splitlines() == ["Sở Tư pháp\tso-tu-phap"]


def test_case_does_not_count_for_ids_words_and_periods(offered: Offered) -> None:
    assert offered("show", "ii.2.2") == ["II.2.2-1", "II.2.2-2", "II.2.2-3"]
    assert offered("list", "--section", "vi") == ["VI", "VII"]
    assert offered("list", "--role", "LE") == ["lead"]
    assert offered("stats", "--period", "2026-q1") == ["2026-Q1"]


def test_with_several_plans_a_task_is_offered_with_its_plan(offered: Offered, two: Path) -> None:
    assert offered("show", "vi.15", folder=two) == ["2026:VI.15"]
    assert "nho:I.1" in offered("show", "I.1", folder=two)
    closed(two)
    assert not any(offered("show", "VI.15", folder=two))


def as_of(cchc: Cchc, *more: str) -> str:
    day: str = json.loads(cchc("due", "--format", "json", *more).out)["as_of"]
    return day


def test_the_environment_stands_in_for_options_that_are_absent(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_PERIOD", "2026-Q1")
    assert as_of(cchc) == "2026-03-14"
    monkeypatch.setenv("CCHC_AS_OF", "2026-02-01")
    assert as_of(cchc) == "2026-02-01"
    assert as_of(cchc, "--as-of", "2026-02-02") == "2026-02-02"
    assert as_of(cchc, "--period", "2026-H1") == "2026-06-14"
    assert as_of(cchc, "--period", "2026-H1", "--as-of", "2026-02-02") == "2026-02-02"
    monkeypatch.setenv("CCHC_AS_OF", "hôm kia")
    assert cchc("due").code == 2


def test_a_plan_may_be_named_in_the_environment(cchc: Cchc, monkeypatch: pytest.MonkeyPatch, two: Path) -> None:
    def plans(*more: str) -> set[str]:
        ran = cchc("-C", str(two), "list", "--format", "json", *more)
        return {task["plan"] for task in json.loads(ran.out)["tasks"]}

    assert plans() == {"2026", "nho"}
    monkeypatch.setenv("CCHC_PLAN", "nho")
    assert plans() == {"nho"}
    assert plans("--plan", "2026") == {"2026"}


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("due --all=3", "tùy chọn --all không nhận giá trị", "xem: cchc due --help"),
        ("due --agency", "tùy chọn --agency cần một giá trị đi kèm", "xem: cchc due --help"),
        ("-C", "tùy chọn -C cần một giá trị đi kèm", "xem: cchc --help"),
        ("update --stat done", "không có tùy chọn --stat", "có phải --status?"),
    ],
)
def test_a_wrong_option_is_reported_with_its_command(line: str, message: str, hint: str, cchc: Cchc) -> None:
    assert cchc(*line.split())[::2] == (2, f"Không làm được: {message}.\n→ {hint}\n")


def test_an_agency_of_no_other_kind_is_not_called_political(cchc: Cchc) -> None:
    assert "chính trị" not in cchc("agencies", "Ban Quản lý Khu kinh tế Vân Phong").out


def test_a_key_too_many_is_to_be_taken_out(cchc: Cchc, copied: Path) -> None:
    events = copied / "plan/2026/events.yaml"
    events.write_text("- {event: pci-2025, date: 2026-01-15, recorded: 2026-01-15, evidence: [], xyz: b}\n", "utf-8")
    assert 'khóa lạ "xyz"\n    → bỏ khóa này\n' in cchc("-C", str(copied), "list").err
