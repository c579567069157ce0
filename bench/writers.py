"""The commands that write files, each as it is run in a copy of the made-up province."""

import shutil
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PROGRESS = "plan/2026/progress/so-tu-phap.yaml"
EVENTS = "plan/2026/events.yaml"
UNTIDY = ("plan/2026/deadlines.yaml", "plan/2026/measurements.yaml")
"""Files in which lines end with spaces, for --fix."""


class Case(NamedTuple):
    """A command line, run in a copy of the made-up province; `lacks`: files that are taken away before."""

    name: str
    words: tuple[str, ...]
    lacks: tuple[str, ...] = ()


_SAID = ("--agency", "so-tu-phap", "--status", "in_progress", "--as-of", "2026-06-20", "--note", "đang làm")
_DAY = ("--as-of", "2026-06-20")
_BASIS = ("--basis", "45/QĐ-UBND", "--date", "2026-06-15", *_DAY)
_LED = ("--lead", "Sở Nội vụ")
CASES = (
    Case("update", ("update", "I.8", *_SAID)),
    Case("update, new file", ("update", "I.8", *_SAID), (PROGRESS,)),
    Case("update --undo", ("update", "--undo", "--agency", "so-tu-phap", *_DAY)),
    Case("extend", ("extend", "I.8", "--to", "2026-12-31", "--basis", "45/UBND-KSTT", "--date", "2026-06-19", *_DAY)),
    Case("event set", ("event", "set", "cong-bo-danh-muc", "2026-02-13", "--as-of", "2026-02-20"), (EVENTS,)),
    Case("measure", ("measure", "2-2", "91,5", "--as-of", "2026-12-20")),
    Case("add", ("add", "--section", "III", "--title", "Hội thi", "--schedule", "Tháng 10/2026", *_LED, *_BASIS)),
    Case("change", ("change", "III.1", "--schedule", "Tháng 11/2026", *_BASIS)),
    Case("drop", ("drop", "III.2", *_BASIS)),
    Case("close", ("close", "2027-01-15", "--as-of", "2027-01-20")),
    Case("inspect", ("inspect", "so-tu-phap", "--kind", "file", "--subject", "cải cách hành chính", *_DAY)),
    Case("file", ("file", "2026-Q1", "--agency", "so-tu-phap", "--number", "45/BC-STP", *_DAY)),
    Case("text", ("text", "2026-Q3", "III.1", "--from", "plan/settings.yaml")),
    Case("forms out", ("forms", "out", "--period", "2026-Q2", "--agency", "so-tu-phap", "-o", "phieu", *_DAY)),
    Case("snapshot", ("snapshot", "2026-Q3", "--as-of", "2026-10-20")),
    Case("init", ("init", "moi", "--province", "Khánh Hòa", "--year", "2026")),
    Case("new", ("new", "2027", "--from", "2026", *_DAY)),
    Case("schema -o FILE", ("schema", "plan", "-o", "plan.json")),
    Case("schema -o FOLDER", ("schema", "-o", "schemas")),
    Case("report -o x.md", ("report", "quarterly", "--period", "2026-Q2", *_DAY, "-o", "x.md")),
    Case("report -o x.docx", ("report", "quarterly", "--period", "2026-Q2", *_DAY, "-o", "x.docx")),
    Case("report --each", ("report", "reminder", "--each", "--format", "md", "--as-of", "2026-12-02", "-o", "letters")),
    Case("report --eject", ("report", "brief", "--eject")),
    Case("validate --fix", ("validate", "--fix")),
    Case("--install-completion", ("--install-completion",)),
)


def prepare(case: Case, folder: Path) -> None:
    """A fresh copy of the made-up province, as the command needs it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", folder / "plan")
    (folder / ".bashrc").write_text("alias ll='ls -l'\n")
    for name in UNTIDY:
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"}\n", b"}  \n", 2))
    for name in case.lacks:
        (folder / name).unlink()
