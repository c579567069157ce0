"""The numbers that Word counts by itself: they are printed, but stand nowhere in a paragraph's text."""

from collections import defaultdict

from lxml import etree
from msgspec import Struct

from cchc_cli.vietnamese.paper import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BULLET = "-"


class _Level(Struct, frozen=True):
    """How a level of a list is printed: "%1.%2", counted from `start`."""

    text: str
    form: str
    start: int


class Numbering:
    """Counts the paragraphs of each list of one document, in the order in which they are asked for."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._levels = _lists(parts.get("word/numbering.xml"))
        self._styles = _styles(parts.get("word/styles.xml"))
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: etree._Element) -> str:
        """The printed number of the paragraph, a dash for a bullet, or "" if it is in no list."""
        found = _in_list(paragraph.find(f"{W}pPr"))
        if found is None:
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            found = self._styles.get(str(style.get(f"{W}val"))) if style is not None else None
        if found is None or found[0] not in self._levels:
            return ""
        levels, depth = self._levels[found[0]], found[1]
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        counts = self._counts[found[0]]
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return _BULLET if level.form == "bullet" else _printed(level.text, levels, counts)


def _printed(text: str, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    for depth in range(9):
        if f"%{depth + 1}" in text:
            level = levels.get(depth, _Level("", "decimal", 1))
            text = text.replace(f"%{depth + 1}", _counted(counts.get(depth, level.start), level.form))
    return text


def _counted(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form in ("lowerLetter", "upperLetter"):
        letter = _LETTERS[(number - 1) % 26]
        return letter if form == "lowerLetter" else letter.upper()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _in_list(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and level that a paragraph, or a style, states."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None
    list_, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    depth = str(level.get(f"{W}val")) if level is not None else "0"
    if list_ is None or not depth.isdecimal():
        return None
    return str(list_.get(f"{W}val")), int(depth)


def _styles(data: bytes | None) -> dict[str, tuple[str, int]]:
    if data is None:
        return {}
    styles = _parsed(data).iter(f"{W}style")
    found = {str(each.get(f"{W}styleId")): _in_list(each.find(f"{W}pPr")) for each in styles}
    return {name: own for name, own in found.items() if own is not None}


def _lists(data: bytes | None) -> dict[str, dict[int, _Level]]:
    if data is None:
        return {}
    root = _parsed(data)
    shapes = {str(each.get(f"{W}abstractNumId")): _shape(each) for each in root.iter(f"{W}abstractNum")}
    named = ((str(each.get(f"{W}numId")), each.find(f"{W}abstractNumId")) for each in root.iter(f"{W}num"))
    return {name: shapes.get(str(of.get(f"{W}val")), {}) for name, of in named if of is not None}


def _shape(list_: etree._Element) -> dict[int, _Level]:
    def told(level: etree._Element, key: str, default: str) -> str:
        found = level.find(f"{W}{key}")
        return str(found.get(f"{W}val")) if found is not None else default

    levels = ((str(each.get(f"{W}ilvl")), each) for each in list_.iter(f"{W}lvl"))
    return {
        int(depth): _Level(told(each, "lvlText", ""), told(each, "numFmt", "decimal"), _start(told(each, "start", "1")))
        for depth, each in levels
        if depth.isdecimal()
    }


def _start(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
