"""Recording in a workspace: checked before it is written, kept by git, never lost."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from cchc_cli.checking import check
from cchc_cli.model import Deadline, Document, Entry
from cchc_cli.reading.load import load
from cchc_cli.recording.edit import added, line_of
from cchc_cli.shell import writer
from cchc_cli.shell.options import scope
from cchc_cli.shell.options.scope import Opened
from cchc_cli.shell.writer import Addition, Proposal, R, Recorded
from cchc_cli.text.problems import Stop
from conftest import ROOT, Cchc

FILE = "plan/2026/progress/so-tu-phap.yaml"
SHAPE = tuple[Entry, ...]
DAY = date(2026, 6, 20)
posix = pytest.mark.skipif(sys.platform == "win32", reason="symlinks and signals as on POSIX")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", tmp_path / "plan")
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    return tmp_path


def entry(note: str = "đang làm", task: str = "I.8") -> Entry:
    return Entry(task=task, recorded=DAY, note=note)


def opened(workspace: Path) -> Opened:
    return scope.opened(workspace, None)


def proposed(workspace: Path, path: str, record: R, shape: type[tuple[R, ...]]) -> Proposal[R]:
    return writer.proposed(opened(workspace), path, record, shape)


def add(workspace: Path, path: str, record: R, shape: type[tuple[R, ...]]) -> Recorded:
    return writer.add(proposed(workspace, path, record, shape)).would_be


def files(workspace: Path) -> dict[str, bytes]:
    paths = (path for path in workspace.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(workspace).as_posix(): path.read_bytes() for path in paths}


def git(folder: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=Cán bộ", "-c", "user.email=can-bo@example.vn", "-c", "commit.gpgsign=false")
    ran = subprocess.run(("git", "-C", str(folder), *settings, *arguments), capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode()


def committed(workspace: Path) -> Path:
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "Kế hoạch")
    return workspace


def test_a_record_is_one_line_in_its_file(workspace: Path) -> None:
    before = files(workspace)
    told = add(workspace, FILE, entry(), SHAPE)
    line = "- {task: I.8, recorded: 2026-06-20, note: đang làm}"
    assert told == (FILE, line, before[FILE].count(b"\n") + 1)
    assert files(workspace) == before | {FILE: before[FILE] + f"{line}\n".encode()}


def test_a_dry_run_shows_the_line_and_writes_nothing(workspace: Path) -> None:
    before = files(workspace)
    told = proposed(workspace, FILE, entry(), SHAPE).would_be
    assert files(workspace) == before
    assert told == add(workspace, FILE, entry(), SHAPE)


def test_a_record_goes_behind_one_that_came_since_it_was_proposed(workspace: Path) -> None:
    proposal = proposed(workspace, FILE, entry("sau"), SHAPE)
    add(workspace, FILE, entry("trước"), SHAPE)
    told = writer.add(proposal).would_be
    assert told == proposal.would_be._replace(number=proposal.would_be.number + 1)
    assert lines(workspace)[-2:] == [line_of(entry("trước")), line_of(entry("sau"))]


def test_a_record_that_breaks_what_came_since_is_refused(workspace: Path) -> None:
    proposal = proposed(workspace, FILE, entry(), SHAPE)
    with (workspace / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{line_of(entry(task='I.99'))}\n")
    before = files(workspace)
    with pytest.raises(Stop, match="1 lỗi nên chưa ghi"):
        writer.add(proposal)
    assert files(workspace) == before


def test_records_of_several_files_are_written_together(workspace: Path) -> None:
    before, other = files(workspace), "plan/2026/progress/ubnd-xa-suoi-trong.yaml"
    additions = [Addition(FILE, entry("một")), Addition(other, entry("hai")), Addition(FILE, entry("ba", "I.9"))]
    told = [each.would_be for each in writer.add(writer.proposed_all(opened(workspace), additions, SHAPE)).placings]
    assert [each.path for each in told] == [FILE, other, FILE]
    assert told[2].number == told[0].number + 1
    added = {FILE: f"{told[0].line}\n{told[2].line}\n", other: f"{told[1].line}\n"}
    assert files(workspace) == before | {path: before.get(path, b"") + text.encode() for path, text in added.items()}


def test_of_several_records_none_is_written_if_one_is_wrong(workspace: Path) -> None:
    before, other = files(workspace), "plan/2026/progress/so-noi-vu.yaml"
    additions = [Addition(FILE, entry()), Addition(other, entry(task="I.99"))]
    with pytest.raises(Stop, match="1 lỗi nên chưa ghi"):
        writer.proposed_all(opened(workspace), additions, SHAPE)
    assert files(workspace) == before


@pytest.mark.parametrize("path", [FILE, "plan/2026/progress/a.yaml", "plan/2026/events.yaml"])
def test_a_changed_file_reads_as_if_all_were_read_again(workspace: Path, path: str) -> None:
    """The data of the others, kept from the first reading, holds where each stands in its file."""
    before = {name: data for name, data in files(workspace).items() if name.endswith(".yaml")}
    changed = {path: before.get(path, b"") + b"\n- {task: I.99, recorded: 2026-06-20}\n- {event: x, day: 1}\n"}
    found, again = load(before, load(before).data, changed), load(before | changed)
    assert found.problems == again.problems
    assert found.problems
    assert check.check(found) == check.check(again)
    assert [plan.tasks for plan in found.workspace.plans] == [plan.tasks for plan in again.workspace.plans]


def test_the_first_record_of_an_agency_makes_its_file(workspace: Path) -> None:
    shutil.rmtree(workspace / "plan/2026/progress")
    add(workspace, FILE, entry(), SHAPE)
    assert (workspace / FILE).read_bytes() == f"{line_of(entry())}\n".encode()


@pytest.mark.parametrize("folder", ["kept", "missing"])
def test_a_record_that_breaks_the_plan_is_refused(workspace: Path, folder: str) -> None:
    if folder == "missing":
        shutil.rmtree(workspace / "plan/2026/progress")
    before = files(workspace)
    with pytest.raises(Stop) as stop:
        add(workspace, FILE, entry(task="I.99"), SHAPE)
    assert [problem.span.file for problem in stop.value.problems] == [FILE]
    assert files(workspace) == before
    assert (workspace / FILE).parent.exists() == (folder == "kept")


@posix
def test_a_link_inside_the_workspace_is_written_through(workspace: Path) -> None:
    real = workspace / "so-tu-phap.txt"
    (workspace / FILE).rename(real)
    (workspace / FILE).symlink_to(real)
    add(workspace, FILE, entry(), SHAPE)
    assert (workspace / FILE).is_symlink()
    assert real.read_text("utf-8").endswith(f"{line_of(entry())}\n")


def test_the_last_record_can_be_taken_back_until_it_is_committed(workspace: Path) -> None:
    before = files(committed(workspace))
    told = add(workspace, FILE, entry(), SHAPE)
    assert writer.take_back(opened(workspace), FILE, SHAPE) == (told.path, (told.line,), told.number)
    assert files(workspace) == before
    add(workspace, FILE, entry(), SHAPE)
    git(workspace, "commit", "-q", "-a", "-m", "Cập nhật")
    standing = files(workspace)
    with pytest.raises(Stop, match="đã lưu vào git"):
        writer.take_back(opened(workspace), FILE, SHAPE)
    assert files(workspace) == standing


def test_without_git_any_last_record_can_be_taken_back(workspace: Path) -> None:
    before = files(workspace)
    add(workspace, FILE, entry(), SHAPE)
    writer.take_back(opened(workspace), FILE, SHAPE)
    assert files(workspace) == before


def test_a_new_file_goes_with_its_only_record(workspace: Path) -> None:
    git(workspace, "init", "-q")
    (workspace / FILE).unlink()
    before = files(workspace)
    add(workspace, FILE, entry(), SHAPE)
    writer.take_back(opened(workspace), FILE, SHAPE)
    assert files(workspace) == before
    with pytest.raises(Stop, match="không có gì để rút lại"):
        writer.take_back(opened(workspace), FILE, SHAPE)


STYLES = {
    "lines": "# đầu\n- {task: I.8, recorded: 2026-01-05}\n",
    "comment-behind": "- {task: I.8, recorded: 2026-01-05} # bên cạnh\n\n# sau cùng\n",
    "crlf": "- {task: I.8, recorded: 2026-01-05}\r\n# sau cùng\r\n",
    "indented": "  - {task: I.8, recorded: 2026-01-05}\n",
    "open-end": "# đầu\n- {task: I.8, recorded: 2026-01-05}",
    "open-end-crlf": "# đầu\r\n- {task: I.8, recorded: 2026-01-05}",
}


@pytest.mark.parametrize("style", STYLES)
def test_git_shows_only_the_added_line(tmp_path: Path, style: str) -> None:
    """Where the last line had no newline, git calls the newline that it gets a change: blanks at line ends aside."""
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_bytes(STYLES[style].encode())
    edited = added(before.read_bytes(), entry("Đã họp " * 300), SHAPE)
    after.write_bytes(edited.data)
    told = ("--ignore-space-at-eol",) if style.startswith("open-end") else ()
    command = ("git", "diff", "--no-index", "--no-color", "-U0", *told, str(before), str(after))
    shown = subprocess.run(command, capture_output=True, check=False).stdout.decode().splitlines()
    changed = [line for line in shown if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert [line[1:].strip() for line in changed] == [edited.line]
    assert changed[0][0] == "+"


@pytest.mark.parametrize("style", ["as-it-is", "new-file", "open-end"])
def test_two_branches_that_add_merge_and_stay_sound(workspace: Path, style: str) -> None:
    if style == "new-file":
        (workspace / FILE).unlink()
    elif style == "open-end":
        (workspace / FILE).write_bytes((workspace / FILE).read_bytes().rstrip(b"\n"))
    committed(workspace)
    standing = lines(workspace)
    git(workspace, "checkout", "-q", "-b", "nhanh")
    for note in ("một", "hai"):
        add(workspace, FILE, entry(note), SHAPE)
    decide(workspace, "nhanh")
    git(workspace, "checkout", "-q", "main")
    add(workspace, FILE, entry("ba"), SHAPE)
    decide(workspace, "main")
    git(workspace, "merge", "-q", "-m", "Gộp", "nhanh")
    assert lines(workspace)[: len(standing)] == standing
    assert sorted(lines(workspace)[len(standing) :]) == sorted(line_of(entry(note)) for note in ("một", "hai", "ba"))
    loaded = load({path: data for path, data in files(workspace).items() if path.startswith("plan/")})
    assert not loaded.problems
    assert [each.reason for each in loaded.workspace.plans[0].records.deadlines][-2:] == ["main", "nhanh"]


def lines(workspace: Path) -> list[str]:
    path = workspace / FILE
    return path.read_text("utf-8").splitlines() if path.exists() else []


def decide(workspace: Path, reason: str) -> None:
    """A request on a deadline, and a commit."""
    request = Deadline(
        task="I.6", action="request", recorded=DAY, document=Document(number="1/STP", date=DAY), to=DAY, reason=reason
    )
    add(workspace, "plan/2026/deadlines.yaml", request, tuple[Deadline, ...])
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "Cập nhật")


@posix
@pytest.mark.parametrize("obstacle", ["read-only-file", "read-only-folder", "link-out"])
def test_a_refused_update_ends_with_two_and_prints_nothing(workspace: Path, cchc: Cchc, obstacle: str) -> None:
    path = workspace / FILE
    if obstacle == "link-out":
        path.unlink()
        path.symlink_to(ROOT / "examples" / "tinh-mau" / FILE)
    else:
        (path if obstacle == "read-only-file" else path.parent).chmod(0o555)
    before = files(workspace)
    update = ("update", "I.8", "--status", "in_progress", "--agency", "so-tu-phap", "--as-of", "2026-06-20")
    ran = cchc("-C", str(workspace), *update)
    path.parent.chmod(0o755)
    assert (ran.code, ran.out) == (2, "")
    assert "Không làm được: " in ran.err
    assert files(workspace) == before


@pytest.mark.slow
@posix
def test_many_writers_at_once_and_killed_ones_lose_nothing() -> None:
    command = (sys.executable, str(ROOT / "bench" / "writing.py"), "8", "20")
    ran = subprocess.run(command, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr.decode()
