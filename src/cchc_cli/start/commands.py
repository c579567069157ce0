"""Typer's group and command with Vietnamese help; a command's module is imported when the command is called."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import typer
from typer._click.exceptions import UsageError
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

import cchc_cli.cli
from cchc_cli.shell.options.parameters import keep_words, options_of
from cchc_cli.start import typed

if TYPE_CHECKING:
    from typer._click import Command as AnyCommand
    from typer._click import Context, HelpFormatter

WIDEST = 100
_ORDER = (
    "due", "list", "show", "update", "extend", "event", "measure", "inspect", "file", "forms", "add", "change", "drop",
    "close", "stats", "targets", "agencies", "report", "text", "snapshot", "validate", "diff", "rules", "schema",
    "init", "new", "import", "table", "help",
)  # fmt: skip


class Command(TyperCommand):
    """A command whose help is Vietnamese throughout."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse the arguments; errors name this command, and say where a value too many belongs."""
        if ctx.resilient_parsing:  # Tab was pressed
            return super().parse_args(ctx, args)
        words, ctx.allow_extra_args = typed.understood(args, options_of(self)), True
        keep_words(ctx, words)
        try:
            extra = super().parse_args(ctx, list(words))
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if extra:
            from cchc_cli.shell.options.surplus import surplus

            raise surplus(ctx, extra)
        return extra

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """--help, explained in Vietnamese."""
        return _vietnamese(super().get_help_option(ctx))

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the usage, the description, the arguments and the options."""
        formatter.width = min(formatter.width, WIDEST)
        arguments = [param for param in self.params if isinstance(param, TyperArgument)]
        pieces = [*map(_named, arguments), "[TÙY CHỌN]"]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")
        _write_text(formatter, self.help)
        _write_params(formatter, "Tham số", arguments)
        _write_params(formatter, "Tùy chọn", [p for p in self.get_params(ctx) if isinstance(p, TyperOption)])


class Commands(TyperGroup):
    """Commands found by listing `cchc_cli.cli`: one module, one command of the same name."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse the options before the command's name."""
        words = super().parse_args(ctx, typed.leading(args, options_of(self)))
        keep_words(ctx, [*ctx._protected_args, *ctx.args])
        return words

    def get_help_option(self, ctx: "Context") -> TyperOption | None:
        """--help, explained in Vietnamese."""
        return _vietnamese(super().get_help_option(ctx))

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002
        """Names of all commands, the most used first."""
        from pkgutil import iter_modules  # a run of one command needs no list

        names = [info.name.rstrip("_") for info in iter_modules(cchc_cli.cli.__path__)]
        return sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))

    def get_command(self, ctx: "Context", cmd_name: str) -> "AnyCommand | None":  # noqa: ARG002
        """Return the command with this name; its module is imported here."""
        module = _module(cmd_name) if cmd_name.isidentifier() and "_" not in cmd_name else None
        if module is None:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, cls=Command)(module.command)
        return typer.main.get_command(single)

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Write the first screen: all commands, and at its end, where a window shows it, what to type next."""
        formatter.width = min(formatter.width, WIDEST)
        formatter.write_usage(ctx.command_path, "LỆNH [TÙY CHỌN]", prefix="Cách dùng: ")
        _write_text(formatter, self.help)
        found = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        commands = [(name, command.help or "") for name, command in found if command is not None]
        with formatter.section("Các lệnh"):
            formatter.write_dl(commands)
        _write_params(formatter, "Tùy chọn", [p for p in self.get_params(ctx) if isinstance(p, TyperOption)])
        with formatter.section("Hay dùng"):
            _write_lines(formatter, self.epilog)


def _module(command: str) -> ModuleType | None:
    """The module of a command, if there is one; a name that Python has taken ends with "_" there."""
    for name in (f"{cchc_cli.cli.__name__}.{command}", f"{cchc_cli.cli.__name__}.{command}_"):
        try:
            return import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
    return None


def _vietnamese(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Hiện hướng dẫn này."
        option.opts = sorted(option.opts)  # the parser keeps them in a set
    return option


def _write_text(formatter: "HelpFormatter", text: str | None) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        _write_lines(formatter, text)


def _write_lines(formatter: "HelpFormatter", text: str | None) -> None:
    for line in (text or "").strip().splitlines():
        formatter.write(f"{'':>{formatter.current_indent}}{line}".rstrip() + "\n")


def _write_params(formatter: "HelpFormatter", title: str, params: Sequence[TyperArgument | TyperOption]) -> None:
    shown = [(_named(param), param.help or "") for param in params if not param.hidden]
    if shown:
        with formatter.section(title):
            formatter.write_dl(shown)


def _named(param: TyperArgument | TyperOption) -> str:
    if isinstance(param, TyperArgument):
        return str(param.metavar or str(param.name).upper())
    names = ", ".join((*param.opts, *param.secondary_opts))
    return names if param.is_flag or param.name == "help" else f"{names} {param.metavar or ''}".rstrip()
