"""Errors of the command-line parser → messages for the user, with advice on what to type."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from typer.core import TyperGroup

from cchc_cli.shell.options.parameters import folder_of, options_of, words_of
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from typer._click import Context, Parameter
    from typer._click.exceptions import NoSuchOption


_ALIKE, _SLIP = 0.7, 0.75
"""How alike two options have to be for one to be offered for the other; and to be a slip of the pen."""
_COMMAND = 0.6
"""How alike two commands have to be."""
_LIKE = {"show": "show I.1", "file": "file 2026-Q1", "text": "text 2026-Q1", "snapshot": "snapshot 2026-Q1"}
"""A line of each command that cannot do without its argument."""


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
            like = _LIKE.get(context.info_name or "") if context is not None else None
            return Stop(f"thiếu {_called(error.param)}", f"ghi như: cchc {like}; {hint}" if like else hint)
        case exceptions.BadOptionUsage():
            wants = "không nhận giá trị" if "does not take a value" in message else "cần một giá trị đi kèm"
            return Stop(f"tùy chọn {error.option_name} {wants}", hint)
        case exceptions.BadParameter():
            return Stop(f"{_called(error.param)}: giá trị không dùng được ({_reason(message)})", hint)
    if "No such command" in message:
        return _no_such_command(message, context, hint)
    if "Missing command" in message:
        return Stop("thiếu tên lệnh", hint)
    return Stop("dòng lệnh không đúng", hint)


def _no_such_option(error: "NoSuchOption", hint: str) -> Stop:
    from cchc_cli.shell.options import meant, spoken

    message, context = f"không có tùy chọn {error.option_name}", error.ctx
    if context is None:
        return Stop(message, hint)
    options, typed = options_of(context.command), error.option_name
    near = get_close_matches(typed.lower(), options, 1, _ALIKE)
    if own := spoken.option(typed, options):
        return Stop(message, f"tên tùy chọn là {own}")
    others = _with_option(context, typed)
    if others and not get_close_matches(typed, options, 1, _SLIP):
        told = f"{error.option_name} là tùy chọn của: {', '.join(others)}"
        return Stop(f"{context.command_path} {message}", f"{told}; {hint}")
    if value := meant.state(typed, options):
        return Stop(message, f"gõ: {context.command_path} {meant.line(('--state', value))}")
    return Stop(message, f"có phải {near[0]}?" if near else hint)


def _with_option(context: "Context", option: str) -> list[str]:
    """The commands that have an option."""
    above = context.parent or context
    if not isinstance(above.command, TyperGroup):
        return []
    commands = [(name, above.command.get_command(above, name)) for name in above.command.list_commands(above)]
    return [f"cchc {name}" for name, each in commands if each and option in options_of(each)]


def _no_such_command(message: str, context: "Context | None", hint: str) -> Stop:
    from cchc_cli.documents.reports import every_report
    from cchc_cli.shell.options import meant, spoken

    given = message.partition("'")[2].rpartition("'")[0]
    known = context.command.list_commands(context) if context and isinstance(context.command, TyperGroup) else []
    if given in every_report():
        return Stop(f'không có lệnh "{given}"', f"gõ: cchc report {given}")
    words = list(words_of(context)) if context else [given]
    if spoken.takes_back(words):
        return Stop(f'không có lệnh "{given}"', "thêm --undo vào lệnh đã ghi, như: cchc update I.1 --undo")
    if said := spoken.command(words):
        name, rest = said
        typed = " ".join(words[: len(words) - len(rest)])
        return Stop(f'không có lệnh "{typed}"', f"gõ: cchc {meant.line((*name.split(), *rest))}")
    near = get_close_matches(given.lower(), known, 1, _COMMAND)
    other = None if near else meant.elsewhere(_bare(words), folder_of(context) if context else None)
    hint = f"gõ: cchc {meant.line(other)}" if other else hint
    return Stop(f'không có lệnh "{given}"', f"có phải cchc {near[0]}?" if near else hint)


def _bare(words: list[str]) -> list[str]:
    """The words before the first option."""
    return words[: next((place for place, word in enumerate(words) if word.startswith("-")), len(words))]


def _called(param: "Parameter | None") -> str:
    if param is None:
        return "tham số"
    if param.param_type_name == "option":
        return f"tùy chọn {param.opts[0]}"
    return f"tham số {param.metavar or str(param.name).upper()}"


def _reason(message: str) -> str:
    return "phải là số nguyên" if "int" in message else "xem lại cách ghi"
