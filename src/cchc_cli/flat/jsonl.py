"""Rows → JSON Lines: one row a line, UTF-8, days as 2026-03-31."""

from typing import BinaryIO

from msgspec import Struct
from msgspec.json import Encoder

_ENCODER = Encoder()


class Writer:
    """Writes the rows of one table."""

    def __init__(self, out: BinaryIO, table: str) -> None:  # noqa: ARG002
        self._out = out

    def add(self, row: Struct) -> None:
        """Write a row."""
        self._out.write(_ENCODER.encode(row))
        self._out.write(b"\n")

    def close(self) -> None:
        """Nothing is kept back."""
