"""The levels of bodies that issue plans, by the kind of agency."""

from typing import Literal, get_args

Level = Literal["central", "province", "department", "commune", "division"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the highest to the lowest."""

_LEVEL: dict[str, Level | None] = {
    "central": "central",
    "ministry": "central",
    "council": "province",
    "department": "department",
    "office": "department",
    "inspectorate": "department",
    "police": "department",
    "unit": "department",
    "commune": "commune",
    "division": "division",
    "bureau": "division",
    "party": None,
    "association": None,
    "organisation": None,
    "press": None,
    "group": None,
}


def level(kind: str) -> Level | None:
    """The level of an agency of a kind; None for kinds that stand at no level of government, like groups."""
    return _LEVEL.get(kind)
