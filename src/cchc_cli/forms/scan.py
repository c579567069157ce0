"""The XML of a workbook's sheets → what their values do not tell: formulas, merged cells, how far they reach.

A reader lays a sheet out in memory, so its reach and the length of its texts are bounded before it is read.
"""

import re
from collections import Counter
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from cchc_cli.importing.workbook import bare, elements, sheets
from cchc_cli.text.problems import Stop
from cchc_cli.text.unpacking import Parts

_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_PERCENTS = ("9", "10")
"""The percentages among the looks that every program knows."""
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_COLUMN, _LAST_ROW = 200, 60_000
_CELLS, _LETTERS = 500_000, 50_000_000
_BROKEN = Stop("tệp Excel đã hỏng", "mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx")


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


def scanned(parts: Parts, wanted: tuple[str, ...]) -> dict[str, Scan]:
    """The wanted sheets of a workbook by name; one that reaches too far is a `Stop`. Every sheet is bounded."""
    try:
        strings = [_length(each) for each in elements(parts.get(_STRINGS, b"<sst/>"), "si")]
        percent = _percent_styles(parts.get(_STYLES, b"<styleSheet/>"))
        found = {name: _scan(name, parts[part], strings, percent) for name, part in sheets(parts).items()}
    except (ParseError, KeyError, ValueError) as error:
        raise _BROKEN from error
    return {name: scan for name, scan in found.items() if name in wanted}


def place(cell: str) -> tuple[int, int]:
    """The row and column of a cell's name, from 0."""
    found = _CELL.fullmatch(cell)
    if found is None:
        raise ValueError(cell)
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


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
    letters = cells = 0
    for each in elements(data, "c", "mergeCell"):
        if bare(each) == "mergeCell":
            merged.append(_merged(each.attrib["ref"]))
            continue
        inside = {bare(child): child.text or "" for child in each}
        if "f" in inside:
            formulas.append(each.attrib["r"])
        if each.get("t") == "e":
            errors.append(each.attrib["r"])
        if not inside.get("v") and "is" not in inside:
            continue
        row, column = place(each.attrib["r"])
        cells += 1
        if row >= _LAST_ROW or column >= _LAST_COLUMN or cells > _CELLS:
            raise Stop(f"trang “{name}” quá rộng: có chữ ở ô {each.attrib['r']}", "xóa các ô ngoài bảng rồi lưu lại")
        if each.get("s") in percent and each.get("t", "n") == "n":
            percents.append(each.attrib["r"])
        if each.get("t") == "s":
            used[int(inside["v"])] += 1
        letters += len(inside.get("v", "")) + (_length(each) if "is" in inside else 0)
    letters += sum(times * strings[index] for index, times in used.items() if index < len(strings))
    if letters > _LETTERS:
        raise Stop(f"trang “{name}” có quá nhiều chữ", "phiếu chỉ nên vài trăm kB; lấy lại phiếu gốc")
    return Scan(tuple(formulas), tuple(errors), tuple(merged), frozenset(percents))


def _merged(reference: str) -> Merged:
    first, _, last = reference.partition(":")
    return Merged(place(first)[0], place(last or first)[0], reference)


def _length(element: Element) -> int:
    return sum(len(each.text or "") for each in element.iter())
