"""`cchc validate` on 10,000 tasks beside yamllint and check-jsonschema on the same files. Report only.

The two are looked for on the PATH and left out where they are missing. The schema given to check-jsonschema is that of
`cchc schema` where there is one, else one that takes everything.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import many

TIMES = 2
KINDS = {
    "section": "plan/*/2026/appendix/*.yaml",
    "plan": "plan/*/2026/plan.yaml",
    "agencies": "plan/agencies.yaml",
    "calendar": "plan/calendar.yaml",
    "settings": "plan/settings.yaml",
}
WANTED = 20  # times faster than both together


def main() -> None:
    with TemporaryDirectory() as folder:
        workspace = Path(folder)
        many.make(workspace, many.PROVINCE)
        found = {
            "cchc validate": seconds([[sys.executable, "-m", "cchc_cli", "validate", "--format", "json"]], workspace),
            "yamllint": seconds([["yamllint", "plan"]], workspace),
            "check-jsonschema": seconds(list(by_schema(workspace)), workspace),
        }
    print(f"{many.PROVINCE * 84} tasks in {many.PROVINCE} plans; processor seconds, the best of {TIMES}")
    for name, each in found.items():
        print(f"  {name:<18} {f'{each:7.2f}' if each else 'not installed'}")
    if found["yamllint"] and found["check-jsonschema"]:
        others = found["yamllint"] + found["check-jsonschema"]
        print(f"  {others / found['cchc validate']:.0f} times faster than the others together (wanted: {WANTED})")


def seconds(commands: list[list[str]], workspace: Path) -> float:
    """Processor time of commands run one after the other, which a busy machine changes less than the clock."""
    if not commands or not all(shutil.which(each[0]) for each in commands):
        return 0.0
    environment = os.environ | {"PYTHONUTF8": "1", "XDG_CACHE_HOME": os.devnull}
    runs = []
    for _ in range(TIMES):
        before = os.times()
        for each in commands:
            subprocess.run(each, cwd=workspace, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
        after = os.times()
        runs.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(runs)


def by_schema(workspace: Path) -> Iterator[list[str]]:
    """One run of check-jsonschema a kind of file; a schema that cannot be had takes everything."""
    for kind, files in KINDS.items():
        told = subprocess.run([sys.executable, "-m", "cchc_cli", "schema", kind], capture_output=True)
        schema = workspace / f"{kind}.json"
        schema.write_bytes(told.stdout if told.returncode == 0 else b'{"type": "object"}')
        yield ["check-jsonschema", "--schemafile", str(schema), *map(str, sorted(workspace.glob(files)))]


if __name__ == "__main__":
    main()
