"""A made-up nation: `python nation.py FOLDER [PROVINCES]` makes so many workspaces (34), each like examples/tinh-mau.

Names are invented; records differ between provinces, the same way in every run.
"""

import random
import re
import shutil
import sys
from pathlib import Path

MADE_UP = Path(__file__).resolve().parents[1] / "tinh-mau" / "plan"
PROVINCES = 34
SHARE = 0.8


def make(folder: Path, number: int) -> None:
    """One province: its settings name it, and it has lost a share of its records of progress."""
    shutil.copytree(MADE_UP, folder / "plan", ignore=shutil.ignore_patterns("snapshots"))
    settings = folder / "plan" / "settings.yaml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if not re.match(r"province(_code)?:", line)]
    named = [f"province: Tỉnh số {number:02}", f'province_code: "{number:02}"']
    settings.write_text("\n".join((*lines, *named)) + "\n", "utf-8")
    chance = random.Random(number)
    for path in sorted((folder / "plan").glob("*/progress/*.yaml")):
        lines = path.read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("- ") or chance.random() < SHARE]
        path.write_text("\n".join(kept) + "\n", "utf-8")


def main() -> None:
    """Make the provinces."""
    folder = Path(sys.argv[1])
    for number in range(1, int(sys.argv[2]) + 1 if len(sys.argv) > 2 else PROVINCES + 1):
        make(folder / f"tinh-{number:02}", number)


if __name__ == "__main__":
    main()
