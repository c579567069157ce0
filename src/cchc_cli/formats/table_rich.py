"""Table → a terminal, drawn by rich: long texts fold, ids and dates never do, colour stresses what words say."""

from typing import Literal, TextIO

from cchc_cli.tables import Cell, Column, Table

_STYLES = {"overdue": "bold red", "soon": "yellow", "done": "green", "quiet": "dim"}


def draw(table: Table, out: TextIO) -> None:
    """Print to a terminal stream."""
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    if table.title:
        console.print(Text(table.title, style="bold"))
    for group in table.groups:
        if group.title is not None:
            console.print()
            console.print(Text(group.title, style="bold"))
        if group.rows:
            drawn = RichTable(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
            for column in table.columns:
                _add_column(drawn, column)
            for row in group.rows:
                drawn.add_row(*(Text(cell.text, style=_style(cell)) for cell in row))
            console.print(drawn)
    if table.remarks:
        console.print()
    for remark in table.remarks:
        console.print(Text(remark))


def _add_column(drawn: object, column: Column) -> None:
    from rich.table import Table as RichTable

    assert isinstance(drawn, RichTable)
    wrap = column.fold or column.right  # a number has no place to break, its head has
    justify: Literal["left", "right"] = "right" if column.right else "left"
    drawn.add_column(column.title, no_wrap=not wrap, overflow="fold", justify=justify, min_width=column.least)


def _style(cell: Cell) -> str:
    return _STYLES.get(cell.tone or "", "")
