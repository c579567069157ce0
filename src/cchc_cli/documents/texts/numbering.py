"""The numbers and bullets that Word counts by itself: a reader sees them, but no paragraph's text holds them."""

import re
from collections import defaultdict
from typing import NamedTuple

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts.look import tag
from cchc_cli.vietnamese.paper import roman

_PLACE = re.compile(r"%([1-9])")
_BULLET = "-"
_LETTERS = 26
_DIGITS = 4
"""The longest number that is believed; a letter or Roman number of a larger one would fill pages."""


class _Level(NamedTuple):
    """How a level of a list is printed: "%1.%2", counted from `start`."""

    text: str
    form: str = "decimal"
    start: int = 1


class Numbering:
    """Counts the paragraphs of each list of a document, in the order in which they are asked for."""

    def __init__(self, lists: Node | None, styles: Node | None) -> None:
        self._levels = _levels(lists) if lists is not None else {}
        self._styles = _of_styles(styles) if styles is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: Node) -> str:
        """The printed number of the paragraph, a dash for a bullet, or "" if it is in no list."""
        style = _value(paragraph.find(f"{tag('pPr')}/{tag('pStyle')}"))
        name, depth = _in_list(paragraph.find(tag("pPr"))) or self._styles.get(style, ("", 0))
        levels = self._levels.get(name, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        counts = self._counts[name]
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _BULLET if level.form == "bullet" else _printed(level, levels, counts)


def _printed(own: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    def counted(place: re.Match[str]) -> str:
        depth = int(place[1]) - 1
        level = levels.get(depth, _Level(""))
        return _counted(counts.get(depth, level.start), level.form)

    return _PLACE.sub(counted, own.text)


def _counted(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        times, place = divmod(number - 1, _LETTERS)
        letter = chr(ord("a") + place) * (times + 1)
        return letter if form == "lowerLetter" else letter.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _in_list(properties: Node | None) -> tuple[str, int] | None:
    """The list and level that a paragraph, or a style, states."""
    numbered = properties.find(tag("numPr")) if properties is not None else None
    if numbered is None:
        return None
    return _value(numbered.find(tag("numId"))), _whole(_value(numbered.find(tag("ilvl"))), 0)


def _of_styles(styles: Node) -> dict[str, tuple[str, int]]:
    found = ((each.get(tag("styleId")) or "", _in_list(each.find(tag("pPr")))) for each in styles.iter(tag("style")))
    return {name: own for name, own in found if own is not None}


def _levels(lists: Node) -> dict[str, dict[int, _Level]]:
    shapes = {each.get(tag("abstractNumId")): _shape(each) for each in lists.iter(tag("abstractNum"))}
    named = ((each.get(tag("numId")) or "", each.find(tag("abstractNumId"))) for each in lists.iter(tag("num")))
    return {name: shapes.get(_value(of), {}) for name, of in named}


def _shape(kind: Node) -> dict[int, _Level]:
    return {
        _whole(level.get(tag("ilvl")) or "", 0): _Level(
            _value(level.find(tag("lvlText"))),
            _value(level.find(tag("numFmt"))) or "decimal",
            _whole(_value(level.find(tag("start"))), 1),
        )
        for level in kind.iter(tag("lvl"))
    }


def _value(element: Node | None) -> str:
    return (element.get(tag("val")) or "") if element is not None else ""


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else otherwise
