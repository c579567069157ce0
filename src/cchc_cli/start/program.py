"""The command `cchc`: runs a command and maps how it ends to an exit code."""

import atexit
import os
import sys
from contextlib import suppress
from contextvars import copy_context
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from cchc_cli.disk import atomic
from cchc_cli.shell import environment, screen
from cchc_cli.shell.options import scope
from cchc_cli.shell.options.flags import Root
from cchc_cli.start import interrupt
from cchc_cli.start.commands import Commands
from cchc_cli.text.problems import Stop

_PURPOSE = "Theo dõi kế hoạch cải cách hành chính: việc gì, ai làm, bao giờ xong."
_USUAL = """\
cchc due --agency "Sở Tư pháp"       quá hạn, sắp đến hạn của một cơ quan
cchc list --search "công khai"       tìm nhiệm vụ (không cần gõ dấu)
cchc show I.9                        xem đủ một nhiệm vụ
cchc update                          báo cáo tiến độ, được hỏi từng bước
cchc stats --by section              số liệu theo lĩnh vực
cchc validate                        kiểm tra các tệp kế hoạch
cchc report quarterly --period 2026-Q1 -o bao-cao.md
                                     báo cáo quý
"""

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    help=_PURPOSE,
    epilog=_USUAL,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    root: Root = None,
    version: Annotated[bool, typer.Option("--version", "-V", help="Phiên bản và bộ đọc YAML đang dùng.")] = False,
    install_completion: Annotated[
        bool, typer.Option("--install-completion", help="Cài gợi ý khi bấm Tab cho cửa sổ lệnh này.")
    ] = False,
    show_completion: Annotated[bool, typer.Option("--show-completion", help="In đoạn lệnh gợi ý để tự cài.")] = False,
) -> None:
    """Handle the options without a command: the first screen, the version, completion."""
    scope.CHOSEN.set(root)
    if version:
        from cchc_cli.shell.version import version_line

        screen.text(version_line())
    elif install_completion or show_completion:
        from cchc_cli.shell.completion import install, script

        screen.text(install() if install_completion else script())
    elif context.invoked_subcommand is None:
        screen.text(context.get_help() + "\n")


def main() -> None:
    """Run, then exit: 0 done, 1 problems found, 2 refused, 3 bug of the program, 130 interrupted."""
    try:
        interrupt.raise_when_interrupted()
        code = run(sys.argv[1:])
        interrupt.ignore()
    except KeyboardInterrupt:
        code = 130
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process at once: all output is written, and freeing memory would only take time."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):  # the failed output has been reported
                stream.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line; return its exit code."""
    screen.prepare()
    changed = atomic.noting()
    if environment.completing() is not None:
        from typer._completion_classes import completion_init

        completion_init()
    try:
        command = typer.main.get_command(app)
        code = copy_context().run(command, arguments, prog_name="cchc", standalone_mode=False)
        screen.flush()
        return code if isinstance(code, int) else 0
    except Stop as stop:
        return _stopped(stop)
    except KeyboardInterrupt:
        return 130
    except SystemExit as left:
        gone = type(sys.stdout).__name__ == "PacifyFlushWrapper"  # Typer's marker: the reader of --help is gone
        return left.code if isinstance(left.code, int) and not gone else 0
    except Exception as error:
        return _mistake_or_bug(error, changed)


def _mistake_or_bug(error: Exception, changed: list[Path]) -> int:
    if hasattr(error, "format_message"):
        from cchc_cli.start.mistakes import explained

        return _stopped(explained(error))
    if type(error).__name__ == "Abort":
        return 130
    if isinstance(error, OSError) and screen.is_unread():
        return 0  # the reader of --help is gone; on Windows Typer does not know it
    if isinstance(error, OSError) and not changed:
        return _stopped(screen.refused(error))
    if environment.completing() is not None:
        return 2  # a message on each press of Tab would disturb
    if environment.wants_traceback():
        raise error
    from cchc_cli.shell.version import bug_report

    screen.say(bug_report(error, changed))
    return 3


def _stopped(stop: Stop) -> int:
    if stop.problems:
        from cchc_cli.shell.problem_lines import problem_lines

        screen.say(problem_lines(stop.problems))
    screen.say(
        f"Không làm được: {stop.message}." if not stop.message.endswith(".") else f"Không làm được: {stop.message}"
    )
    if stop.hint:
        screen.say(f"→ {stop.hint}")
    return 2
