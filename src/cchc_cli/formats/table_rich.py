"""Table → a terminal, drawn by rich: long texts fold at spaces, ids and dates never fold, colour repeats the words.

Where a screen is too narrow for the columns, the name of a row stands above its figures; where it is still too narrow,
each row is a block of «Head: text» lines.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, TextIO

from cchc_cli.answers.tables import Cell, Column, Group, Table, visible

if TYPE_CHECKING:
    from rich.console import Console

GAP = 2
NARROW = 1
"""The spaces between columns; on a narrow screen, where a column may also be as narrow as its longest word."""
READABLE = 12
_STYLES = {"overdue": "bold red", "soon": "yellow", "done": "green", "quiet": "dim"}


def draw(table: Table, out: TextIO) -> None:
    """Print to a terminal stream."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, highlight=False, markup=False, emoji=False)
    drawn = _fitting(table, console.width)
    if table.title:
        console.print(Text(visible(table.title), style="bold"))
    for group in table.groups:
        if group.title is not None:
            console.print()
            console.print(Text(visible(group.title), style="bold"))
        if group.rows:
            drawn(console, table.columns, group)
    if table.remarks:
        console.print()
    for remark in table.remarks:
        console.print(Text(visible(remark)))


def _fitting(table: Table, screen: int) -> Callable[["Console", tuple[Column, ...], Group], None]:
    """How to draw groups: in columns, in close columns, with the names above their figures, or in blocks."""
    for gap, readable in ((GAP, READABLE), (NARROW, 0)):
        wide = widths(table, screen, gap, readable)
        if wide is not None:
            return partial(_columns, wide=wide, gap=gap)
    wide = widths(_without_names(table), screen, NARROW, 0) if table.columns[0].fold else None
    return _blocks if wide is None else partial(_below_names, wide=wide)


def widths(table: Table, screen: int, gap: int = GAP, readable: int = READABLE) -> list[int] | None:
    """Columns that never fold get their full width; the others get a minimum and a share of the rest, short ones first.

    The minimum is the longest word, or a readable width. `gap`: the spaces between columns. None: the columns do not
    fit the screen.
    """
    rows = [row for group in table.groups for row in group.rows]
    cells = [[_shown(row[place]) for row in rows] for place in range(len(table.columns))]
    needed = [_needed(column, texts) for column, texts in zip(table.columns, cells, strict=True)]
    folding = sorted((place for place, column in enumerate(table.columns) if column.fold), key=needed.__getitem__)
    found = list(needed)
    for place in folding:
        words = (word for text in (table.columns[place].title, *cells[place]) for word in text.split())
        found[place] = max(_widest(words), min(needed[place], readable))
    spare = screen - gap * len(found) - sum(found)  # rich reckons a gap after the last column too
    if spare < 0:
        return None
    for left, place in zip(range(len(folding), 0, -1), folding, strict=True):
        share = spare if left == 1 else spare // (left + 1)  # the longest gets two shares
        more = min(needed[place] - found[place], share)
        found[place] += more
        spare -= more
    return found


def _without_names(table: Table) -> Table:
    groups = tuple(Group(group.title, tuple(row[1:] for row in group.rows)) for group in table.groups)
    return Table(table.title, table.columns[1:], groups)


def _below_names(console: "Console", columns: tuple[Column, ...], group: Group, wide: list[int]) -> None:
    """The heads once, then for each row its name on a line of its own and the other cells below."""
    from rich.text import Text

    _columns(console, columns[1:], Group(None, ()), wide, NARROW)
    for row in group.rows:
        console.print(Text(_shown(row[0]), style=_style(row[0])))
        _columns(console, columns[1:], Group(None, (row[1:],)), wide, NARROW, heads=False)


def _columns(
    console: "Console", columns: tuple[Column, ...], group: Group, wide: list[int], gap: int, heads: bool = True
) -> None:
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=None, pad_edge=False, show_header=heads, header_style="dim", padding=(0, gap, 0, 0))
    for column, width in zip(columns, wide, strict=True):
        drawn.add_column(column.title, width=width, overflow="fold", justify="right" if column.right else "left")
    for row in group.rows:
        drawn.add_row(*(Text(_shown(cell), style=_style(cell)) for cell in row))
    console.print(drawn)


def _blocks(console: "Console", columns: tuple[Column, ...], group: Group) -> None:
    """Rows with an empty line between them; a cell without text has no line."""
    from rich.text import Text

    for place, row in enumerate(group.rows):
        if place:
            console.print()
        for column, cell in zip(columns, row, strict=True):
            if cell.text:
                console.print(Text.assemble((f"{column.title}: ", "dim"), (_shown(cell), _style(cell))))


def _needed(column: Column, texts: list[str]) -> int:
    heads = column.title.split() if column.right else [column.title]
    return _widest([*heads, *(line for text in texts for line in text.split("\n"))])


def _widest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, set(texts)), default=0)


def _shown(cell: Cell) -> str:
    return visible(cell.text).expandtabs()


def _style(cell: Cell) -> str:
    return _STYLES.get(cell.tone or "", "")
