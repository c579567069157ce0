"""Vietnamese messages for errors of the operating system."""

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


def reason(error: OSError) -> str:
    """A Vietnamese message for an error of the operating system."""
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
    reasons: dict[type[OSError], str] = {
        PermissionError: "không có quyền",
        IsADirectoryError: "đó là một thư mục",
        FileExistsError: "ở đó đã có một tệp cùng tên",
        NotADirectoryError: "đường dẫn sai",
        FileNotFoundError: "không có thư mục đó",
        BrokenPipeError: "nơi nhận đã đóng",
    }
    return reasons.get(type(error), f"lỗi của máy số {error.errno}")
