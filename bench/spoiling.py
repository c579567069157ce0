"""Bytes of a fuzzer → choices, and by these choices spoiled texts, XML and packages."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

T = TypeVar("T")
ODD = (
    *("", "0", "-1", "1e999", "nan", "99999999", "9" * 5000, "²", "٣", "A1:XFD1048576", "A0", "true", "#REF!", "=1+1"),
    *("../../x", "/etc/passwd", "{{ 7 * 7 }}", "</script>", "a\u202eb", "\u200b", "I.9@2026-03", "31/02/2026"),
    *("Quý V/2026", "trước ngày 30/6/2026", "Sở Nội vụ; các xã, phường", "17/0", "1.234,5", "100%", "x" * 70_000),
)
_MOST = 8
_COPIES = 40
_DEEP = 300


class Choices:
    """A stream of choices; when the bytes are used up, every choice is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def number(self, most: int) -> int:
        """A number from 0 up to `most`, which is left out."""
        if most <= 1:
            return 0
        width = 1 if most <= 256 else 3
        taken = self._data[self._at : self._at + width]
        self._at += width
        return int.from_bytes(taken, "big") % most

    def one(self, of: Sequence[T]) -> T:
        """One of several."""
        return of[self.number(len(of))]

    def rest(self) -> bytes:
        """The bytes that are left."""
        found = self._data[self._at :]
        self._at = len(self._data)
        return found

    def text(self, pieces: Sequence[str], longest: int = 12) -> str:
        """Pieces of a text, and now and then an odd one."""
        return "".join(self.one(ODD) if self.number(8) == 7 else self.one(pieces) for _ in range(self.number(longest)))


def spoiled_bytes(choices: Choices, data: bytes) -> bytes:
    """Bytes cut, doubled, put in or flipped."""
    for _ in range(1 + choices.number(_MOST)):
        at, way = choices.number(len(data) + 1), choices.number(5)
        far = min(len(data), at + choices.number(200))
        if way == 0:
            data = data[:at] + data[far:]
        elif way == 1:
            data = data[:far] + data[at:far] * choices.number(_COPIES) + data[far:]
        elif way == 2:
            data = data[:at] + choices.one(ODD).encode() + data[far:]
        elif way == 3:
            data = data[:at]
        else:
            data = data[:at] + bytes([choices.number(256)]) + data[at + 1 :]
    return data


def spoiled_xml(choices: Choices, data: bytes) -> bytes:
    """A tree with elements removed, doubled, moved, nested, and with other texts and attributes."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return spoiled_bytes(choices, data)
    for _ in range(1 + choices.number(_MOST)):
        _spoil(choices, list(root.iter(etree.Element)))
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made if choices.number(6) else spoiled_bytes(choices, made)


def _spoil(choices: Choices, every: list[etree._Element]) -> None:
    one, other = choices.one(every), choices.one(every)
    choices.one((_removed, _doubled, _moved, _called_otherwise, _worded, _set, _unset, _nested))(choices, one, other)


def _removed(_: Choices, one: etree._Element, __: etree._Element) -> None:
    above = one.getparent()
    if above is not None:
        above.remove(one)


def _doubled(choices: Choices, one: etree._Element, _: etree._Element) -> None:
    above = one.getparent()
    for _ in range(choices.number(_COPIES) if above is not None else 0):
        above.append(deepcopy(one))


def _moved(_: Choices, one: etree._Element, other: etree._Element) -> None:
    if one.getparent() is not None and one not in (other, *other.iterancestors()):
        other.append(one)


def _called_otherwise(_: Choices, one: etree._Element, other: etree._Element) -> None:
    one.tag = other.tag


def _worded(choices: Choices, one: etree._Element, _: etree._Element) -> None:
    one.text = xml_text(choices.one(ODD))


def _set(choices: Choices, one: etree._Element, _: etree._Element) -> None:
    if one.attrib:
        one.set(choices.one(list(one.attrib)), xml_text(choices.one(ODD)))


def _unset(choices: Choices, one: etree._Element, _: etree._Element) -> None:
    if one.attrib:
        del one.attrib[choices.one(list(one.attrib))]


def _nested(choices: Choices, one: etree._Element, _: etree._Element) -> None:
    for _ in range(choices.number(_DEEP)):
        one = etree.SubElement(one, one.tag)


def xml_text(text: str) -> str:
    return "".join(each for each in text if each.isprintable() or each in "\n\t")


def spoiled_package(choices: Choices, parts: Mapping[str, bytes], dear: Sequence[str]) -> bytes:
    """A package with a part or two spoiled, most often one of the `dear` ones; now and then the package itself."""
    made = dict(parts)
    for _ in range(1 + choices.number(2)):
        name = choices.one(dear) if choices.number(4) else choices.one(sorted(made))
        way = choices.number(10)
        if way == 0:
            made.pop(name, None)
        elif way == 1:
            made[choices.one(("../../x", "word/vbaProject.bin", "xl/externalLinks/a.xml", name.upper()))] = b"x"
        elif way == 2:
            made[name] = choices.rest()
        else:
            made[name] = spoiled_xml(choices, made.get(name, b""))
    data = packed(made)
    return data if choices.number(12) else spoiled_bytes(choices, data)


def packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
