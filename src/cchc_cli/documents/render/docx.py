"""Word template and view → Word document, by docxtpl.

Data is inserted as plain text, unknown names are errors, and the same input gives the same bytes.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from datetime import date as Day
from datetime import datetime, time
from functools import partial
from io import BytesIO
from itertools import count
from xml.parsers import expat

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from cchc_cli.documents.charts import Chart
from cchc_cli.documents.render import commands, field_codes, grids, links, paragraphs, residue, wordxml
from cchc_cli.documents.render.mistakes import fault, told, wall
from cchc_cli.documents.render.nodes import Node
from cchc_cli.documents.render.package import fixed, sound, unpacked
from cchc_cli.documents.render.sandbox import Beside, Rendered, Sandbox, Watch, filled, sandbox, words
from cchc_cli.documents.texts import controls
from cchc_cli.documents.texts import word as word_texts
from cchc_cli.documents.texts.places import NO_TEXTS, Place, Places, Texts
from cchc_cli.text.problems import Stop

_PLACES = {"main": "", "header": "đầu trang, ", "footer": "chân trang, ", "footnotes": "chú thích, ",
           "endnotes": "chú thích, "}  # fmt: skip
"""The parts that are filled: the end of their content type → their name in messages."""
_KIND = re.compile(rf"\b({'|'.join(_PLACES)})\+xml$")
_PROPERTIES = ("title", "subject", "author", "keywords", "comments", "category")
_LONGEST_PROPERTY = 255
_COLUMNS = re.compile(r"\{%\s*(?:tc|colspan|hm|width)\b")
_INSIDE = re.compile(r"\{[{%](?:(?!\{[{%]).)*?[%}]\}")
_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REPAIR = "lưu lại mẫu bằng Word, dạng .docx"
_RAGGED = "vòng lặp mở ở ô này, đóng ở ô khác, nên dòng thừa ô so với bảng; lặp ô thì dùng {%tc for … %}"
_PAIRED = "đặt mỗi cặp {% for %}, {% endfor %} trong cùng một ô hoặc đoạn; lặp dòng bảng thì dùng {%tr for … %}"


def render(
    name: str,
    template: bytes,
    view: Mapping[str, object],
    beside: Beside | None = None,  # noqa: ARG001  (Word templates do not include one another)
    watch: Watch = nullcontext,
    texts: Texts = NO_TEXTS,
) -> Rendered:
    """Fill a Word template; an unknown name or a refused step is a `Stop` with the template and the paragraph.

    Body, headers, footers, notes and the document's properties are filled alike.
    """
    places = Places(texts)

    def blank(what: str, place: str | None = None, material: object = ()) -> Markup:
        """XML that stands for a place where the officer writes; the run in the template sets its style."""
        places.add(str(words(what)), place, material)
        return Markup(controls.marker(len(places.found) - 1))

    with wall(f"mẫu {name}", _REPAIR):
        with watch():
            word = _Word(name, sound(name, template), view, places.found)
        if any("picture(" in wordxml.words(xml) for _, _, xml in word.sources):
            _placed()  # loaded outside the watch, which counts only the template's own memory
        with watch():
            package = BytesIO()
            parts = word.filled({**view, "blank": blank, "written": places.has, "picture": partial(_picture, word)})
            word.docx.save(package)
            finished = word_texts.stamped(unpacked(package.getvalue()) | parts, tuple(places.found), texts.about)
            _refuse_active(name, finished)
            made = fixed(finished)
    return Rendered(made, tuple(places.found), tuple(word.residues))


def _refuse_active(name: str, parts: Mapping[str, bytes]) -> None:
    """Raise a `Stop` for a forbidden field or address in any part of the finished document."""
    for part, content in parts.items():
        xml = content.replace(b"\0", b"") if content[:2] in _UTF16 else content
        fields, addresses = field_codes.may_hold(xml), links.may_hold_addresses(xml)
        if (fields or addresses) and xml.lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ").startswith(b"<"):
            tree = etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))
            field = field_codes.refused(field_codes.codes(tree))
            if field is not None:
                raise field_codes.stop(f"mẫu {name}, {part}", field.text)
            links.addresses(f"mẫu {name}, {part}", tree)


class _Word(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl with our sandbox; parts are kept as text, because a tree takes ten times as much memory."""

    def __init__(self, name: str, template: bytes, names: Collection[str], places: Sequence[Place]) -> None:
        super().__init__(BytesIO(template))
        self.name, self.names, self.places = name, names, places
        self.residues: list[str] = []
        self.crossings: dict[Part, list[tuple[int, int]]] = {}
        self.numbers = count(1001)
        try:
            self.render_init()
            package = self.docx.part.package
            links.admit(name, package)
            kinds = [(part, _KIND.search(part.content_type)) for part in package.parts]
            self.sources = [(part, kind[1], self._source(part, _PLACES[kind[1]])) for part, kind in kinds if kind]
            named = any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in package.rels.values())
            self.about = package.core_properties if named else None
            for holder, left in residue.unfilled(package.parts, {part for part, _, _ in self.sources}):
                self.residues.append(f"mẫu {name}, phần {holder}: còn “{left}”, chỗ này không được điền")
        except (MemoryError, TimeoutError, Stop):
            raise
        except Exception as error:  # any error of the library here comes from the file
            raise Stop(f"mẫu {name} không phải là tệp Word (.docx), hoặc đã hỏng", _REPAIR) from error

    def _source(self, part: Part, place: str) -> str:
        blob = part.blob
        tree = parse_xml(blob)
        found = field_codes.codes(tree) if field_codes.may_hold(blob.replace(b"\0", b"")) else ()
        field = field_codes.refused(each for each in found if "{" not in each.text)
        if field is not None:
            raise field_codes.stop(f"mẫu {self.name}, {place}{paragraphs.located(tree, field.element)}", field.text)
        wordxml.seen(tree)
        self._look(part, tree, place)
        xml: str = self.xml_to_string(wordxml.parted(tree))
        return xml

    def _look(self, part: Part, tree: Node, place: str) -> None:
        """Note, by paragraph, what filling would leave in a part."""
        self.crossings[part] = list(residue.crossings(tree))
        for number, what in residue.residues(tree, self.names):
            self.residues.append(f"mẫu {self.name}, {place}{paragraphs.nth(tree, number)}: {what}")

    def filled(self, view: Mapping[str, object]) -> dict[str, bytes]:
        """Fill every part that holds tags; return them by their names in the package."""
        with wall(f"mẫu {self.name}, thuộc tính tài liệu", _REPAIR):
            self._properties({**view, "blank": lambda what, *_: Place(None, str(words(what))).mark})
        made = {}
        for part, kind, xml in self.sources:
            if "{" in wordxml.words(xml) or "{{" in xml or "{%" in xml:
                self.current_rendering_part = part
                data = made[part.partname.lstrip("/")] = self._part(xml, view, _PLACES[kind])
                self._look_at_rows(self.crossings[part], data, _PLACES[kind])
        return made

    def _look_at_rows(self, rows: list[tuple[int, int]], data: bytes, place: str) -> None:
        """Note rows that a loop over several cells made longer than their table."""
        if rows and grids.ragged(etree.fromstring(data, etree.XMLParser(huge_tree=True))):
            self.residues += (f"mẫu {self.name}, {place}bảng {table}, dòng {row}: {_RAGGED}" for table, row in rows)

    def patch_xml(self, src_xml: str) -> str:
        """As docxtpl, but `&amp;` inside a tag means `&`, only `{_{` written in the template prints `{{`, and
        `{% width … %}` gives its cell's share of the width.
        """
        patched: str = grids.widened(super().patch_xml(src_xml))
        patched = _INSIDE.sub(lambda tag: tag[0].replace("&amp;", "&"), patched)
        for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
            patched = patched.replace(written, "{{ '" + meant + "' }}")
        return patched

    def _part(self, xml: str, view: Mapping[str, object], place: str) -> bytes:
        """Fill one part; return its XML, which is well formed."""
        commands.checked(self.name, xml, place)
        source = self.patch_xml(wordxml.numbered(xml))
        printed = self._told(source, place, view, sandbox(wordxml.text, autoescape=True), xml)
        placed = controls.placed(printed, self.places)
        numbered = _DRAWING.sub(lambda found: f"{found[1]}{next(self.numbers)}", placed)
        data = wordxml.whole(numbered).encode()
        self._whole(data, place)
        data = wordxml.unlined(data)
        return _HEAD + (self._counted(data, place) if _COLUMNS.search(wordxml.words(xml)) else data)

    def _counted(self, data: bytes, place: str) -> bytes:
        """The part with the column counts of its tables corrected."""
        try:
            counted: bytes = etree.tostring(grids.mended(etree.fromstring(data, etree.XMLParser(huge_tree=True))))
            return counted
        except ValueError as error:
            raise Stop(f"mẫu {self.name}, {place}{error}", "vẽ lại bảng đó trong Word") from error

    def _whole(self, data: bytes, place: str) -> None:
        """Raise a `Stop` with the paragraph where tags have broken an element in two."""
        parser = expat.ParserCreate()
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            where = f"{place}chỗ {paragraphs.quoted(paragraphs.on(data.decode(), error.lineno))}"
            raise Stop(f"mẫu {self.name}, {where}: điền xong thì bảng hoặc đoạn bị vỡ", _PAIRED) from error

    def _told(self, source: str, place: str, view: Mapping[str, object], environment: Sandbox, xml: str = "") -> str:
        """What a source prints; an error names the paragraph of the part where it failed."""

        def where(line: int, name: str | None = None) -> str:
            text = paragraphs.on(source, line)
            return paragraphs.of_line(xml, line, text, name) if xml else paragraphs.quoted(text, name)

        try:
            return filled(environment, self.name, source, view)
        except Stop:
            raise
        except Exception as error:
            found = fault(error, source)
            at = f", {place}{where(found.line, found.name)}" if found.line else ""
            begun = f"mở ở {where(found.begun)}" if found.begun else ""
            raise told(error, self.name, at, begun) from error

    def _properties(self, view: Mapping[str, object]) -> None:
        """Fill the title and similar properties, set both dates to the day of the figures, remove the last editor."""
        core = self.about
        if core is None:
            return
        for name in _PROPERTIES:
            given = getattr(core, name)
            if "{" in given:
                text = self._told(given, "thuộc tính tài liệu, ", view, sandbox(wordxml.plain))
                setattr(core, name, text[:_LONGEST_PROPERTY])
        for kind in ("lastModifiedBy", "lastPrinted", "created", "modified"):
            for each in core._element.findall(f"{{*}}{kind}"):
                core._element.remove(each)
        core.revision = 1
        if isinstance(day := view.get("as_of"), Day):
            core.created = core.modified = datetime.combine(day, time())


def _picture(word: _Word, chart: object, width: float = 16) -> Markup:
    """XML that puts a chart in the run's place, `width` centimetres wide, with its description as alternative text."""
    if not isinstance(chart, Chart):
        raise TypeError("không phải là biểu đồ: picture() chỉ vẽ biểu đồ của số liệu")
    return _placed()(chart, word.current_rendering_part, width)


def _placed() -> Callable[[Chart, Part, float], Markup]:
    """Load the library of workbooks, which only templates with charts need."""
    from cchc_cli.documents.render.chart import placed

    return placed
