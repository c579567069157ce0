"""What the command-line parser complains of → what an officer is told, and what to type instead."""

from difflib import get_close_matches
from typing import Any

from cchc_cli.problems import Stop


def explained(error: Any) -> Stop:
    """A parser's exception, told apart by its class, as a Stop."""
    name, context = type(error).__name__, getattr(error, "ctx", None)
    hint = f"xem: {context.command_path if context is not None else 'cchc'} --help"
    if name == "NoSuchOption":
        return _no_such_option(error, hint)
    if name == "MissingParameter":
        return Stop(f"thiếu {_called(error.param)}", hint)
    if name == "BadOptionUsage":
        takes_none = "does not take a value" in error.message
        wants = "không nhận giá trị" if takes_none else "cần một giá trị đi kèm"
        return Stop(f"tùy chọn {error.option_name} {wants}", hint)
    if name == "BadParameter":
        return Stop(f"{_called(error.param)}: giá trị không dùng được ({_reason(error)})", hint)
    if "No such command" in error.message:
        return _no_such_command(error, hint)
    if "extra argument" in error.message:
        extra = error.message.partition("(s) (")[2].rstrip(").")
        return Stop(f"thừa tham số: {extra}", f"tên có dấu cách thì đặt trong ngoặc kép; {hint or ''}".rstrip("; "))
    if "Missing command" in error.message:
        return Stop("thiếu tên lệnh", hint)
    return Stop("dòng lệnh không đúng", hint)


def _no_such_option(error: Any, hint: str) -> Stop:
    near = error.possibilities or ()  # the nearest first
    return Stop(f"không có tùy chọn {error.option_name}", f"có phải {near[0]}?" if near else hint)


def _no_such_command(error: Any, hint: str) -> Stop:
    given = error.message.partition("'")[2].partition("'")[0]
    near = get_close_matches(given, error.ctx.command.list_commands(error.ctx), 1, 0.5)
    return Stop(f'không có lệnh "{given}"', f"có phải cchc {near[0]}?" if near else hint)


def _called(param: Any) -> str:
    if param is None:
        return "tham số"
    if param.param_type_name == "option":
        return f"tùy chọn {param.opts[0]}"
    return f"tham số {param.metavar or param.name.upper()}"


def _reason(error: Any) -> str:
    return "phải là số nguyên" if "int" in error.message else "xem lại cách ghi"
