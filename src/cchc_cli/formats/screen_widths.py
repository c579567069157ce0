"""How a table is laid out on a screen of a width: in columns, with its names above the figures, or in blocks."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from cchc_cli.answers.tables import Cell, Column, Group, Table, visible
from cchc_cli.text.cells import width

GAP = 2
NARROW = 1
"""The spaces between columns; on a narrow screen, where a column may also be as narrow as its longest word."""
READABLE = 12


class Layout(Enum):
    """The ways to lay out rows."""

    COLUMNS = "columns"
    BELOW_NAMES = "below names"
    """The name of a row on a line of its own, the other cells below."""
    BLOCKS = "blocks"
    """Lines of «Head: text»."""


class Fitting(NamedTuple):
    """A layout, the widths of its columns and the spaces between them."""

    layout: Layout
    widths: tuple[int, ...] = ()
    gap: int = 0


def fitting(table: Table, screen: int) -> Fitting:
    """The first layout that fits the screen."""
    for gap, readable in ((GAP, READABLE), (NARROW, 0)):
        wide = widths(table, screen, gap, readable)
        if wide is not None:
            return Fitting(Layout.COLUMNS, tuple(wide), gap)
    wide = widths(_without_names(table), screen, NARROW, 0) if table.columns[0].fold else None
    return Fitting(Layout.BLOCKS) if wide is None else Fitting(Layout.BELOW_NAMES, tuple(wide), NARROW)


def widths(table: Table, screen: int, gap: int = GAP, readable: int = READABLE) -> list[int] | None:
    """Columns that never fold get their full width; the others get a minimum and a share of the rest, short ones first.

    The minimum is the longest word, or a readable width. `gap`: the spaces between columns. None: the columns do not
    fit the screen.
    """
    rows = [row for group in table.groups for row in group.rows]
    cells = [[shown(row[place]) for row in rows] for place in range(len(table.columns))]
    needed = [_needed(column, texts) for column, texts in zip(table.columns, cells, strict=True)]
    folding = sorted((place for place, column in enumerate(table.columns) if column.fold), key=needed.__getitem__)
    found = list(needed)
    for place in folding:
        words = (word for text in (table.columns[place].title, *cells[place]) for word in text.split())
        found[place] = max(_widest(words), min(needed[place], readable))
    spare = screen - gap * len(found) - sum(found)  # a gap after the last column too: a full line would wrap
    if spare < 0:
        return None
    for left, place in zip(range(len(folding), 0, -1), folding, strict=True):
        share = spare if left == 1 else spare // (left + 1)  # the longest gets two shares
        more = min(needed[place] - found[place], share)
        found[place] += more
        spare -= more
    return found


def shown(cell: Cell) -> str:
    """The text of a cell as it is drawn."""
    return visible(cell.text).expandtabs()


def _without_names(table: Table) -> Table:
    groups = tuple(Group(group.title, tuple(row[1:] for row in group.rows)) for group in table.groups)
    return Table(table.title, table.columns[1:], groups)


def _needed(column: Column, texts: list[str]) -> int:
    heads = column.title.split() if column.right else [column.title]
    return _widest([*heads, *(line for text in texts for line in text.split("\n"))])


def _widest(texts: Iterable[str]) -> int:
    return max(map(width, set(texts)), default=0)
