"""10,000 tasks in 119 plans that all differ, with progress: `due`, `list`, `stats`, `validate`, whole processes.

Beside them the bare event loop over the same bytes. Report only.
"""

import compileall
from pathlib import Path
from tempfile import TemporaryDirectory

import many
from processes import Program, measured

TIMES = 3
DAY = "2026-03-31"
QUESTIONS = {"due": ("due",), "due --agency": ("due", "--agency", "Sở Tư pháp"), "list": ("list",), "stats": ("stats",)}

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


def main() -> None:
    compileall.compile_dir(many.ROOT / "src", quiet=1)
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        many.make(workspace, many.PROVINCE)
        size = sum(path.stat().st_size for path in workspace.rglob("*.yaml")) / 1e6
        runs = {
            "events only": Program(("-c", EVENTS), workspace, False),
            "events to plain data": Program(("-c", DATA), workspace, False),
            "validate": Program(("-m", "cchc_cli", "validate", "--format", "json"), workspace, False),
        }
        for name, words in QUESTIONS.items():
            first = Program(("-m", "cchc_cli", *words, "--as-of", DAY), workspace, False)
            runs |= {f"{name}, first": first, f"{name}, again": first._replace(kept=workspace / "kept")}
        found = measured(runs, TIMES)
    print(f"{many.PROVINCE * 84} tasks in {many.PROVINCE} plans, {size:.1f} MB; median of {TIMES} whole processes")
    bare = found["events only"].seconds
    for name, each in found.items():
        print(f"  {name:<22} {each.seconds:6.2f} s {each.megabytes:6.0f} MB {each.seconds / bare:6.2f} x events only")


if __name__ == "__main__":
    main()
