"""Read plain files without blocking and up to a maximum size; FIFOs, devices and larger files are refused."""

import os
import stat
from pathlib import Path

from msgspec import Struct

from cchc_cli.disk import held
from cchc_cli.disk.reasons import LONGEST, is_too_long, reason, unlimited

PLAN_BYTES = 20_000_000
"""The largest file of a plan: some forty times what all agencies of a province write in a year (about 500 kB)."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)


class Unread(Struct, frozen=True):
    """A message that tells why a file cannot be read, and what to do about it."""

    why: str
    hint: str = "cấp quyền đọc, hoặc chép lại từ bản còn tốt, rồi chạy lại"


def content(path: str | Path, most: int) -> bytes | Unread | None:
    """The bytes of a plain file, or the reason why it cannot be read; None if it does not exist."""
    try:
        descriptor = held.patient(lambda: os.open(path, _FLAGS), held.SHORT)
    except FileNotFoundError:
        return Unread(*DANGLING) if Path(path).is_symlink() else too_long(Path(path))
    except OSError as error:
        return Unread(reason(error))
    try:
        return _bytes(descriptor, most)
    except OSError as error:
        return Unread(reason(error))
    finally:
        os.close(descriptor)


def too_large(most: int) -> Unread:
    """The reason why a file of more than `most` bytes is not read."""
    return Unread(f"tệp lớn quá {most // 1_000_000} MB", "xem lại có đúng tệp không; bỏ phần thừa trong tệp")


def too_long(path: Path) -> Unread | None:
    """Why Windows does not find a file that is there: with its folders it has more letters than it opens."""
    if not is_too_long(path) or not os.path.lexists(unlimited(path)):
        return None
    return Unread(f"đường dẫn dài quá {LONGEST} ký tự", "chuyển thư mục làm việc về chỗ có đường dẫn ngắn hơn")


DANGLING = ("liên kết trỏ đến chỗ không có", "thay liên kết bằng tệp, thư mục thật, hoặc xóa nó")


def _bytes(descriptor: int, most: int) -> bytes | Unread:
    about = os.fstat(descriptor)
    if stat.S_ISDIR(about.st_mode):
        return Unread("đó là một thư mục", "đổi tên hoặc chuyển thư mục này đi")
    if not stat.S_ISREG(about.st_mode):
        return Unread("không phải là tệp thường", "thay bằng tệp thật, hoặc xóa nó")
    read = b""
    if about.st_size <= most:
        read = os.read(descriptor, about.st_size + 1)
        while len(read) <= most and (more := os.read(descriptor, most)):
            read += more
    if about.st_size > most or len(read) > most:
        return too_large(most)
    return read
