"""Many agencies → the few names by which papers address them; agencies with the same content are grouped.

A letter to 79 agencies is addressed to "Các sở, ban, ngành; UBND cấp xã", and lists once what 65 communes share.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date as Day
from typing import Generic, NamedTuple, Protocol, TypeVar

from cchc_cli.plan.registry import Registry

_NAMED = 5


class _Agency(Protocol):
    @property
    def id(self) -> str: ...


Told = TypeVar("Told", bound=_Agency)


class Alike(NamedTuple, Generic[Told]):
    """Agencies with the same content: the content of the first, a name for all of them, and their number."""

    first: Told
    name: str
    amount: int


def called(
    agencies: Iterable[str], registry: Registry, day: Day, silent: tuple[str, ...] = (), *, full: bool = False
) -> tuple[str, ...]:
    """Names in registry order; a closed group of some size is one name if all its members but `silent` are there.

    Groups are as they stand on the day; with `full`, agencies have their full names.
    """
    left = list(registry.in_order(agencies))
    places = {agency: place for place, agency in enumerate(left)}
    names: dict[int, str] = {}
    for group, members in _groups(registry, day):
        present = [each for each in members if each not in silent]
        if len(present) >= _NAMED and set(present) <= set(left):
            names[places[present[0]]] = registry.name(group)
            left = [each for each in left if each not in present]
    names |= {places[agency]: registry.full(agency) if full else registry.name(agency) for agency in left}
    return tuple(names[place] for place in sorted(names))


def alike(
    told: Iterable[Told], same: Callable[[Told], Hashable], registry: Registry, day: Day, silent: tuple[str, ...] = ()
) -> list[Alike[Told]]:
    """Agencies grouped by equal `same`, in order of first appearance.

    A group is named like "UBND cấp xã (65 cơ quan)", or by the names of its agencies.
    """
    groups: dict[Hashable, list[Told]] = {}
    for each in told:
        groups.setdefault(same(each), []).append(each)
    return [Alike(own[0], _name([each.id for each in own], registry, day, silent), len(own)) for own in groups.values()]


def _name(agencies: list[str], registry: Registry, day: Day, silent: tuple[str, ...]) -> str:
    names = called(agencies, registry, day, silent)
    counted = f" ({len(agencies)} cơ quan)" if len(names) < len(agencies) else ""
    return "; ".join(names) + counted


def _groups(registry: Registry, day: Day) -> list[tuple[str, tuple[str, ...]]]:
    """Closed groups with their members, the smallest first, so that a group is preferred to a larger one around it."""
    groups = (row.id for row in registry.rows if registry.is_group(row.id) and not row.open)
    closed = [(group, members) for group in groups if (members := registry.members(group, day))]
    return sorted(closed, key=lambda each: len(each[1]))
