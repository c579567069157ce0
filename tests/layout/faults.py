"""A sound document with one fault, and the rule that has to find it."""

from typing import NamedTuple

from layout.parts import Kind
from layout.wordml import Parts, line, p

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
LIGHT, BOLD = ("<w:b/>", ""), ("<w:rPr>", "<w:rPr><w:b/>")
UPRIGHT, SLANTED = ("<w:i/>", ""), ("<w:rPr>", "<w:rPr><w:i/>")
ASIDE = ('<w:basedOn w:val="Middle"/>', '<w:basedOn w:val="Normal"/>')


class Broken(NamedTuple):
    """What is put in place of what, in one part; inside one style where one is named."""

    rule: str
    old: str
    new: str
    kind: Kind = Kind.REPORT
    part: str = DOCUMENT
    style: str = ""

    def of(self, parts: Parts) -> Parts:
        """The document with its fault; what is replaced stands there once."""
        text = parts[self.part]
        start = text.index(f'w:styleId="{self.style}"') if self.style else 0
        end = text.index("</w:style>", start) if self.style else len(text)
        assert text[start:end].count(self.old) == 1, f"{self.old}: {text[start:end].count(self.old)} times"
        return parts | {self.part: text[:start] + text[start:end].replace(self.old, self.new) + text[end:]}


def styled(rule: str, style: str, *changes: tuple[str, str], kind: Kind = Kind.REPORT) -> list[Broken]:
    return [Broken(rule, old, new, kind, STYLES, style) for old, new in changes]


def texts(rule: str, *changes: tuple[str, str], kind: Kind = Kind.REPORT, part: str = DOCUMENT) -> list[Broken]:
    return [Broken(rule, old, new, kind, part) for old, new in changes]


def size(old: int, new: int) -> tuple[str, str]:
    """In points."""
    return f'<w:sz w:val="{old * 2}"/>', f'<w:sz w:val="{new * 2}"/>'


def run(text: str, properties: str) -> tuple[str, str]:
    """A run with properties of its own."""
    plain = f'<w:r><w:t xml:space="preserve">{text}'
    return plain, plain.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")


def lines(style: tuple[str, str, int], right: float, *wrong: float) -> list[tuple[str, str]]:
    """A drawn line of another length, dashed, to one side, and missing; `style` is what `line` takes."""
    name, text, column = style
    sound = line(name, text, right, column)
    others = (line(name, text, share, column) for share in wrong)
    aside = line(name, text, right, column, off=600)
    return [(sound, other) for other in (*others, sound.replace("single", "dashed"), aside, p("Normal"))]
