"""Tables of a paper → one table of tasks: the rows of all under the columns of all, with sections for tables."""

from collections.abc import Iterator
from re import IGNORECASE
from re import compile as pattern

from msgspec import Struct, structs

from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.heads import ByContent, Heads, heads, row_of_heads
from cchc_cli.importing.paper import Cell, Grid, Line, Paper
from cchc_cli.importing.rows import Printed, rows_of, titled
from cchc_cli.vietnamese.paper import from_roman

_TELLS = {"schedule", "lead", "assignment", "perform", "products"}
"""A table of tasks holds one of these beside the tasks; a table of money or figures does not."""
_FIRST = ("1", "01")


_CAPTION = pattern(r"(?:phụ lục|biểu|bảng)\b.{0,30}", IGNORECASE)


class Tabled(Struct, frozen=True):
    """The rows of all tables of tasks under the heads of all, the tables, and what was not sure.

    `noise`: cells that are no part of the plan. `captions`: paragraphs that became titles of sections; `above`: those
    right above the first table.
    """

    heads: Heads
    rows: tuple[Printed, ...]
    noise: tuple[Cell, ...]
    grids: tuple[Grid, ...]
    captions: tuple[Line, ...]
    above: tuple[Line, ...]
    doubts: tuple[Guess, ...]


class _Table(Struct):
    """A table of tasks: its own heads, its rows, and what is printed above it."""

    heads: Heads
    rows: list[Printed]
    place: str
    captions: tuple[Line, ...]

    @property
    def begins_anew(self) -> bool:
        """Whether it counts its rows from 1, and has no sections."""
        numbers = (row.number.strip(".) ") for row in self.rows if row.number)
        return not self.has_sections and next(numbers, "") in _FIRST

    @property
    def has_sections(self) -> bool:
        return any(row.kind == "section" for row in self.rows)


def without_tops(paper: Paper) -> Paper:
    """The paper with the rows above the heads of a table as paragraphs: sheets hold titles and whole texts there."""
    return structs.replace(paper, blocks=tuple(each for block in paper.blocks for each in _split(block)))


def _split(block: Line | Grid) -> Iterator[Line | Grid]:
    first = row_of_heads(block) if isinstance(block, Grid) else None
    if not isinstance(block, Grid) or not first:
        yield block
        return
    for each in dict.fromkeys(each for row in block.rows[:first] for each in row if each >= 0):
        cell = block.cells[each]
        yield from (Line(text, cell.place) for text in cell.text.split("\n") if text.strip())
    yield structs.replace(block, rows=block.rows[first:])


def tabled(paper: Paper, by_content: ByContent) -> Tabled | None:
    """The tables of tasks, one after the other; one without heads, or counting on, goes on with the one before."""
    tables: list[_Table] = []
    grids: list[Grid] = []
    noise: list[Cell] = []
    for grid, captions in _captioned(paper):
        found = heads(grid, by_content)
        before = tables[-1] if tables and _goes_on(grid, found, tables[-1].heads) else None
        used = found or (before.heads if before else None)
        if used is None or not {"title"} <= set(used.holds) or not _TELLS & set(used.holds):
            continue
        last = before.rows.pop() if before else None
        read = rows_of(grid, found, used, last)
        table = _Table(used, list(read.rows), grid.place, captions)
        if before:
            before.rows.append(table.rows.pop(0))
        if before and not (found and table.begins_anew):
            before.rows += table.rows
        elif table.rows:
            tables.append(table)
        noise += read.noise
        grids.append(grid)
    if not tables:
        return None
    main = max(tables, key=lambda each: len(each.rows))
    other = [each for each in tables if each.heads.holds != main.heads.holds]
    named = _in_sections(tables)
    doubts = (*(_other_heads(each) for each in other), *(_section_of(each) for each in named))
    return Tabled(
        _together(main.heads, [each.heads for each in other]),
        tuple(row for each in tables for row in each.rows),
        tuple(noise), tuple(grids), tuple(line for each in named for line in each.captions),
        tables[0].captions, doubts,
    )  # fmt: skip


def _captioned(paper: Paper) -> Iterator[tuple[Grid, tuple[Line, ...]]]:
    """The tables, each with the headings right above it."""
    above: list[Line] = []
    for block in paper.blocks:
        if isinstance(block, Grid):
            yield block, tuple(above)
            above = []
        elif block.text.isupper() or _CAPTION.fullmatch(block.text):
            above.append(block)
        elif not block.text.startswith("("):
            above = []


def _goes_on(grid: Grid, found: Heads | None, before: Heads) -> bool:
    if found is None:
        return bool(grid.rows) and len(grid.rows[0]) == len(before.holds)
    return found.holds == before.holds


def _in_sections(tables: list[_Table]) -> list[_Table]:
    """Make a section of each table that counts anew, where there are several of them or others have sections."""
    anew = [each for each in tables if each.begins_anew]
    if len(tables) < 2 or not (len(anew) > 1 or any(each.has_sections for each in tables)):
        return []
    for each in anew:
        number, title = titled(" ".join(line.text for line in each.captions) or each.place)
        place = each.captions[0].place if each.captions else each.place
        known = number if from_roman(number) is not None else ""
        whole = title if known or not number else f"{number} {title}"
        cells = {"title": Cell(f"{whole[:1].upper()}{whole[1:]}", place)}
        each.rows.insert(0, Printed("section", known, cells, place, whole=True))
    return anew


def _together(main: Heads, others: list[Heads]) -> Heads:
    """The columns of the largest table, then those that only other tables have."""
    lines, holds, guessed = list(main.lines), list(main.holds), list(main.guessed)
    for each in others:
        for place, key in enumerate(each.holds):
            if key not in holds:
                guessed += [len(holds)] if place in each.guessed else []
                lines.append(each.lines[place])
                holds.append(key)
    return structs.replace(main, lines=tuple(lines), holds=tuple(holds), guessed=tuple(guessed))


def _other_heads(table: _Table) -> Guess:
    printed = ", ".join(" ".join(lines) for lines in table.heads.lines)
    told = "in chung một bảng, dưới tên cột của bảng lớn nhất"
    return Guess(Weight.COLUMN, table.place, "", printed, told, "bảng có các cột khác")


def _section_of(table: _Table) -> Guess:
    row = table.rows[0]
    return Guess(Weight.ROW, row.place, "", row.text("title"), "một lĩnh vực", "bảng đánh số lại từ 1")
