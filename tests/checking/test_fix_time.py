"""Fixes, and looks for marks, take time in proportion to the text, whatever its lines hold."""

import time

import pytest

from cchc_cli.checking import fixes
from cchc_cli.documents import fingerprint
from cchc_cli.documents.render import residue

LONG = 80_000  # with the square of it, each took more than ten seconds
LINES = {"a line of letters": "x" * LONG, "spaces within a line": f"a{' ' * LONG}b", "line ends": "\n" * LONG}


def every(_: str) -> bool:
    return True


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_long_line_is_mended_at_once(line: str) -> None:
    started = time.process_time()
    mended = fixes.fixed(f"{line}\n".encode(), every)
    assert time.process_time() - started < 2
    assert mended is None


def test_a_long_line_with_a_strange_letter_is_mended() -> None:
    mended = fixes.fixed(f"{'x ' * 9_000}Ð\n".encode(), every)
    assert mended is not None and mended.data.endswith("Đ\n".encode())


def test_marks_are_looked_for_at_once() -> None:
    started = time.process_time()
    assert fingerprint.touched("md", (" " * LONG).encode()) is fingerprint.Touched.UNKNOWN
    assert not list(residue.lone("{{ " * LONG, {"plan"}))
    assert time.process_time() - started < 2
