"""Arguments too many → a `Stop` with the line that was meant, as far as it can be told."""

from typing import TYPE_CHECKING

from cchc_cli.shell.options import meant
from cchc_cli.shell.options.parameters import options_of, words_of
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from typer._click import Context


def surplus(context: "Context", extra: list[str]) -> Stop:
    """The `Stop` for the last arguments of a command, which takes no more."""
    root, options, kept = context.params.get("root"), options_of(context.command), _without(words_of(context), extra)
    message, path = f"thừa tham số: {' '.join(extra)}", context.command_path
    if found := meant.meant(extra, options, root):
        return Stop(message, f"gõ: {path} {meant.line((*kept, *found))}")
    whole = f"{kept[-1]} {' '.join(extra)}" if kept else ""
    if "--agency" not in options and meant.agency(whole, root):
        return Stop(message, f"gõ: {path} {meant.line((*kept[:-1], whole))}")
    if other := meant.elsewhere(extra, root):
        return Stop(message, f"gõ: cchc {meant.line(other)}")
    quoted = "tên có dấu cách thì đặt trong ngoặc kép; " if len(extra) > 1 else ""
    return Stop(message, f"{quoted}xem: {path} --help")


def _without(words: tuple[str, ...], extra: list[str]) -> list[str]:
    left = list(words)
    for word in reversed(extra):
        del left[len(left) - 1 - left[::-1].index(word)]
    return [word for word in left if word != "--"]
