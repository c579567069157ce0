"""What a person reads in a Word document: its words and pictures, whatever program saved it last.

Programs split text into runs, number the headers anew and recount the pages when they save; nothing of that is read.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from unicodedata import normalize
from xml.parsers import expat

from cchc_cli.text.hidden import BARE

_BODY = "word/document.xml"
_READ = re.compile(
    r"word/(?:document|header|footer|footnotes|endnotes|comments|diagrams/data)\d*\.xml|word/charts/[^/]+\.xml"
)
_CHART = "word/charts/"
_PICTURES = frozenset(("blip", "imagedata"))
_PICTURE = "\0"
_SIGNS = {"noBreakHyphen": "-"}
_UNSEEN = str.maketrans({"\u2011": "-", "\u00ad": None}) | BARE
"""A hyphen that does not break may be an element or a sign; soft hyphens come and go."""
_OTHER_FORM = "Fallback"
"""The element that holds the same drawing again, for old programs."""
_RECOUNTED = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "TOC", "TOA", "INDEX", "DATE", "TIME", "CREATEDATE",
    "SAVEDATE", "PRINTDATE", "EDITTIME", "LASTSAVEDBY", "REVNUM", "NUMCHARS", "NUMWORDS", "FILENAME", "FILESIZE",
))  # fmt: skip
"""Fields that a program fills anew on opening or saving: what they show is nobody's writing."""


def legible(parts: Mapping[str, bytes]) -> str:
    """The text of the body, then of every other part that has some, without spaces; raise `ExpatError` for bad XML."""
    found = {name: _read(name, content) for name, content in parts.items() if _READ.fullmatch(name)}
    body = found.pop(_BODY, "")
    return "\n".join((body, *sorted({each for each in found.values() if each})))


def plain(text: str) -> str:
    """Text without spaces and signs that programs change by themselves."""
    return "".join(normalize("NFC", text).translate(_UNSEEN).split())


def _read(name: str, content: bytes) -> str:
    reader = _Reader(frozenset(("t", "v")) if name.startswith(_CHART) else frozenset(("t",)))
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.Parse(content, True)
    return plain("".join(reader.pieces))


class _Reader:
    """Collects the text of one part."""

    def __init__(self, texts: frozenset[str]) -> None:
        self.texts = texts
        self.pieces: list[str] = []
        self.inside = ""
        self.doubled = 0
        self.fields: list[_Field] = []
        self.simple: list[bool] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        own = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        self.inside = name
        if name == _OTHER_FORM:
            self.doubled += 1
        elif name == "fldSimple":
            self.simple.append(_recounted(own.get("instr", "")))
        elif name == "fldChar":
            self._field(own.get("fldCharType"))
        elif name in _PICTURES:
            self._add(_PICTURE)
        elif name == "sym":
            with suppress(ValueError):
                self._add(chr(int(own.get("char", ""), 16)))
        else:
            self._add(_SIGNS.get(name, ""))

    def end(self, tag: str) -> None:
        name = tag.rpartition("}")[2]
        self.inside = ""
        if name == _OTHER_FORM:
            self.doubled -= 1
        elif name == "fldSimple":
            self.simple.pop()

    def text(self, data: str) -> None:
        if self.inside in self.texts:
            self._add(data)
        elif self.inside == "instrText" and self.fields:
            self.fields[-1].code += data

    def refuse(self, *_: object) -> None:
        raise expat.ExpatError("a Word document has no DOCTYPE")

    def _field(self, step: str | None) -> None:
        if step == "begin":
            self.fields.append(_Field())
        elif step == "separate" and self.fields:
            self.fields[-1].hidden = _recounted(self.fields[-1].code)
        elif step == "end" and self.fields:
            self.fields.pop()

    def _add(self, text: str) -> None:
        if text and not (self.doubled or any(self.simple) or any(each.hidden for each in self.fields)):
            self.pieces.append(text)


class _Field:
    """A field that has begun: its code, and whether its result is left out."""

    def __init__(self) -> None:
        self.code = ""
        self.hidden = False


def _recounted(code: str) -> bool:
    return code.split(maxsplit=1)[:1] != [] and code.split(maxsplit=1)[0].upper() in _RECOUNTED
