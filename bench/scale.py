"""10,000 tasks: `due` and `validate`, whole processes, beside the bare event loop over the same bytes. Report only.

The workspace is the real plan, copied as the plans of 119 agencies (84 tasks each).
"""

import compileall
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from processes import Program, measured

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from plans_below import copied_as  # noqa: E402

COPIES = 119
TIMES = 3
DAY = "2026-03-31"

EVENTS = """
from pathlib import Path
from cchc_cli.text.parser_events import events
for path in sorted(Path("plan").rglob("*.yaml")):
    for event in events(path.read_text(encoding="utf-8")):
        pass
"""
DATA = """
from pathlib import Path
from cchc_cli.text.yaml import parse
kept = [parse(path.read_text(encoding="utf-8")) for path in sorted(Path("plan").rglob("*.yaml"))]
"""


def make(workspace: Path) -> None:
    shutil.copytree(ROOT / "plan", workspace / "plan")
    for number in range(COPIES - 1):
        copied_as(workspace, f"{number:03}/2026")


def main() -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        make(workspace)
        size = sum(path.stat().st_size for path in workspace.rglob("*.yaml")) / 1e6
        programs = {
            "events only": ("-c", EVENTS),
            "events to plain data": ("-c", DATA),
            "cchc due": ("-m", "cchc_cli", "due", "--as-of", DAY),
            "cchc validate": ("-m", "cchc_cli", "validate", "--format", "json"),
        }
        runs = {name: Program(each, workspace, False) for name, each in programs.items()}
        runs["cchc due, again"] = runs["cchc due"]._replace(kept=workspace / "kept")
        found = measured(runs, TIMES)
    print(f"{COPIES * 84} tasks in {COPIES} plans, {size:.1f} MB; median of {TIMES} whole processes")
    bare = found["events only"].seconds
    for name, each in found.items():
        print(f"  {name:<22} {each.seconds:6.2f} s {each.megabytes:6.0f} MB {each.seconds / bare:6.2f} x events only")


if __name__ == "__main__":
    main()
