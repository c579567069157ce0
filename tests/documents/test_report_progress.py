"""The bar of long work: on a terminal, after a while, and gone at the end."""

import io
import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cchc_cli.shell import progress_bar


@contextmanager
def terminal() -> Iterator[int]:
    """What stderr shows, where that is a terminal."""
    pty = pytest.importorskip("pty")
    reader, writer = pty.openpty()
    with open(writer, "w", encoding="utf-8") as screen, pytest.MonkeyPatch.context() as patch:  # noqa: PTH123
        patch.setattr(sys, "stderr", screen)
        patch.setenv("TERM", "xterm")
        yield reader
    os.close(reader)


def shown(reader: int, seconds: float) -> str:
    ready, _, _ = select.select([reader], [], [], seconds)
    return os.read(reader, 1 << 16).decode() if ready else ""


def test_long_work_shows_how_far_it_is_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_bar, "_PATIENCE", 0)
    with terminal() as reader:
        with progress_bar.bar("Lập báo cáo", 3) as step:
            step()
            seen = ""
            while "Lập báo cáo" not in seen or "/3" not in seen:
                piece = shown(reader, 10)
                assert piece, f"nothing more is shown after {seen!r}"
                seen += piece
        assert shown(reader, 10).endswith("\x1b[2K")  # the line is wiped


def test_short_work_shows_nothing() -> None:
    with terminal() as reader:
        with progress_bar.bar("Lập báo cáo", 3) as step:
            step()
        assert shown(reader, 0) == ""


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    told = io.StringIO()
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(progress_bar, "_PATIENCE", 0)
    with progress_bar.bar("Lập báo cáo", 3) as step:
        step()
    assert told.getvalue() == ""
