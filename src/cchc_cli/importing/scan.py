"""The XML of a workbook's sheets → what their values do not tell: formulas, merged cells, how far they reach.

A reader lays a sheet out in memory, so its reach and the length of its texts are bounded before it is read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from cchc_cli.importing.package import HOLDS_CELLS
from cchc_cli.importing.workbook import bare, elements, sheets
from cchc_cli.text.problems import Stop
from cchc_cli.text.unpacking import Parts

_STRINGS, _STYLES = "xl/sharedstrings.xml", "xl/styles.xml"
_PERCENTS = ("9", "10")
"""The percentages among the looks that every program knows."""
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_COLUMN, _LAST_ROW = 200, 60_000
_CELLS, _LETTERS = 500_000, 50_000_000
_AREA = 1_000_000
"""The cells that a reader lays out, empty ones among them: some 60 bytes each."""
BROKEN = Stop("tệp Excel đã hỏng", "mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx")


class Merged(NamedTuple):
    """A range of merged cells: its first and last row, from 0, and its name as A5:C7."""

    first: int
    last: int
    name: str


class Scan(NamedTuple):
    """What a sheet holds beside its values. `formulas`, `errors` (as #REF!), `percents`: the names of their cells."""

    formulas: tuple[str, ...]
    errors: tuple[str, ...]
    merged: tuple[Merged, ...]
    percents: frozenset[str]


def scanned(parts: Parts) -> dict[str, Scan]:
    """The sheets of a workbook by name; one that reaches too far is a `Stop`. Whatever holds cells is bounded."""
    try:
        strings = [_length(each) for each in elements(_strings(parts), "si")]
        percent = _percent_styles(parts.get(_STYLES, b"<styleSheet/>"))
        names = {part: name for name, part in sheets(parts).items()}
        found = {
            part: _scan(names.get(part, part), data, strings, percent)
            for part, data in parts.items()
            if HOLDS_CELLS in data.replace(b"\0", b"")
        }
    except (ParseError, KeyError, ValueError) as error:
        raise BROKEN from error
    return {name: found[part] for part, name in names.items() if part in found}


def letters(column: int) -> str:
    """The letters of a column, counted from 0: A, B … AA."""
    found = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        found = chr(ord("A") + left) + found
    return found


def place(cell: str) -> tuple[int, int]:
    """The row and column of a cell's name, from 0."""
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _strings(parts: Parts) -> bytes:
    """The texts that cells share; programs differ in the capitals of the part's name."""
    return next((data for name, data in parts.items() if name.lower().replace("\\", "/") == _STRINGS), b"<sst/>")


def _percent_styles(data: bytes) -> frozenset[str]:
    """The numbers of the looks in which a cell shows 0.6 as 60%."""
    root = fromstring(data)
    told = {each.get("numFmtId"): each.get("formatCode") or "" for each in root.iter() if bare(each) == "numFmt"}
    percent = {*_PERCENTS, *(key for key, code in told.items() if "%" in code)}
    looks = (each for table in root if bare(table) == "cellXfs" for each in table)
    return frozenset(str(place) for place, look in enumerate(looks) if look.get("numFmtId") in percent)


def _scan(name: str, data: bytes, strings: list[int], percent: frozenset[str]) -> Scan:
    formulas: list[str] = []
    percents: list[str] = []
    errors: list[str] = []
    merged: list[Merged] = []
    used: Counter[int] = Counter()
    long = cells = width = 0
    for each, row, column in _placed(data):
        if bare(each) == "mergeCell":
            merged.append(_merged(each.attrib["ref"]))
            continue
        called = f"{letters(column)}{row + 1}"
        inside = {bare(child): child.text or "" for child in each}
        if "f" in inside:
            formulas.append(called)
        if each.get("t") == "e":
            errors.append(called)
        if not inside.get("v") and "is" not in inside:
            continue
        cells, width = cells + 1, max(width, column + 1)
        if row >= _LAST_ROW or column >= _LAST_COLUMN or cells > _CELLS or (row + 1) * width > _AREA:
            raise Stop(f"trang “{name}” quá rộng: có chữ ở ô {called}", "xóa các ô ngoài bảng rồi lưu lại")
        if each.get("s") in percent and each.get("t", "n") == "n":
            percents.append(called)
        if each.get("t") == "s":
            used[int(inside["v"])] += 1
        long += len(inside.get("v", "")) + (_length(each) if "is" in inside else 0)
    long += sum(times * strings[index] for index, times in used.items() if index < len(strings))
    if long > _LETTERS:
        raise Stop(f"trang “{name}” có quá nhiều chữ", "chỉ giữ lại bảng cần đọc; tệp chỉ nên vài trăm kB")
    return Scan(tuple(formulas), tuple(errors), tuple(merged), frozenset(percents))


def _placed(data: bytes) -> Iterator[tuple[Element, int, int]]:
    """Cells with their row and column, and ranges of merged cells; a cell without a name follows the one before it."""
    row = column = -1
    for each in elements(data, "c", "row", "mergeCell"):
        stated = each.get("r")
        if bare(each) == "row":
            row, column = (int(stated) - 1 if stated else row + 1), -1
            continue
        if bare(each) == "c":
            row, column = place(stated) if stated else (row, column + 1)
        yield each, row, column


def _merged(reference: str) -> Merged:
    first, _, last = reference.partition(":")
    return Merged(place(first)[0], place(last or first)[0], reference)


def _length(element: Element) -> int:
    return sum(len(each.text or "") for each in element.iter())
