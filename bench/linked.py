"""80 plans with links: the province's, 14 of departments, 65 of communes. Exits 1 where a command takes over 3 seconds.

Whole processes, nothing kept from an earlier run.
"""

import compileall
import shutil
import sys
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from processes import Program, measured

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from builders import loaded  # noqa: E402
from plans_below import add, both_kinds  # noqa: E402

MOST = 3.0
TIMES = 3
QUIET = "import os, sys; os.dup2(os.open(os.devnull, os.O_WRONLY), 2); from cchc_cli.start.program import main; main()"
DAY = ("--as-of", "2026-07-01")
COMMANDS = (
    ("due", *DAY),
    ("list", *DAY),
    ("list", *DAY, "--format", "json"),
    ("list", "--uncovered", *DAY),
    ("stats", "--by", "plan", *DAY),
    ("stats", "--by", "level", *DAY),
    ("show", "2026:I.8", *DAY),
    ("show", "I.8", "--plan", "2026", *DAY),
    ("validate",),
    ("report", "quarterly", "--period", "2026-Q2", "--plan", "2026"),
    ("diff", "HEAD"),
)


def make(workspace: Path) -> None:
    """The 80 plans, in git."""
    shutil.copytree(ROOT / "plan", workspace / "plan")
    registry = loaded().workspace.registry
    add(workspace, registry, both_kinds(registry))
    git = ("git", "-C", str(workspace), "-c", "user.name=a", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "đầu")):
        run((*git, *command), check=True)


def main() -> int:
    compileall.compile_dir(ROOT / "src", quiet=1)
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        make(workspace)
        runs = {" ".join(each): Program(("-c", QUIET, *each), workspace, False) for each in COMMANDS}
        found = measured(runs, TIMES)
    print(f"80 plans with links; median of {TIMES} whole processes")
    for name, each in found.items():
        print(f"  {name:<60} {each.seconds:5.2f} s {each.megabytes:5.0f} MB")
    return 1 if max(each.seconds for each in found.values()) > MOST else 0


if __name__ == "__main__":
    sys.exit(main())
