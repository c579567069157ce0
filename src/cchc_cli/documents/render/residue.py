"""Leftovers that a reader of a filled document should not see; they are searched in the template, never in the data."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from docx.opc.part import Part
from docx.oxml import parse_xml

from cchc_cli.documents.render.nodes import Node

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHANGES = tuple(f"{_W}{each}" for each in (
    "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange",
))  # fmt: skip
_COMMENT = f"{_W}commentReference"
_RAW = re.compile(r"\{%-?\s*raw\b.*?\bendraw\s*-?%\}", re.DOTALL)
_TAG = re.compile(  # an opening mark ends the search for the end of the one before
    r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL
)
_PARTED = re.compile(r"\{_[{%]|[}%]_\}")
_OWN = re.compile(r"\{%\w*-?\s*(?:for|set)\s+(\w+)")
_CROSSING = re.compile(r"\{%-?\s*(end)?(?:for|if)\b")
_BRACES = re.compile(r"[{}\uff5b\uff5d]")
_MARKUP = re.compile(r"<[^>]+>")
_CORE = "core-properties+xml"
_FILLED = ("title", "subject", "creator", "keywords", "description", "category")
"""Names of the elements of document properties that are filled."""
_SHOWN = 60


class Residue(NamedTuple):
    """One leftover: the paragraph where it stands, and its description."""

    paragraph: int
    what: str


def residues(tree: Node, names: Collection[str]) -> Iterator[Residue]:
    """Tracked changes, comments and lone braces of a part; changes and comments are reported once, at the first."""
    if next(tree.iter(_COMMENT, *_CHANGES), None) is not None:
        yield from _drafts(tree)
    for line, text in lone(_text(tree), names):
        yield Residue(line, f"còn “{text}”, thiếu hoặc thừa dấu ngoặc")


def _drafts(tree: Node) -> Iterator[Residue]:
    number, authors = 0, dict[str, int]()
    places: dict[str, list[int]] = {"change": [], "comment": []}
    for each in tree.iter(f"{_W}p", _COMMENT, *_CHANGES):
        if each.tag == f"{_W}p":
            number += 1
        elif each.tag == _COMMENT:
            places["comment"].append(_holder(each, number))
        else:
            authors.setdefault(each.get(f"{_W}author") or "", number)
            places["change"].append(_holder(each, number))
    by = ", ".join(filter(None, authors))
    if places["change"]:
        yield _first(places["change"], "còn dấu vết sửa đổi (Track Changes)" + (f" của {by}" if by else ""))
    if places["comment"]:
        yield _first(places["comment"], "còn bình luận (Comment)")


def lone(text: str, names: Collection[str]) -> Iterator[tuple[int, str]]:
    """Braces around a known name that form no tag, by line; names set in the template are also known."""
    if not _BRACES.search(text):
        return
    known = {*names, *_OWN.findall(text)}
    rest = _TAG.sub(_blanked, _PARTED.sub(" ", _RAW.sub(_blanked, text)))
    if not known or not _BRACES.search(rest):
        return
    name = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    inside = r"[^{}\uff5b\uff5d\n]*"
    left = re.compile(
        rf"[{{\uff5b]+[%#]?\s*(?:{name})\b(?:[.|\[\s]{inside})?[}}\uff5d]*|\b(?:{name})\.\w{inside}[}}\uff5d]+"
    )
    for found in left.finditer(rest):
        yield rest.count("\n", 0, found.start()) + 1, " ".join(found[0].split())[:_SHOWN]


def unfilled(parts: Iterable[Part], filled: Collection[Part]) -> Iterator[tuple[str, str]]:
    """Tags in places that are never filled (charts, diagrams, other properties, links): the part and its first tag."""
    for part in parts:
        text = " ".join(unquote(each.target_ref) for each in part.rels.values() if each.is_external)
        if part.content_type.endswith(_CORE):
            properties = parse_xml(part.blob).iterchildren("*")
            text += " ".join(each.text or "" for each in properties if each.tag.rpartition("}")[2] not in _FILLED)
        elif part.content_type.endswith("xml") and part not in filled:
            text += unescape(_MARKUP.sub("", part.blob.decode("utf-8", "replace").replace("\0", "")))
        found = _TAG.search(text) if "{" in text else None
        if found is not None:
            yield part.partname.lstrip("/"), " ".join(found[0].split())[:_SHOWN]


def crossings(tree: Node) -> Iterator[tuple[int, int]]:
    """Rows in which a loop or condition begins in one cell and ends in another: table and row, counted from 1."""
    outer = [each for each in tree.iter(f"{_W}tbl") if not _inside_cell(each)]
    for number, table in enumerate(outer, 1):
        for place, row in enumerate(table.iterchildren(f"{_W}tr"), 1):
            if any(_unbalanced(cell) for cell in row.iterchildren(f"{_W}tc")):
                yield number, place


def _inside_cell(table: Node) -> bool:
    holder: Node | None = table.getparent()
    while holder is not None and holder.tag != f"{_W}tc":
        holder = holder.getparent()
    return holder is not None


def _unbalanced(cell: Node) -> bool:
    found = _CROSSING.findall("".join(each.text or "" for each in cell.iter(f"{_W}t")))
    return sum(-1 if end else 1 for end in found) != 0


def _text(tree: Node) -> str:
    """The text with each paragraph on a line of its own, the first on line 1."""
    pieces = ("\n" if each.tag == f"{_W}p" else each.text or "" for each in tree.iter(f"{_W}p", f"{_W}t"))
    return "".join(pieces).removeprefix("\n")


def _holder(element: Node, number: int) -> int:
    """The number of the paragraph that holds an element, `number` being the last paragraph that has begun."""
    holder: Node | None = element
    while holder is not None and holder.tag != f"{_W}p":
        holder = holder.getparent()
    return number if holder is not None else number + 1


def _first(places: list[int], what: str) -> Residue:
    more = len(set(places)) - 1
    return Residue(places[0], what + (f", và {more} đoạn khác" if more else ""))


def _blanked(tag: re.Match[str]) -> str:
    return " " + "\n" * tag[0].count("\n")
