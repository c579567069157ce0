"""Table → text for a terminal: long texts fold at spaces, ids and dates never fold, colour repeats the words.

Where a screen is too narrow for the columns, the name of a row stands above its figures; where it is still too narrow,
each row is a block of «Head: text» lines.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cchc_cli.answers.tables import Cell, Column, Group, Table, visible
from cchc_cli.formats.screen_widths import Fitting, Layout, fitting, shown
from cchc_cli.text.cells import folded, width

_CODES = {"overdue": "1;31", "soon": "33", "done": "32", "quiet": "2", "title": "1", "head": "2"}
"""SGR codes: bold red, yellow, green, faint; bold and faint for titles and heads."""
_Styled = tuple[str, str | None]
"""A text and the name of its style."""
_Line = tuple[str, int]
"""A line with its codes, and its width."""
_EMPTY: _Line = ("", 0)


def drawn(table: Table, screen: int, colour: bool) -> str:
    """The table for a terminal of so many columns, with or without colour."""
    return "".join(f"{text}\n" for text, _ in _lines(table, screen, colour))


def _lines(table: Table, screen: int, colour: bool) -> Iterator[_Line]:
    fit = fitting(table, screen)
    if table.title:
        yield from _folded([(visible(table.title), "title")], screen, colour)
    for group in table.groups:
        if group.title is not None:
            yield _EMPTY
            yield from _folded([(visible(group.title), "title")], screen, colour)
        if group.rows:
            yield from _group(table.columns, group, fit, screen, colour)
    if table.remarks:
        yield _EMPTY
    for remark in table.remarks:
        yield from _folded([(visible(remark), None)], screen, colour)


def _group(columns: tuple[Column, ...], group: Group, fit: Fitting, screen: int, colour: bool) -> Iterator[_Line]:
    if fit.layout is Layout.BLOCKS:
        yield from _blocks(columns, group, screen, colour)
        return
    above = 1 if fit.layout is Layout.BELOW_NAMES else 0
    beside = columns[above:]
    yield from _heads(beside, fit, colour)
    for row in group.rows:
        for name in row[:above]:
            yield from _folded([_styled(name)], screen, colour)
        yield from _row(map(_styled, row[above:]), beside, fit, colour)


def _blocks(columns: tuple[Column, ...], group: Group, screen: int, colour: bool) -> Iterator[_Line]:
    """Rows with an empty line between them; a cell without text has no line."""
    for place, row in enumerate(group.rows):
        if place:
            yield _EMPTY
        for column, cell in zip(columns, row, strict=True):
            if cell.text:
                yield from _folded([(f"{column.title}: ", "head"), _styled(cell)], screen, colour)


def _row(cells: Iterable[_Styled], columns: tuple[Column, ...], fit: Fitting, colour: bool) -> Iterator[_Line]:
    """The lines of cells side by side, the first ones at the same height."""
    parts = [list(_folded([cell], wide, colour)) for cell, wide in zip(cells, fit.widths, strict=True)]
    yield from (_beside(each, columns, fit) for each in zip_longest(*parts, fillvalue=_EMPTY))


def _heads(columns: tuple[Column, ...], fit: Fitting, colour: bool) -> Iterator[_Line]:
    """The heads, the last lines at the same height, above the cells."""
    parts = [
        list(_folded([(column.title, "head")], wide, colour))[::-1]
        for column, wide in zip(columns, fit.widths, strict=True)
    ]
    lines = [_beside(each, columns, fit) for each in zip_longest(*parts, fillvalue=_EMPTY)]
    yield from reversed(lines)


def _beside(line: tuple[_Line, ...], columns: tuple[Column, ...], fit: Fitting) -> _Line:
    """One line across the columns."""
    padded = [
        " " * (wide - taken) + text if column.right else text + " " * (wide - taken)
        for (text, taken), wide, column in zip(line, fit.widths, columns, strict=True)
    ]
    return (" " * fit.gap).join(padded).rstrip(), 0


def _folded(texts: list[_Styled], most: int, colour: bool) -> Iterator[_Line]:
    """The lines of texts that follow one another, each with its width."""
    whole = "".join(text for text, _ in texts)
    for start, end in folded(whole, most):
        painted, at = "", 0
        for text, style in texts:
            piece = text[max(start - at, 0) : max(end - at, 0)]
            painted += _painted(piece, style) if colour else piece
            at += len(text)
        yield painted, width(whole[start:end])


def _painted(text: str, style: str | None) -> str:
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style and text else text


def _styled(cell: Cell) -> _Styled:
    return shown(cell), cell.tone
