"""A nation in one workspace: `whole_nation.py [PLANS [FOLDER]]`, 3,355 plans of a hundred tasks unless said otherwise.

`due` the first time, again, on another day, on that day again, for one agency; `stats` twice; the JSON of `list`.
Report only: seconds on the clock, processor seconds of all processes, and the memory of all together, each page counted
once (Linux). The events of the parser alone, over every fifth plan, tell what reading costs at least: by one process,
and by all processors at once, which share memory and may be threads of one core. FOLDER keeps what was made.
"""

import compileall
import os
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import many

SOME = 5
EVENTS = f"""
import os, sys
from pathlib import Path
from cchc_cli.text.parser_events import events
folders, shares = sorted(Path("plan").iterdir())[::{SOME}], int(sys.argv[1])
for number in range(shares):
    if os.fork() == 0:
        for folder in folders[number::shares]:
            for path in sorted(folder.rglob("*.yaml")):
                for event in events(path.read_text(encoding="utf-8")):
                    pass
        os._exit(0)
for _ in range(shares):
    os.wait()
"""
RUNS = (
    ("first", ("due", "--as-of", "2026-06-20")),
    ("again", ("due", "--as-of", "2026-06-20")),
    ("again, another day", ("due", "--as-of", "2026-08-03")),
    ("one agency", ("due", "--as-of", "2026-06-20", "--agency", "Sở Tư pháp")),
    ("one agency, again", ("due", "--as-of", "2026-06-20", "--agency", "Sở Tư pháp")),
    ("a day in the past", ("due", "--as-of", "2026-03-31")),
    ("that day again", ("due", "--as-of", "2026-03-31")),
    ("figures", ("stats", "--by", "plan", "--as-of", "2026-06-20")),
    ("figures, again", ("stats", "--by", "plan", "--as-of", "2026-06-20")),
    ("a list as JSON", ("list", "--format", "json", "--as-of", "2026-06-20")),
)


class Cost(NamedTuple):
    seconds: float
    processor: float
    megabytes: float


def cost(folder: Path, *arguments: str) -> Cost:
    """What one run costs. One that fails ends the measurement."""
    started, before = time.perf_counter(), os.times()
    environment = os.environ | {"PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder / "kept")}
    child = subprocess.Popen((sys.executable, *arguments), cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    most = 0.0
    while child.poll() is None:
        most = max(most, together(child.pid))
        time.sleep(0.5)
    if child.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit code {child.returncode}")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - started, used, most)


def together(process: int) -> float:
    """The memory of a process and its children; what they share is counted once."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    own = sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    return own + sum(together(int(each)) for each in children)


def main(plans: int, folder: str | None) -> None:
    compileall.compile_dir(many.ROOT / "src", quiet=1)
    with TemporaryDirectory() if folder is None else nullcontext(folder) as name:
        workspace = Path(name)
        if not (workspace / "plan").is_dir():
            many.make(workspace, plans, many.NATION_ROWS)
        files = list(workspace.rglob("*.yaml"))
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{plans} plans, {plans * 100} tasks, {size:.0f} MB in {len(files)} files; load {os.getloadavg()[0]:.1f}")
        cores = len(os.sched_getaffinity(0))
        bare, shared = (cost(workspace, "-c", EVENTS, str(shares)) for shares in (1, cores))
        for name, found in (("events, one process", bare), (f"events, {cores} at once", shared)):
            seconds, used = found.seconds * SOME, found.processor * SOME
            print(f"  {name:<20} {seconds:6.1f} s {used:6.1f} s of processors (from every {SOME}th plan)")
        for name, words in RUNS:
            found = cost(workspace, "-m", "cchc_cli", *words)
            clock, used = (found.seconds / shared.seconds / SOME, found.processor / shared.processor / SOME)
            times = f"{found.seconds:6.1f} s {found.processor:6.1f} s of processors"
            ratios = f"{clock:5.2f} x and {used:5.2f} x the events of {cores} at once"
            print(f"  {name:<20} {times}, {ratios} {found.megabytes:5.0f} MB", flush=True)


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else many.NATION, given[1] if given[1:] else None)
