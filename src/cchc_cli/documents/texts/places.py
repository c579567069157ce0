"""The places of a document where an officer writes, and what stands there."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from cchc_cli.wording.places import is_place

_AROUND = ("head.", "sign.")
_MARK = "Cần điền"
_MATERIAL = "Tham khảo"
_LEFT = re.compile(rf"\[(?:{_MARK}|{_MATERIAL}): [^\]]*\]")
_LEFT_WHOLE = re.compile(rf"\[(?:{_MARK}|{_MATERIAL}): .*\]", re.DOTALL)


class Texts(NamedTuple):
    """What a document's places hold: texts by place, and what agencies wrote for it.

    `before`: what stands before the names of places in this document ("brief."). `about` is kept in the document:
    the plan, the period and the agency.
    """

    own: Mapping[str, str] = MappingProxyType({})
    material: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    before: str = ""
    about: Mapping[str, str] = MappingProxyType({})

    @property
    def of_agency(self) -> bool:
        """Whether they are the texts of one agency alone."""
        return "cchc.agency" in self.about


NO_TEXTS = Texts()


class Place(NamedTuple):
    """A place: its name (None if it has none), what is wanted there, its text, and material for it."""

    name: str | None
    wanted: str
    text: str | None = None
    material: tuple[str, ...] = ()

    @property
    def is_of_the_text(self) -> bool:
        """Whether it lies between the head of the document and the signature."""
        return not (self.name or "").startswith(_AROUND)

    @property
    def mark(self) -> str:
        """What stands there as long as nothing is written."""
        return f"[{_MARK}: {self.wanted}]"

    @property
    def offered(self) -> tuple[str, ...]:
        """The material as it stands below the mark, one paragraph each."""
        return tuple(f"[{_MATERIAL}: {each}]" for each in self.material)


class Places:
    """The places of a document in the order in which the template asks for them."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.found: list[Place] = []

    def has(self, name: object) -> bool:
        """Whether an officer has written something for a place."""
        return f"{self._texts.before}{name}" in self._texts.own

    def add(self, wanted: str, name: object, material: object) -> Place:
        """A place that the template asks for. `name`: its name or None; `material`: texts, or rows with a text."""
        known = self._texts
        named = None if name is None else f"{known.before}{name}"
        if named is not None and not is_place(named):
            raise TypeError(f'không dùng được "{named}" làm tên chỗ cần điền: chỉ chữ không dấu, số và dấu chấm')
        rows = material if isinstance(material, tuple | list) else (material,) if material else ()
        offered = (*map(_said, rows), *known.material.get(named or "", ()))
        place = Place(named, wanted, known.own.get(named or ""), offered)
        self.found.append(place)
        return place


def bookmark(place: str) -> str:
    """The name of the bookmark around a place."""
    return place.replace(".", "_")


def of_bookmark(name: str) -> str:
    """The place of a bookmark."""
    return name.replace("_", ".")


def without_marks(text: str) -> str:
    """A paragraph without marks and material that nobody has replaced."""
    return "" if _LEFT_WHOLE.fullmatch(text.strip()) else _LEFT.sub("", text)


def _said(row: object) -> str:
    if isinstance(row, str):
        return row
    about = ", ".join(filter(None, (str(getattr(row, name, "") or "") for name in ("agency", "id"))))
    text = str(getattr(row, "text", ""))
    return f"{about}: {text}" if about else text
