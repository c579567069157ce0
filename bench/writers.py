"""The commands that write files, each as it is run in a copy of the made-up province."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[1]
PROGRESS = "plan/2026/progress/so-tu-phap.yaml"
EVENTS = "plan/2026/events.yaml"
UNTIDY = ("plan/2026/deadlines.yaml", "plan/2026/measurements.yaml")
"""Files in which lines end with spaces, for --fix."""


Words = tuple[str, ...]


class Case(NamedTuple):
    """A command line, run in a copy of the made-up province.

    Before it `lacks` are taken away, git keeps the rest, `first` are run, `gives` are written, and somebody does
    `by_hand` what else is needed.
    `learns`: what a run tells otherwise that follows one killed half-way: an agency that was new is then known.
    """

    name: str
    words: Words
    lacks: Words = ()
    first: tuple[Words, ...] = ()
    gives: Mapping[str, str] = {}
    by_hand: Callable[[Path], None] | None = None
    learns: Words = ()


def filled(folder: Path) -> None:
    """The form of an agency, as the officer sends it back."""
    path = folder / "phieu" / "so-tu-phap.xlsx"
    book = load_workbook(path)
    sheet = book["Tiến độ"]
    heads = {str(cell.value): cell.column for cell in sheet[3] if cell.value}
    sheet.cell(4, heads["Tình trạng mới"]).value = "đang thực hiện"
    sheet.cell(4, heads["Kết quả"]).value = "đã lấy ý kiến"
    book["Nội dung"].cell(4, 3).value = "Đã rà soát."
    book.save(path)


def taken_in(folder: Path) -> None:
    """The forms of that folder, recorded."""
    filled(folder)
    run(folder, _IN)


def rewritten(folder: Path) -> None:
    """A draft that git has kept, with a row changed since."""
    keep(folder)
    run(folder, ("change", "I.1", "--plan", "2027", "--title", "Rà soát lại văn bản", *_DAY))


def answered(folder: Path) -> None:
    """A report whose blanks were filled in."""
    path = folder / "x.md"
    before, mark, after = path.read_text("utf-8").partition("<!-- III.1 -->")
    path.write_text(f"{before}{mark}Đạt kết quả khá.<!-- /III.1 -->{after.partition('<!-- /III.1 -->')[2]}", "utf-8")


_SAID = ("--agency", "so-tu-phap", "--status", "in_progress", "--as-of", "2026-06-20", "--note", "đang làm")
_DAY = ("--as-of", "2026-06-20")
_BASIS = ("--basis", "45/QĐ-UBND", "--date", "2026-06-15", *_DAY)
_LED = ("--lead", "Sở Nội vụ")
_GIVEN = ("--given-by", "Thủ tướng Chính phủ", "--title", "Báo cáo chuyên đề", "--schedule", "Tháng 10/2026")
_EXTEND = ("extend", "I.8", "--to", "2026-12-31", "--basis", "45/UBND-KSTT", "--date", "2026-06-19", *_DAY)
_ASKED = ("--to", "2026-12-31", "--agency", "so-tu-phap", "--reason", "chờ hướng dẫn")
_REQUEST = ("extend", "I.8", "--request", *_ASKED, *_BASIS)
_MEASURE = ("measure", "2-2", "91,5", "--as-of", "2026-12-20")
_ADD = ("add", "--section", "III", "--title", "Hội thi", "--schedule", "Tháng 10/2026", *_LED, *_BASIS)
_CHANGE = ("change", "III.1", "--schedule", "Tháng 11/2026", *_BASIS)
_DROP = ("drop", "III.2", *_BASIS)
_CLOSE = ("close", "2027-01-15", "--as-of", "2027-01-20")
_INSPECT = ("inspect", "so-tu-phap", "--kind", "file", "--subject", "cải cách hành chính", *_DAY)
_FILE = ("file", "2026-Q1", "--agency", "so-tu-phap", "--number", "45/BC-STP", *_DAY)
_TEXT = ("text", "2026-Q3", "III.1")
_SNAPSHOT = ("snapshot", "2026-Q3", "--as-of", "2026-10-20")
_EVENT = ("event", "set", "cong-bo-danh-muc", "2026-02-13", "--as-of", "2026-02-20")
_OUT = ("forms", "out", "--period", "2026-Q2", "--agency", "so-tu-phap", "-o", "phieu", *_DAY)
_IN = ("forms", "in", "phieu", *_DAY)
_REPORT = ("report", "quarterly", "--period", "2026-Q2", *_DAY, "-o")
_LETTERS = ("report", "reminder", "--each", "--as-of", "2026-12-02", "-o", "letters", "--format")
_SENT = ("--status", "submitted", "--date", "2026-06-15", "--evidence", "12/BC-STP")
_SUBMITTED = ("update", "I.8", "--agency", "so-tu-phap", *_SENT, *_DAY)
_MONITOR = ("--agency", "so-noi-vu", "--date", "2026-06-18", *_DAY)
_STRANGE = "TT\tNhiệm vụ\tThời gian\tCơ quan chủ trì\n1\tLập sổ theo dõi\tTháng 6/2027\tSở Lạ\n"
CASES = (
    Case("update", ("update", "I.8", *_SAID)),
    Case("update, new file", ("update", "I.8", *_SAID), (PROGRESS,)),
    Case("update, two", ("update", "I.8", "I.6", *_SAID)),
    Case("update --confirm", ("update", "I.8", "--confirm", *_MONITOR), first=(_SUBMITTED,)),
    Case("update --return", ("update", "I.8", "--return", "--note", "thiếu số", *_MONITOR), first=(_SUBMITTED,)),
    Case("update --undo", ("update", "--undo", "--agency", "so-tu-phap", *_DAY), first=(("update", "I.8", *_SAID),)),
    Case("extend", _EXTEND),
    Case("extend --request", _REQUEST),
    Case("extend --refuse", ("extend", "I.8", "--refuse", *_BASIS), first=(_REQUEST,)),
    Case("extend --undo", ("extend", "--undo", *_DAY), first=(_EXTEND,)),
    Case("event set", _EVENT, (EVENTS,)),
    Case("event set --undo", ("event", "set", "--undo", *_DAY), (EVENTS,), first=(_EVENT,)),
    Case("measure", _MEASURE),
    Case("measure --undo", ("measure", "--undo", *_DAY), first=(_MEASURE,)),
    Case("add", _ADD),
    Case("add --given-by", ("add", *_GIVEN, *_LED, *_BASIS)),
    Case("add --undo", ("add", "III.9", "--undo", *_DAY), first=(_ADD,)),
    Case("change", _CHANGE),
    Case("change --cell", ("change", "III.1", "--product", "Kế hoạch, báo cáo", *_BASIS)),
    Case("change --undo", ("change", "III.1", "--undo", *_DAY), first=(_CHANGE,)),
    Case("drop", _DROP),
    Case("drop --undo", ("drop", "III.2", "--undo", *_DAY), first=(_DROP,)),
    Case(
        "change --undo, draft",
        ("change", "I.1", "--plan", "2027", "--undo", *_DAY),
        first=(("new", "2027", "--from", "2026", *_DAY),),
        by_hand=rewritten,
    ),
    Case("close", _CLOSE),
    Case("close --undo", ("close", "--undo", "--as-of", "2027-01-20"), first=(_CLOSE,)),
    Case("inspect", _INSPECT),
    Case("inspect --undo", ("inspect", "--undo", *_DAY), first=(_INSPECT,)),
    Case("file", _FILE),
    Case("file --undo", ("file", "2026-Q1", "--undo", *_DAY), first=(_FILE,)),
    Case("text", (*_TEXT, "--from", "plan/settings.yaml")),
    Case("text --undo", (*_TEXT, "--undo"), first=((*_TEXT, "--from", "plan/settings.yaml"),)),
    Case("text take", ("text", "take", "x.md"), first=((*_REPORT, "x.md"),), by_hand=answered),
    Case("forms out", _OUT),
    Case("forms in", _IN, first=(_OUT,), by_hand=filled),
    Case("forms in --undo", (*_IN, "--undo"), first=(_OUT,), by_hand=taken_in),
    Case(
        "import",
        ("import", "bang.txt", "-o", "plan/2027"),
        gives={"bang.txt": _STRANGE},
        learns=("plan/2027/import-review.md",),
    ),
    Case("table", ("table", "-o", "bang", *_DAY)),
    Case("table, again", ("table", "-o", "bang", *_DAY), first=(("table", "-o", "bang", "--as-of", "2026-02-01"),)),
    Case("snapshot", _SNAPSHOT),
    Case("snapshot --undo", (*_SNAPSHOT, "--undo"), first=(_SNAPSHOT,)),
    Case("init", ("init", "moi", "--province", "Khánh Hòa", "--year", "2026")),
    Case("init --body", ("init", "moi", "--body", "UBND xã Suối Trong", "--parent", "tỉnh Mẫu", "--year", "2026")),
    Case("new", ("new", "2027", "--from", "2026", *_DAY)),
    Case("schema -o FILE", ("schema", "plan", "-o", "plan.json")),
    Case("schema -o FOLDER", ("schema", "-o", "schemas")),
    Case("stats -o x.csv", ("stats", *_DAY, "-o", "x.csv")),
    Case("list -o x.xlsx", ("list", *_DAY, "-o", "x.xlsx")),
    Case("due -o x.ics", ("due", *_DAY, "-o", "x.ics")),
    Case("report -o x.md", (*_REPORT, "x.md")),
    Case("report -o x.docx", (*_REPORT, "x.docx")),
    Case("report dashboard", ("report", "dashboard", *_DAY, "-o", "trang.html")),
    Case("report --each", (*_LETTERS, "md")),
    Case("report --each, mails", (*_LETTERS, "eml")),
    Case("report --eject", ("report", "brief", "--eject")),
    Case("validate --fix", ("validate", "--fix")),
    Case("--install-completion", ("--install-completion",)),
)


def prepare(case: Case, folder: Path) -> None:
    """A fresh copy of the made-up province, kept by git, as the command needs it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / "tinh-mau" / "plan", folder / "plan")
    (folder / ".bashrc").write_text("alias ll='ls -l'\n", "utf-8")
    for name in UNTIDY:
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"}\n", b"}  \n", 2))
    for name in case.lacks:
        (folder / name).unlink()
    keep(folder)
    for words in case.first:
        run(folder, words)
    for name, text in case.gives.items():
        (folder / name).write_text(text, "utf-8")
    if case.by_hand:
        case.by_hand(folder)


def run(folder: Path, words: Words) -> None:
    """Run the program in a folder; it must succeed."""
    subprocess.run((sys.executable, "-m", "cchc_cli", *words), cwd=folder, check=True, capture_output=True)


def keep(folder: Path) -> None:
    """Commit what a folder holds."""
    who = ("-c", "user.name=Cán bộ", "-c", "user.email=can-bo@example.vn", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "Kế hoạch")):
        subprocess.run(("git", *words), cwd=folder, check=True, capture_output=True)
