"""Changing a file in place: one at a time, whole or not at all, with nothing left behind."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.disk import held, in_place
from cchc_cli.text.problems import Stop

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and signals")
OLD, NEW = b"- {task: I.1}\n", b"- {task: I.1}\n- {task: I.2}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "so-tu-phap.yaml"
    file.write_bytes(OLD)
    return file


def never() -> None:
    pytest.fail("nothing to wait for")


def write(path: Path, before: bytes | None = OLD) -> None:
    with in_place.locked(path, never):
        in_place.replace(path, before, NEW)


def refused(path: Path, before: bytes | None = OLD) -> str:
    """What an officer is told; the folder is as it was."""
    standing = folder(path)
    with pytest.raises(Stop) as stop:
        write(path, before)
    assert folder(path) == standing
    return stop.value.message


def folder(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


def test_a_file_is_replaced_and_nothing_else_is_left(path: Path) -> None:
    write(path)
    assert folder(path) == {"so-tu-phap.yaml": NEW}


def test_a_new_file_comes_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "progress" / "so-tu-phap.yaml"
    write(path, None)
    assert folder(path) == {"so-tu-phap.yaml": NEW}


def test_a_folder_made_for_nothing_goes_again(tmp_path: Path) -> None:
    path = tmp_path / "progress" / "so-tu-phap.yaml"
    with pytest.raises(Stop), in_place.locked(path, never):
        raise Stop("không ghi nữa")
    assert not path.parent.exists()


@posix
def test_mode_and_owner_stay(path: Path) -> None:
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    owner = (path.stat().st_uid, path.stat().st_gid)
    write(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (path.stat().st_uid, path.stat().st_gid) == owner


@posix
def test_a_change_is_on_the_disk_before_the_file_is_renamed_and_the_name_after(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert steps(monkeypatch, lambda: write(path)) == ["sync file", "rename", "sync folder"]


@posix
def test_a_removal_is_on_the_disk_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def removed() -> None:
        with in_place.locked(path, never):
            in_place.remove(path, OLD)

    assert steps(monkeypatch, removed) == ["sync folder"]


def steps(monkeypatch: pytest.MonkeyPatch, change: Callable[[], None]) -> list[str]:
    """What the system is asked for while a file changes, in this order; it is really done."""
    sync, rename, found = os.fsync, os.replace, list[str]()

    def synced(descriptor: int) -> None:
        found.append("sync folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "sync file")
        sync(descriptor)

    def renamed(source: Path, target: Path) -> None:
        found.append("rename")
        rename(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    change()
    return found


def test_a_file_that_changed_meanwhile_is_not_overwritten(path: Path) -> None:
    assert "vừa bị chương trình khác sửa" in refused(path, b"- {task: I.9}\n")
    assert "vừa bị chương trình khác sửa" in refused(path, None)


def test_files_are_replaced_and_removed_together_or_not_at_all(tmp_path: Path) -> None:
    one, other, new = (tmp_path / name for name in ("a.yaml", "b.yaml", "c.yaml"))
    one.write_bytes(b"a")
    other.write_bytes(b"b")
    with pytest.raises(Stop, match="vừa bị chương trình khác sửa"):
        in_place.replace_all({one: (b"a", b"A"), new: (None, b"C"), other: (b"not this", None)})
    with pytest.raises(Stop, match="vừa bị chương trình khác sửa"):
        in_place.replace_all({other: (b"b", None), new: (None, b"C"), one: (b"not this", b"A")})
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.yaml": b"a", "b.yaml": b"b"}
    in_place.replace_all({one: (b"a", b"A"), new: (None, b"C"), other: (b"b", None)})
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.yaml": b"A", "c.yaml": b"C"}


def test_a_read_only_file_is_refused(path: Path) -> None:
    path.chmod(0o444)
    assert "chỉ cho đọc" in refused(path)
    path.chmod(0o644)


@posix
def test_a_read_only_folder_is_refused(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        assert "chỉ cho đọc" in refused(path)
    finally:
        path.parent.chmod(0o755)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "so-tu-phap.yaml"
    path.mkdir()
    with pytest.raises(Stop, match="không đọc được"):
        in_place.content(path)


def test_files_of_a_killed_process_stop_no_other(path: Path) -> None:
    path.with_name(f".{path.name}.lock").touch()
    path.with_name(f".{path.name}.part").write_bytes(b"- {tas")
    write(path)
    assert folder(path) == {"so-tu-phap.yaml": NEW}


def test_a_held_file_is_waited_for_and_then_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "PAUSE", 0)
    told: list[str] = []
    with (
        in_place.locked(path, never),
        pytest.raises(Stop, match="đang bị chương trình khác giữ"),
        in_place.locked(path, lambda: told.append("chờ")),
    ):
        pytest.fail("the lock is held")
    assert told == ["chờ"]
    assert folder(path) == {"so-tu-phap.yaml": OLD}


@posix
def test_a_lock_file_that_its_last_holder_removed_is_not_held(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The holder removes the file after the next writer has opened it and before that one has locked it."""
    import fcntl

    beside, lock, tried = path.with_name(f".{path.name}.lock"), fcntl.flock, list[int]()

    def locked_late(descriptor: int, how: int) -> None:
        if not tried:
            beside.unlink()
        tried.append(descriptor)
        lock(descriptor, how)

    monkeypatch.setattr(held, "PAUSE", 0)
    monkeypatch.setattr(fcntl, "flock", locked_late)
    with in_place.locked(path, never):
        assert beside.exists(), "others see that the file is held"
    assert len(tried) == 2


def test_files_beside_each_other_are_locked_apart(path: Path) -> None:
    with in_place.locked(path, never), in_place.locked(path.with_name("so-tai-chinh.yaml"), never):
        assert {".so-tu-phap.yaml.lock", ".so-tai-chinh.yaml.lock"} <= set(folder(path))


HOLDER = """
import sys
from pathlib import Path
from cchc_cli.disk import in_place
with in_place.locked(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    sys.stdin.read()
"""


@posix
def test_a_lock_dies_with_its_process(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "PAUSE", 0)
    command = (sys.executable, "-c", HOLDER, str(path))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert "đang bị chương trình khác giữ" in waited(path)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    write(path)
    assert folder(path) == {"so-tu-phap.yaml": NEW}


def waited(path: Path) -> str:
    with pytest.raises(Stop) as stop, in_place.locked(path, lambda: None):
        pass
    return stop.value.message


FULL = """
mount -t tmpfs -o size=64k none "$1" || exit 77
cd "$1" && printf -- '- {task: I.1}\\n' > so-tu-phap.yaml
head -c 1000000 /dev/zero > filler 2>/dev/null
"$2" -c "$3"
"""
WRITE_HERE = """
import os
from pathlib import Path
from cchc_cli.disk import in_place
from cchc_cli.text.problems import Stop
path = Path("so-tu-phap.yaml").resolve()
old = path.read_bytes()
try:
    with in_place.locked(path, lambda: None):
        in_place.replace(path, old, old + b"- {task: I.2}\\n")
except Stop as stop:
    print(stop.message)
print(sorted(os.listdir()), path.read_bytes() == old)
"""


@posix
def test_a_full_disk_changes_nothing(tmp_path: Path) -> None:
    ran = alone("sh", "-c", FULL, "sh", str(tmp_path), sys.executable, WRITE_HERE)
    if ran.returncode != 0:
        pytest.skip("no mount allowed here")
    told, standing = ran.stdout.decode().splitlines()
    assert told.endswith("đĩa đầy")
    assert standing == "['filler', 'so-tu-phap.yaml'] True"


def alone(*command: str) -> subprocess.CompletedProcess[bytes]:
    """Run with mounts of its own, which go when it ends."""
    try:
        return subprocess.run(
            ("unshare", "--mount", "--map-root-user", *command),
            env=os.environ | {"PYTHONUTF8": "1"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root can become another user")
def test_what_another_user_owns_is_refused(path: Path) -> None:
    standing = folder(path)
    path.parent.chmod(0o755)
    child = os.fork()
    if child == 0:
        os.chdir(path.parent)  # the folders above are closed to others
        os.setuid(65534)
        try:
            write(Path(path.name))
        except Stop as stop:
            os._exit(7 if "chỉ cho đọc" in stop.message else 8)
        finally:
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert folder(path) == standing


@posix
@pytest.mark.parametrize("planted", ["dangling link", "link", "fifo", "folder"])
def test_what_stands_in_the_place_of_a_lock_is_neither_followed_nor_used(path: Path, planted: str) -> None:
    place, outside = path.with_name(f".{path.name}.lock"), path.parent.parent / f"outside-{path.parent.name}"
    if planted == "link":
        outside.touch()
    if planted == "fifo":
        os.mkfifo(place)
    elif planted == "folder":
        place.mkdir()
    else:
        place.symlink_to(outside)
    with pytest.raises(Stop, match="không phải là tệp khóa"):
        write(path)
    assert path.read_bytes() == OLD
    assert outside.exists() == (planted == "link")


def test_what_killed_processes_left_is_cleared_but_for_what_is_held_or_somebody_elses(path: Path) -> None:
    deeper = path.parent / "appendix"
    deeper.mkdir()
    left = [path.with_name(f".{path.name}.lock"), path.with_name(f".{path.name}.part"), deeper / ".I.yaml.lock"]
    others = [deeper / ".lock", path.with_name(".poetry.lock"), path.with_name(".notes.part")]
    for each in (*left, *others):
        each.touch()
    others[1].write_text("x", "utf-8")
    in_place.clear(path.parent)
    assert not any(each.exists() for each in left)
    assert all(each.exists() for each in others)
    with in_place.locked(path, never):
        in_place.clear(path.parent)
        assert left[0].exists()
