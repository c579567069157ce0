"""Places of a filled Word part → content controls that hold their texts, each within a bookmark of its name.

While a template is filled, a place is an element that no data can produce; its paragraph then becomes the control.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.texts import look
from cchc_cli.documents.texts.form import Line, Paragraph, Run, blocks
from cchc_cli.documents.texts.look import new, tag
from cchc_cli.documents.texts.places import Place, bookmark

_MARK = re.compile(r'<w:place w:val="(\d+)"/>')
_BEGIN = re.compile(r"<w:p[ >]")
_ROOT = re.compile(r"<(w:\w+)(?: [^<>]*)?>")
_END = "</w:p>"
_DECLARED = re.compile(r' xmlns:\w+="[^"]*"')
_FIRST_ID = 900_001
_GALLERY = "Quick Parts"
"""With it LibreOffice 7 keeps bold and the mark of a blank; without it drops them where a control holds paragraphs."""
_BESIDE = tuple(map(tag, ("drawing", "pict", "object", "br", "tab", "fldChar", "sym")))


def marker(number: int) -> str:
    """The XML that stands in a run for the place with a number."""
    return f'</w:t><w:place w:val="{number}"/><w:t xml:space="preserve">'


def placed(xml: str, places: Sequence[Place]) -> str:
    """The XML of a part with each marked place as a control."""
    root = _ROOT.search(xml)
    if root is None or not _MARK.search(xml):
        return xml
    writer, made, end = _Writer(places), "", 0
    while (found := _MARK.search(xml, end)) is not None:
        start = _start(xml, found.start(), end)
        after = _after(xml, start)
        made += xml[end:start] + writer.paragraph(xml[start:after], root, in_cell=_is_in_cell(xml, start))
        end = after
    return made + xml[end:]


def _start(xml: str, at: int, least: int) -> int:
    """Where the innermost paragraph around an offset begins."""
    start = at
    while start > least:
        start = max(xml.rfind("<w:p>", least, start), xml.rfind("<w:p ", least, start))
        if start < 0:
            break
        if xml.count(_END, start, at) < len(_BEGIN.findall(xml, start, at)):
            return start
    raise ValueError("place outside a paragraph")


def _after(xml: str, start: int) -> int:
    """The offset after the paragraph that begins at `start`; paragraphs of text boxes may lie inside."""
    end = start
    while True:
        end = xml.index(_END, end) + len(_END)
        if xml.count(_END, start, end) == len(_BEGIN.findall(xml, start, end)):
            return end


def _is_in_cell(xml: str, start: int) -> bool:
    begun = max(xml.rfind("<w:tc>", 0, start), xml.rfind("<w:tc ", 0, start))
    return begun > xml.rfind("</w:tc>", 0, start)


def _bare(element: Node) -> str:
    """An element's XML without the declarations that the part's root has already."""
    opening, mark, rest = str(etree.tostring(element, encoding="unicode")).partition(">")
    return _DECLARED.sub("", opening) + mark + rest


class _Writer:
    """Writes the places of a part, which gets one bookmark for each name."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._places = places
        self._seen: set[str] = set()

    def paragraph(self, xml: str, root: re.Match[str], *, in_cell: bool) -> str:
        """The XML of a paragraph with its places filled."""
        holder: Node = etree.fromstring(f"{root[0]}{xml}</{root[1]}>")
        paragraph = next(iter(holder))
        marks = list(paragraph.iter(tag("place")))
        if len(marks) == 1 and not in_cell and _is_alone(paragraph):
            self._whole(paragraph, marks[0])
        else:
            for mark in marks:
                self._inline(mark)
        return "".join(map(_bare, holder))

    def _whole(self, paragraph: Node, mark: Node) -> None:
        """Put paragraphs with the look of the marked one in its place, within a control and a bookmark."""
        number = _number(mark)
        made = list(_content(self._places[number], paragraph.find(tag("pPr")), mark.getparent().find(tag("rPr"))))
        gallery = new("docPartList", new("docPartGallery", val=_GALLERY))
        for each in reversed(self._controlled(number, made, gallery)):
            paragraph.addnext(each)
        paragraph.getparent().remove(paragraph)

    def _inline(self, mark: Node) -> None:
        """Split the run of a place, and put its text between the parts as a control of its own."""
        number, run = _number(mark), mark.getparent()
        place = self._places[number]
        marked = run.find(tag("rPr"))
        children = list(run)
        after = new("r", deepcopy(marked) if marked is not None else None, *children[children.index(mark) + 1 :])
        run.remove(mark)
        plain = marked if place.text is None else look.plain(marked)
        made = [look.run(each, plain) for each in _on_one_line(place)]
        for each in reversed((*self._controlled(number, made), after)):
            run.addnext(each)

    def _controlled(self, number: int, content: list[Node], kind: Node | None = None) -> list[Node]:
        """The content within a control of a kind and a bookmark; a second place of one name has a control alone."""
        name, identity = self._places[number].name, str(_FIRST_ID + number)
        if name is None:
            return content
        named = (new("alias", val=name), new("tag", val=name), new("id", val=identity))
        control = new("sdt", new("sdtPr", *named, kind), new("sdtContent", *content))
        if name.lower() in self._seen:
            return [control]
        self._seen.add(name.lower())
        return [new("bookmarkStart", id=identity, name=bookmark(name)), control, new("bookmarkEnd", id=identity)]


def _number(mark: Node) -> int:
    return int(mark.get(tag("val")) or 0)


def _is_alone(paragraph: Node) -> bool:
    """Whether a paragraph holds nothing but a place."""
    beside = any(True for _ in paragraph.iter(*_BESIDE))
    return not beside and not any((each.text or "").strip() for each in paragraph.iter(tag("t")))


def _content(place: Place, paragraph: Node | None, marked: Node | None) -> Iterator[Node]:
    """The paragraphs and tables of a place; as long as it has no text its mark, and material."""
    if place.text is None:
        for text in (place.mark, *place.offered):
            yield look.paragraph((Run(text),), paragraph, marked)
        return
    plain, block = look.plain(marked), None
    for block in blocks(place.text):
        yield look.block(block, paragraph, plain)
    if not isinstance(block, Paragraph):
        yield look.paragraph((), paragraph, plain)


def _on_one_line(place: Place) -> Line:
    """The mark of a place, or its text on one line."""
    if place.text is None:
        return (Run(place.mark),)
    found: Line = ()
    for block in blocks(place.text):
        rows = (block.runs,) if isinstance(block, Paragraph) else (cell for row in block.rows for cell in row)
        for row in rows:
            found = (*found, Run(" "), *row) if found else row
    return found
