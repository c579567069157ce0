"""What cannot be looked at below plan/ is an error with its name, never a smaller plan."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.disk import plain, tree
from conftest import ROOT, Cchc

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symlinks and FIFOs")
EXAMPLE = ROOT / "examples" / "tinh-mau"
ENTRIES = "plan/2026/progress/so-tu-phap.yaml"
COMMANDS = (("due",), ("stats",), ("list",), ("report", "quarterly", "--period", "2026-Q1"), ("agencies",))
ROOT_READS_ALL = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root opens everything")


NAMED = '[submodule "x"]\n\tpath = "%s"\n\turl = ../x.git\n'


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the example, which has entries."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def fifo(workspace: Path) -> str:
    (workspace / ENTRIES).unlink(missing_ok=True)
    os.mkfifo(workspace / ENTRIES)
    return ENTRIES


def device(workspace: Path) -> str:
    return linked(workspace, ENTRIES, "/dev/zero")


def outside(workspace: Path) -> str:
    return linked(workspace, ENTRIES, "/etc/hostname")


def dangling(workspace: Path) -> str:
    return linked(workspace, ENTRIES, "nowhere.yaml")


def loop(workspace: Path) -> str:
    return linked(workspace, ENTRIES, "so-tu-phap.yaml")


def into_git(workspace: Path) -> str:
    (workspace / ".git").mkdir()
    (workspace / ".git" / "config").write_text("[]\n", "utf-8")
    return linked(workspace, ENTRIES, "../../../.git/config")


def dangling_folder(workspace: Path) -> str:
    (workspace / "plan/2026/progress").rename(workspace / "elsewhere")
    (workspace / "plan/2026/progress").symlink_to("nowhere")
    return "plan/2026/progress"


def plan_outside(workspace: Path) -> str:
    (workspace / "plan/2027").symlink_to("/usr/share")
    return "plan/2027"


def folder_around_itself(workspace: Path) -> str:
    (workspace / "plan/2026/tai-lieu").mkdir()
    (workspace / "plan/2026/tai-lieu/progress").symlink_to("..")
    (workspace / "plan/2026/progress/progress").symlink_to("../progress")
    return "plan/2026/progress/progress"


def folder_for_a_file(workspace: Path) -> str:
    (workspace / "plan/2026/deadlines.yaml").unlink(missing_ok=True)
    (workspace / "plan/2026/deadlines.yaml").symlink_to("/dev/null")
    return "plan/2026/deadlines.yaml"


def too_large(workspace: Path) -> str:
    with (workspace / ENTRIES).open("wb") as file:
        file.truncate(10**10)
    return ENTRIES


def registry_dangling(workspace: Path) -> str:
    return linked(workspace, "plan/agencies.yaml", "nowhere.yaml")


def calendar_dangling(workspace: Path) -> str:
    return linked(workspace, "plan/calendar.yaml", "nowhere.yaml")


def linked(workspace: Path, path: str, target: str) -> str:
    (workspace / path).unlink(missing_ok=True)
    (workspace / path).symlink_to(target)
    return path


OBSTACLES = (fifo, device, outside, dangling, loop, into_git, dangling_folder, plan_outside, folder_around_itself,
             folder_for_a_file, too_large, registry_dangling, calendar_dangling)  # fmt: skip


@pytest.mark.parametrize("obstacle", OBSTACLES, ids=lambda each: each.__name__)
def test_what_cannot_be_read_stops_every_command_and_is_named(
    obstacle: Callable[[Path], str], cchc: Cchc, copied: Path
) -> None:
    assert cchc("-C", str(copied), "agencies").code == 0  # what this run keeps for the next one must not hide it
    place = obstacle(copied)
    for command in COMMANDS:
        ran = cchc("-C", str(copied), *command)
        assert (ran.code, ran.out) == (2, ""), command
        assert f"{place}:1:1: lỗi CC013: không đọc được: " in ran.err
    ran = cchc("-C", str(copied), "validate")
    assert ran.code == 1
    assert f"{place}:1:1: lỗi CC013" in ran.out
    for narrower in (("--select", "CC5"), (str(copied / place),)):
        assert cchc("-C", str(copied), "validate", *narrower).code == 1, narrower


@pytest.mark.parametrize("obstacle", OBSTACLES[:-2], ids=lambda each: each.__name__)
def test_nobody_is_blamed_for_what_stands_in_a_place_that_cannot_be_read(
    obstacle: Callable[[Path], str], cchc: Cchc, copied: Path
) -> None:
    obstacle(copied)
    ran = cchc("-C", str(copied), "validate")
    assert [line for line in ran.out.splitlines() if " lỗi CC" in line and "CC013" not in line] == []


@ROOT_READS_ALL
@pytest.mark.parametrize("place", ["plan", "plan/2026", "plan/2026/progress", "plan/2026/appendix/I.yaml"])
def test_what_may_not_be_opened_is_named(place: str, cchc: Cchc, copied: Path) -> None:
    (copied / place).chmod(0o111 if (copied / place).is_dir() else 0)
    try:
        ran = cchc("-C", str(copied), "stats")
        assert (ran.code, ran.out) == (2, "") and "không có quyền" in ran.err
        assert cchc("-C", str(copied), "validate").code == 1
    finally:
        (copied / place).chmod(0o755)


def test_a_plan_is_followed_through_a_link_inside_the_workspace(cchc: Cchc, copied: Path) -> None:
    before = cchc("-C", str(copied), "stats", "--as-of", "2026-03-31")
    (copied / "plan/2026").rename(copied / "ke-hoach")
    (copied / "plan/2026").symlink_to("../ke-hoach")
    assert cchc("-C", str(copied), "stats", "--as-of", "2026-03-31") == before
    (copied / "ke-hoach/progress").rename(copied / "tien-do")
    (copied / "ke-hoach/progress").symlink_to("../tien-do")
    assert cchc("-C", str(copied), "stats", "--as-of", "2026-03-31") == before


def test_a_link_to_a_plan_that_is_read_under_its_own_name_adds_nothing(cchc: Cchc, copied: Path) -> None:
    before = cchc("-C", str(copied), "stats", "--as-of", "2026-03-31")
    (copied / "plan/hien-hanh").symlink_to("2026")
    (copied / "plan/tat-ca").symlink_to("..")
    assert cchc("-C", str(copied), "stats", "--as-of", "2026-03-31") == before


def test_what_is_closed_in_another_plan_does_not_stop_the_plan_that_is_named(cchc: Cchc, copied: Path) -> None:
    plan_outside(copied)
    assert cchc("-C", str(copied), "stats", "--plan", "2026").code == 0
    ran = cchc("-C", str(copied), "stats", "--plan", "2027")
    assert ran.code == 2 and "plan/2027" in ran.err


@pytest.mark.parametrize(
    "name",
    ["so-noi-vu.yaml.txt", "so-noi-vu.json", "so-noi-vu.yaml.orig", "so-noi-vu.yaml~", "so-noi-vu.YAML", "x"],
)
def test_a_file_that_nothing_reads_is_told_whatever_its_ending(name: str, cchc: Cchc, copied: Path) -> None:
    (copied / "plan/2026/progress" / name).write_text("- {}\n", "utf-8")
    (copied / "plan/2026/quyet-dinh.pdf").write_text("%PDF", "utf-8")
    (copied / "plan/README.md").write_text("# Kế hoạch", "utf-8")
    ran = cchc("-C", str(copied), "validate", "--select", "CC012")
    assert [line.partition(":")[0] for line in ran.out.splitlines() if "CC012" in line] == [
        f"plan/2026/progress/{name}"
    ]


def test_a_file_is_read_up_to_a_size_even_when_it_grows(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"12345")
    assert plain.content(tmp_path / "x", 5) == b"12345"
    assert isinstance(plain.content(tmp_path / "x", 4), plain.Unread)
    assert plain.content(tmp_path / "y", 5) is None


def test_hidden_files_are_no_part_of_a_workspace(tmp_path: Path) -> None:
    for path in ("plan/.git/x.yaml", "plan/.x.yaml", "plan/agencies.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    assert tree.tree(tmp_path) == tree.Tree(("plan/agencies.yaml",), ())


@pytest.mark.parametrize("made", [True, False])
@pytest.mark.parametrize("below", ["", "tinh/"])
def test_a_submodule_that_was_not_fetched_is_named(below: str, made: bool, tmp_path: Path, cchc: Cchc) -> None:
    workspace = tmp_path / below
    shutil.copytree(EXAMPLE, workspace, dirs_exist_ok=True)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitmodules").write_text(NAMED % f"{below}plan/2027" + NAMED % "khac/plan", encoding="utf-8")
    if made:
        (workspace / "plan/2027").mkdir()
    told = f"plan/2027:1:1: lỗi {tree.CODE}: không đọc được: {tree.UNFETCHED.why}"
    for command in COMMANDS:
        ran = cchc("-C", str(workspace), *command)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err
    assert told in cchc("-C", str(workspace), "validate").out
    assert cchc("-C", str(workspace), "due", "--plan", "2026").code == 0
    shutil.copytree(EXAMPLE / "plan/2026", workspace / "plan/2027", dirs_exist_ok=True)
    assert tree.tree(workspace).faults == ()


def test_an_empty_folder_that_is_no_submodule_is_nothing_wrong(copied: Path, cchc: Cchc) -> None:
    (copied / "plan/2027").mkdir()
    assert cchc("-C", str(copied), "due").code == 0
