"""A commit is read as the disk is: what is not in it in full is an error with its name, never a smaller plan."""

import os
import shutil
import sys
from json import loads
from pathlib import Path

import pytest

from cchc_cli.disk import git as asked
from cchc_cli.disk.committed import committed as read
from cchc_cli.disk.tree import tree
from conftest import ROOT, Cchc
from repositories import committed, git

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")
DAY = ("--as-of", "2026-03-31")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example below the top of a repository, not yet committed."""
    shutil.copytree(ROOT / "examples" / "tinh-mau", tmp_path / "kho" / "ws")
    return tmp_path / "kho" / "ws"


LINKS: dict[str, tuple[tuple[str, str], ...]] = {
    "a plan elsewhere": (("plan/2026", "../khac"),),
    "the whole of plan/": (("plan", "that"),),
    "one file": (("plan/2026/progress/so-tu-phap.yaml", "../../../khac.yaml"),),
    "the shared file": (("plan/agencies.yaml", "../khac.yaml"),),
    "one folder": (("plan/2026/progress", "../../khac"),),
    "a link to a link": (("plan/2026", "../khac"), ("khac", "nua/day")),
    "a link inside a linked folder": (("plan/2026", "../khac"), ("khac/progress", "../nua")),
    "a second name of a plan": (("plan/2027", "2026"),),
    "a second name of the records": (("plan/2027/progress", "../2026/progress"),),
    "a circle": (("plan/2026/progress/sau", ".."), ("plan/2026/appendix/sau", "sau")),
    "two that lead to each other": (("plan/2027", "2028"), ("plan/2028", "2027")),
    "nowhere": (("plan/2027", "mat"), ("plan/2026/progress/so-xay-dung.yaml", "mat.yaml")),
    "out of the workspace": (("plan/2027", "../../ngoai"), ("plan/2028", "../..")),
    "out and in again": (("plan/2027", "../../ws/plan/2026"),),
    "by another plan's folder": (("plan/2027", "2026/../2026/./"),),
    "through a file": (("plan/2027", "agencies.yaml/x"),),
    "an absolute path": (("plan/2027", "/etc"),),
    "a hidden one and a document": (("plan/.an", "2026"), ("plan/2026/ban-goc.pdf", "mat.pdf")),
}


def linked(example: Path, name: str, leads: str) -> None:
    """A link in place of a file or folder, which is moved to where the link leads."""
    place = example / name
    moved = Path(os.path.normpath(place.parent / leads))
    if place.exists() and not place.is_symlink():
        moved.parent.mkdir(parents=True, exist_ok=True)
        place.rename(moved)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(leads)


@pytest.mark.parametrize("links", LINKS.values(), ids=LINKS)
def test_links_of_a_commit_are_followed_and_refused_as_on_disk(
    links: tuple[tuple[str, str], ...], example: Path, cchc: Cchc
) -> None:
    for name, leads in links:
        linked(example, name, leads)
    committed(example.parent)
    listing = asked.listing(example, "HEAD")
    targets = {path: str((example.parent / path).readlink()) for path in listing.links}
    found, on_disk = read(listing, targets, "ws/"), tree(example)
    assert tuple(found.files) == on_disk.paths
    assert [each.span for each in found.faults] == [each.span for each in on_disk.faults]
    diff = cchc("-C", str(example), "diff", *DAY)
    assert diff.code == 0
    assert "Không có thay đổi nào" in diff.out
    named = [each.span.file for each in on_disk.faults]
    assert all(name in diff.out for name in named)
    based = cchc("-C", str(example), "validate", "--base", "HEAD", "--select", "CC014", "--format", "json")
    assert [each["file"] for each in loads(based.out)["problems"] if each["code"] == "CC014"] == named


def test_a_submodule_is_named_and_so_is_a_link_into_one(example: Path, cchc: Cchc) -> None:
    shutil.copytree(example / "plan/2026", example / "plan/dv/2027")
    committed(example / "plan/dv")
    (example / "plan/2028").symlink_to("dv/2027")
    committed(example.parent)
    ran = cchc("-C", str(example), "validate", "--base", "HEAD", "--format", "json")
    told = [each["file"] for each in loads(ran.out)["problems"] if each["code"] == "CC014"]
    assert (ran.code, told) == (1, ["plan/2028", "plan/dv"])
    diff = cchc("-C", str(example), "diff", *DAY)
    assert "Chưa so được: plan/2028, plan/dv." in diff.out
    of_one = cchc("-C", str(example), "diff", *DAY, "--plan", "2026")
    assert "Chưa so được" not in of_one.out
    of_other = cchc("-C", str(example), "diff", *DAY, "--plan", "dv/2027")
    assert "Chưa so được: plan/dv." in of_other.out


def test_a_file_too_large_to_read_is_named(example: Path, cchc: Cchc) -> None:
    entries = example / "plan/2026/progress/so-tu-phap.yaml"
    text = entries.read_text("utf-8")
    entries.write_text(text + "#" * 20_000_001 + "\n", "utf-8")
    committed(example.parent)
    entries.write_text(text, "utf-8")
    ran = cchc("-C", str(example), "validate", "--base", "HEAD", "--format", "json")
    assert (ran.code, [each["code"] for each in loads(ran.out)["problems"]]) == (1, ["CC014"])
    assert "20 MB" in loads(ran.out)["problems"][0]["message"]
    entries.write_text(text.removesuffix("\n").rpartition("\n")[0] + "\n", "utf-8")
    undo = cchc("-C", str(example), "update", "--undo", "--agency", "STP")
    assert (undo.code, undo.out) == (2, "")


def test_a_line_that_git_keeps_behind_a_link_is_not_taken_back(example: Path, cchc: Cchc) -> None:
    folder = example / "plan/2026/progress"
    (folder / "so-tu-phap.yaml").rename(example / "khac.yaml")
    (folder / "so-tu-phap.yaml").symlink_to("../../../khac.yaml")
    committed(example.parent)
    undo = ("-C", str(example), "update", "--undo", "--agency", "STP")
    assert cchc(*undo).code == 2
    (folder / "so-tu-phap.yaml").unlink()
    shutil.copy(example / "khac.yaml", folder / "so-tu-phap.yaml")
    assert cchc(*undo).code == 2
    assert "liên kết" in cchc(*undo).err
    assert git(example, "status", "--porcelain").split() == ["T", "ws/plan/2026/progress/so-tu-phap.yaml"]
