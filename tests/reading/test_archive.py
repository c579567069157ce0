"""What a run keeps for the next one changes how long it takes, and nothing else."""

from pathlib import Path

import pytest

from cchc_cli.disk import files
from cchc_cli.reading import archive
from cchc_cli.reading.load import load
from conftest import ROOT, Cchc

FILES = files.workspace_files(ROOT, files.plan_folders(ROOT))
DAY = "--as-of=2026-05-01"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc) -> Path:  # noqa: ARG001  (sets another one first)
    """An empty folder in which runs keep what they parsed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    return tmp_path / "kept" / "cchc"


def blob() -> bytes:
    packed = archive.packed(FILES, load(FILES).data)
    assert packed is not None
    return packed


def test_what_is_kept_gives_the_same_workspace() -> None:
    data = archive.unpacked(blob(), FILES)
    assert data is not None
    again, first = load(FILES, data).workspace, load(FILES).workspace
    assert [plan.tasks for plan in again.plans] == [plan.tasks for plan in first.plans]
    assert again.registry.rows == first.registry.rows
    task = again.plans[0].tasks[40]
    assert again.sources.span(task.at, "title") == first.sources.span(task.at, "title")


@pytest.mark.parametrize("path", sorted(FILES))
def test_one_byte_more_and_nothing_kept_is_used(path: str) -> None:
    assert archive.unpacked(blob(), FILES | {path: FILES[path] + b" "}) is None
    assert archive.unpacked(blob(), {name: data for name, data in FILES.items() if name != path}) is None


@pytest.mark.parametrize("broken", [b"", b"x", b"\x93\xa1x\x80\x80"])
def test_what_cannot_be_read_is_not_used(broken: bytes) -> None:
    assert archive.unpacked(broken, FILES) is None


def test_a_second_run_prints_the_same(cchc: Cchc, kept: Path) -> None:
    first = cchc("list", DAY, "--format", "json")
    assert len(list(kept.iterdir())) == 1
    assert cchc("list", DAY, "--format", "json") == first


def test_an_edit_is_seen_at_once(cchc: Cchc, kept: Path, copied: Path) -> None:
    assert cchc("-C", str(copied), "due", DAY).code == 0
    assert list(kept.iterdir())
    section = copied / "plan/2026/appendix/I.yaml"
    section.write_bytes(section.read_bytes().replace("Tháng 01/2026".encode(), "Tháng 99/2026".encode(), 1))
    assert cchc("-C", str(copied), "due", DAY).code == 2


def test_what_is_torn_is_replaced(cchc: Cchc, kept: Path) -> None:
    first = cchc("due", DAY)
    (place,) = kept.iterdir()
    whole = place.read_bytes()
    place.write_bytes(whole[:1000])
    assert cchc("due", DAY) == first
    assert place.read_bytes() == whole


def test_a_plan_with_a_fault_is_not_kept(cchc: Cchc, kept: Path, copied: Path) -> None:
    (copied / "plan/2026/events.yaml").write_text("- {event: [\n", "utf-8")
    assert cchc("-C", str(copied), "due", DAY).code == 2
    assert not kept.exists()


def test_without_a_place_to_keep_it_all_works(cchc: Cchc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert cchc("due", DAY).code == 0
