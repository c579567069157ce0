"""The XML of a workbook → the parts of its sheets, and what their values do not tell: what is hidden, remarks."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring, iterparse

from cchc_cli.text.unpacking import Parts

_BOOK = "xl/workbook.xml"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHOWN = (None, "0", "false")
_COLUMNS = 1_000
_BESIDE = {"xl/comments": "lời nhận xét", "xl/threadedComments": "lời nhận xét", "xl/drawings/drawing": "hộp văn bản"}
_TEXTS = ("text", "p")
"""The elements that hold a remark (of either kind), and a paragraph of a box."""


class Unseen(NamedTuple):
    """What is not shown of a sheet: the sheet itself, or rows and columns, counted from 0; formulas without a value."""

    sheet: bool
    rows: frozenset[int]
    columns: frozenset[int]
    formulas: tuple[str, ...]


def sheets(parts: Parts) -> dict[str, str]:
    """The parts of the sheets by the sheets' names."""
    return {each.attrib["name"]: part for each, part in _sheets(parts)}


def unseen(parts: Parts) -> dict[str, Unseen]:
    """What is not shown, by the names of the sheets."""
    return {
        each.attrib["name"]: _unseen(each.get("state", "visible") != "visible", parts[part])
        for each, part in _sheets(parts)
    }


def beside(parts: Parts) -> Iterator[tuple[str, str]]:
    """The words of remarks and of drawn boxes, each with what it is."""
    for name in sorted(parts):
        told = next((told for begins, told in _BESIDE.items() if name.startswith(begins)), "")
        for each in fromstring(parts[name]).iter() if told and name.endswith(".xml") else ():
            text = " ".join("".join(each.itertext()).split()) if bare(each) in _TEXTS else ""
            if text:
                yield text, told


def _sheets(parts: Parts) -> Iterator[tuple[Element, str]]:
    relations = fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {each.get("Id"): each.get("Target") or "" for each in relations}
    for each in fromstring(parts[_BOOK]).iter():
        if bare(each) == "sheet":
            target = targets[each.get(_RELATED)]
            part = str(PurePosixPath(target.lstrip("/") if target.startswith("/") else f"xl/{target}"))
            if "worksheets" in part:
                yield each, part


def _unseen(sheet: bool, data: bytes) -> Unseen:
    rows: set[int] = set()
    columns: set[int] = set()
    formulas: list[str] = []
    for each in elements(data, "row", "col", "c"):
        kind, is_hidden = bare(each), each.get("hidden") not in _SHOWN
        if kind == "c":
            inside = {bare(child): child.text for child in each}
            formulas += [each.attrib["r"]] if "f" in inside and not inside.get("v") else []
        elif kind == "row" and is_hidden:
            rows.add(int(each.attrib["r"]) - 1)
        elif is_hidden:
            columns.update(range(int(each.attrib["min"]) - 1, min(int(each.attrib["max"]), _COLUMNS)))
    return Unseen(sheet, frozenset(rows), frozenset(columns), tuple(formulas))


def elements(data: bytes, *names: str) -> Iterator[Element]:
    """The elements of these names as they end, rows as they begin; what is behind is forgotten."""
    for event, each in iterparse(BytesIO(data), ("start", "end")):
        is_row = bare(each) == "row"
        if bare(each) in names and is_row == (event == "start"):
            yield each
        if event == "end" and bare(each) in (*names, "row"):
            each.clear()


def bare(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]
