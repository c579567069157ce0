"""Properties as written → properties that hold: defaults, table style, paragraph style, character style, own."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TOGGLES = ("b", "i", "caps", "strike")
Properties = dict[str, str]
_SIDES = ("top", "left", "bottom", "right", "between")


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's; "" where there is none."""
    return "" if element is None else element.get(f"{W}{name}", "")


def on(element: Element | None) -> bool:
    """Whether a property that is on or off is on; its bare name is on."""
    return element is not None and value(element) not in ("0", "false", "off")


def run_properties(element: Element | None) -> Properties:
    """What a w:rPr says, by name; faces as ascii, hAnsi, cs, eastAsia ("theme" where a theme is named)."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = child.tag.removeprefix(W)
        if name == "rFonts":
            found |= _faces({key.removeprefix(W): said for key, said in child.attrib.items()})
        elif name in (*TOGGLES, "vanish"):
            found[name] = "1" if on(child) else "0"
        elif name == "lang":
            found["lang"] = value(child) or found.get("lang", "")
        else:
            found[name] = value(child)
    return found


def _faces(said: Properties) -> Properties:
    """A face that a theme gives wins over the one beside it."""
    themes = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
    plain = {face: name for face, name in said.items() if face in themes.values()}
    return plain | {themes[face]: "theme" for face in said if face in themes}


def paragraph_properties(element: Element | None) -> Properties:
    """What a w:pPr says: spacing.*, ind.* (in twentieths of a point), border.* (the kind of line), and the rest."""
    found: Properties = {}
    for child in element if element is not None else ():
        name = child.tag.removeprefix(W)
        if name in ("spacing", "ind"):
            found |= {f"{name}.{key.removeprefix(W)}": said for key, said in child.attrib.items()}
            if "ind.hanging" in found:
                found["ind.firstLine"] = f"-{found.pop('ind.hanging')}"
            for new, old in (("ind.start", "ind.left"), ("ind.end", "ind.right")):
                if new in found:
                    found[old] = found.pop(new)
        elif name == "pBdr":
            found |= {f"border.{side}": value(child.find(f"{W}{side}")) or "none" for side in _SIDES}
        elif name in ("keepNext", "contextualSpacing", "pageBreakBefore"):
            found[name] = "1" if on(child) else "0"
        elif name == "numPr":
            found["numbered"] = value(child.find(f"{W}numId"))
        else:
            found[name] = value(child)
    return found


class Style(NamedTuple):
    """One style, and the one it is based on."""

    kind: str
    based_on: str
    run: Properties
    paragraph: Properties
    table: Element | None
    first_row: Properties
    default: bool


class Styles(NamedTuple):
    """The styles of a document and its defaults."""

    run: Properties
    paragraph: Properties
    named: dict[str, Style]

    def chain(self, name: str) -> list[Style]:
        """A style after all those it is based on."""
        found: list[Style] = []
        while name in self.named and len(found) < 20:
            found.insert(0, self.named[name])
            name = self.named[name].based_on
        return found

    def default(self, kind: str) -> str:
        return next((name for name, style in self.named.items() if style.kind == kind and style.default), "")

    def of_paragraph(self, style: str, table: str, own: Properties) -> Properties:
        found = dict(self.paragraph)
        for each in (*self.chain(table), *self.chain(style or self.default("paragraph"))):
            found |= each.paragraph
        return found | own

    def of_run(self, style: str, paragraph: str, table: str, own: Properties, first_row: bool = False) -> Properties:
        """A property that is on or off in two kinds of style is off again (ECMA-376, 17.7.3)."""
        found = dict(self.run)
        for each in self.chain(table):
            found |= each.run | (each.first_row if first_row else {})
        below = {name: found.get(name, "0") for name in TOGGLES}
        layers = [_merged(self.chain(paragraph or self.default("paragraph"))), _merged(self.chain(style))]
        for layer in layers:
            found |= {name: said for name, said in layer.items() if name not in TOGGLES}
        for name in TOGGLES:
            said = [layer[name] for layer in layers if name in layer]
            found[name] = str(sum(each == "1" for each in said) % 2) if said else below[name]
        return found | own


def styles(root: Element) -> Styles:
    """word/styles.xml → styles."""
    defaults = f"{W}docDefaults/{W}%sPrDefault/{W}%sPr"
    return Styles(
        run_properties(root.find(defaults % ("r", "r"))),
        paragraph_properties(root.find(defaults % ("p", "p"))),
        dict(_named(root)),
    )


def _named(root: Element) -> Iterator[tuple[str, Style]]:
    for each in root.iter(f"{W}style"):
        first = next((one for one in each.iter(f"{W}tblStylePr") if value(one, "type") == "firstRow"), None)
        yield (
            value(each, "styleId"),
            Style(
                value(each, "type"),
                value(each.find(f"{W}basedOn")),
                run_properties(each.find(f"{W}rPr")),
                paragraph_properties(each.find(f"{W}pPr")),
                each.find(f"{W}tblPr"),
                run_properties(None if first is None else first.find(f"{W}rPr")),
                value(each, "default") == "1",
            ),
        )


def _merged(chain: list[Style]) -> Properties:
    found: Properties = {}
    for each in chain:
        found |= each.run
    return found
