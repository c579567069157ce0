"""Vietnamese messages for errors of the operating system."""

import os
import sys
from errno import (
    EBADF,
    EBUSY,
    EDQUOT,
    EFBIG,
    EINVAL,
    EIO,
    ELOOP,
    EMFILE,
    ENAMETOOLONG,
    ENFILE,
    ENODEV,
    ENOMEM,
    ENOSPC,
    ENOTEMPTY,
    ENXIO,
    EROFS,
    ESTALE,
    ETXTBSY,
)
from pathlib import Path

LONGEST = 259
"""Letters that a path on Windows may have, where no administrator has allowed longer ones."""
_WINDOWS = {
    32: "đang mở ở chương trình khác",
    33: "đang bị chương trình khác khóa",
    53: "không thấy máy hoặc ổ mạng đó",
    64: "mất kết nối với ổ mạng",
    67: "không thấy máy hoặc ổ mạng đó",
    206: "đường dẫn quá dài",
}
"""Numbers of Windows' own, which say more than those that all systems share."""
_DENIED = "không có quyền, hoặc đang mở ở chương trình khác" if sys.platform == "win32" else "không có quyền"


def is_too_long(path: Path) -> bool:
    """Whether Windows may not open a path because of its length."""
    return sys.platform == "win32" and len(os.path.abspath(path)) > LONGEST  # noqa: PTH100  (without `..`)


def unlimited(path: Path) -> str:
    """The form of a path that Windows opens whatever its length; it is not for people."""
    whole = os.path.abspath(path)  # noqa: PTH100
    return f"\\\\?\\UNC{whole[1:]}" if whole.startswith("\\\\") else f"\\\\?\\{whole}"


def reason(error: OSError) -> str:
    """A Vietnamese message for an error of the operating system."""
    number = getattr(error, "winerror", None)  # Windows alone has it
    if number in _WINDOWS:
        return _WINDOWS[number]
    by_number = {
        ENOSPC: "đĩa đầy",
        EDQUOT: "hết dung lượng được cấp",
        EROFS: "đĩa chỉ cho đọc",
        EIO: "đĩa hoặc thiết bị hỏng",
        EBADF: "nơi nhận đã đóng",
        EBUSY: "đang được dùng ở nơi khác",
        EFBIG: "tệp lớn quá mức cho phép",
        EINVAL: "hệ thống tệp không nhận tên hoặc thao tác này",
        ELOOP: "liên kết trỏ vòng",
        EMFILE: "đang mở quá nhiều tệp",
        ENAMETOOLONG: "tên quá dài",
        ENFILE: "đang mở quá nhiều tệp",
        ENODEV: "thiết bị không còn",
        ENOMEM: "hết bộ nhớ",
        ENOTEMPTY: "thư mục không trống",
        ENXIO: "thiết bị không còn",
        ESTALE: "tệp trên ổ mạng không còn, mở lại thư mục rồi chạy lại",
        ETXTBSY: "đang được dùng ở nơi khác",
    }
    if error.errno in by_number:
        return by_number[error.errno]
    if isinstance(error, FileNotFoundError) and error.filename and is_too_long(Path(error.filename)):
        return f"không có thư mục đó, hoặc đường dẫn dài quá {LONGEST} ký tự"
    reasons: dict[type[OSError], str] = {
        PermissionError: _DENIED,
        IsADirectoryError: "đó là một thư mục",
        FileExistsError: "ở đó đã có một tệp cùng tên",
        NotADirectoryError: "đường dẫn sai",
        FileNotFoundError: "không có thư mục đó",
        BrokenPipeError: "nơi nhận đã đóng",
    }
    return reasons.get(type(error), f"lỗi của máy số {error.errno}")
