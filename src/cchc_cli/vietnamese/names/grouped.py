"""Pairs → the distinct members of each key, in their given order."""

from collections.abc import Iterable


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Pairs of a key and a member → key → members."""
    groups: dict[str, dict[str, None]] = {}
    for form, member in pairs:
        groups.setdefault(form, {})[member] = None
    return {form: tuple(members) for form, members in groups.items()}
