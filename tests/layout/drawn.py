"""Lines drawn in a document: a border above or below a paragraph, a DrawingML or VML line; and other drawings.

A line that is not solid is none (Nghị định 30/2020: nét liền).
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from layout.model import Line
from layout.styles import Properties

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_EMU = 36_000  # in a millimetre
_STRAIGHT = ("line", "straightConnector1")
_NEAR = 4.0  # mm by which a drawn line may miss the middle of its column


def drawn_line(
    paragraph: Element, held: Properties, width: float, left: float, right: float, centred: bool
) -> Line | None:
    """The solid line that a paragraph draws; a border runs between its indents."""
    if any(held.get(f"border.{side}") == "single" for side in ("top", "bottom")) and not boxed(paragraph, held):
        return Line(width - left - right, abs(left - right) <= _NEAR)
    return next(_shapes(paragraph, width, centred), None)


def boxed(paragraph: Element, held: Properties) -> bool:
    """Whether a single rectangle is drawn round the text."""
    sides = [held.get(f"border.{side}") for side in ("top", "left", "bottom", "right")]
    shapes = [each.get("prst") for each in paragraph.iter(f"{_A}prstGeom")]
    return all(side == "single" for side in sides) or "rect" in shapes


def pictured(paragraph: Element) -> bool:
    """Whether there is a picture or a chart."""
    return any(each.tag.endswith(("}pic", "}chart", "}imagedata")) for each in paragraph.iter())


def _shapes(paragraph: Element, width: float, centred: bool) -> Iterator[Line]:
    for each in paragraph.iter():
        if each.tag in (f"{_WP}inline", f"{_WP}anchor"):
            straight = any(shape.get("prst") in _STRAIGHT for shape in each.iter(f"{_A}prstGeom"))
            dashed = any(dash.get("val") != "solid" for dash in each.iter(f"{_A}prstDash"))
            extent = each.find(f"{_WP}extent")
            if straight and not dashed and extent is not None:
                length = int(extent.get("cx", "0")) / _EMU
                yield Line(length, _in_the_middle(each, length, width, centred))
        elif each.tag == f"{_V}line" and not any(part.get("dashstyle") for part in each):
            ends = [_points(each.get(end, "")) for end in ("from", "to")]
            yield Line(abs(ends[1] - ends[0]) * 25.4 / 72, centred)


def _in_the_middle(shape: Element, length: float, width: float, centred: bool) -> bool:
    """An inline line stands as its paragraph does, an anchored one where it is put."""
    across = shape.find(f"{_WP}positionH")
    if across is None:
        return centred
    if (across.findtext(f"{_WP}align") or "") == "center":
        return True
    offset = int(across.findtext(f"{_WP}posOffset") or 0) / _EMU
    return abs(offset + length / 2 - width / 2) <= _NEAR


def _points(place: str) -> float:
    """The horizontal part of "12.5pt,3pt"."""
    found = re.match(r"-?[\d.]+", place)
    return float(found[0]) if found else 0.0
