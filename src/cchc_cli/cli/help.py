"""`cchc help`: the help of a command, or the first screen."""

from typing import Annotated

import typer
from typer.core import TyperGroup

from cchc_cli.shell import screen


def _commands(context: typer.Context, incomplete: str) -> list[str]:
    above = context.parent
    names = above.command.list_commands(above) if above and isinstance(above.command, TyperGroup) else []
    return [name for name in names if name.startswith(incomplete)]


def command(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[LỆNH]", help="Tên lệnh, như due.", autocompletion=_commands)
    ] = None,
) -> None:
    """In hướng dẫn của một lệnh, hoặc màn hình đầu."""
    first = context.parent
    assert first is not None
    assert isinstance(first.command, TyperGroup)
    if name is None:
        screen.text(first.get_help() + "\n")
        return
    _, found, _ = first.command.resolve_command(first, [name])
    assert found is not None
    with type(first)(found, info_name=name, parent=first) as inside:
        screen.text(found.get_help(inside) + "\n")
