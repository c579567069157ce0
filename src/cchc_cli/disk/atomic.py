"""Atomic writes: content is written to a temporary file beside the target, which is then renamed over it."""

import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from errno import EEXIST, ENOSYS, ENOTSUP, EPERM
from pathlib import Path

from msgspec import Struct, structs

from cchc_cli.disk import held
from cchc_cli.disk.processes import is_running
from cchc_cli.text.problems import Stop

_CHANGED: ContextVar[list[Path] | None] = ContextVar("_CHANGED", default=None)


class Manner(Struct, frozen=True):
    """How a file is written; this depends on what it holds."""

    sync: bool
    """Whether the content is flushed to the disk before the rename, so that it survives a power cut."""
    locked: bool = False
    """Whether the file is written under its lock, so that the next writer can remove what a killed one left."""
    private: bool = False
    """Whether only the owner may read the file."""
    noted: bool = True
    """Whether the change is reported when the run fails later on."""


RECORD = Manner(sync=True, locked=True)
"""Plans and their records: no other copy exists of what a person typed."""
DOCUMENT = Manner(sync=False)
"""Reports, schemas, copies of templates: they can be made again."""
CACHE = Manner(sync=False, private=True, noted=False)
"""Parse results that are kept for the next run."""


def noting() -> list[Path]:
    """Return a list to which each user file that is changed from now on is appended."""
    changed: list[Path] = []
    _CHANGED.set(changed)
    return changed


def note(path: Path) -> None:
    """Note that a file has been changed."""
    changed = _CHANGED.get()
    if changed is not None and path not in changed:
        changed.append(path)


def replace(path: Path, data: bytes, kind: Manner, last_look: Callable[[], None] | None = None) -> None:
    """Replace or create a file. An existing file keeps its mode and, where the system permits it, its owner.

    `last_look` is called just before the rename and may raise. After any exception the file is unchanged.
    """
    with _beside(path, data, kind) as ready:
        if last_look is not None:
            last_look()
        _rename(ready, path, kind)
    settle(path, kind)


@contextmanager
def ready(path: Path, data: bytes, kind: Manner) -> Iterator[Callable[[], None]]:
    """Write the new content to a temporary file beside the target; yield a function that renames it to the target."""
    with _beside(path, data, kind) as part:

        def put() -> None:
            _rename(part, path, kind)
            settle(path, kind)

        yield put


def replace_all(
    contents: Mapping[Path, bytes | None], kind: Manner, last_look: Callable[[Path], None] | None = None
) -> None:
    """Replace several files as `replace` does, or remove them (None), in the order given; no file is renamed before all
    new content is on the disk.

    If one fails, those before it are restored; a `Stop` names those that cannot be restored.
    """
    former = {path: path.read_bytes() if path.exists() else None for path in contents}
    done: list[Path] = []
    with ExitStack() as stack:
        written = {path: data for path, data in contents.items() if data is not None}
        ready = {path: stack.enter_context(_beside(path, data, kind)) for path, data in written.items()}
        try:
            for path in contents:
                if last_look is not None:
                    last_look(path)
                _rename(ready[path], path, kind) if path in ready else held.patient(path.unlink)
                done.append(path)
        except BaseException as error:
            changed = [path.as_posix() for path in done if not _put_back(path, former[path], kind)]
            if changed:
                hint = "xem lại quyền và chỗ trống của đĩa; các tệp đã ghi không trả lại như trước được"
                raise Stop(f"ghi dở dang, đã ghi {', '.join(changed)}", hint) from error
            raise
    for path in contents:
        settle(path, kind)


def create(path: Path, data: bytes, kind: Manner) -> None:
    """Create a new file; raise `FileExistsError` if the path exists. After any exception no file is left."""
    with _beside(path, data, structs.replace(kind, locked=False)) as ready:
        _put_new(ready, path)
    settle(path, kind)


def clear(path: Path) -> None:
    """Remove the temporary files that killed processes left beside a file that is written without a lock."""
    for each in path.parent.iterdir():
        number = each.name.removeprefix(f".{path.name}.").removesuffix(".part")
        if each.name == f".{path.name}.{number}.part" and number.isdigit() and not is_running(int(number)):
            with suppress(OSError):
                each.unlink()


def settle(path: Path, kind: Manner) -> None:
    """Note that a file was written or removed; flush its folder to the disk too if `kind` demands it."""
    if kind.noted:
        note(path)
    if kind.sync and sys.platform != "win32":
        with suppress(OSError):  # some file systems cannot do this; the file is complete anyway
            descriptor = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@contextmanager
def _beside(path: Path, data: bytes, kind: Manner) -> Iterator[Path]:
    """Write the new content to a hidden file beside the target; remove that file if it was not renamed."""
    beside = path.with_name(f".{path.name}.part" if kind.locked else f".{path.name}.{os.getpid()}.part")
    beside.unlink(missing_ok=True)  # left by a process that was killed
    if not kind.locked:
        clear(path)
    try:
        _write(beside, data, kind, _standing(path))
        yield beside
    finally:
        with suppress(OSError):  # the next writer removes it
            beside.unlink(missing_ok=True)


def _put_back(path: Path, former: bytes | None, kind: Manner) -> bool:
    """Restore the former content, or remove the file if there was none; return whether that succeeded."""
    try:
        path.unlink(missing_ok=True) if former is None else replace(path, former, kind)
    except (OSError, Stop):
        return False
    return True


def _put_new(beside: Path, path: Path) -> None:
    """Rename, but fail if the target exists; POSIX offers this only as a hard link."""
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
        if os.path.lexists(path):  # the file system has no hard links
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
    """Rename; raise a `Stop` where the system refuses, as Windows does while another program holds the file."""
    try:
        held.patient(lambda: beside.replace(path), held.LONG if kind.noted else 1)
    except PermissionError as error:
        hint = "đóng tệp ở chương trình kia rồi chạy lại"
        raise Stop(f"{path.as_posix()} đang bị chương trình khác giữ, hoặc không có quyền ghi", hint) from error
