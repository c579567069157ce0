"""Start-up: `cchc due` on the real plan beside an empty Typer program that draws the same table with rich.

Whole processes, median of nine, in turns; "again" is a run that finds what an earlier one parsed, the others find
nothing. Exits 1 where on a terminal a first run takes more than 1.3 times the empty program's time or a run again more
than 1.0 times, or where one takes 60 MB.
"""

import compileall
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_cli.answers import due as shown
from cchc_cli.answers.tables import Table
from cchc_cli.queries import due as query
from cchc_cli.queries.views import Asked
from cchc_cli.shell.options import days, scope
from processes import Medians, Program, measured

ROOT = Path(__file__).resolve().parents[1]
DAY = "2026-03-31"
TIMES = 9
MOST_RATIO = 1.3
MOST_AGAIN = 1.0
MOST_MEGABYTES = 60

EMPTY = '''\
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

COLUMNS = {columns!r}
GROUPS = {groups!r}
REMARKS = {remarks!r}

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def due(as_of: Annotated[str, typer.Option("--as-of")] = "") -> None:
    """The same table, ready made."""
    console = Console(highlight=False, markup=False, emoji=False)
    for title, rows in GROUPS:
        console.print(Text(title, style="bold"))
        table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
        for head, fold in COLUMNS:
            table.add_column(head, no_wrap=not fold, overflow="fold")
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
    for remark in REMARKS:
        console.print(Text(remark))


app()
'''


def real_table() -> Table:
    """The answer of `cchc due` on the real plan."""
    workspace = scope.workspace(ROOT, None)
    asked = Asked(days.day(DAY), (), (), ())
    return shown.table(query.due(workspace, asked, 30, False), workspace, False)


def empty_program(table: Table) -> str:
    columns = [(column.title, column.fold) for column in table.columns]
    groups = [(group.title or "", [[cell.text for cell in row] for row in group.rows]) for group in table.groups]
    return EMPTY.format(columns=columns, groups=groups, remarks=list(table.remarks))


def main() -> int:
    table = real_table()
    rows = sum(len(group.rows) for group in table.groups)
    with TemporaryDirectory() as folder:
        Path(folder, "empty_program.py").write_text(empty_program(table), encoding="utf-8")
        compileall.compile_dir(folder, quiet=1)
        compileall.compile_dir(ROOT / "src", quiet=1)
        empty, due = ("-m", "empty_program", "--as-of", DAY), ("-m", "cchc_cli", "-C", str(ROOT), "due", "--as-of", DAY)
        found = measured(
            {
                "python -c pass": Program(("-c", "pass"), Path(folder), False),
                "empty, terminal": Program(empty, Path(folder), True),
                "cchc due, terminal": Program(due, Path(folder), True),
                "… again, terminal": Program(due, Path(folder), True, Path(folder)),
                "empty, pipe": Program(empty, Path(folder), False),
                "cchc due, pipe": Program(due, Path(folder), False),
                "… again, pipe": Program(due, Path(folder), False, Path(folder)),
            },
            TIMES,
        )
    print(f"cchc due --as-of {DAY}: {rows} rows; median of {TIMES} whole processes")
    for name, medians in found.items():
        print(f"  {name:<20} {medians.seconds * 1000:6.0f} ms {medians.megabytes:6.1f} MB")
    return verdict(found)


def verdict(found: dict[str, Medians]) -> int:
    ratio = found["cchc due, terminal"].seconds / found["empty, terminal"].seconds
    peak = max(found["cchc due, terminal"].megabytes, found["cchc due, pipe"].megabytes)
    again = found["… again, terminal"].seconds / found["empty, terminal"].seconds
    good = ratio <= MOST_RATIO and again <= MOST_AGAIN and peak <= MOST_MEGABYTES
    print(f"  terminal: {ratio:.2f} x the empty program (at most {MOST_RATIO})")
    print(f"  again, terminal: {again:.2f} x (at most {MOST_AGAIN})")
    first, later = (found[name].seconds / found["empty, pipe"].seconds for name in ("cchc due, pipe", "… again, pipe"))
    print(f"  pipe: {first:.2f} x, again {later:.2f} x")
    print(f"  peak: {peak:.0f} MB (at most {MOST_MEGABYTES})")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
