"""Rows of printed tables → sections, tasks and sub-rows, before their cells are read; split rows are joined."""

from collections.abc import Iterator
from re import DOTALL, IGNORECASE
from re import compile as pattern
from typing import Literal

from msgspec import Struct, structs

from cchc_cli.importing.cells import DASH, relisted
from cchc_cli.importing.heads import Heads
from cchc_cli.importing.paper import Cell, Grid, Line
from cchc_cli.model import ROLE_CELLS
from cchc_cli.vietnamese.paper import from_roman

Kind = Literal["section", "row", "dash", "part"]
PART = frozenset(("products", "schedule", *ROLE_CELLS))
"""What a further part of a row may print."""
_TITLED = pattern(r"([IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*)[.)]?\s+(\S.*)", DOTALL)

_TOTAL = pattern(r"(?:tổng (?:cộng|số)|cộng)\s*[:(]?\s*\d", IGNORECASE)
_SHOWN = 6
"""So many words are shown on each side of a seam."""


class Printed(Struct, frozen=True):
    """A row as the plan has it: its kind, printed number, and cells by what their column holds.

    `merged`: cells that began in a row above and reach into this one. `seams`: where split rows were joined to it.
    `whole`: its only text runs over the whole table.
    """

    kind: Kind
    number: str
    cells: dict[str, Cell]
    place: str
    merged: dict[str, Cell] = {}
    seams: tuple[Line, ...] = ()
    whole: bool = False

    def text(self, key: str) -> str:
        """The text of a cell, "" if there is none."""
        cell = self.cells.get(key)
        return cell.text if cell else ""


class Taken(Struct, frozen=True):
    """The rows of a table, and its cells that are no part of the plan."""

    rows: tuple[Printed, ...]
    noise: tuple[Cell, ...]


def rows_of(grid: Grid, found: Heads | None, used: Heads, last: Printed | None) -> Taken:
    """The rows of a table under the heads `used`; `found` are those that it prints itself.

    A row that only continues the one above is joined to it. `last`, the last row of the table before, comes first.
    """
    rows = [last] if last else []
    start = found.first + found.height if found else 0
    noise = list(_distinct(grid, range(start)))
    first_of_page = True
    for number in range(start, len(grid.rows)):
        cells = grid.row(number)
        if used.repeats(cell.text if cell else "" for cell in cells):
            noise += _distinct(grid, range(number, number + 1))
            first_of_page = True
            continue
        row = _printed(grid, number, used)
        if row is None:
            continue
        if _is_total(row):
            noise += row.cells.values()
            continue
        if rows and _continues(row, first_of_page) and (rows[-1].kind != "section" or set(row.cells) == {"title"}):
            rows[-1] = _joined(rows[-1], row)
        else:
            rows.append(row)
        first_of_page = False
    return Taken(tuple(rows), tuple(noise))


def _is_total(row: Printed) -> bool:
    """Whether a row only says how many rows there are: "Tổng cộng: 12 nhiệm vụ"."""
    text = " ".join(cell.text for cell in row.cells.values())
    return set(row.cells) <= {"number", "title"} and bool(_TOTAL.match(text))


def _distinct(grid: Grid, numbers: range) -> Iterator[Cell]:
    found = dict.fromkeys(each for number in numbers for each in grid.rows[number] if each >= 0)
    return (grid.cells[each] for each in found if grid.cells[each].text)


def _printed(grid: Grid, number: int, used: Heads) -> Printed | None:
    """A row by its columns; None if nothing is printed in it."""
    ids = grid.rows[number]
    above = set(grid.rows[number - 1]) if number else set()
    own = [each for each in dict.fromkeys(ids) if each >= 0 and each not in above and grid.cells[each].text]
    place = next((grid.cells[each].place for each in ids if each >= 0), f"{grid.place}, hàng {number + 1}")
    if len(own) == 1 and ids.count(own[0]) > len(ids) // 2:
        return _whole(grid.cells[own[0]], place)
    cells: dict[str, Cell] = {}
    merged: dict[str, Cell] = {}
    for column, holds in enumerate(used.holds[: len(ids)]):
        each = ids[column]
        if each < 0 or not grid.cells[each].text or each in ids[:column]:
            continue
        if each in above:
            merged[holds] = grid.cells[each]
        else:
            cells[holds] = grid.cells[each]
    if not cells:
        return None
    printed = cells.get("number")
    label = printed.text if printed else ""
    return Printed(_kind(label, cells), label, cells, place, merged)


def titled(text: str) -> tuple[str, str]:
    """The number and the title of a text that is a heading, as "I. CẢI CÁCH THỂ CHẾ"; the number may be ""."""
    found = _TITLED.fullmatch(text.replace("\n", " "))
    return (found[1], found[2]) if found else ("", text.replace("\n", " "))


def _whole(cell: Cell, place: str) -> Printed:
    """A row that is one text over the table: a section "I. CẢI CÁCH THỂ CHẾ", or a heading."""
    number, text = titled(cell.text)
    kind: Kind = "section" if from_roman(number) is not None else "row"
    return Printed(kind, number, {"title": Cell(text, cell.place)}, place, whole=True)


def _kind(number: str, cells: dict[str, Cell]) -> Kind:
    if from_roman(number.strip(".) ")) is not None and set(cells) <= {"number", "title"}:
        return "section"
    title = cells.get("title")
    if number:
        return "row"
    if title is None:
        return "part"
    return "dash" if DASH.match(title.text) else "row"


def _continues(row: Printed, first_of_page: bool) -> bool:
    """Whether a row without a number goes on with sentences of the row above, as at the end of a page."""
    if row.number or row.kind in ("section", "dash") or row.whole:
        return False
    if row.kind == "part" and not set(row.cells) <= PART:
        return True
    if row.kind == "part" and "schedule" not in row.cells and "products" not in row.cells:
        return True
    texts = [cell.text for cell in row.cells.values()]
    lower = sum(text[:1].islower() for text in texts)
    if "title" in row.cells and not row.text("title")[:1].islower():
        return first_of_page and set(row.cells) == {"title"}
    if "schedule" in row.cells and "products" in row.cells and not first_of_page and not lower:
        return False  # a part with a term of its own
    return first_of_page or lower > 0 or "schedule" not in row.cells


def _joined(above: Printed, below: Printed) -> Printed:
    """A row with the cells that go on below; a seam shows the last words above and the first below."""
    cells = dict(above.cells)
    seams: list[str] = []
    for key, cell in below.cells.items():
        former = cells.get(key)
        if former is None:
            cells[key] = cell
            seams.append(f"… ‖ {_first(cell.text)}")
            continue
        seams.append(f"{_last(former.text)} ‖ {_first(cell.text)}")
        text = relisted(cell.text) if DASH.match(former.text) else cell.text
        line = (cell.text[:1].isupper() and key != "title") or bool(DASH.match(cell.text))
        cells[key] = Cell(f"{former.text}{chr(10) if line else ' '}{text}", former.place, former.doubt or cell.doubt)
    seam = Line("; ".join(seams), below.place)
    return structs.replace(above, cells=cells, seams=(*above.seams, seam))


def _last(text: str) -> str:
    return " ".join(text.split()[-_SHOWN:])


def _first(text: str) -> str:
    return " ".join(text.split()[:_SHOWN])
