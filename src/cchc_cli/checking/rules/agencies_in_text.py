"""The agencies that a printed text names, by name, abbreviation or alias, compared by `names.key`."""

from collections.abc import Iterator
from functools import cache

from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.names import key


@cache
def printed(registry: Registry) -> "Printed":
    """The `Printed` of a registry, shared by its plans because many rows have the same cells."""
    return Printed(registry)


class Printed:
    """Finds agencies in cells, and reads each cell once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._cells: dict[str, str] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._by_name: dict[str, str] = {}
        lengths: dict[str, set[int]] = {}
        for row in registry.rows:
            for name in self._of(row):
                self._by_name.setdefault(name, row.id)
                words = name.split()
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(each, reverse=True) for first, each in lengths.items()}

    def names(self, agency: str, cell: str) -> bool:
        """Whether a cell names an agency; "Các Sở: Xây dựng, Tư pháp" names both. True for an unknown agency."""
        row = self._registry.get(agency)
        if row is None or agency in self.named(cell):
            return True
        text = f" {self.key(cell)} "
        if any(f" {name} " in text for name in self._of(row)):
            return True
        return " các sở " in text and any(f" {name.removeprefix('sở ')} " in text for name in self._of(row))

    def named(self, cell: str) -> tuple[str, ...]:
        """The agencies and groups that a cell names, in its order. Of names with the same start, the longest counts."""
        if cell not in self._named:
            self._named[cell] = tuple(self._read(self.key(cell).split()))
        return self._named[cell]

    def _read(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            step = 1
            for length in self._lengths.get(words[at], ()):
                agency = self._by_name.get(" ".join(words[at : at + length]))
                if agency is not None:
                    yield agency
                    step = length
                    break
            at += step

    def key(self, cell: str) -> str:
        """The `names.key` of a cell, computed once."""
        if cell not in self._cells:
            self._cells[cell] = key(cell.replace("\n", " "))  # joined to one line, because that takes half the time
        return self._cells[cell]

    def _of(self, row: AgencyRow) -> tuple[str, ...]:
        if row.id not in self._names:
            given = (key(each) for each in (row.name, *row.aliases, row.full or "", row.abbreviation or ""))
            self._names[row.id] = (*filter(None, given), *self._registry.printed_variants(row))
        return self._names[row.id]
