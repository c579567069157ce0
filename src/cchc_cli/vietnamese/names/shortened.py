"""Names with words shortened to initials: Sở KHCN, VP UBND tỉnh, TTPVHCC, Trung tâm PVHCC.

A name is a row of steps, one for each word or initial. Two names match if their steps do: a word is equal to itself,
and an initial to each word that starts with it.
"""

from collections.abc import Iterable, Iterator
from re import compile as pattern

from cchc_cli.vietnamese.names.spelled import bare

_SYLLABLE = pattern(r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?")
_LEAST = 3
"""The fewest initials that tell a name by themselves, or that words may stand for."""

Steps = tuple[tuple[str, str], ...]
"""For each step its letter, and its word or ""."""


class Initials:
    """Finds ids by names in which some words are shortened. A known name in initials only is left out."""

    def __init__(self, names: Iterable[tuple[tuple[str, ...], str]]) -> None:
        known = [([bare(word) for word in words], id) for words, id in names]
        self._words = {word for words, _ in known for word in words if _SYLLABLE.fullmatch(word)}
        self._by_letters: dict[str, list[tuple[Steps, str]]] = {}
        for words, id in known:
            for steps in dict.fromkeys(self._ways(words)):
                if _count(steps) < len(steps):
                    self._by_letters.setdefault(_letters(steps), []).append((steps, id))

    def find(self, words: Iterable[str], own: bool = False) -> tuple[str, ...]:
        """The ids that the words name. Few initials alone name none, unless the `own` place stands beside them."""
        typed = [bare(word) for word in words]
        short = self._steps(typed)
        count = _count(short)
        tells = count and (count < len(short) or count >= _LEAST or own)
        return (self._having(short, 0) if tells else ()) or self._having(_spelled_steps(typed), _LEAST)

    def _having(self, steps: Steps, least: int) -> tuple[str, ...]:
        """The ids of the known names that match, with at least so many initials of their own."""
        near = self._by_letters.get(_letters(steps), ())
        return tuple(dict.fromkeys(id for known, id in near if _count(known) >= least and _match(known, steps)))

    def _ways(self, words: list[str]) -> Iterator[Steps]:
        """The steps of a known name; a second time with two letters for Ng (SNgV is Sở Ngoại vụ)."""
        steps = self._steps(words)
        yield steps
        if any(word.startswith("ng") for _, word in steps):
            yield tuple(each for step in steps for each in _twice(step))

    def _steps(self, words: Iterable[str]) -> Steps:
        """A word that no known name has is taken for initials."""
        return tuple(step for word in words for step in (((word[0], word),) if word in self._words else _short(word)))


def _spelled_steps(words: Iterable[str]) -> Steps:
    """Whatever can be a word is one."""
    return tuple(step for word in words for step in (((word[0], word),) if _SYLLABLE.fullmatch(word) else _short(word)))


def _short(word: str) -> Steps:
    return tuple((letter, "") for letter in word)


def _twice(step: tuple[str, str]) -> Steps:
    return (("n", step[1]), ("g", "")) if step[1].startswith("ng") else (step,)


def _count(steps: Steps) -> int:
    """How many steps are initials."""
    return sum(not word for _, word in steps)


def _letters(steps: Steps) -> str:
    return "".join(letter for letter, _ in steps)


def _match(known: Steps, typed: Steps) -> bool:
    return all(not word or not other or word == other for (_, word), (_, other) in zip(known, typed, strict=True))
