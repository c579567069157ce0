"""Many agencies → the few names that papers call them by, and those who are told the same in one place.

A letter to 79 agencies names "Các sở, ban, ngành; UBND cấp xã", and lists what 65 communes share once.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, NamedTuple, Protocol, TypeVar

from cchc_cli.plan.registry import Registry

_NAMED = 5


class _Agency(Protocol):
    @property
    def id(self) -> str: ...


Told = TypeVar("Told", bound=_Agency)


class Alike(NamedTuple, Generic[Told]):
    """Agencies that are told the same: what the first of them is told, the name of them all, how many they are."""

    first: Told
    name: str
    amount: int


def called(agencies: Iterable[str], registry: Registry, silent: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Names in registry order; a closed group of some size that is there whole, but for `silent`, by its own name."""
    left = list(registry.in_order(agencies))
    places = {agency: place for place, agency in enumerate(left)}
    names: dict[int, str] = {}
    for group, members in _groups(registry):
        present = [each for each in members if each not in silent]
        if len(present) >= _NAMED and set(present) <= set(left):
            names[places[present[0]]] = registry.name(group)
            left = [each for each in left if each not in present]
    names |= {places[agency]: registry.name(agency) for agency in left}
    return tuple(names[place] for place in sorted(names))


def alike(
    told: Iterable[Told], same: Callable[[Told], Hashable], registry: Registry, silent: tuple[str, ...] = ()
) -> list[Alike[Told]]:
    """What is told of agencies, once for those of whom `same` is equal, first come first.

    Their name is then "UBND cấp xã (65 cơ quan)", or the names one after another.
    """
    groups: dict[Hashable, list[Told]] = {}
    for each in told:
        groups.setdefault(same(each), []).append(each)
    return [Alike(own[0], _name([each.id for each in own], registry, silent), len(own)) for own in groups.values()]


def _name(agencies: list[str], registry: Registry, silent: tuple[str, ...]) -> str:
    names = called(agencies, registry, silent)
    counted = f" ({len(agencies)} cơ quan)" if len(names) < len(agencies) else ""
    return "; ".join(names) + counted


def _groups(registry: Registry) -> list[tuple[str, tuple[str, ...]]]:
    """Closed groups with their members, the smallest first, so that a union never hides what it is made of."""
    closed = [(row.id, registry.members(row.id)) for row in registry.rows if registry.is_group(row.id) and not row.open]
    return sorted(closed, key=lambda each: len(each[1]))
