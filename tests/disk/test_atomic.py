"""One way to write a file: what counts outlives a power cut, modes stay, and what a run has changed can be told."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_cli.disk import atomic, in_place, kept, results
from cchc_cli.shell.version import bug_report
from conftest import Cchc

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and folders that can be opened")


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to do, in order: "sync file", "sync folder", "rename"."""
    found: list[str] = []
    sync, rename = os.fsync, os.rename

    def synced(descriptor: int) -> None:
        found.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync file")
        sync(descriptor)

    def replaced(one: Path, other: Path) -> Path:
        found.append("rename")
        rename(one, other)
        return other

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    return found


@posix
def test_a_record_is_synced_before_and_its_folder_after_the_rename(tmp_path: Path, steps: list[str]) -> None:
    atomic.replace(tmp_path / "x.yaml", b"- {}\n", atomic.RECORD)
    assert steps == ["sync file", "rename", "sync folder"]
    steps.clear()
    atomic.create(tmp_path / "y.yaml", b"- {}\n", atomic.RECORD)
    assert steps == ["sync file", "sync folder"]


@pytest.mark.parametrize("kind", [atomic.DOCUMENT, atomic.CACHE])
def test_what_can_be_made_again_is_not_synced(tmp_path: Path, steps: list[str], kind: atomic.Manner) -> None:
    atomic.replace(tmp_path / "x", b"x", kind)
    assert steps == ["rename"]


@posix
def test_the_cache_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    place = tmp_path / "cchc" / "x.parsed"
    for _ in range(2):
        kept.keep(place, b"x")
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        place.chmod(0o644)


def test_nothing_is_left_where_the_last_look_refuses(tmp_path: Path) -> None:
    place = tmp_path / "x.yaml"
    place.write_bytes(b"1")

    def refuse() -> None:
        raise OSError

    with pytest.raises(OSError):
        atomic.replace(place, b"2", atomic.RECORD, refuse)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"x.yaml": b"1"}


def test_a_new_file_never_replaces_another(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"1")
    with pytest.raises(FileExistsError):
        atomic.create(tmp_path / "x", b"2", atomic.RECORD)
    assert (tmp_path / "x").read_bytes() == b"1"


def test_the_files_that_a_run_has_changed_are_known(tmp_path: Path) -> None:
    changed = atomic.noting()
    kept.keep(tmp_path / "x.parsed", b"x")
    assert not changed
    with in_place.locked(tmp_path / "x.yaml", lambda: None):
        in_place.replace(tmp_path / "x.yaml", None, b"- {}\n")
        in_place.remove(tmp_path / "x.yaml", b"- {}\n")
    results.write(tmp_path / "x.md", b"x")
    assert changed == [tmp_path / "x.yaml", tmp_path / "x.md"]


def test_a_fault_of_the_program_says_what_was_written_before() -> None:
    assert "chưa có gì bị thay đổi" in bug_report(ValueError("x"), [])
    told = bug_report(ValueError("x"), [Path("plan", "x.yaml")])
    assert "trước đó đã ghi plan/x.yaml." in told
    assert "chưa có gì" not in told


class Broken:
    """A screen at whose first use the run fails."""

    def isatty(self) -> bool:
        raise ValueError("màn hình lạ")

    def flush(self) -> None:
        pass


def test_a_crash_after_a_record_names_its_file(cchc: Cchc, copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken())
    update = ("update", "I.1", "--agency", "snv", "--status", "in_progress", "--as-of", "2026-02-01")
    crashed = cchc("-C", str(copied), *update, "--dry-run")
    assert (crashed.code, "chưa có gì bị thay đổi" in crashed.err) == (3, True)
    crashed = cchc("-C", str(copied), *update)
    (written,) = (copied / "plan/2026/progress").glob("*.yaml")
    assert (crashed.code, f"trước đó đã ghi {written.as_posix()}." in crashed.err) == (3, True)


def test_what_a_killed_run_left_of_a_document_is_cleared_and_what_a_running_one_writes_is_not(tmp_path: Path) -> None:
    waiting = (sys.executable, "-c", "import sys; sys.stdin.read()")
    with subprocess.Popen(waiting, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as other:
        ended, running = tmp_path / f".x.md.{2**31 - 4}.part", tmp_path / f".x.md.{other.pid}.part"
        ended.write_bytes(b"x")
        running.write_bytes(b"x")
        results.write(tmp_path / "x.md", b"x")
        assert sorted(each.name for each in tmp_path.iterdir()) == [running.name, "x.md"]
    results.write(tmp_path / "x.md", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["x.md"]
