"""Fill forms in LibreOffice as an officer would, then tell whether every value arrived.

    /usr/bin/python3 tools/forms.py fill phieu phieu-dien      # Debian's python3-uno; starts LibreOffice itself
    cchc forms in phieu-dien
    .venv/bin/python tools/forms.py check phieu-dien [WORKSPACE]

`fill` takes states from the lists of the cells themselves, types days, documents and words into the first rows of each
form, saves it as .xlsx, and writes what it typed to filled.json. `check` prints what is not recorded, and exits 1.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

ROWS, HEADS = 3, 2
TYPED = "filled.json"
SEVERAL = {"đang thực hiện": "in_progress", "đã hoàn thành": "done"}
TITLES = {
    "status": "Tình trạng mới", "note": "Kết quả", "difficulties": "Khó khăn, vướng mắc",
    "proposals": "Kiến nghị, đề xuất", "evidence": "Số, ký hiệu văn bản",
}  # fmt: skip
PIPE = "pipe,name=cchc-forms;urp;StarOffice.ComponentContext"


def main() -> int:
    """Fill, or check."""
    what, *words = sys.argv[1:] or [""]
    if what == "fill" and len(words) == 2:
        return fill(*map(Path, words))
    if what == "check" and words:
        return check(Path(words[0]), Path(*words[1:2]))
    sys.stdout.write(f"{__doc__}\n")
    return 2


def fill(given: Path, filled: Path) -> int:
    """Fill every form of a folder."""
    filled.mkdir(parents=True, exist_ok=True)
    typed: dict[str, list[dict[str, Any]]] = {}
    with tempfile.TemporaryDirectory() as profile:
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", f"-env:UserInstallation={Path(profile).as_uri()}",
             f"--accept={PIPE.rpartition(';')[0]};"]
        )  # fmt: skip
        try:
            desktop = connected()
            for place, path in enumerate(sorted(given.glob("*.xlsx"))):
                typed[path.stem] = one(desktop, path, filled / path.name, place)
        finally:
            office.terminate()
            office.wait()
    (filled / TYPED).write_text(json.dumps(typed, ensure_ascii=False), "utf-8")
    sys.stdout.write(f"{len(typed)} forms, {sum(map(len, typed.values()))} rows\n")
    return 0


def connected() -> Any:
    """The desktop of LibreOffice, which takes some seconds to start."""
    uno = import_module("uno")
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            context = resolver.resolve(f"uno:{PIPE}")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(1)
    raise SystemExit("LibreOffice does not answer")


def one(desktop: Any, path: Path, to: Path, place: int) -> list[dict[str, Any]]:
    """Fill one form and save it; what was typed into its rows of tasks."""
    book = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (named("Hidden", True),))
    typed = list(rows(book.Sheets.getByName("Tiến độ"), place)) if book.Sheets.hasByName("Tiến độ") else []
    book.storeToURL(to.resolve().as_uri(), (named("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)
    return typed


def rows(sheet: Any, place: int) -> Iterator[dict[str, Any]]:
    """Fill the first rows of tasks."""
    heads = {sheet.getCellByPosition(column, HEADS).String: column for column in range(20)}
    for number in range(HEADS + 1, HEADS + 1 + ROWS):
        cell = {title: sheet.getCellByPosition(column, number) for title, column in heads.items() if title}
        if not cell["Mã"].String:
            return
        listed = [word.strip('"') for word in cell["Tình trạng mới"].Validation.getFormula1().split(";")]
        status = [word for word in listed if word in SEVERAL][(place + number) % len(SEVERAL)]
        told = {
            "status": status, "note": f"Kết quả {place}.{number}: “đúng” & <hạn>", "difficulties": f"Khó {place}",
            "proposals": f"Đề nghị {place}", "evidence": f"{100 + place}/KH-U{number}",
        }  # fmt: skip
        day = f"2026-01-{5 + place % 20:02}"
        for key, text in told.items():
            cell[TITLES[key]].String = text
        cell["Ngày thực hiện"].Formula = day  # as typed: LibreOffice makes a day of it
        yield {"task": cell["Mã"].String, **told, "date": day, "status": SEVERAL[status]}


def named(name: str, value: object) -> Any:
    """A property of a document."""
    made = import_module("uno").createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def check(filled: Path, workspace: Path) -> int:
    """Print the rows that the workspace's plans do not have."""
    from cchc_cli.shell.options import scope

    kept = {
        (by, entry.task, entry.status, entry.note, entry.difficulties, entry.proposals, str(entry.date),
         *(each.number for each in entry.evidence))
        for plan in scope.workspace(workspace, None).plans
        for by, entry in plan.records.entries
    }  # fmt: skip
    keys = ("task", "status", "note", "difficulties", "proposals", "date", "evidence")
    typed = json.loads((filled / TYPED).read_text("utf-8"))
    wanted = [(by, *(row[key] for key in keys)) for by, own in typed.items() for row in own]
    missing = [each for each in wanted if each not in kept]
    sys.stdout.writelines(f"not recorded: {' | '.join(each)}\n" for each in missing)
    sys.stdout.write(f"{len(wanted)} rows typed, {len(missing)} not recorded\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
