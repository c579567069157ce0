"""Arguments too many → a `Stop` with the line that was meant, as far as it can be told."""

from typing import TYPE_CHECKING

from cchc_cli.shell.options import meant
from cchc_cli.shell.options.parameters import Options, folder_of, options_of, words_of
from cchc_cli.text.problems import Stop

if TYPE_CHECKING:
    from pathlib import Path

    from typer._click import Context


def surplus(context: "Context", extra: list[str]) -> Stop:
    """The `Stop` for the last arguments of a command, which takes no more."""
    root, options, kept = folder_of(context), options_of(context.command), _without(words_of(context), extra)
    message, path = f"thừa tham số: {' '.join(extra)}", context.command_path
    if joined := _unquoted(words_of(context), extra, options, root):
        return Stop(f"{message}; tên, lời có dấu cách phải đặt trong ngoặc kép", f"gõ: {path} {meant.line(joined)}")
    if found := meant.meant(extra, options, root):
        return Stop(message, f"gõ: {path} {meant.line((*kept, *found))}")
    whole = f"{kept[-1]} {' '.join(extra)}" if kept else ""
    if "--agency" not in options and meant.agency(whole, root):
        return Stop(message, f"gõ: {path} {meant.line((*kept[:-1], whole))}")
    if other := meant.elsewhere(extra, root):
        return Stop(message, f"gõ: cchc {meant.line(other)}")
    if context.info_name == "report" and (name := meant.periodic(whole)):
        return Stop(message, f"gõ: {path} {meant.line((name, '--period', whole))}")
    if context.info_name == "show":
        return Stop(message, f"gõ: cchc {meant.line(('list', '--search', whole))}")
    quoted = "tên có dấu cách thì đặt trong ngoặc kép; " if len(extra) > 1 else ""
    return Stop(message, f"{quoted}xem: {path} --help")


def _unquoted(words: tuple[str, ...], extra: list[str], options: Options, root: "Path | None") -> list[str] | None:
    """The words with the extra ones joined to the value of the option right before them, if they belong to it."""
    count = len(extra)
    for place in range(2, len(words) - count + 1):
        option, value = words[place - 2], words[place - 1]
        if options.get(option) and list(words[place : place + count]) == extra:
            whole = " ".join((value, *extra))
            return [*words[: place - 1], whole, *words[place + count :]] if meant.is_of(option, whole, root) else None
    return None


def _without(words: tuple[str, ...], extra: list[str]) -> list[str]:
    left = list(words)
    for word in reversed(extra):
        del left[len(left) - 1 - left[::-1].index(word)]
    return [word for word in left if word != "--"]
