"""Change a file in place: one writer at a time; readers see the old or the new content, never a part.

The lock is on a hidden file beside the target (`.so-tu-phap.yaml.lock`): it works for every user and machine that
sees the folder, on Windows too, and the system frees it when its process dies. The process that holds the lock removes
the file at the end; if a killed process leaves the file, the next process uses it and then removes it.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from cchc_cli.disk import atomic, held, lock, plain
from cchc_cli.disk.reasons import reason
from cchc_cli.text.problems import Stop

_TELL_AFTER = 20  # tries: one second
_GIVE_UP_AFTER = 2400  # tries: two minutes; forty writers at once need less than one


@contextmanager
def locked(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock of `path`. A missing folder is created, and is removed again if it stays empty.

    `waiting` is called once, after a second of waiting. A read-only file or folder is refused at once.
    """
    beside = _lock_of(path)
    with _told(path):
        made = not path.parent.is_dir()
        path.parent.mkdir(exist_ok=True)
        _refuse_read_only(path)
    try:
        descriptor = _held(path, beside, waiting)
        try:
            yield
        finally:
            _release(descriptor, beside)
    finally:
        if made:
            with suppress(OSError):
                path.parent.rmdir()


def clear(folder: Path) -> None:
    """Remove what killed processes left in a folder and below: locks, and content that was not put in its place.

    A lock that is held stays, and so does what its holder writes.
    """
    with suppress(OSError):
        for beside in tuple(folder.rglob(".*.lock")):
            _clear(beside)


def _clear(beside: Path) -> None:
    if not beside.is_file() or beside.stat().st_size:
        return  # not one of ours: they are empty
    with suppress(OSError, Stop):
        descriptor = lock.opened(beside)
        if lock.taken(descriptor) and lock.is_same(descriptor, beside):
            beside.with_suffix(".part").unlink(missing_ok=True)
            _release(descriptor, beside)
        else:
            os.close(descriptor)


def content(path: Path) -> bytes | None:
    """The file's bytes, or None where there is none."""
    found = plain.content(path, plain.PLAN_BYTES)
    if isinstance(found, plain.Unread):
        raise Stop(f"không đọc được {path.as_posix()}: {found.why}", f"{found.hint}; chưa có gì bị thay đổi")
    return found


def replace(path: Path, before: bytes | None, after: bytes) -> None:
    """Replace the content `before` (None: no file) with `after`. The caller must hold the lock.

    A `Stop` is raised, and nothing is changed, if the file no longer holds `before`, another program holds it open, or
    the disk is full.
    """
    with _told(path):
        atomic.replace(path, after, atomic.RECORD, lambda: _refuse_changed(path, before))


def replace_all(contents: Mapping[Path, tuple[bytes | None, bytes | None]]) -> None:
    """Replace the content `before` of each file with `after` (None: no file), in all files or none.

    The caller must hold the locks.
    """
    with _told(next(iter(contents))):
        after = {path: after for path, (_, after) in contents.items()}
        atomic.replace_all(after, atomic.RECORD, lambda path: _refuse_changed(path, contents[path][0]))


def remove(path: Path, before: bytes) -> None:
    """Remove a file that has nothing left in it. The caller must hold the lock."""
    with _told(path):
        _refuse_changed(path, before)
        held.patient(path.unlink)
        atomic.settle(path, atomic.RECORD)


def within(folder: Path, path: str, again: str) -> Path:
    """Resolve symlinks to the workspace's real file. `again` tells what to do after a mistake is mended ("ghi lại")."""
    place = Path(os.path.realpath(folder / path))
    if not place.is_relative_to(os.path.realpath(folder)):
        raise Stop(f"{path} là liên kết trỏ ra ngoài thư mục làm việc", f"thay liên kết bằng tệp thật rồi {again}")
    return place


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = "xem lại quyền của tệp và thư mục, chỗ trống của đĩa; chưa có gì bị thay đổi"
        raise Stop(f"không ghi được {path.as_posix()}: {reason(error)}", hint) from error


def _held(path: Path, beside: Path, waiting: Callable[[], None]) -> int:
    """Return a descriptor that holds the lock. If the lock file was deleted meanwhile, the lock is stale: retry."""
    for tried in range(_GIVE_UP_AFTER):
        with _told(path):
            descriptor = lock.opened(beside)
            try:
                if lock.taken(descriptor) and lock.is_same(descriptor, beside):
                    return descriptor
            except OSError:
                os.close(descriptor)
                raise
            os.close(descriptor)
        if tried == _TELL_AFTER:
            waiting()
        sleep(held.PAUSE)
    raise Stop(f"{path.as_posix()} đang bị chương trình khác giữ", "chờ chương trình kia ghi xong rồi chạy lại")


def _release(descriptor: int, beside: Path) -> None:
    """Close and remove the lock file. Windows cannot remove a file that is open; a waiting process then removes it."""
    if sys.platform == "win32":
        os.close(descriptor)
        with suppress(OSError):
            beside.unlink()
    else:
        with suppress(OSError):
            beside.unlink()
        os.close(descriptor)


def _refuse_read_only(path: Path) -> None:
    """Raise a `Stop` for a read-only file: a rename would succeed even so, as would any write by root."""
    for each in (path, path.parent):
        marked = os.name != "nt" or each == path  # on Windows a read-only folder can still be written to
        if each.exists() and ((marked and not each.stat().st_mode & 0o222) or not os.access(each, os.W_OK)):
            raise Stop(
                f"{each.as_posix()} chỉ cho đọc, không ghi được",
                "bỏ thuộc tính chỉ đọc của tệp hoặc thư mục rồi chạy lại",
            )


def _refuse_changed(path: Path, before: bytes | None) -> None:
    if content(path) != before:
        raise Stop(
            f"{path.as_posix()} vừa bị chương trình khác sửa", "lưu và đóng tệp ở chương trình kia, rồi chạy lại"
        )
