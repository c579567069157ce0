"""Workspaces of many plans that all differ, with progress on half of their tasks: `many.py FOLDER [PLANS [ROWS]]`.

Each plan is the real one with its titles put in other words, another number, and ROWS tasks more. What is made depends
on these numbers alone.
"""

import random
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from cchc_cli.model import Role
from cchc_cli.shell.options import scope

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT / "plan"
PROVINCE, NATION = 119, 3_355
"""How many plans have 10,000 tasks, and how many a nation has: a plan of each commune, province and ministry."""
NATION_ROWS = 16
"""How many rows more a nation's plan has: with these a hundred tasks."""
SHARE = 0.5
_NAMES = (
    "An",
    "Bình",
    "Cát",
    "Đông",
    "Hòa",
    "Khánh",
    "Lộc",
    "Minh",
    "Nam",
    "Phú",
    "Quang",
    "Sơn",
    "Tân",
    "Thành",
    "Yên",
)
_TERMS = ("Tháng 01/2026", "Tháng 3/2026", "Quý I/2026", "Quý II/2026", "Quý III/2026", "Quý IV/2026", "Trong năm 2026")
_TITLE = re.compile(r"(?m)^( *(?:- )?title: )([^\"'\n|>{][^\n:#]*)$")


class Led(NamedTuple):
    """A task and the first of the agencies that lead it."""

    task: str
    agencies: tuple[str, ...]


def make(folder: Path, plans: int, rows: int = 0) -> None:
    """Write the workspace."""
    chance = random.Random(7)
    texts = {path.relative_to(REAL / "2026").as_posix(): path.read_text("utf-8") for path in _files()}
    own = tuple(f"I.{30 + number}" for number in range(rows))
    tasks = (*_led(), *(Led(each, ("so-noi-vu",)) for each in own))
    (folder / "plan").mkdir(parents=True)
    for path in REAL.glob("*.yaml"):
        shutil.copy(path, folder / "plan")
    for number in range(plans):
        tag = f"khu {chance.choice(_NAMES)} {chance.choice(_NAMES)} {number}"
        changed = {name: _differing(name, text, tag, number, chance) for name, text in texts.items()}
        changed["appendix/I.yaml"] += "".join(_row(each, tag, chance) for each in own)
        for name, text in (changed | _progress(tasks, chance)).items():
            path = folder / "plan" / f"{number:04}" / "2026" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def _files() -> Sequence[Path]:
    return sorted(REAL.glob("2026/**/*.yaml"))


def _led() -> tuple[Led, ...]:
    workspace = scope.workspace(ROOT, None)
    found = []
    for task in workspace.plans[0].tasks:
        lead = [each.agency for each in task.assignments if each.role is Role.LEAD]
        named = [one for each in lead for one in (workspace.registry.members(each)[:6] or (each,))]
        closing = tuple(dict.fromkeys(each for each in named if not workspace.registry.is_group(each)))
        if closing and not task.row.computed:
            found.append(Led(task.id, closing[:3]))
    return tuple(found)


def _differing(name: str, text: str, tag: str, number: int, chance: random.Random) -> str:
    if name == "plan.yaml":
        return text.replace("tỉnh Khánh Hòa năm 2026", f"{tag} năm 2026").replace("2821/", f"{number + 3000}/")

    def title(found: re.Match[str]) -> str:
        words = found[2].split()
        if len(words) > 5:
            place = chance.randrange(2, len(words) - 1)
            words[place - 1 : place + 1] = words[place], words[place - 1]
        return f"{found[1]}{' '.join(words)} tại {tag}"

    return _TITLE.sub(title, text)


def _row(task: str, tag: str, chance: random.Random) -> str:
    return (
        f'\n  - id: {task}\n    number: "{task[2:]}"\n    title: Việc riêng số {task[2:]} tại {tag}\n'
        f"    products: [Báo cáo kết quả việc số {task[2:]}]\n    schedule: {chance.choice(_TERMS)}\n"
        "    assignment: Sở Nội vụ chủ trì\n    assignments:\n"
        "      - {agency: so-noi-vu, role: lead, words: chủ trì}\n"
    )


def _progress(tasks: Sequence[Led], chance: random.Random) -> dict[str, str]:
    """Files of entries by name: one to three entries of each lead on some of the tasks, half of them end with done."""
    lines: dict[str, list[tuple[str, str]]] = {}
    for task, agencies in tasks:
        if chance.random() < SHARE:
            for agency in agencies:
                lines.setdefault(agency, []).extend(_entries(task, chance))
    return {f"progress/{agency}.yaml": "".join(line for _, line in sorted(own)) for agency, own in lines.items()}


def _entries(task: str, chance: random.Random) -> list[tuple[str, str]]:
    count, month, day = chance.choice((1, 1, 2, 3)), chance.randrange(1, 4), chance.randrange(1, 25)
    done = chance.random() < SHARE
    found = []
    for place in range(count):
        on = f"2026-{month + place:02}-{day:02}"
        said = f"status: in_progress, percent: {chance.randrange(5, 95)}, note: đã làm {chance.randrange(2, 60)} việc"
        if done and place == count - 1:
            said = f"status: done, evidence: [{{number: {chance.randrange(1, 900)}/QĐ-UBND, date: {on}}}]"
        found.append((on, f"- {{task: {task}, recorded: {on}, date: {on}, {said}}}\n"))
    return found


if __name__ == "__main__":
    make(Path(sys.argv[1]), *(int(each) for each in sys.argv[2:] or (PROVINCE,)))
