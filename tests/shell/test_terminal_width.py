"""What a terminal of 80 or 120 columns shows: tables as tables, long text broken between words; pipes as ever."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Cchc, Golden

DAY = "--as-of=2026-09-14"
EXAMPLE = ("-C", "examples/tinh-mau")
RUNS = {
    "stats-agency": (*EXAMPLE, "stats", "--by", "agency", DAY),
    "stats-section": ("stats", DAY),
    "targets": (*EXAMPLE, "targets", DAY),
    "show": ("show", "V.1", DAY),
    "rule": ("rules", "CC203"),
    "first": (),
    "mistake": ("due", "--agency", "Sở"),
}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


OnTerminal = Callable[..., str]


@pytest.fixture
def on_terminal(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> OnTerminal:
    """Run a command line on a terminal of a width; what both streams show, without colour."""

    def ran(width: int, *words: str) -> str:
        out, err = Terminal(), Terminal()
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm")
            patched.setenv("COLUMNS", str(width))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            cchc(*words)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue() + err.getvalue())
        return "".join(f"{line.rstrip()}\n" for line in plain.splitlines())

    return ran


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", RUNS)
def test_nothing_is_wider_than_the_terminal(name: str, width: int, on_terminal: OnTerminal, golden: Golden) -> None:
    shown = on_terminal(width, *RUNS[name])
    assert max(map(len, shown.splitlines())) <= width
    golden(f"wide-{width}-{name}.txt", shown)


def test_a_pipe_is_not_wrapped(cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, cchc(*RUNS["show"]).out.splitlines())) > 120


def test_words_stay_whole_and_in_order(cchc: Cchc, on_terminal: OnTerminal) -> None:
    assert on_terminal(60, *RUNS["show"]).split() == cchc(*RUNS["show"]).out.split()


def test_a_caret_stays_under_its_column(on_terminal: OnTerminal, copied: Path) -> None:
    file = copied / "plan/2026/events.yaml"
    long = "- {event: pci-2025, date: 2026-01-15, recorded: 2026-01-15, evidence: [{name: " + "văn bản " * 20
    file.write_text(f"{long}, xyz: b}}]}}\n", "utf-8")
    lines = on_terminal(80, "-C", str(copied), "validate", "--select", "CC101").splitlines()
    place = next(place for place, line in enumerate(lines) if line.strip().startswith("^"))
    caret = lines[place].index("^")
    assert len(lines[place - 1]) <= 80
    assert lines[place - 1][caret : caret + 3] == "xyz"
