"""Agencies in time: which exist on a day, and who takes over the work of one that has ended."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date as Day
from datetime import timedelta
from functools import cached_property
from typing import Protocol

from cchc_cli.model import AgencyRow


class InTime(Protocol):
    """An agency or a membership, with its first and last day; None where it has none."""

    @property
    def since(self) -> Day | None:
        """The first day."""

    @property
    def until(self) -> Day | None:
        """The last day, which belongs to it."""


def lasts(given: InTime, day: Day) -> bool:
    """Whether an agency or a membership is in force on a day."""
    return (given.since is None or given.since <= day) and (given.until is None or day <= given.until)


class Succession:
    """The days of the agencies, and their successors. A circle of successors is an error; it leads nowhere."""

    def __init__(self, rows: dict[str, AgencyRow]) -> None:
        self._rows = rows
        self._holders: dict[tuple[str, int], tuple[str, ...]] = {}

    def exists(self, agency: str, day: Day) -> bool:
        """Whether the agency exists on a day; agencies without days always do."""
        row = self._rows.get(agency)
        return row is None or lasts(row, day)

    def last_day(self, agency: str) -> Day | None:
        """The last day of an agency that ends."""
        row = self._rows.get(agency)
        return row.until if row else None

    def ended(self, agency: str, day: Day) -> bool:
        """Whether the agency has ended before a day."""
        last = self.last_day(agency)
        return last is not None and last < day

    @property
    def passes_on(self) -> bool:
        """Whether any agency has a successor."""
        return bool(self._heirs)

    def successors(self, agency: str) -> tuple[str, ...]:
        """The agencies that take over its work; () for one that does not end."""
        return self._heirs.get(agency, ()) if self._heirs else ()

    def predecessors(self, agency: str) -> tuple[str, ...]:
        """The agencies whose work it takes over, the first that ended first."""
        return self._former.get(agency, ()) if self._heirs else ()

    def holders(self, agency: str, day: Day) -> tuple[str, ...]:
        """The agencies that have its work on a day: itself, or after its last day its successors and theirs."""
        if not self._heirs or agency not in self._heirs:
            return (agency,)
        key = agency, self.span(day)
        if key not in self._holders:
            self._holders[key] = tuple(dict.fromkeys(self._held(agency, day)))
        return self._holders[key]

    def kept(self, agency: str, day: Day) -> tuple[str, ...]:
        """The agency, and the former agencies whose work it has on a day."""
        return (agency, *(each for each in self.before(agency) if agency in self.holders(each, day)))

    def before(self, agency: str) -> tuple[str, ...]:
        """Its predecessors and theirs."""
        return _reached(agency, self._former) if self._heirs else ()

    def after(self, agency: str) -> tuple[str, ...]:
        """Its successors and theirs."""
        return _reached(agency, self._heirs) if self._heirs else ()

    def span(self, day: Day) -> int:
        """A number for the time between two changes of the registry; 0 where nothing in it has a day."""
        return bisect_right(self.changes, day) if self.changes else 0

    @cached_property
    def changes(self) -> list[Day]:
        """The days on which an agency or a membership begins, or has ended."""
        every: list[InTime] = [*self._rows.values()]
        every += (member for row in self._rows.values() for member in row.members)
        dated = [each for each in every if each.since or each.until]
        begins = {each.since for each in dated if each.since}
        return sorted(begins | {each.until + timedelta(1) for each in dated if each.until and each.until < Day.max})

    @cached_property
    def _heirs(self) -> dict[str, tuple[str, ...]]:
        named = {
            row.id: tuple(each for each in dict.fromkeys(row.successors) if each in self._rows)
            for row in self._rows.values()
            if row.successors and row.until is not None
        }
        return {agency: heirs for agency, heirs in named.items() if agency not in _reached(agency, named)}

    @cached_property
    def _former(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for agency in sorted(self._heirs, key=lambda each: self.last_day(each) or Day.max):
            for heir in self._heirs[agency]:
                found.setdefault(heir, []).append(agency)
        return {heir: tuple(agencies) for heir, agencies in found.items()}

    def _held(self, agency: str, day: Day) -> Iterator[str]:
        if not self.ended(agency, day) or not self.successors(agency):
            yield agency
        else:
            for heir in self.successors(agency):
                yield from self._held(heir, day)


def _reached(agency: str, arrows: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """All that the arrows lead to from an agency, each once; the agency itself only on a circle."""
    found: dict[str, None] = {}
    waiting: list[str] = list(arrows.get(agency, ()))
    while waiting:
        each = waiting.pop(0)
        if each not in found:
            found[each] = None
            waiting += arrows.get(each, ())
    return tuple(found)


def everyone(succession: Succession, agencies: Iterable[str]) -> dict[str, None]:
    """Agencies with those before and after them: all that may ever report on their work."""
    found: dict[str, None] = {}
    if not succession.passes_on:
        return dict.fromkeys(agencies)
    for agency in agencies:
        found[agency] = None
        found |= dict.fromkeys((*succession.before(agency), *succession.after(agency)))
    return found
