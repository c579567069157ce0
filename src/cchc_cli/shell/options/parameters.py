"""The parameters of a command: the names of its options, and the words that were typed for it."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click import Command, Context

Options = Mapping[str, bool]
"""The options of a command by each of their names; true for those that take a value."""
_WORDS = "cchc_cli.words"


def options_of(command: "Command") -> Options:
    """The options of a command."""
    return {
        name: not getattr(param, "is_flag", False)
        for param in command.params
        if param.param_type_name == "option"
        for name in (*param.opts, *param.secondary_opts)
    }


def keep_words(context: "Context", words: list[str]) -> None:
    """Keep the words typed for a command, for hints that repeat them."""
    context.meta[_WORDS] = tuple(words)


def words_of(context: "Context") -> tuple[str, ...]:
    """The words typed for a command."""
    found: tuple[str, ...] = context.meta.get(_WORDS, ())
    return found


def folder_of(context: "Context") -> Path | None:
    """The folder typed with -C, the last if several; while a line is parsed, values are still the texts typed."""
    typed = context.params.get("root") or ()
    named = (typed,) if isinstance(typed, str | Path) else typed
    return Path(named[-1]) if named else None
