"""The JSON outputs as types, a module for each, named like its document (`cchc.due/1`); found by listing the folder."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple


class Output(NamedTuple):
    """What a document says, and its type."""

    title: str
    shape: Any


def names() -> tuple[str, ...]:
    """The documents."""
    return tuple(sorted(info.name for info in iter_modules(__path__)))


def output(name: str) -> Output:
    """One of `names`: the `OUTPUT` of its module."""
    found: Output = import_module(f"{__name__}.{name}").OUTPUT
    return found
