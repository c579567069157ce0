"""The text that somebody typed → the id that it names, or the ids with the nearest names."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from msgspec import Struct

from cchc_cli.vietnamese.names.keys import fold, fold_key, key

_NEAR = 0.6


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
    """Finds ids by name (docs/promises.md#agency-names). Each id is also its own name and may occur twice."""

    def __init__(self, entries: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._names = [(name, id) for id, names in entries for name in (id, *names)]
        self._ids = dict.fromkeys(id for _, id in self._names)

    def find(self, text: str) -> Match | Several | Unknown:
        """Match the whole name with diacritics, else without, else consecutive words; one letter never matches."""
        exact = key(text)
        folded = fold_key(exact)
        if len(folded) < 2:
            return Unknown(())
        ids = self._by_key.get(exact) or self._by_fold.get(folded) or self._having(folded)
        if not ids:
            return Unknown(self._nearest(folded))
        return Match(ids[0]) if len(ids) == 1 else Several(tuple(id for id in self._ids if id in ids))

    # The lookup table of each step is built when it is first needed, because most names match at the first step.

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        return _grouped((key(name), id) for name, id in self._names)

    @cached_property
    def _by_fold(self) -> dict[str, tuple[str, ...]]:
        return _grouped((fold_key(known), id) for known, ids in self._by_key.items() for id in ids)

    def _having(self, run: str) -> tuple[str, ...]:
        having = (id for name, ids in self._by_fold.items() if f" {run} " in f" {name} " for id in ids)
        return tuple(dict.fromkeys(having))

    def _nearest(self, folded: str) -> tuple[str, ...]:
        ranked = _by_closeness(folded, self._by_fold)
        return tuple(islice(dict.fromkeys(id for name in ranked for id in self._by_fold[name]), 3))


def nearest(text: str, names: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The names closest to a mistyped one, best first. Diacritics are ignored; the result is empty if none is close."""
    forms = _grouped((fold(name), name) for name in names)
    ranked = _by_closeness(fold(text), forms)
    return tuple(islice((name for form in ranked for name in forms[form]), most))


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = {}
    for form, member in pairs:
        groups.setdefault(form, {})[member] = None
    return {form: tuple(members) for form, members in groups.items()}


def _by_closeness(folded: str, forms: Iterable[str]) -> Iterator[str]:
    """The forms that are close to the text, best first; equally close forms keep their given order."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=folded, autojunk=False)
    asked = set(folded.split())
    if not asked:
        return iter(())

    def closeness(form: str) -> float:
        matcher.set_seq1(form)
        own = set(form.split())
        # "Sở Du lịch" is near "Sở Văn hóa, Thể thao và Du lịch", though most letters differ.
        if own and (asked <= own or own <= asked):
            return (1 + matcher.ratio()) / 2
        return matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0

    scores = {form: closeness(form) for form in forms}
    return iter(sorted((form for form in scores if scores[form] >= _NEAR), key=lambda form: -scores[form]))
