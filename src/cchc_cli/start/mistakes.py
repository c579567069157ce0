"""Errors of the command-line parser → messages for the user, with advice on what to type."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from typer._click import Context, Parameter
    from typer._click.exceptions import NoSuchOption


def explained(error: Exception) -> Stop:
    """The `Stop` for a parser's exception, chosen by its class."""
    from typer._click import exceptions

    context = error.ctx if isinstance(error, exceptions.UsageError) else None
    hint = f"xem: {context.command_path if context is not None else 'cchc'} --help"
    message = error.message if isinstance(error, exceptions.ClickException) else ""
    match error:
        case exceptions.NoSuchOption():
            return _no_such_option(error, hint)
        case exceptions.MissingParameter():
            return Stop(f"thiếu {_called(error.param)}", hint)
        case exceptions.BadOptionUsage():
            wants = "không nhận giá trị" if "does not take a value" in message else "cần một giá trị đi kèm"
            return Stop(f"tùy chọn {error.option_name} {wants}", hint)
        case exceptions.BadParameter():
            return Stop(f"{_called(error.param)}: giá trị không dùng được ({_reason(message)})", hint)
    if "No such command" in message:
        return _no_such_command(message, context, hint)
    if "extra argument" in message:
        extra = message.partition("(s) (")[2].rstrip(").")
        return Stop(f"thừa tham số: {extra}", f"tên có dấu cách thì đặt trong ngoặc kép; {hint or ''}".rstrip("; "))
    if "Missing command" in message:
        return Stop("thiếu tên lệnh", hint)
    return Stop("dòng lệnh không đúng", hint)


def _no_such_option(error: "NoSuchOption", hint: str) -> Stop:
    near = error.possibilities or ()  # the nearest first
    return Stop(f"không có tùy chọn {error.option_name}", f"có phải {near[0]}?" if near else hint)


def _no_such_command(message: str, context: "Context | None", hint: str) -> Stop:
    from typer.core import TyperGroup

    given = message.partition("'")[2].partition("'")[0]
    known = context.command.list_commands(context) if context and isinstance(context.command, TyperGroup) else []
    near = get_close_matches(given, known, 1, 0.5)
    return Stop(f'không có lệnh "{given}"', f"có phải cchc {near[0]}?" if near else hint)


def _called(param: "Parameter | None") -> str:
    if param is None:
        return "tham số"
    if param.param_type_name == "option":
        return f"tùy chọn {param.opts[0]}"
    return f"tham số {param.metavar or str(param.name).upper()}"


def _reason(message: str) -> str:
    return "phải là số nguyên" if "int" in message else "xem lại cách ghi"
