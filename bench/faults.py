"""Every command that writes, with a fault at every operation: each file is the old or the new one, whole.

`faults.py [--some POINTS] [COMMAND...]`: all faults of all commands, or so many of each; fails with exit code 1. The
fault (a kill, a full disk, a disk that refuses) is made by faults.c, compiled here and preloaded: on Linux only. After
each fault: no file is torn; exit code 2 means that nothing changed, 0 that all did; the same command, run once more,
works and leaves nothing behind.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from faulty import Found, tried
from writers import CASES, Case

HERE = Path(__file__).resolve()
LIBRARY = "CCHC_FAULTS"


def preloaded(folder: Path) -> int:
    """This program once more, with the faults preloaded, below a bash (which --install-completion looks for)."""
    library = folder / "faults.so"
    subprocess.run(("cc", "-shared", "-fPIC", "-O1", "-o", library, HERE.with_suffix(".c"), "-ldl"), check=True)
    variables = {
        "LD_PRELOAD": str(library),
        LIBRARY: str(library),
        "HOME": str(folder / "work"),
        "XDG_CACHE_HOME": "/dev/null/nothing-is-kept",
    }
    command = ("bash", "-c", '"$@"; exit $?', "bash", sys.executable, str(HERE), *sys.argv[1:])
    return subprocess.run(command, env=os.environ | variables, check=False).returncode


def wanted(words: list[str]) -> tuple[int | None, list[Case]]:
    """How many points of each command, and which commands."""
    some = int(words.pop(words.index("--some") + 1)) if "--some" in words else None
    names = [each for each in words if each != "--some"]
    return some, [case for case in CASES if not names or case.name in names]


def table(results: Iterable[tuple[Case, Found]]) -> int:
    """Print a line a command; how many findings there are."""
    findings: list[str] = []
    print(f"{'command':22} {'operations':>10} {'runs':>6} {'old':>5} {'new':>5} {'mixed':>6} {'findings':>9}")
    operations = runs = 0
    for case, found in results:
        old, new, mixed = found.ends
        print(f"{case.name:22} {found.operations:10} {found.runs:6} {old:5} {new:5} {mixed:6} {len(found.findings):9}")
        print(*found.findings, sep="\n", end="\n" if found.findings else "", flush=True)
        findings += found.findings
        operations, runs = operations + found.operations, runs + found.runs
    print(f"{operations} operations, {runs} runs, {len(findings)} findings")
    return len(findings)


def main() -> int:
    if sys.platform != "linux" or shutil.which("cc") is None:
        print("faults are made on Linux with a C compiler only: skipped")
        return 0
    with TemporaryDirectory() as folder:
        if LIBRARY not in os.environ:
            return preloaded(Path(folder).resolve())
        some, cases = wanted(sys.argv[1:])
        place = Path(os.environ["HOME"])
        return 1 if table((case, tried(case, place, os.environ[LIBRARY], some)) for case in cases) else 0


if __name__ == "__main__":
    sys.exit(main())
