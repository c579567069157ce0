"""The text that somebody typed → the id that it names, or the ids with the nearest names."""

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from cchc_cli.vietnamese.names.grouped import grouped
from cchc_cli.vietnamese.names.keys import fold, fold_key, key

if TYPE_CHECKING:
    from cchc_cli.vietnamese.names.own import Own
    from cchc_cli.vietnamese.names.written import Written


class Match(Struct, frozen=True):
    """The one id that the text names."""

    id: str


class Several(Struct, frozen=True):
    """The ids that the text may name, in the order of the index."""

    ids: tuple[str, ...]


class Unknown(Struct, frozen=True):
    """No id has the name. The ids with the nearest names are given, best first."""

    nearest: tuple[str, ...]


class Index:
    """Finds ids by name (docs/promises.md#agency-names). Each id is also its own name and may occur twice.

    `own`: the place whose agencies these are. A part of a list is no name of `groups`; `communes` have no initials.
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Iterable[str]]],
        own: "Callable[[], Own] | None" = None,
        groups: Collection[str] = (),
        communes: Collection[str] = (),
    ) -> None:
        self._names = [(name, id) for id, names in entries for name in (id, *names)]
        self._ids = {id: place for place, id in enumerate(dict.fromkeys(id for _, id in self._names))}
        self._own = own
        self._groups = groups
        self._communes = communes
        self._found: dict[str, Match | Several | Unknown] = {}

    def find(self, text: str) -> Match | Several | Unknown:
        """What the text names, computed once: the whole name in any writing, else consecutive words of one name."""
        if text not in self._found:
            self._found[text] = self._find(text)
        return self._found[text]

    def ids(self, text: str) -> tuple[str, ...]:
        """The ids that a text may name; the nearest are not looked for."""
        exact = key(text)
        folded = fold_key(exact)
        if len(folded) < 2:  # one letter never matches
            return ()
        return self._by_key.get(exact) or self._by_fold.get(folded) or self._written.find(text, folded)

    def _find(self, text: str) -> Match | Several | Unknown:
        ids = self.ids(text)
        if not ids:
            folded = fold(text)
            return Unknown(self._nearest(folded) if len(folded) > 1 else ())
        return Match(ids[0]) if len(ids) == 1 else Several(tuple(sorted(ids, key=self._ids.__getitem__)))

    # The lookup table of each step is built when it is first needed, because most names match at the first step.

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        return grouped((key(name), id) for name, id in self._names)

    @cached_property
    def _by_fold(self) -> dict[str, tuple[str, ...]]:
        return grouped((fold_key(known), id) for known, ids in self._by_key.items() for id in ids)

    @cached_property
    def _written(self) -> "Written":
        from cchc_cli.vietnamese.names.own import Own
        from cchc_cli.vietnamese.names.written import Written

        own = self._own() if self._own else Own()
        return Written(self._names, self._by_fold, own, frozenset(self._groups), frozenset(self._communes))

    def _nearest(self, folded: str) -> tuple[str, ...]:
        from cchc_cli.vietnamese.names.closeness import by_closeness

        ranked = by_closeness(folded, self._by_fold)
        return tuple(islice(dict.fromkeys(id for name in ranked for id in self._by_fold[name]), 3))
