"""Tests of a path; if the system denies access, they raise a `Stop` and do not report the path as missing."""

import stat
from pathlib import Path

from cchc_cli.disk.reasons import reason
from cchc_cli.text.problems import Stop


def here() -> Path:
    """The current folder."""
    try:
        return Path.cwd()
    except OSError as error:
        hint = "chuyển sang thư mục khác rồi chạy lại, hoặc chỉ thư mục làm việc bằng -C và đường dẫn đầy đủ"
        raise Stop("thư mục đang đứng không còn hoặc không mở được", hint) from error


def is_there(path: Path) -> bool:
    """Whether the path exists; a broken link counts as existing."""
    return _mode(path, follow=False) is not None


def is_file(path: Path) -> bool:
    """Whether the path is a plain file."""
    mode = _mode(path)
    return mode is not None and stat.S_ISREG(mode)


def _mode(path: Path, follow: bool = True) -> int | None:
    try:
        return path.stat(follow_symlinks=follow).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "tên không dùng được"
        raise Stop(
            f"không xem được {path.as_posix()}: {why}", "xem lại đường dẫn và quyền mở các thư mục trong đó"
        ) from error
