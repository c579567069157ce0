"""Lock a file for one process at a time; the system frees the lock when the process dies."""

import os
import stat
import sys
from errno import EACCES, EAGAIN, ELOOP
from pathlib import Path

from cchc_cli.disk import held
from cchc_cli.text.problems import Stop

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HELD = (EACCES, EAGAIN, 0)
"""What the system says of a lock that another process has; a C library for Windows may give no number."""
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def opened(path: Path) -> int:
    """Open the lock file, or create it. Raise a `Stop` if a link, a folder or a FIFO has its name."""
    try:
        descriptor = held.patient(lambda: _open(path), held.SHORT)
    except OSError as error:
        if error.errno == ELOOP or path.is_dir():
            raise _strange(path) from error
        raise
    if path.is_symlink() or not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _strange(path)
    return descriptor


def taken(descriptor: int) -> bool:
    """Try to take the lock without waiting; return whether this process holds it now."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True


def is_same(descriptor: int, path: Path) -> bool:
    """Whether the path still refers to the open file."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except FileNotFoundError:
        return False


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, os.O_RDONLY | _FLAGS)  # another user created it; read access is enough to lock it


def _strange(path: Path) -> Stop:
    return Stop(
        f"{path.as_posix()} không phải là tệp khóa của cchc nên không dùng",
        "xóa nó rồi chạy lại; chưa có gì bị thay đổi",
    )
