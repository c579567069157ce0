"""Many agencies → the few names that papers call them by, and those who are told the same in one place.

A letter to 79 agencies names "Các sở, ban, ngành; UBND cấp xã", and lists what 65 communes share once.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from cchc_cli.registry import Registry

_NAMED = 5


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
    told: Iterable[dict[str, Any]],
    same: Callable[[dict[str, Any]], Hashable],
    registry: Registry,
    silent: tuple[str, ...] = (),
) -> list[dict[str, Any]]:
    """What is told of agencies (their `id` and `name` in it), once for those of whom `same` is equal, first come first.

    `name` is then "UBND cấp xã (65 cơ quan)", or the names one after another; `amount` is how many they are.
    """
    groups: dict[Hashable, list[dict[str, Any]]] = {}
    for each in told:
        groups.setdefault(same(each), []).append(each)
    return [
        own[0] | {"name": _name([each["id"] for each in own], registry, silent), "amount": len(own)}
        for own in groups.values()
    ]


def _name(agencies: list[str], registry: Registry, silent: tuple[str, ...]) -> str:
    names = called(agencies, registry, silent)
    counted = f" ({len(agencies)} cơ quan)" if len(names) < len(agencies) else ""
    return "; ".join(names) + counted


def _groups(registry: Registry) -> list[tuple[str, tuple[str, ...]]]:
    """Closed groups with their members, the smallest first, so that a union never hides what it is made of."""
    closed = [(row.id, registry.members(row.id)) for row in registry.rows if registry.is_group(row.id) and not row.open]
    return sorted(closed, key=lambda each: len(each[1]))
