"""A cell that names agencies → the agencies in it, and the names that nobody has (docs/promises.md#role-columns).

Parts end at ";", at line ends, and at a stop before "Các", "Sở" or "UBND". In a part, names are joined by ",", "/" and
"và"; the longest run of pieces that is a name counts, since "Các sở, ban, ngành" has commas. A remark in brackets is no
part of a name.
"""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

_PARTS = re.compile(r"[;\n]|\.\s+(?=(?:Các|Sở|UBND|Ủy ban)\b)")
_JOINTS = re.compile(r"[,/]|\bvà\b", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_AROUND = " \t.,;:-–—+•*"
_OPEN = re.compile(r"\bliên\s+quan\b|\bđược\s+(?:nêu|giao)\b|\bkhác$", re.IGNORECASE)
_EACH = re.compile(r"^(?:các|những|một\s+số)\b\s*", re.IGNORECASE)
_NOUN = re.compile(r"^(?:sở|ban|ngành|phòng|cơ quan|đơn vị|tổ chức|địa phương)$", re.IGNORECASE)
_HEAD = re.compile(r"^(?:các\s+)?(sở|phòng|xã|phường|vụ|cục)\b", re.IGNORECASE)
_LONGEST = 8  # pieces of one name

Find = Callable[[str], tuple[str, ...]]
"""A name → the ids that it may mean."""


class Named(Struct, frozen=True):
    """An agency or group with the printed words that name it."""

    agency: str
    words: str


class CellReading(Struct, frozen=True):
    """The agencies of a cell, and the names that mean none or several."""

    named: tuple[Named, ...]
    strange: tuple[str, ...]


class _Piece(Struct, frozen=True):
    """A stretch of a part; `name` is its text without remarks."""

    start: int
    end: int
    name: str


def read(cell: str, find: Find, open_group: str | None) -> CellReading:
    """The agencies that a cell names. Words like "các đơn vị liên quan" mean `open_group` where `find` has no other."""
    found: dict[str, Named] = {}
    strange: list[str] = []
    for part in _PARTS.split(cell):
        for words, agency in _part(part, find, open_group):
            if agency is None:
                strange.append(words)
            elif agency:
                found.setdefault(agency, Named(agency, words))
    return CellReading(tuple(found.values()), tuple(strange))


def _part(part: str, find: Find, open_group: str | None) -> Iterator[tuple[str, str | None]]:
    """The names of a part in order, each with its agency: None if nobody has the name, "" if it is open to all."""
    pieces = _pieces(part)
    place, head = 0, ""
    while place < len(pieces):
        for end in range(min(place + _LONGEST, len(pieces)), place, -1):
            words, name = _run(part, pieces[place:end])
            agency = _agency(name, find) or (_agency(f"{head} {name}", find) if head and end == place + 1 else None)
            if agency is None and _OPEN.search(name) and (end == place + 1 or _is_open(pieces[place:end], find)):
                agency = open_group or ""
            if agency is not None:
                break
        if agency is None and _EACH.match(name):
            end = _list_end(pieces, end, find)
            words, name = _run(part, pieces[place:end])
        yield words, agency
        begun = _HEAD.match(name)
        head = begun[1] if begun else head
        place = end


def _list_end(pieces: list[_Piece], place: int, find: Find) -> int:
    """Where the list that "Các …" begins ends, whose name nobody has: at a capital letter, or at a known name."""
    while place < len(pieces) and pieces[place].name[:1].islower() and not find(pieces[place].name):
        place += 1
    return place


def _pieces(part: str) -> list[_Piece]:
    """The stretches between the joints; joints inside brackets do not count."""
    bare = _REMARK.sub(lambda remark: "\0" * len(remark[0]), part)
    ends = [*((joint.start(), joint.end()) for joint in _JOINTS.finditer(bare)), (len(part), len(part))]
    pieces, start = [], 0
    for end, following in ends:
        name = bare[start:end].replace("\0", "").strip(_AROUND)
        if name:
            pieces.append(_Piece(start, end, name))
        start = following
    return pieces


def _run(part: str, pieces: list[_Piece]) -> tuple[str, str]:
    """The words of neighbouring pieces as printed, and the name that they make."""
    words = part[pieces[0].start : pieces[-1].end].strip(_AROUND)
    return words, " ".join(_REMARK.sub(" ", words).split()).strip(_AROUND)


def _agency(name: str, find: Find) -> str | None:
    for form in (name, _EACH.sub("", name)):
        ids = find(form)
        if len(ids) == 1:
            return ids[0]
    return None


def _is_open(pieces: list[_Piece], find: Find) -> bool:
    """Whether "liên quan" at the end reaches back to the first piece: "các …" or a bare "sở", with no name between."""
    first, *between = pieces[:-1]
    return bool(_EACH.match(first.name) or _NOUN.match(first.name)) and not any(
        _EACH.match(each.name) or find(each.name) for each in (*between, pieces[-1])
    )
