"""The data kept for the next run changes only how long that run takes."""

import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_cli
from cchc_cli.disk.files import EXAMPLE
from cchc_cli.disk.kept import DECIDING
from cchc_cli.reading import archive
from cchc_cli.reading.load import load
from cchc_cli.schedule import cell, know, known
from cchc_cli.schedule.grammar import TABLE, examples
from cchc_cli.start.program import run
from conftest import CACHE_HOME, ROOT, Cchc, plan_files
from conftest import examples as so_many
from file_changes import CONTENTS, WAYS, Way

FILES = plan_files(ROOT)
PACKAGE = Path(cchc_cli.__file__).parent
DAY = "--as-of=2026-05-01"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cchc: Cchc) -> Path:  # noqa: ARG001  (sets another one first)
    """An empty folder in which runs keep their parsed data."""
    monkeypatch.setenv(CACHE_HOME, str(tmp_path / "kept"))
    return tmp_path / "kept" / "cchc"


def blob() -> bytes:
    packed = archive.packed(archive.Archive("1", FILES, load(FILES).data, known(), sound=True))
    assert packed is not None
    return packed


def test_kept_data_gives_the_same_workspace() -> None:
    found = archive.unpacked("1", blob(), FILES)
    assert found is not None and found.sound
    again, first = load(FILES, found.data).workspace, load(FILES).workspace
    assert [plan.tasks for plan in again.plans] == [plan.tasks for plan in first.plans]
    assert again.registry.rows == first.registry.rows
    task = again.plans[0].tasks[40]
    assert again.sources.span(task.at, "title") == first.sources.span(task.at, "title")


WORDS = [words for row in TABLE for words, _ in examples(row)] + ["", "?", "Trong 10 ngày", "báo cáo", "12/2027"]
YEARS = st.tuples(st.integers(2025, 2028), st.none() | st.dates(date(2025, 1, 1), date(2028, 1, 1)))


@given(st.lists(st.sampled_from(WORDS), max_size=3), st.sampled_from(["; ", ", ", "\n", " (", ": "]), YEARS)
def test_a_kept_reading_of_a_schedule_is_the_reading(
    words: list[str], mark: str, years: tuple[int, date | None]
) -> None:
    asked = (mark.join(words), *years)
    found = cell(*asked)
    packed = archive.packed(archive.Archive("1", {}, {}, ((asked, found),), sound=True))
    kept = archive.unpacked("1", packed or b"", {})
    assert kept is not None and repr(kept.schedules) == repr(((asked, found),))
    know(kept.schedules)
    assert cell(*asked) == found


@pytest.mark.parametrize("path", sorted(FILES))
def test_kept_data_is_not_used_after_one_byte_was_added(path: str) -> None:
    assert archive.unpacked("1", blob(), FILES | {path: FILES[path] + b" "}) is None
    assert archive.unpacked("1", blob(), {name: data for name, data in FILES.items() if name != path}) is None


def test_data_kept_by_another_program_is_not_used() -> None:
    assert archive.unpacked("2", blob(), FILES) is None


def test_a_change_of_any_code_that_finds_errors_makes_another_program() -> None:
    code = """\
import sys
from cchc_cli.checking import check
from cchc_cli.disk import files, tree
from pathlib import Path
from cchc_cli.reading import places
from cchc_cli.reading.load import load
folder = Path(sys.argv[1])
paths = tree.tree(folder).paths
found = load(files.workspace_files(folder, places.read_files(paths, places.plan_folders(paths)))[0])
assert not check.errors(found)
print(*(each.__file__ for name, each in sys.modules.items() if name.startswith("cchc_cli.")), sep="\\n")
"""
    ran = subprocess.run([sys.executable, "-c", code, str(EXAMPLE)], capture_output=True, text=True, check=True)
    folders = {Path(each).parent.relative_to(PACKAGE).as_posix() for each in ran.stdout.splitlines()}
    assert "checking/rules/records" in folders, "the example has records"
    assert folders - {"disk"} <= set(DECIDING)


@pytest.mark.parametrize("broken", [b"", b"x", b"\x93\xa1x\x80\x80"])
def test_kept_data_that_cannot_be_read_is_not_used(broken: bytes) -> None:
    assert archive.unpacked("1", broken, FILES) is None


def test_a_second_run_prints_the_same(cchc: Cchc, kept: Path) -> None:
    first = cchc("list", DAY, "--format", "json")
    assert len(list(kept.iterdir())) == 1
    assert cchc("list", DAY, "--format", "json") == first


def test_a_workspace_known_to_be_sound_is_not_checked_again(cchc: Cchc, kept: Path) -> None:
    assert cchc("validate").code == 0
    (place,) = kept.iterdir()
    unchecked = place.read_bytes()
    first = cchc("due", DAY)
    sound = place.read_bytes()
    assert sound != unchecked
    assert cchc("due", DAY) == first
    assert cchc("validate").code == 0
    assert place.read_bytes() == sound


def test_errors_are_found_by_every_run(cchc: Cchc, kept: Path, copied: Path) -> None:
    section = copied / "plan/2026/appendix/I.yaml"
    section.write_bytes(section.read_bytes().replace(b"agency: so-tu-phap", b"agency: so-tu-phat", 1))
    first = cchc("-C", str(copied), "due", DAY)
    assert first.code == 2
    assert list(kept.iterdir())
    assert cchc("-C", str(copied), "due", DAY) == first


def test_an_edit_is_seen_at_once(cchc: Cchc, kept: Path, copied: Path) -> None:
    assert cchc("-C", str(copied), "due", DAY).code == 0
    assert list(kept.iterdir())
    section = copied / "plan/2026/appendix/I.yaml"
    section.write_bytes(section.read_bytes().replace("Tháng 01/2026".encode(), "Tháng 99/2026".encode(), 1))
    assert cchc("-C", str(copied), "due", DAY).code == 2


def test_damaged_data_is_replaced(cchc: Cchc, kept: Path) -> None:
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


def test_a_run_works_without_a_folder_to_keep_data(cchc: Cchc, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv(CACHE_HOME, str(tmp_path / "file"))
    assert cchc("due", DAY).code == 0


STEPS = st.sampled_from(sorted(CONTENTS)).flatmap(
    lambda path: st.tuples(st.just(path), st.sampled_from(CONTENTS[path]), st.sampled_from(WAYS))
)


def answer(workspace: Path, cache: str) -> tuple[int, bytes, bytes]:
    out, err = TextIOWrapper(BytesIO()), TextIOWrapper(BytesIO())
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setenv(CACHE_HOME, cache)
        code = run(["-C", str(workspace), "list", DAY, "--format", "json"])
    printed = [each.buffer for each in (out, err) if isinstance(each.buffer, BytesIO)]
    return code, printed[0].getvalue(), printed[1].getvalue()


@pytest.mark.slow
@so_many(30)
@given(st.lists(STEPS, min_size=1, max_size=5))
def test_however_files_change_between_runs_what_was_kept_never_shows(
    steps: list[tuple[Path, bytes, Way]],
) -> None:
    with TemporaryDirectory() as folder:
        workspace, cache = Path(folder, "ws"), f"{folder}/kept"
        shutil.copytree(EXAMPLE, workspace)
        assert answer(workspace, cache)[0] == 0
        for place, (path, text, way) in enumerate(steps):
            way(workspace / path, text)
            again = answer(workspace, cache)
            assert again == answer(workspace, f"{folder}/{place}")
            assert again[0] in (0, 2) and bool(again[1]) is (again[0] == 0)
