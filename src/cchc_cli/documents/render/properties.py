"""A Word document's custom properties (File → Info → Properties → Advanced in Word): texts by name.

They survive saving by Word and LibreOffice, and no page shows them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from cchc_cli.documents.render.nodes import Node
from cchc_cli.text.problems import Stop

_PART = "docProps/custom.xml"
_RELATIONS = "_rels/.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_KIND = f"{_OFFICE}/relationships/custom-properties"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTY = f"{{{_OFFICE}/custom-properties}}property"
_TEXT = f"{{{_OFFICE}/docPropsVTypes}}lpwstr"
_EMPTY = f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"/>'.encode()
_EVERY_PROPERTY = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id that all custom properties bear."""
_FIRST = 2
"""The first number of a property; lower ones have other uses."""

Parts = Mapping[str, bytes]
"""The parts of a package by name."""


class _Place(NamedTuple):
    """The part that holds the properties, and whether the package already has it."""

    part: str
    there: bool


def read(parts: Parts) -> dict[str, str]:
    """The texts of the custom properties by name; properties of other kinds (numbers, days) are left out."""
    try:
        place = _place(parts)
        every = _parsed(parts[place.part]).findall(_PROPERTY) if place.there else ()
    except etree.XMLSyntaxError as error:
        hint = "mở bằng Word, Excel hoặc LibreOffice rồi lưu lại"
        raise Stop("tệp đã hỏng: không đọc được phần thuộc tính", hint) from error
    found = ((each.get("name"), _value(each)) for each in every)
    return {name: value for name, value in found if name is not None and value is not None}


def written(parts: Parts, values: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with these properties set; others stay, and the same input gives the same bytes."""
    place = _place(parts)
    tree = _parsed(parts[place.part] if place.there else _EMPTY)
    for each in tree.findall(_PROPERTY):
        if each.get("name") in values:
            tree.remove(each)
    for name in sorted(values):
        tree.append(_property(tree, name, values[name]))
    for number, each in enumerate(tree.findall(_PROPERTY), _FIRST):
        each.set("pid", str(number))
    made = {**parts, place.part: _bytes(tree)}
    return made if place.there else made | _announced(parts)


def _place(parts: Parts) -> _Place:
    relations = _parsed(parts[_RELATIONS]).iterchildren("*") if _RELATIONS in parts else ()
    named = next((each.get("Target") or "" for each in relations if each.get("Type") == _KIND), "").lstrip("/")
    return _Place(named, True) if named in parts else _Place(_PART, False)


def _announced(parts: Parts) -> dict[str, bytes]:
    """The list of content types and the package's relations, with the new part in both."""
    types, relations = _parsed(parts[_TYPES]), _parsed(parts[_RELATIONS])
    _add(types, "Override", {"PartName": f"/{_PART}", "ContentType": _TYPE})
    taken = {each.get("Id") for each in relations.iterchildren("*")}
    identity = next(name for number in range(1, len(taken) + 2) if (name := f"rId{number}") not in taken)
    _add(relations, "Relationship", {"Id": identity, "Type": _KIND, "Target": _PART})
    return {_TYPES: _bytes(types), _RELATIONS: _bytes(relations)}


def _add(tree: Node, name: str, attributes: dict[str, str]) -> None:
    namespace = tree.tag.partition("}")[0]
    tree.append(tree.makeelement(f"{namespace}}}{name}", attributes))


def _property(tree: Node, name: str, value: str) -> Node:
    made = tree.makeelement(_PROPERTY, {"fmtid": _EVERY_PROPERTY, "name": name})
    text = made.makeelement(_TEXT)
    text.text = value
    made.append(text)
    return made


def _value(each: Node) -> str | None:
    text = each.find(_TEXT)
    return None if text is None else text.text or ""


def _parsed(xml: bytes) -> Node:
    tree: Node = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    return tree


def _bytes(tree: Node) -> bytes:
    made: bytes = etree.tostring(tree, encoding="UTF-8", standalone=True)
    return made
