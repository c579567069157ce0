"""Whole processes, timed from outside: seconds until the end, peak memory, what they printed."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

WIDTH = 100
# With bytecode switched off, every run would compile the sources again.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
    "TERM": "xterm-256color",
    "PYTHONUTF8": "1",
}


class Run(NamedTuple):
    seconds: float
    megabytes: float
    output: bytes


class Program(NamedTuple):
    """What to run (after `python`), where, whether on a terminal; `kept`: where runs keep what they parsed."""

    arguments: tuple[str, ...]
    folder: Path
    terminal: bool
    kept: Path = Path("/dev/null/nothing-is-kept")


class Medians(NamedTuple):
    seconds: float
    megabytes: float
    output: bytes


def measured(programs: Mapping[str, Program], times: int) -> dict[str, Medians]:
    """Each program `times` times after one to warm up, in turns, so that a drifting machine drifts for all."""
    for program in programs.values():
        run(program)
    runs: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(times):
        for name, program in programs.items():
            runs[name].append(run(program))
    return {name: medians(each) for name, each in runs.items()}


def medians(runs: Sequence[Run]) -> Medians:
    return Medians(median(each.seconds for each in runs), median(each.megabytes for each in runs), runs[0].output)


def run(program: Program) -> Run:
    """One run on a terminal of 100 columns, or into a pipe. A program that fails ends the measurement."""
    read, write = terminal() if program.terminal else os.pipe()
    started = time.perf_counter()
    child = subprocess.Popen(
        (sys.executable, *program.arguments),
        cwd=program.folder,
        env=ENVIRONMENT | {"XDG_CACHE_HOME": str(program.kept)},
        stdin=write if program.terminal else subprocess.DEVNULL,
        stdout=write,
    )
    os.close(write)
    output = everything(read)
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - started
    os.close(read)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(program.arguments)}: exit code {child.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024, output)


def terminal() -> tuple[int, int]:
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    return parent, child


def everything(descriptor: int) -> bytes:
    """All that comes until the other end is closed (a terminal then answers with an error)."""
    pieces: list[bytes] = []
    while True:
        try:
            piece = os.read(descriptor, 1 << 16)
        except OSError:
            piece = b""
        if not piece:
            return b"".join(pieces)
        pieces.append(piece)
