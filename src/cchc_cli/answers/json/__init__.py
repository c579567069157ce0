"""The JSON outputs: answers → frozen structs, a module for each, named like its document (`cchc.due/1`).

A struct is the one description of its output: the answers build it, `cchc schema --output` prints its schema. Keys are
printed in the order of the fields.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

from msgspec import Struct


class Output(NamedTuple):
    """What a document says, and its type."""

    title: str
    shape: type[Struct]


def names() -> tuple[str, ...]:
    """The documents: the modules, with "-" for "_"."""
    return tuple(sorted(info.name.replace("_", "-") for info in iter_modules(__path__) if not info.ispkg))


def output(name: str) -> Output:
    """One of `names`: the `OUTPUT` of its module."""
    found: Output = import_module(f"{__name__}.{name.replace('-', '_')}").OUTPUT
    return found
