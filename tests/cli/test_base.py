"""`validate --base`: the guards for edits, in real repositories."""

import json
from pathlib import Path

import pytest

from builders import task, workspace
from cchc_cli.checking.rules.changes import pairs
from conftest import Cchc, Ran
from repositories import append, committed, git, put, row

APPENDIX = "plan/2026/appendix"
ENTRY = "- {task: I.1, recorded: 2026-01-29, date: 2026-01-28, status: in_progress}\n"
OWN = "CC213,CC214,CC309,CC425,CC426,CC427,CC521"


@pytest.fixture
def plan(copied: Path) -> Path:
    """The real plan with one entry, committed; the branch "nhanh" is at work."""
    append(copied / "plan/2026/progress/so-tu-phap.yaml", ENTRY)
    git(committed(copied), "checkout", "--quiet", "-b", "nhanh")
    return copied


def found(cchc: Cchc, plan: Path, *arguments: str) -> list[tuple[str, str, int]]:
    """Code, file and line of what the comparison with main finds."""
    ran = cchc("-C", str(plan), "validate", "--base", "main", "--select", OWN, "--format", "json", *arguments)
    assert ran.code in (0, 1), ran.err
    return [(each["code"], each["file"], each["line"]) for each in json.loads(ran.out)["problems"]]


def test_nothing_changed(plan: Path, cchc: Cchc) -> None:
    assert found(cchc, plan) == []


def test_each_guard_points_at_the_edit(plan: Path, cchc: Cchc) -> None:
    one, progress = plan / APPENDIX / "I.yaml", plan / "plan/2026/progress"
    put(one, row(one, "I.3"), "")
    put(one, "    schedule: Tháng 01/2026", "    schedule: Quý I/2026")
    put(plan / APPENDIX / "V.yaml", "id: V.1\n", "id: V.100\n")
    put(progress / "so-tu-phap.yaml", "in_progress", "done")
    append(progress / "so-y-te.yaml", ENTRY)
    append(progress / "so-cong-thuong.yaml", ENTRY.replace("I.1", "I.2").replace("in_progress", "paused"))
    assert found(cchc, plan) == [
        ("CC213", f"{APPENDIX}/I.yaml", 2),
        ("CC309", f"{APPENDIX}/I.yaml", 11),
        ("CC213", f"{APPENDIX}/V.yaml", 7),
        ("CC425", "plan/2026/progress/so-tu-phap.yaml", 1),
    ]


def test_the_whole_run_says_what_to_do(plan: Path, cchc: Cchc) -> None:
    put(plan / "plan/2026/progress/so-tu-phap.yaml", "in_progress", "done")
    ran = cchc("-C", str(plan), "validate", "--base", "main")
    assert ran.code == 1
    assert "progress/so-tu-phap.yaml:1:10: lỗi CC425: I.1: dòng Sở Tư pháp ghi ngày 29/01/2026 bị sửa" in ran.out
    assert "→ khôi phục dòng cũ; có gì mới hoặc cần đính chính thì ghi thêm một dòng" in ran.out
    assert cchc("-C", str(plan), "validate", "--base", "main", "--ignore", "CC425").code == 0


def test_what_others_did_meanwhile_is_not_held_against_the_branch(plan: Path, cchc: Cchc) -> None:
    git(plan, "checkout", "--quiet", "main")
    append(plan / "plan/2026/progress/so-tu-phap.yaml", ENTRY.replace("I.1", "I.2"))
    put(plan / APPENDIX / "I.yaml", "    schedule: Tháng 01/2026", "    schedule: Quý I/2026")
    committed(plan, "việc của người khác")
    git(plan, "checkout", "--quiet", "nhanh")
    assert found(cchc, plan) == []


def test_committed_work_is_compared_as_well(plan: Path, cchc: Cchc) -> None:
    (plan / "plan/2026/progress/so-tu-phap.yaml").unlink()
    committed(plan, "xóa")
    assert found(cchc, plan) == [("CC425", "plan/2026/plan.yaml", 4)]


def test_only_the_plan_named_is_compared(plan: Path, cchc: Cchc) -> None:
    (plan / "plan/nho").mkdir()
    (plan / "plan/2026").rename(plan / "plan/nho/2026")
    put(plan / "plan/nho/2026/plan.yaml", "number: 2821/QĐ-UBND", "number: 1/QĐ-STP")
    assert [code for code, _, _ in found(cchc, plan)] == ["CC213"]
    assert found(cchc, plan, "--plan", "nho/2026") == []


def test_rows_are_found_again_once_for_all_rules() -> None:
    before, now = workspace(task()), workspace(task(identity="I.2", title="Nhiệm vụ I.1"))
    assert pairs(before, now) is pairs(before, now)
    assert pairs(now, before) is not pairs(before, now)


@pytest.mark.parametrize("revision", ["khong-co", "", "--all"])
def test_a_revision_that_is_not_there(plan: Path, cchc: Cchc, revision: str) -> None:
    refused: Ran = cchc("-C", str(plan), "validate", f"--base={revision}")
    assert (refused.code, refused.out) == (2, "")
    assert f'không có phiên bản "{revision}"' in refused.err


def test_a_shallow_clone_names_the_remedy(plan: Path, tmp_path: Path, cchc: Cchc) -> None:
    committed(plan, "hai")
    shallow = tmp_path / "nong"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", f"file://{plan.as_posix()}", str(shallow))
    refused = cchc("-C", str(shallow), "validate", "--base", "origin/main")
    assert (refused.code, refused.out) == (2, "")
    assert "GIT_DEPTH: 0" in refused.err


def test_a_file_that_the_revision_has_broken_is_named_and_fails(plan: Path, cchc: Cchc) -> None:
    file = plan / "plan/2026/progress/so-tu-phap.yaml"
    sound = file.read_text("utf-8")
    git(plan, "checkout", "--quiet", "main")
    append(file, "<<<<<<< HEAD\n")
    committed(plan)
    git(plan, "checkout", "--quiet", "-B", "nhanh")
    file.write_text(sound.replace("in_progress", "done"), "utf-8")
    committed(plan)
    for narrower in ((), ("--select", "CC425")):
        ran = cchc("-C", str(plan), "validate", "--base", "main", *narrower)
        assert ran.code == 1
        assert "so-tu-phap.yaml:1:1: lỗi CC014: chưa so được với main: ở bản đó tệp này có lỗi" in ran.out
    assert cchc("-C", str(plan), "validate", "--base", "main", "--ignore", "CC014").code == 0


@pytest.mark.beyond_wine("Wine 8 makes no symbolic links, and says that it did")
def test_a_file_that_cannot_be_read_now_is_not_told_as_deleted(plan: Path, cchc: Cchc) -> None:
    (plan / APPENDIX / "V.yaml").unlink()
    (plan / APPENDIX / "V.yaml").symlink_to("nowhere")
    ran = cchc("-C", str(plan), "validate", "--base", "main")
    assert ran.code == 1
    assert "CC013" in ran.out and "CC213" not in ran.out
    told = cchc("-C", str(plan), "diff").out
    assert f"{APPENDIX}/V.yaml" in told and "V.1" not in told
