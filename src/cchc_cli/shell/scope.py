"""What `validate` looks at: the files below the paths given, and those that nothing reads."""

from collections.abc import Callable
from pathlib import Path

from cchc_cli import files
from cchc_cli.problems import Problem, Severity, Span, Stop


def stray_files(folder: Path) -> tuple[Problem, ...]:
    """YAML files below plan/ that nothing reads: work lost in silence by a wrong name or place."""
    message = "tệp này không được đọc vì tên hoặc chỗ đặt không đúng"
    hint = "đổi đuôi thành .yaml và đặt vào appendix/, progress/, snapshots/ của kế hoạch, hoặc xóa đi"
    paths = files.unread_files(folder, files.plan_folders(folder))
    return tuple(Problem(Span(path), "CC012", Severity.WARNING, message, hint) for path in paths)


def below(folder: Path, paths: list[Path] | None) -> Callable[[str], bool]:
    """Whether a file (relative to the workspace) is one of the paths or stands below one; all without paths."""
    wanted = [path.resolve() for path in paths or ()]
    for path in wanted:
        if not path.exists():
            raise Stop(f"không có tệp hay thư mục {path}", "xem lại đường dẫn")
        if not path.is_relative_to(folder.resolve()):
            raise Stop(f"{path} không nằm trong thư mục làm việc {folder}", "chỉ thư mục làm việc bằng -C")
    inside = [path.relative_to(folder.resolve()).as_posix() for path in wanted]
    return lambda file: not inside or any(each == "." or file == each or file.startswith(f"{each}/") for each in inside)
