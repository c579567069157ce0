"""The version line, and the line to report for a bug of the program."""

import platform
import traceback
from pathlib import Path

from cchc_cli import __version__
from cchc_cli.text.parser_events import engine


def version_line() -> str:
    """The versions of the program, its YAML parser and Python."""
    reader = "libyaml (C, nhanh)" if engine() == "libyaml" else "Python (chậm; cài ruamel.yaml.clib để nhanh hơn)"
    return f"cchc {__version__}, đọc YAML bằng {reader}, Python {platform.python_version()}\n"


def bug_report(error: Exception, changed: list[Path]) -> str:
    """A message with the files changed so far and one line that locates the bug, without a traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    first = (str(error).splitlines() or [""])[0]
    before = (
        f"trước đó đã ghi {', '.join(path.as_posix() for path in changed)}" if changed else "chưa có gì bị thay đổi"
    )
    return (
        f"Chương trình gặp lỗi của chính nó; {before}.\n"
        f"→ xin gửi người phát triển dòng này: cchc {__version__}, {type(error).__name__} tại {where}: {first}"
    )
