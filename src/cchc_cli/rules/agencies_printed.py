"""Which agencies a printed text names, by name, abbreviation or alias; texts and names compare as `names.key` does."""

from collections.abc import Iterator
from functools import cache

from cchc_cli.model import AgencyRow
from cchc_cli.names import key
from cchc_cli.registry import Registry

Words = list[str]


@cache
def printed(registry: Registry) -> "Printed":
    """The one that looks up for every plan of a registry: the same cells stand in many rows."""
    return Printed(registry)


class Printed:
    """Looks agencies up in cells; each cell is read once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._cells: dict[str, str] = {}
        self._named: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._by_first: dict[str, list[tuple[Words, str]]] = {}
        for row in registry.rows:
            for name in self._of(row):
                words = name.split()
                self._by_first.setdefault(words[0], []).append((words, row.id))
        for known in self._by_first.values():
            known.sort(key=lambda each: -len(each[0]))

    def names(self, agency: str, cell: str) -> bool:
        """Whether a cell names an agency; "Các Sở: Xây dựng, Tư pháp" names both. True for one that is unknown."""
        row = self._registry.get(agency)
        if row is None or agency in self.named(cell):
            return True
        text = f" {self.key(cell)} "
        if any(f" {name} " in text for name in self._of(row)):
            return True
        return " các sở " in text and any(f" {name.removeprefix('sở ')} " in text for name in self._of(row))

    def named(self, cell: str) -> tuple[str, ...]:
        """The agencies and groups that a cell names, in its order; of names that begin alike the longest counts."""
        if cell not in self._named:
            self._named[cell] = tuple(self._read(self.key(cell).split()))
        return self._named[cell]

    def _read(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            known = self._by_first.get(words[at], ())
            found = next(((name, agency) for name, agency in known if words[at : at + len(name)] == name), None)
            if found is not None:
                yield found[1]
            at += len(found[0]) if found is not None else 1

    def key(self, cell: str) -> str:
        """`names.key` of a cell, worked out once."""
        if cell not in self._cells:
            self._cells[cell] = key(cell)
        return self._cells[cell]

    def _of(self, row: AgencyRow) -> tuple[str, ...]:
        if row.id not in self._names:
            given = (row.name, *row.aliases, row.abbreviation or "")
            self._names[row.id] = tuple(name for each in given if (name := key(each)))
        return self._names[row.id]
