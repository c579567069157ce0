"""The heads of a printed table → what each column holds."""

from collections.abc import Callable, Iterable
from re import compile as pattern

from msgspec import Struct

from cchc_cli.importing.paper import Grid
from cchc_cli.model import OWN, AppendixHead, Column
from cchc_cli.plan.columns import columns as told
from cchc_cli.plan.heads import meanings
from cchc_cli.schedule import Term, Unread, cell_within
from cchc_cli.vietnamese.names import fold, slug
from cchc_cli.vietnamese.paper import from_roman

_FEWEST = 3
"""So many heads that are known make a row a row of heads."""
_SEARCHED = 300
"""The rows in which the heads are looked for: a sheet may hold the whole document above its table."""
_NUMBER = pattern(r"[A-Za-zĐđ]{0,3}\d+(\.\d+)*[.)]?|[a-zđ][.)]")
_STARTS = pattern(r"bat dau|tu ngay|tu thang|ngay (?:giao|nhan)")
_LONG = 20
"""A column whose texts are longer than this on average can hold the tasks."""


class Heads(Struct, frozen=True):
    """The heads of a table: its rows of heads, the printed lines of each column, and the key of what it holds.

    `guessed` are the columns whose head does not tell what they hold.
    """

    first: int
    height: int
    lines: tuple[tuple[str, ...], ...]
    holds: tuple[str, ...]
    guessed: tuple[int, ...] = ()

    @property
    def columns(self) -> tuple[str | tuple[str, ...] | Column, ...]:
        """The columns as plan.yaml lists them."""
        read = told(AppendixHead(columns=tuple(map(_written, self.lines))), ())
        return tuple(
            _written(lines) if each.holds == holds else Column(head=_written(lines), holds=holds)
            for lines, each, holds in zip(self.lines, read, self.holds, strict=True)
        )

    def periods(self, term: Term) -> dict[str, str]:
        """The keys of own columns whose head ends with a period of the term, as "Quý I", with the words of it."""
        last = (
            (holds, lines[-1]) for holds, lines in zip(self.holds, self.lines, strict=True) if holds.startswith(OWN)
        )
        read = ((holds, words, cell_within(words, term, None)) for holds, words in last if words)
        return {
            holds: words
            for holds, words, pieces in read
            if not isinstance(pieces, Unread) and all(each.reading.start and each.reading.due for each in pieces)
        }

    def repeats(self, texts: Iterable[str]) -> bool:
        """Whether a row prints heads again, as papers do at the top of each page."""
        found = [(text, lines) for text, lines in zip(texts, self.lines, strict=False) if text]
        return len(found) > 1 and all(text.replace("\n", " ") in (*lines, " ".join(lines)) for text, lines in found)


ByContent = Callable[[list[str]], str]
"""The texts of a column whose head is not known → the key of what they are, or ""."""


def heads(grid: Grid, by_content: ByContent) -> Heads | None:
    """The heads of a table; None if it is no table of tasks."""
    first = row_of_heads(grid)
    if first is None:
        return None
    height = _height(grid, first)
    lines = tuple(_lines(grid, first, height, column) for column in range(len(grid.rows[first])))
    return _resolved(grid, first, height, lines, by_content)


def row_of_heads(grid: Grid) -> int | None:
    """The first row of heads, from 0; None if there is none."""
    for first in range(min(len(grid.rows), _SEARCHED)):
        if _known([cell.text if cell else "" for cell in grid.row(first)]) >= _FEWEST:
            return first
    return None


def _known(texts: list[str]) -> int:
    return len({holds[0] for text in texts if text and (holds := meanings(text.replace("\n", " ")))})


def _height(grid: Grid, first: int) -> int:
    """How many rows the heads take: those that share a merged cell with the first, or print only heads."""
    height = 1
    while first + height < len(grid.rows):
        row = grid.rows[first + height]
        shared = set(row) & set(grid.rows[first]) - {-1}
        texts = [cell.text for cell in grid.row(first + height) if cell and cell.text]
        if not shared and not (texts and all(meanings(text) for text in texts)):
            break
        height += 1
    return height


def _lines(grid: Grid, first: int, height: int, column: int) -> tuple[str, ...]:
    """The lines of a column's head; a cell merged over rows is one line."""
    found = dict.fromkeys(grid.rows[first + step][column] for step in range(height))
    texts = (" ".join(grid.cells[each].text.split()) for each in found if each >= 0)
    return tuple(filter(None, texts)) or ("",)


def _resolved(grid: Grid, first: int, height: int, lines: tuple[tuple[str, ...], ...], by_content: ByContent) -> Heads:
    body = range(first + height, len(grid.rows))
    holds = [each.holds or "" for each in told(AppendixHead(columns=tuple(map(_written, lines))), ())]
    guessed = [place for place, each in enumerate(holds) if not each]
    if "title" not in holds:
        able = [column for column in guessed if _filled(grid, body, column) * 2 > len(body)]
        longest = max(able, key=lambda column: _average(grid, body, column), default=None)
        if longest is not None and _average(grid, body, longest) > _LONG:
            holds[longest], guessed = "title", [*guessed, longest]
    for column in guessed:
        told_by = by_content([cell.text for row in body if (cell := grid.row(row)[column]) and cell.text])
        is_start = told_by == "schedule" and _STARTS.search(fold(" ".join(lines[column])))
        if not holds[column] and told_by and told_by not in holds and not is_start:
            holds[column] = told_by
    _number(grid, body, holds, guessed)
    if "lead" not in holds and "assignment" not in holds and "perform" in holds:
        column = holds.index("perform")
        texts = [cell.text for row in body if (cell := grid.row(row)[column]) and cell.text]
        if any("chủ trì" in text.casefold() for text in texts):
            holds[column] = "assignment"
    return Heads(first, height, lines, _named(lines, holds), tuple(sorted(set(guessed))))


def _number(grid: Grid, body: range, holds: list[str], guessed: list[int]) -> None:
    """Of the columns that hold printed numbers, that which most rows have is the number; the others keep their own."""
    title = holds.index("title") if "title" in holds else len(holds)
    able = [
        column
        for column in range(title)
        if holds[column] in ("number", "") and _share(grid, body, column) > 0.5 and _filled(grid, body, column)
    ]
    if not able:
        return
    best = max(able, key=lambda column: (_filled(grid, body, column), holds[column] == "number"))
    if holds[best] != "number":
        guessed.append(best)
    for column, each in enumerate(holds):
        if each == "number":
            holds[column] = ""
    holds[best] = "number"


def _filled(grid: Grid, body: range, column: int) -> int:
    return sum(bool(cell and cell.text) for row in body if (cell := grid.row(row)[column]) or True)


def _share(grid: Grid, body: range, column: int) -> float:
    """Which share of the filled cells of a column are numbers, codes or letters of a list."""
    texts = [cell.text for row in body if (cell := grid.row(row)[column]) and cell.text]
    numbers = sum(bool(_NUMBER.fullmatch(text)) or from_roman(text) is not None for text in texts)
    return numbers / len(texts) if texts else 0.0


def _average(grid: Grid, body: range, column: int) -> float:
    texts = [cell.text for row in body if (cell := grid.row(row)[column]) and cell.text]
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _named(lines: tuple[tuple[str, ...], ...], holds: list[str]) -> tuple[str, ...]:
    """A column that nothing is known of, or whose key another column has, holds cells of its own."""
    found: list[str] = []
    for place, each in enumerate(holds):
        name = slug(" ".join(lines[place])) or f"cot-{place + 1}"
        own = f"{OWN}{name}"
        found.append(each if each and each not in found else own if own not in found else f"{own}-{place + 1}")
    return tuple(found)


def _written(lines: tuple[str, ...]) -> str | tuple[str, ...]:
    return lines if len(lines) > 1 else lines[0]
