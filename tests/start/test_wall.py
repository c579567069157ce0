"""The wall between the program and the system: whatever that refuses ends with the exit codes of docs/promises.md."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, Cchc

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and devices as on POSIX")
EXAMPLE = ROOT / "examples" / "tinh-mau"
LONG = "a" * 300
DAY = ("--as-of", "2026-06-30")


def ran(*words: str, read: bool = False, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A whole process; `read`: whether anybody reads what it prints."""
    reader, writer = os.pipe()
    if not read:
        os.close(reader)
    command = (sys.executable, "-m", "cchc_cli", *words)
    try:
        return subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False, **options)  # type: ignore[call-overload, no-any-return]
    finally:
        os.close(writer)
        if read:
            os.close(reader)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("due", *DAY), 0),
        (("due", "--check", *DAY), 1),
        (("due", "--check", "--as-of", "2026-01-01"), 0),
        (("list",), 0),
        (("schema", "plan"), 0),
        (("--help",), 0),
        (("due", "--help"), 0),
        (("--version",), 0),
        (("report", "quarterly", "--period", "2026-Q1"), 0),
        (("due", "--agency", "không có"), 2),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_a_reader_who_has_gone_changes_no_exit_code(words: tuple[str, ...], code: int) -> None:
    assert ran(*words, cwd=EXAMPLE).returncode == code


@pytest.mark.parametrize(
    "words",
    [
        ("-C", LONG, "due"),
        ("-C", str(EXAMPLE), "validate", LONG),
        ("-C", str(EXAMPLE), "report", "reminder", "--each", "-o", LONG, *DAY),
        ("-C", str(EXAMPLE), "report", "quarterly", "--period", "2026-Q1", "-o", f"{LONG}.md"),
        ("-C", str(EXAMPLE), "schema", "-o", LONG),
        ("init", LONG, "--province", "Khánh Hòa"),
        ("init", "x", "--province", "Khánh Hòa", "--agencies", LONG),
    ],
    ids=lambda words: " ".join(words)[-60:],
)
def test_a_name_that_the_system_refuses_is_no_fault_of_ours(words: tuple[str, ...], cchc: Cchc, tmp_path: Path) -> None:
    os.chdir(tmp_path)
    refused = cchc(*words)
    assert (refused.code, refused.out) == (2, "")
    assert "tên quá dài" in refused.err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_gone_is_told_unless_it_is_not_needed(tmp_path: Path) -> None:
    for words, code in ((("due",), 2), (("-C", str(EXAMPLE), "due"), 0), (("-C", ".", "due"), 2)):
        gone = tmp_path / "gone"
        gone.mkdir()
        remove = f"rmdir {gone}; exec {sys.executable} -m cchc_cli {' '.join(words)}"
        ended = subprocess.run(["/bin/sh", "-c", remove], cwd=gone, capture_output=True, check=False)
        assert ended.returncode == code, ended.stderr.decode()


@pytest.mark.parametrize("day", ["9999-12-31", "9999-01-01", "0001-01-01", "1899-12-31"])
@pytest.mark.parametrize(
    "words", [("due",), ("stats",), ("report", "quarterly"), ("report", "annual"), ("diff",)], ids=str
)
def test_the_ends_of_time_are_no_days_of_a_plan(day: str, words: tuple[str, ...], cchc: Cchc) -> None:
    refused = cchc(*words, "--as-of", day)
    assert (refused.code, refused.out) == (2, "")
    assert "từ 1900 đến 2999" in refused.err


@pytest.mark.parametrize(
    "variables", [{}, {"COMP_WORDS": "cchc due"}, {"COMP_CWORD": "x", "COMP_WORDS": "cchc"}], ids=str
)
def test_completion_called_by_hand_is_quiet(variables: dict[str, str]) -> None:
    called = ran(read=True, cwd=EXAMPLE, env=os.environ | {"_CCHC_COMPLETE": "complete_bash"} | variables)
    assert called.returncode == 2


@pytest.mark.parametrize("place", ["plan/x.json", ".git/config", "nowhere/x.json"])
def test_fix_changes_nothing_when_its_output_cannot_be_written(place: str, cchc: Cchc, copied: Path) -> None:
    (copied / ".git").mkdir()
    file = spaced(copied)
    before = file.read_bytes()
    ended = cchc("-C", str(copied), "validate", "--fix", "--format", "json", "-o", str(copied / place))
    assert (ended.code, file.read_bytes()) == (2, before)


def test_fix_changes_nothing_when_stdout_is_closed(copied: Path) -> None:
    file = spaced(copied)
    before = file.read_bytes()
    closed = f"exec {sys.executable} -m cchc_cli -C {copied} validate --fix >&-"
    ended = subprocess.run(["/bin/sh", "-c", closed], capture_output=True, check=False)
    assert (ended.returncode, file.read_bytes()) == (2, before)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device")
def test_what_stdout_cannot_take_after_a_fix_goes_to_stderr(copied: Path) -> None:
    file = spaced(copied)
    with Path("/dev/full").open("wb") as full:
        command = (sys.executable, "-m", "cchc_cli", "-C", str(copied), "validate", "--fix")
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 0
    assert b"   \n" not in file.read_bytes()
    assert "Đã sửa plan/agencies.yaml" in ended.stderr.decode()


def spaced(workspace: Path) -> Path:
    """A file with spaces that --fix takes away."""
    file = workspace / "plan/agencies.yaml"
    lines = file.read_text("utf-8").split("\n", 1)
    file.write_text(f"{lines[0]}   \n{lines[1]}", "utf-8")
    return file


def test_options_that_a_command_would_ignore_are_refused(cchc: Cchc, tmp_path: Path) -> None:
    for options in (("-o", str(tmp_path / "x.json")), ("--format", "json")):
        refused = cchc("event", "set", "pci-2025", "2026-01-01", *options)
        assert (refused.code, refused.out) == (2, "")
        assert "không có --format, -o" in refused.err
    assert cchc("event", "list", "--dry-run").code == 2
