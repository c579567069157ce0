"""Word documents: the real plan's quarterly report beside docxtpl's own time for its template; a plan of 6,720 tasks.

Report only. The first is measured in one process, ours with its charts, docxtpl without, as it draws none; the second
is a whole process.
"""

import compileall
import gc
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from msgspec import structs

from cchc_cli.documents import reports
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.schedule import period
from cchc_cli.shell.options import scope
from cchc_cli.shell.templates import library
from cchc_cli.vietnamese.paper import long_date, number, short_date
from processes import Program, measured

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from growth import tasks  # noqa: E402

TASKS = 6_720
TIMES = 9
PERIOD = "2026-Q1"
QUIET = "import os, sys; os.dup2(os.open(os.devnull, os.O_WRONLY), 2); from cchc_cli.start.program import main; main()"
ORDER = ("-c", QUIET, "report", "quarterly", "--period", PERIOD, "--format", "docx", "-o")


def real() -> tuple[library.Template, dict[str, Any]]:
    """The template and the view of the real plan's quarterly report."""
    window = period(PERIOD)
    assert window is not None
    view = reports.view("quarterly", Scene(scope.workspace(ROOT, None), window.end, window))
    return library.find(ROOT, "quarterly", "docx"), structs.asdict(view)


def bare(template: library.Template, view: dict[str, Any]) -> bytes:
    """docxtpl as its manual uses it."""
    environment = Environment(autoescape=True)
    environment.filters |= {"long_date": long_date, "short_date": short_date, "number": number, "lower_first": str}
    document = DocxTemplate(BytesIO(template.data))
    document.render(view | {"blank": str, "picture": "".format}, environment, autoescape=True)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def seconds(make: Callable[[], Any]) -> float:
    gc.collect()
    started = time.perf_counter()
    make()
    return time.perf_counter() - started


def beside() -> tuple[float, float]:
    """Medians of ours and docxtpl's, in turns."""
    from cchc_cli.documents.render import docx

    template, view = real()
    makers = (lambda: docx.render(template.file, template.data, view), lambda: bare(template, view))
    times = [[seconds(make) for make in makers] for _ in range(TIMES + 1)][1:]
    ours, theirs = (median(each) for each in zip(*times, strict=True))
    return ours, theirs


def large(workspace: Path) -> None:
    """A plan as long as those of 80 agencies together."""
    for path, data in tasks(TASKS).items():
        (workspace / path).parent.mkdir(parents=True, exist_ok=True)
        (workspace / path).write_bytes(data)


def main() -> None:
    compileall.compile_dir(ROOT / "src", quiet=1)
    ours, theirs = beside()
    print(f"quarterly report of the real plan, median of {TIMES} in one process")
    print(f"  docxtpl {theirs * 1000:6.0f} ms, ours {ours * 1000:6.0f} ms: {ours / theirs:.2f} x (goal: 2.00)")
    with TemporaryDirectory() as folder:
        large(Path(folder))
        report = Program((*ORDER, f"{folder}/report.docx"), Path(folder), False)
        found = measured({"first": report, "again": report._replace(kept=Path(folder) / "kept")}, 3)
        size = (Path(folder) / "report.docx").stat().st_size / 1e6
    print(f"{TASKS} tasks, one quarterly report of {size:.1f} MB; median of 3 whole processes")
    for name, each in found.items():
        print(f"  {name:<6} {each.seconds:5.2f} s (goal: 10) {each.megabytes:5.0f} MB (goal: 500)")


if __name__ == "__main__":
    main()
