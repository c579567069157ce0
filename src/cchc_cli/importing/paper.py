"""What was printed, before any meaning: paragraphs and tables, each piece with its place in the file."""

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from msgspec import Struct

from cchc_cli.importing.guesses import Guess
from cchc_cli.text.digits import whole
from cchc_cli.text.problems import Stop

_POSITIONS = 1_000_000
"""The positions that a table may have, empty ones among them."""
_WIDEST = 1_000


class Line(Struct, frozen=True):
    """A paragraph."""

    text: str
    place: str


class Cell(Struct, frozen=True):
    """A cell of a table; one that is merged stands at several positions. `doubt` says what may be misread."""

    text: str
    place: str
    doubt: str = ""


class Grid(Struct, frozen=True):
    """A table: rows of positions in `cells`, all of one width; -1 where the paper has no cell."""

    cells: tuple[Cell, ...]
    rows: tuple[tuple[int, ...], ...]
    place: str

    def row(self, number: int) -> tuple[Cell | None, ...]:
        """The cells of a row, from left to right."""
        return tuple(self.cells[each] if each >= 0 else None for each in self.rows[number])


class Paper(Struct, frozen=True):
    """The blocks of a file in printed order. `left_out`: what the reader of the file does not take, as words.

    `doubts`: what it takes without being sure that it belongs to the paper.
    """

    blocks: tuple[Line | Grid, ...]
    left_out: tuple[Line, ...] = ()
    doubts: tuple[Guess, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The paragraphs outside tables."""
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The tables."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))


class Laid(Struct, frozen=True):
    """A cell to be laid into a table: so many columns wide and rows high. `under`: it continues the cell above."""

    cell: Cell
    across: int = 1
    down: int = 1
    under: bool = False


def span(told: str | None) -> int:
    """How many columns or rows a cell covers, as its attribute says; 1 where that is no such number."""
    return min(max(1, whole(told or "") or 1), _WIDEST)


def laid_out(rows: Iterable[Iterable[Laid]], place: str) -> Grid:
    """Rows of cells with their spans → a table. A cell finds the next free position of its row."""
    cells: list[Cell] = []
    grid: list[dict[int, int]] = []
    positions = 0
    for number, row in enumerate(rows):
        _grown(grid, number)
        column = 0
        for laid in row:
            while column in grid[number]:
                column += 1
            above = grid[number - 1].get(column, -1) if laid.under and number else -1
            if above < 0:
                cells.append(laid.cell)
                above = len(cells) - 1
            elif laid.cell.text:
                cells[above] = Cell(f"{cells[above].text}\n{laid.cell.text}".strip(), cells[above].place)
            positions += laid.down * laid.across
            if positions > _POSITIONS:
                raise _too_large(place)
            for down in range(laid.down):
                _grown(grid, number + down)
                grid[number + down].update({column + step: above for step in range(laid.across)})
            column += laid.across
    width = max((max(row, default=-1) + 1 for row in grid), default=0)
    if width * len(grid) > _POSITIONS:
        raise _too_large(place)
    return Grid(tuple(cells), tuple(tuple(row.get(each, -1) for each in range(width)) for row in grid), place)


def _too_large(place: str) -> Stop:
    hint = "chỉ giữ lại bảng nhiệm vụ, bỏ ô gộp thừa rồi nhập lại"
    return Stop(f"{place}: bảng quá rộng, hoặc có ô gộp quá lớn", hint)


def words(text: str) -> Iterator[str]:
    """The words of a text, by which what came in is compared with what went out."""
    for piece in normalize("NFC", text).split():
        bare = piece.strip("-–—+•*.,;:()[]\"“”'’ ")
        if bare:
            yield bare.casefold()


def _grown(grid: list[dict[int, int]], number: int) -> None:
    while len(grid) <= number:
        grid.append({})
