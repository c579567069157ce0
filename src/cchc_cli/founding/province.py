"""A province as typed → its level, and its name without the level."""

from re import IGNORECASE
from re import compile as pattern
from typing import Literal, NamedTuple

from cchc_cli.founding.clean_text import tidy
from cchc_cli.vietnamese.names import fold

_LEVELS = pattern(r"(tỉnh|thành phố|t\.? ?p\.?)\s+", IGNORECASE)
_CITIES = ("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue")


class Province(NamedTuple):
    """A province or a centrally run city; `name` is without the level."""

    level: Literal["tỉnh", "thành phố"]
    name: str

    @property
    def full(self) -> str:
        """ "tỉnh Khánh Hòa", "thành phố Huế"."""
        return f"{self.level} {self.name}"


def province(text: str) -> Province | None:
    """The province of "Khánh Hòa", "tỉnh Khánh Hòa", "TP. Huế" or "Huế"; None if the text has no name."""
    typed = tidy(text)
    level = _LEVELS.match(typed)
    name = typed[level.end() :] if level else typed
    if not any(sign.isalpha() for sign in name):
        return None
    is_city = level[1].casefold() != "tỉnh" if level else fold(name) in _CITIES
    return Province("thành phố" if is_city else "tỉnh", name[0].upper() + name[1:])
