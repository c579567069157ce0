"""libyaml's parser without the rest of ruamel.yaml, which takes longer to import than a plan takes to read.

The parser imports the classes of events and errors from ruamel.yaml. It is given those below, which are quicker to
make, and empty ones for tokens and nodes, of which it makes none for events (docs/decisions/libyaml.md).
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

from msgspec import Struct

_PACKAGE = "ruamel.yaml"
_PARTS = (
    "error", "reader", "scanner", "parser", "composer", "constructor", "emitter", "serializer", "representer", "tokens",
    "events", "nodes",
)  # fmt: skip


class _Event(Struct):
    start_mark: object
    end_mark: object


class StreamStartEvent(_Event):
    """The start of a text."""

    encoding: str | None = None


class StreamEndEvent(_Event):
    """The end of a text."""


class DocumentStartEvent(_Event):
    """The start of a document."""

    explicit: bool | None = None
    version: tuple[int, int] | None = None
    tags: dict[str, str] | None = None


class DocumentEndEvent(_Event):
    """The end of a document."""

    explicit: bool | None = None


class AliasEvent(Struct):
    """An alias."""

    anchor: str | None
    start_mark: object
    end_mark: object


class ScalarEvent(Struct):
    """A scalar."""

    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    value: str
    start_mark: object
    end_mark: object
    style: str | None = None


class _StartEvent(Struct):
    anchor: str | None
    tag: str | None
    implicit: bool
    start_mark: object
    end_mark: object
    flow_style: bool | None = None


class MappingStartEvent(_StartEvent):
    """The start of a mapping."""


class SequenceStartEvent(_StartEvent):
    """The start of a sequence."""


class MappingEndEvent(_Event):
    """The end of a mapping."""


class SequenceEndEvent(_Event):
    """The end of a sequence."""


class YAMLError(Exception):
    """An error of the parser."""


class ReaderError(YAMLError):
    """A character that YAML does not allow."""


class ScannerError(YAMLError):
    """Text that is not YAML."""

    def __init__(
        self,
        context: str | None = None,
        context_mark: object = None,
        problem: str | None = None,
        problem_mark: object = None,
    ) -> None:
        super().__init__(problem)
        self.context, self.context_mark = context, context_mark
        self.problem, self.problem_mark = problem, problem_mark


class ParserError(ScannerError):
    """A construct of YAML where it cannot stand."""


class _Part(ModuleType):
    """A module of ruamel.yaml that has the classes above, and an empty class for every other name."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return globals().get(name) or type(name, (), {})


def parser() -> Any:
    """The class of the parser; raise an ImportError if it is not installed."""
    if "_ruamel_yaml" not in sys.modules and _PACKAGE not in sys.modules:
        names = (_PACKAGE, *(f"{_PACKAGE}.{part}" for part in _PARTS))
        sys.modules.update({name: _Part(name) for name in names})
        try:
            import_module("_ruamel_yaml")
        finally:
            for name in names:
                del sys.modules[name]
    from _ruamel_yaml import CParser

    return CParser
