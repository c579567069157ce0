"""Automatic numbers and bullets of a Word document → the characters that a reader sees before a paragraph."""

import re
from collections import defaultdict

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts.form import ITEM
from cchc_cli.documents.texts.look import tag
from cchc_cli.vietnamese.paper import roman

_LEVEL = re.compile(r"%([1-9])")
_LETTERS = 26


class Numbering:
    """Counts the numbered paragraphs of a text as they are read, each list from its beginning."""

    def __init__(self, lists: Node | None, styles: Node | None) -> None:
        self._styles = _of_styles(styles)
        self._levels = _levels(lists)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Node) -> str:
        """The number or bullet before a paragraph with the space behind it; "" if it has none."""
        properties = paragraph.find(tag("pPr"))
        own = properties.find(tag("numPr")) if properties is not None else None
        style = properties.find(tag("pStyle")) if properties is not None else None
        name = style.get(tag("val")) if style is not None else None
        number, level = _numbered(own) if own is not None else self._styles.get(name or "", ("0", 0))
        if number == "0" or not number:
            return ""
        kind, text = self._levels.get((number, level), ("bullet", ""))
        counts = self._counts[number]
        counts[level] = counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if kind == "bullet" or not text:
            return ITEM
        return _LEVEL.sub(lambda found: self._shown(number, int(found[1]) - 1), text) + " "

    def _shown(self, number: str, level: int) -> str:
        kind = self._levels.get((number, level), ("decimal", ""))[0]
        count = self._counts[number].get(level, 1)
        if kind.endswith("Roman"):
            shown = roman(count)
            return shown if kind == "upperRoman" else shown.lower()
        if kind.endswith("Letter"):
            letter = chr(ord("a") + (count - 1) % _LETTERS) * (1 + (count - 1) // _LETTERS)
            return letter.upper() if kind == "upperLetter" else letter
        return str(count)


def _numbered(properties: Node) -> tuple[str, int]:
    number, level = properties.find(tag("numId")), properties.find(tag("ilvl"))
    depth = (level.get(tag("val")) or "0") if level is not None else "0"
    return (number.get(tag("val")) or "0") if number is not None else "0", int(depth) if depth.isdecimal() else 0


def _of_styles(styles: Node | None) -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.iter(tag("style")) if styles is not None else ():
        numbered = style.find(f"{tag('pPr')}/{tag('numPr')}")
        if numbered is not None:
            found[style.get(tag("styleId")) or ""] = _numbered(numbered)
    return found


def _levels(lists: Node | None) -> dict[tuple[str, int], tuple[str, str]]:
    """The kind of number and its text, by list and level."""
    if lists is None:
        return {}
    kinds: dict[str, dict[int, tuple[str, str]]] = {}
    for abstract in lists.iter(tag("abstractNum")):
        levels: dict[int, tuple[str, str]] = {}
        for level in abstract.findall(tag("lvl")):
            depth = level.get(tag("ilvl")) or "0"
            kind, text = level.find(tag("numFmt")), level.find(tag("lvlText"))
            shown = [(each.get(tag("val")) or "") if each is not None else "" for each in (kind, text)]
            levels[int(depth) if depth.isdecimal() else 0] = (shown[0] or "decimal", shown[1])
        kinds[abstract.get(tag("abstractNumId")) or ""] = levels
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for each in lists.iter(tag("num")):
        of = each.find(tag("abstractNumId"))
        for at, label in kinds.get((of.get(tag("val")) or "") if of is not None else "", {}).items():
            found[each.get(tag("numId")) or "", at] = label
    return found
