"""Table → a terminal, drawn by rich: long texts fold, ids and dates never do, colour stresses what words say."""

from typing import TextIO

from cchc_cli.tables import Column, Table, visible

GAP = 2
LEAST = 6
_STYLES = {"overdue": "bold red", "soon": "yellow", "done": "green", "quiet": "dim"}


def draw(table: Table, out: TextIO) -> None:
    """Print to a terminal stream."""
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    wide = widths(table, console.width)
    if table.title:
        console.print(Text(table.title, style="bold"))
    for group in table.groups:
        if group.title is not None:
            console.print()
            console.print(Text(group.title, style="bold"))
        if group.rows:
            drawn = RichTable(box=None, pad_edge=False, header_style="dim", padding=(0, GAP, 0, 0))
            for column, width in zip(table.columns, wide, strict=True):
                drawn.add_column(
                    column.title, width=width, overflow="fold", justify="right" if column.right else "left"
                )
            for row in group.rows:
                drawn.add_row(*(Text(visible(cell.text), style=_STYLES.get(cell.tone or "", "")) for cell in row))
            console.print(drawn)
    if table.remarks:
        console.print()
    for remark in table.remarks:
        console.print(Text(remark))


def widths(table: Table, screen: int) -> list[int]:
    """Columns that never fold get what they need; the others share the rest, short ones first."""
    cells = [[row[place].text for group in table.groups for row in group.rows] for place in range(len(table.columns))]
    found = [_needed(column, texts) for column, texts in zip(table.columns, cells, strict=True)]
    folding = [place for place, column in enumerate(table.columns) if column.fold]
    rest = screen - GAP * (len(found) - 1) - sum(width for place, width in enumerate(found) if place not in folding)
    for left, place in enumerate(sorted(folding, key=lambda each: found[each])):
        share = rest if left == len(folding) - 1 else rest // (len(folding) - left + 1)  # the longest gets two shares
        found[place] = max(LEAST, min(found[place], share))
        rest -= found[place]
    return found


def _needed(column: Column, texts: list[str]) -> int:
    head = max(map(len, column.title.split())) if column.right else len(column.title)
    return max([head, *map(len, texts)])
