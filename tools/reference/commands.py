"""docs/reference/commands.md: every command with its options, variables of the environment, exit codes."""

from typing import Any

import typer

from cchc_cli.start.program import app
from tools.reference.markdown import MADE, code, page, table

# Variables that no option names, with what they do. The test of this page finds those that are missing.
VARIABLES = {
    "CCHC_ROOT": "the workspace, like `-C` before the command; the option wins",
    "CCHC_AGENCY": "who reports: for `cchc update` what `--agency` is; it wins over `agency` of the settings",
    "CCHC_DEBUG": "set to anything: a fault of the program shows its traceback instead of one line",
    "GITHUB_ACTIONS": "`true`: `cchc validate` prints in GitHub's format by itself",
    "NO_COLOR": "set to anything: no colours on a terminal",
    "TERM": "`dumb` or `unknown`: no colours on a terminal",
    "XDG_CACHE_HOME": "where what was parsed is kept, in a folder `cchc`; without it `~/.cache`",
    "LOCALAPPDATA": "the same on Windows",
}
EXITS = {
    "0": "done",
    "1": "problems found: `validate` with errors (`--strict`: or warnings), `due --check` with something overdue, "
    "`report --check` with a template that fails",
    "2": "cannot be done: a wrong option or name, a plan with errors, a file that cannot be read or written; "
    "nothing was changed, stdout is empty",
    "3": "a fault of the program itself, with a line to report",
    "130": "interrupted (Ctrl-C)",
}


def text() -> str:
    """The page."""
    group = typer.main.get_command(app)
    context = typer.Context(group, info_name="cchc")
    commands = [group.get_command(context, name) for name in group.list_commands(context)]  # type: ignore[attr-defined]
    return page(
        "# Commands",
        MADE + " What is promised of them: [promises](../promises.md). The words are those of `cchc LỆNH --help`.",
        table(
            ("command", "what it does"), [(f"[`{each.name}`](#cchc-{each.name})", each.help or "") for each in commands]
        ),
        "## Before a command",
        _options(group),
        *(piece for each in commands for piece in _command(each)),
        "## Environment",
        "An option wins over its variable, and that over the settings; where `--period` is typed, `CCHC_AS_OF` is not "
        "read. An empty variable counts as none.",
        table(("variable", "what it does"), [(code(name), words) for name, words in _variables(commands).items()]),
        "## Exit codes",
        table(("code", "meaning"), EXITS.items()),
    )


def _command(command: Any) -> tuple[str, ...]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    usage = " ".join(["cchc", command.name, *(str(each.metavar) for each in arguments), "[TÙY CHỌN]"])
    rows = [(code(str(each.metavar)), each.help or "") for each in arguments]
    return (
        f"## cchc {command.name}",
        command.help or "",
        f"```text\n{usage}\n```",
        table(("argument", "meaning"), rows),
        _options(command),
    )


def _options(command: Any) -> str:
    shown = [each for each in command.params if each.param_type_name == "option" and not each.hidden]
    rows = [(code(_typed(each)), each.help or "", code(each.envvar) if each.envvar else "") for each in shown]
    heads = ("option", "meaning", "variable")
    return table(heads, rows) if any(row[2] for row in rows) else table(heads[:2], [row[:2] for row in rows])


def _typed(option: Any) -> str:
    names = ", ".join((*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {option.metavar}"


def _variables(commands: list[Any]) -> dict[str, str]:
    """Those that an option names, with the option; then the others."""
    options = [each for command in commands for each in command.params if getattr(each, "envvar", None)]
    return {each.envvar: f"`{each.opts[0]}` of every command that has it" for each in options} | VARIABLES
