"""A name's ending that only tells whose agency it is: tỉnh, tỉnh Khánh Hòa, cấp tỉnh, Thành phố, Hà Nội."""

from functools import cache

from msgspec import Struct

from cchc_cli.vietnamese.names.keys import words
from cchc_cli.vietnamese.names.spelled import bare, ends, initials, same

_PROVINCES = (("tỉnh",), ("thành", "phố"))
_LINKS = (("cấp",), ("thuộc",), ("của",), ("trên", "địa", "bàn"))
# Last words of the kinds of places: "phường Ninh Bình" is not the province of that name.
_PLACES = frozenset(("tinh", "pho", "xa", "phuong", "khu", "huyen", "quan", "tran"))


class Own(Struct, frozen=True):
    """The place whose agencies these are: its level (tỉnh, thành phố, xã …) and its name; "" for what is not known."""

    level: str = ""
    name: str = ""

    @property
    def initials(self) -> str:
        """HN for Hà Nội, in lower case and without diacritics."""
        return _initials(self.name)

    def apart(self, typed: list[str]) -> tuple[list[str], bool]:
        """The words before the own ending, and whether there is one. The ending alone is a name like any other."""
        stem = self._without(typed)
        link = next((each for each in _LINKS if stem and ends(stem, each)), ())
        if not stem or same(stem[-1], "các") or (link and len(stem) < len(link) + 2):
            return typed, False
        return stem[: len(stem) - len(link)], True

    def _without(self, typed: list[str]) -> list[str] | None:
        levels = (_words(self.level),) if self.level else _PROVINCES
        name = _words(self.name)
        named = next((each for each in (name, (self.initials,)) if self.name and ends(typed, each)), None)
        rest = typed[: -len(named)] if named else typed
        for level in levels:
            if (named or self.level) and ends(rest, level):
                return rest[: -len(level)]
        if named != name or (rest and bare(rest[-1]) in _PLACES):
            return None
        return rest


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(words(text))


@cache
def _initials(name: str) -> str:
    return initials(name)
