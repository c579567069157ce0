"""The one way a file is written: whole, beside its place, then moved there; or new, where nothing stands yet."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from errno import EEXIST, ENOSYS, ENOTSUP, EPERM
from pathlib import Path
from time import sleep

from msgspec import Struct, structs

from cchc_cli.text.problems import Stop

PAUSE = 0.05
"""Seconds between two tries."""
_HELD_TRIES = 40  # another program (a virus scanner, an editor) holds the file: two seconds
_CHANGED: ContextVar[list[Path] | None] = ContextVar("_CHANGED", default=None)


class Manner(Struct, frozen=True):
    """How a file is written, by what it holds."""

    sync: bool
    """Written through to the disk before it takes its place, so that it outlives a power cut."""
    locked: bool = False
    """Written under the lock of its place, so that the next writer clears what a killed one left."""
    private: bool = False
    """Readable by its owner alone."""
    noted: bool = True
    """One of the files whose change is told when the run fails later on."""


RECORD = Manner(sync=True, locked=True)
"""Plans and their records: what a person typed is nowhere else."""
DOCUMENT = Manner(sync=False)
"""Reports, schemas, copies of templates: they can be made again."""
CACHE = Manner(sync=False, private=True, noted=False)
"""What was parsed, kept for the next run."""


def noting() -> list[Path]:
    """A list that grows by each file of the user's that is changed from now on."""
    changed: list[Path] = []
    _CHANGED.set(changed)
    return changed


def note(path: Path) -> None:
    """Note that a file has been changed."""
    changed = _CHANGED.get()
    if changed is not None and path not in changed:
        changed.append(path)


def replace(path: Path, data: bytes, kind: Manner, last_look: Callable[[], None] | None = None) -> None:
    """A file's new content, or a new file. The mode of an existing file stays, and its owner where that may be.

    `last_look` may refuse by an exception just before the rename. Any exception leaves the file as it was.
    """
    with _beside(path, data, kind) as ready:
        if last_look is not None:
            last_look()
        _rename(ready, path, kind)
    settle(path, kind)


@contextmanager
def ready(path: Path, data: bytes, kind: Manner) -> Iterator[Callable[[], None]]:
    """The new content, whole on the disk beside its place; what is yielded moves it there."""
    with _beside(path, data, kind) as part:

        def put() -> None:
            _rename(part, path, kind)
            settle(path, kind)

        yield put


def replace_all(contents: Mapping[Path, bytes], kind: Manner, last_look: Callable[[Path], None] | None = None) -> None:
    """Several files, as `replace`: nothing is renamed before all new content is on the disk.

    Should a rename fail after others, these files are put back; where the disk refuses that too, a `Stop` names them.
    """
    former = {path: path.read_bytes() if path.exists() else None for path in contents}
    done: list[Path] = []
    with ExitStack() as stack:
        ready = {path: stack.enter_context(_beside(path, data, kind)) for path, data in contents.items()}
        try:
            for path in contents:
                if last_look is not None:
                    last_look(path)
                _rename(ready[path], path, kind)
                done.append(path)
        except BaseException as error:
            changed = [str(path) for path in done if not _put_back(path, former[path], kind)]
            if changed:
                hint = "xem lại quyền và chỗ trống của đĩa; các tệp đã ghi không trả lại như trước được"
                raise Stop(f"ghi dở dang, đã ghi {', '.join(changed)}", hint) from error
            raise
    for path in contents:
        settle(path, kind)


def create(path: Path, data: bytes, kind: Manner) -> None:
    """A new file; `FileExistsError` where something stands already. Any exception leaves none."""
    with _beside(path, data, structs.replace(kind, locked=False)) as ready:
        _put_new(ready, path)
    settle(path, kind)


def clear(path: Path) -> None:
    """Take away what processes that were killed left beside a file that is written without a lock."""
    if sys.platform == "win32":
        return  # a process cannot be asked about without harm
    for each in path.parent.iterdir():
        number = each.name.removeprefix(f".{path.name}.").removesuffix(".part")
        if each.name == f".{path.name}.{number}.part" and number.isdigit() and not _is_running(int(number)):
            with suppress(OSError):
                each.unlink()


def settle(path: Path, kind: Manner) -> None:
    """Note that a file was written or removed; where it counts, its folder is written through to the disk too."""
    if kind.noted:
        note(path)
    if kind.sync and sys.platform != "win32":
        with suppress(OSError):  # not every file system can; the file is whole either way
            descriptor = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@contextmanager
def _beside(path: Path, data: bytes, kind: Manner) -> Iterator[Path]:
    """The new content in a hidden file beside its place; what is not renamed is taken away again."""
    beside = path.with_name(f".{path.name}.part" if kind.locked else f".{path.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)  # of a process that was killed
    if not kind.locked:
        clear(path)
    try:
        _write(beside, data, kind, _standing(path))
        yield beside
    finally:
        with suppress(OSError):  # the next writer takes it away
            beside.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _put_back(path: Path, former: bytes | None, kind: Manner) -> bool:
    """The former content, or no file again; whether that was possible."""
    try:
        path.unlink(missing_ok=True) if former is None else replace(path, former, kind)
    except (OSError, Stop):
        return False
    return True


def _put_new(beside: Path, path: Path) -> None:
    """A rename that refuses to take the place of another file, which POSIX has only as a link."""
    if sys.platform == "win32":
        beside.rename(path)
        return
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in (EPERM, ENOTSUP, ENOSYS):
            raise
        if os.path.lexists(path):  # a file system without links
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path)) from error
        beside.rename(path)


def _standing(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write(path: Path, data: bytes, kind: Manner, like: os.stat_result | None) -> None:
    mode = 0o600 if like is not None or kind.private else 0o666
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        if like is not None and not kind.private and sys.platform != "win32":
            with suppress(PermissionError):
                os.fchown(descriptor, like.st_uid, like.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
        file.write(data)
        file.flush()
        if kind.sync:
            os.fsync(descriptor)


def _rename(beside: Path, path: Path, kind: Manner) -> None:
    """Windows refuses while another program holds the file: a few more tries, then a `Stop`."""
    for _ in range(_HELD_TRIES if sys.platform == "win32" and kind.noted else 1):
        try:
            beside.replace(path)
        except PermissionError as error:
            held = error
            sleep(PAUSE)
        else:
            return
    hint = "đóng tệp ở chương trình kia rồi chạy lại"
    raise Stop(f"{path} đang bị chương trình khác giữ, hoặc không có quyền ghi", hint) from held
