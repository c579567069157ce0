"""Where a paragraph of a Word template stands, in words for its author: `đoạn 12 “…”`, `bảng 6, dòng 3 “…”`."""

from itertools import islice

from lxml import etree

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.render.wordxml import words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW = f"{_W}p", f"{_W}tbl", f"{_W}tr"
_QUOTED = 80


def located(part: Node, element: Node) -> str:
    """The paragraph of an element, or the one before it."""
    number, holder = 0, element
    while holder is not None and holder.tag != _P:
        holder = holder.getparent()
    for each in part.iter(_P, element.tag):
        number += each.tag == _P
        if each is (element if holder is None else holder):
            break
    return nth(part, number, None if holder is not None else "")


def nth(part: Node, number: int, text: str | None = None, name: str | None = None) -> str:
    """The paragraph with a number, with its own or another text, cut around the name that fails."""
    paragraph = next(islice(part.iter(_P), max(number, 1) - 1, None), None)
    if paragraph is None:
        return quoted(text or "", name)
    where = _in_table(part, paragraph) or f"đoạn {max(number, 1)}"
    said = quoted(_typed(paragraph) if text is None else text, name)
    return f"{where} {said}".rstrip()


def of_line(xml: str, line: int, text: str, name: str | None = None) -> str:
    """The paragraph of a part on a line of `wordxml.lines`, with the text that stands there."""
    return nth(etree.fromstring(xml, etree.XMLParser(huge_tree=True, resolve_entities=False)), line - 1, text, name)


def on(lined: str, line: int) -> str:
    """The text on a line."""
    rows = lined.split("\n")
    return words(rows[line - 1] if 0 < line <= len(rows) else "")


def quoted(text: str, name: str | None = None) -> str:
    """`“…{{ plan.titel }}…”`: a text, cut around the name that fails."""
    at = max(text.find(name), 0) if name else max(text.find("{"), 0)
    start = max(at - _QUOTED // 2, 0)
    part = text[start : start + _QUOTED].strip()
    before, after = "…" if start else "", "…" if start + _QUOTED < len(text) else ""
    return f"“{before}{part}{after}”" if part else ""


def _in_table(part: Node, paragraph: Node) -> str:
    """ "bảng 6, dòng 3", counting the tables that stand in no other; "" outside of tables."""
    around = list(paragraph.iterancestors(_TABLE))
    if not around:
        return ""
    table = around[-1]
    tables = [each for each in part.iter(_TABLE) if next(each.iterancestors(_TABLE), None) is None]
    own = [each for each in table.iter(_ROW) if next(each.iterancestors(_TABLE)) is table]
    row = next(each for each in paragraph.iterancestors(_ROW) if each in own)
    return f"bảng {tables.index(table) + 1}, dòng {own.index(row) + 1}"


def _typed(paragraph: Node) -> str:
    return " ".join("".join(each.text or "" for each in paragraph.iter(f"{_W}t")).split())
