"""Nothing typed is lost: many writers of one file at once, some of them killed, and writers killed at random moments.

`writing.py [PROCESSES] [KILLS]`, 40 and 300 unless said otherwise; the tests run it smaller. Fails with exit code 1.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_cli.model import Entry
from cchc_cli.recording.edit import line_of
from cchc_cli.shell import writer
from cchc_cli.shell.options import scope

ROOT = Path(__file__).resolve().parents[1]
FILE = "plan/2026/progress/so-tu-phap.yaml"
UPDATE = ("update", "I.8", "--agency", "so-tu-phap", "--status", "in_progress", "--as-of", "2026-06-20", "--note")
SHAPE = tuple[Entry, ...]


def cchc(workspace: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "cchc_cli", "-C", str(workspace), *arguments)
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(process: subprocess.Popen[bytes]) -> None:
    _, told = process.communicate()
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {told.decode()}")


def at_once(workspace: Path, processes: int) -> None:
    """Each process adds its own line; in the end all are there, and nothing else has changed."""
    before = (workspace / FILE).read_bytes()
    started = time.perf_counter()
    for process in [cchc(workspace, *UPDATE, f"người thứ {number}") for number in range(processes)]:
        finished(process)
    seconds = time.perf_counter() - started
    after = (workspace / FILE).read_bytes()
    added = after.removeprefix(before).decode().splitlines()
    missing = [number for number in range(processes) if sum(f"người thứ {number}}}" in each for each in added) != 1]
    if not after.startswith(before) or len(added) != processes or missing:
        sys.exit(f"{len(added)} lines for {processes} processes; not exactly once: {missing}")
    finished(cchc(workspace, "validate"))
    print(f"{processes} processes at once: {len(added)} lines, none lost, {seconds:.1f} s")


def some_killed(workspace: Path, processes: int, seed: int) -> None:
    """Every fourth of the processes is killed at a random moment; the others write their line exactly once."""
    chance = random.Random(seed)
    before = (workspace / FILE).read_bytes()
    started = [cchc(workspace, *UPDATE, f"lượt {number}") for number in range(processes)]
    doomed = started[::4]
    for process in doomed:
        time.sleep(chance.uniform(0, 0.4))
        process.kill()
        process.communicate()
    for process in started:
        if process not in doomed:
            finished(process)
    added = (workspace / FILE).read_bytes().removeprefix(before).decode().splitlines()
    lines = [sum(f"lượt {number}}}" in each for each in added) for number in range(processes)]
    wrong = [number for number, count in enumerate(lines) if count > 1 or (count == 0 and number % 4)]
    if wrong or sum(lines) != len(added):
        sys.exit(f"seed {seed}: not exactly once, or torn: {wrong}, {len(added)} lines")
    print(f"{processes} processes at once, {len(doomed)} of them killed: {len(added)} lines, none lost")


def written(workspace: Path, note: str) -> bytes:
    """Write a line; its bytes."""
    entry = Entry(task="I.8", recorded=date(2026, 6, 20), note=note)
    writer.add(writer.proposed(scope.opened(workspace, None), FILE, entry, SHAPE))
    return f"{line_of(entry)}\n".encode()


def forked(workspace: Path, note: str) -> int:
    """A process that writes one line and ends."""
    child = os.fork()
    if child == 0:
        try:
            written(workspace, note)
        finally:
            os._exit(0)
    return child


def usual_seconds(workspace: Path) -> float:
    started = time.perf_counter()
    for number in range(5):
        os.waitpid(forked(workspace, f"đo {number}"), 0)
    return (time.perf_counter() - started) / 5


def killed(workspace: Path, kills: int, seed: int) -> None:
    """Writers killed at random moments: each leaves the old file or the new one, and the next one writes."""
    chance = random.Random(seed)
    written(workspace, "khởi động")
    longest = usual_seconds(workspace) * 1.2
    old = new = left = 0
    for number in range(kills):
        before = (workspace / FILE).read_bytes()
        line = f"- {{task: I.8, recorded: 2026-06-20, note: lần {number}}}\n".encode()
        child = forked(workspace, f"lần {number}")
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        after = (workspace / FILE).read_bytes()
        if after not in (before, before + line):
            sys.exit(f"seed {seed}, kill {number}: the file is neither the old nor the new one")
        old, new = old + (after == before), new + (after != before)
        left += len(list((workspace / FILE).parent.glob(".*"))) > 0
    written(workspace, "sau cùng")
    finished(cchc(workspace, "validate"))
    rest = [path.name for path in (workspace / FILE).parent.glob(".*")]
    if rest:
        sys.exit(f"left behind: {rest}")
    print(
        f"{kills} writers killed: file old {old}, new {new} times; {left} left something, the next one cleared it away"
    )


def main(processes: int, kills: int) -> None:
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", workspace / "plan")
        at_once(workspace, processes)
        some_killed(workspace, processes, random.randrange(10**6))
        if hasattr(os, "fork"):
            killed(workspace, kills, random.randrange(10**6))


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    main(*given, *(40, 300)[len(given) :])
