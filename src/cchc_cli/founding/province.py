"""A province as typed → its level, and its name without the level."""

from re import IGNORECASE
from re import compile as pattern
from typing import Literal, NamedTuple

from cchc_cli.founding.clean_text import cased, initials, tidy
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.names import fold

_LEVELS = pattern(
    r"(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    r"(tỉnh|tinh|thành phố|thanh pho|t\.? ?p\.?)(?:\s+|(?<=\.)(?=\w))",
    IGNORECASE,
)
_CITIES = ("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue")
# First words of bodies that are no province, however they are typed.
_OTHERS = (
    "ubnd", "so", "bo", "xa", "phuong", "dac khu", "huyen", "quan", "thi xa", "thi tran", "van phong", "thanh tra",
    "cong an", "ban quan li", "phong", "chi cuc", "cuc", "vu", "trung tam", "hdnd", "truong", "vien",
)  # fmt: skip


class Province(NamedTuple):
    """A province or a centrally run city; `name` is without the level."""

    level: Literal["tỉnh", "thành phố"]
    name: str

    @property
    def full(self) -> str:
        """ "tỉnh Khánh Hòa", "thành phố Huế"."""
        return f"{self.level} {self.name}"


def written_out(text: str) -> str:
    """The name of a body or a place; a `Stop` for one in initials, because it is printed in papers."""
    if short := initials(text):
        raise Stop(f'"{tidy(text)}": “{short}” là chữ viết tắt', "ghi đủ tên, vì tên này được in vào văn bản")
    return text


def province(text: str) -> Province | None:
    """The province of "Khánh Hòa", "tỉnh Khánh Hòa", "TP. Huế" or "Huế"; None for another body, or without a name."""
    typed = tidy(text)
    level = _LEVELS.match(typed)
    name = typed[level.end() :] if level else typed
    if not any(sign.isalpha() for sign in name) or (not level and is_another_body(name)):
        return None
    is_city = level[1].casefold() != "tỉnh" if level else fold(name) in _CITIES
    return Province("thành phố" if is_city else "tỉnh", cased(name))


def is_city(text: str) -> bool:
    """Whether the text is the bare name of a centrally run city."""
    return fold(text) in _CITIES


def is_another_body(text: str) -> bool:
    """Whether the text begins like the name of a body that is no province."""
    start = f"{fold(text)} "
    return any(start.startswith(f"{words} ") for words in _OTHERS)
