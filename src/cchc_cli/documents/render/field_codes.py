"""Fields of a Word template (PAGE, TOC …): those listed are allowed, any other is a `Stop` with its paragraph."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cchc_cli.documents.render import links
from cchc_cli.documents.render.nodes import Node
from cchc_cli.text.problems import Stop

ADMITTED = frozenset({
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME",
    "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "LASTSAVEDBY", "REVNUM", "NUMCHARS", "NUMWORDS", "FILENAME",
    "FILESIZE", "INFO", "DOCPROPERTY", "DOCVARIABLE", "REF", "PAGEREF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC",
    "TOA", "TA", "INDEX", "XE", "HYPERLINK", "IF", "COMPARE", "SET", "QUOTE", "SYMBOL", "EQ", "ADVANCE", "LISTNUM",
    "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIDIOUTLINE", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "CITATION",
    "BIBLIOGRAPHY",
})  # fmt: skip
"""Fields that count, date, number and refer inside the document; HYPERLINK is checked by its target."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMED = (b"nstrText", b"fldSimple", b"fldChar")
_MARKS = tuple(f"{_W}{each}" for each in ("fldChar", "instrText", "delInstrText", "fldSimple", "t"))
_CODE = re.compile(r"\s*(=|[^\s\"\\=]+|)")
_TARGET = re.compile(
    r"""\s*HYPERLINK(?:\s*"([^"]*)"|\s+([^\s\\"]\S*))?"""
    r"""(?:\s*\\(?:[lot]\s*(?:"[^"]*"|[^\s\\"]+)|[hmn]|\*\s*[a-z]+))*\s*""",
    re.IGNORECASE,
)
_INNER = "\0"
"""Marks the place of an inner field's result in the code of the outer field."""
_HINT = "xóa trường này trong Word (Alt+F9 để thấy mã); trường nhận: PAGE, NUMPAGES, DATE, REF, TOC, SEQ, HYPERLINK …"
_SHOWN = 60


class Code(NamedTuple):
    """A field's code, and the element that shows where the field is."""

    text: str
    element: Node


def may_hold(xml: bytes) -> bool:
    """Whether the XML may contain fields: a quick test before it is parsed."""
    return any(each in xml for each in _NAMED)


def refused(found: Iterable[Code]) -> Code | None:
    """The first field that is not allowed."""
    return next((each for each in found if not _is_good(each.text)), None)


def stop(where: str, code: str) -> Stop:
    """The `Stop` for a field that is not allowed."""
    return Stop(f"{where}: không nhận trường {' '.join(code.replace(_INNER, ' … ').split())[:_SHOWN]}", _HINT)


def codes(tree: Node) -> Iterator[Code]:
    """The codes of all fields, inner fields first; a code may be split over several runs and paragraphs."""
    open_: list[list[str]] = []
    begins: list[Node] = []
    asking: list[bool] = []
    for each in tree.iter(*_MARKS):
        kind = each.tag.removeprefix(_W)
        if kind == "fldSimple":
            yield Code(each.get(f"{_W}instr") or "", each)
        elif kind == "fldChar":
            step = each.get(f"{_W}fldCharType")
            if step == "begin":
                open_.append([])
                begins.append(each)
                asking.append(True)
            elif open_ and step == "separate":
                asking[-1] = False
            elif open_ and step == "end":
                asking.pop()
                yield Code("".join(open_.pop()), begins.pop())
                if open_ and asking[-1]:
                    open_[-1].append(_INNER)
        elif not open_ and kind != "t":
            yield Code(each.text or "", each)
        elif open_ and (asking[-1] or kind != "t"):
            open_[-1].append(each.text or "")
    yield from (Code("".join(texts), begin) for texts, begin in zip(open_, begins, strict=True))


def _is_good(code: str) -> bool:
    found = _CODE.match(code)
    word = found[1].upper() if found else ""
    if word == "HYPERLINK":
        target = _TARGET.fullmatch(code)
        return target is not None and links.good(target[1] or target[2] or "#")
    return word in ADMITTED or word == "=" or not code.strip()
