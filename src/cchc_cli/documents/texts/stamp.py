"""What a document keeps of itself: plan, period, agency, for each place a fingerprint, and those of its other words."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from cchc_cli.documents.render.legible import plain
from cchc_cli.documents.texts.places import Place

PLAN, PERIOD, AGENCY = "cchc.plan", "cchc.period", "cchc.agency"
_OF_PLACE, _OF_REST = "cchc.place.", "cchc.rest."
_ROOM = 252
"""The most characters in one property: Word shows 255."""
_DIGITS = 12
_NONE = "-"
WHOLE, INLINE = "whole", "inline"
"""Whether a place takes paragraphs of its own, or stands in a line."""


class Kept(NamedTuple):
    """What a document keeps of a place: its kind, the fingerprint of its text, and those of the paragraphs around."""

    kind: str
    text: str
    before: str = _NONE
    after: str = _NONE


class Stamp(NamedTuple):
    """The plan, period and agency ("" for none) of a document, what it keeps of its places, and of its other words."""

    plan: str
    period: str
    agency: str
    places: dict[str, Kept]
    rest: str = ""


def digest(text: str | None) -> str:
    """The fingerprint of the words of a text, without their look; spaces do not matter."""
    words = plain((text or "").replace("\\", "").replace("**", "").replace("<br>", ""))
    return sha256(words.encode()).hexdigest()[:_DIGITS] if words else _NONE


def kept(place: Place, kind: str, before: str | None = None, after: str | None = None) -> Kept:
    """What is kept of a place; `before` and `after` are the words around it."""
    return Kept(kind, digest(place.text), digest(before), digest(after))


def values(about: Mapping[str, str], places: Mapping[str, Kept], rest: str) -> dict[str, str]:
    """The names and values that a document carries."""
    cut = {f"{_OF_REST}{at // _ROOM:03}": rest[at : at + _ROOM] for at in range(0, len(rest), _ROOM)}
    return {**about, **cut, **{f"{_OF_PLACE}{name}": " ".join(found) for name, found in places.items()}}


def stamp(found: Mapping[str, str]) -> Stamp | None:
    """The stamp of a document; None if it bears none."""
    if not {PLAN, PERIOD} <= found.keys():
        return None
    named = {name.removeprefix(_OF_PLACE): value.split() for name, value in found.items() if _is_place(name)}
    places = {name: Kept(*parts) for name, parts in named.items() if len(parts) == len(Kept._fields)}
    rest = "".join(found[name] for name in sorted(found) if name.startswith(_OF_REST))
    return Stamp(found[PLAN], found[PERIOD], found.get(AGENCY, ""), places, rest)


def named(places: Iterable[Place]) -> dict[str, Place]:
    """The places that have names."""
    return {place.name: place for place in places if place.name is not None}


def _is_place(name: str) -> bool:
    return name.startswith(_OF_PLACE)
