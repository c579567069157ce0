"""Why the system refused, in words."""

from errno import EBADF, EDQUOT, EIO, ENOSPC, EROFS


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    by_number = {
        ENOSPC: "đĩa đầy",
        EDQUOT: "hết dung lượng được cấp",
        EROFS: "đĩa chỉ cho đọc",
        EIO: "đĩa hoặc thiết bị hỏng",
        EBADF: "nơi nhận đã đóng",
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
