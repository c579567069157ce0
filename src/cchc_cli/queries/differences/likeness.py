"""How alike two texts are, word for word; and which of some texts is most like another."""

from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_COMPARED = 12
_CONTEXT = 2


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same words in the same order; case does not count."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


class Nearest:
    """Texts to choose from. Only those that share the rarest words are compared, so the work stays in proportion."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._having: dict[str, list[int]] = {}
        for place, text in enumerate(texts):
            for word in set(_words(text)):
                self._having.setdefault(word, []).append(place)

    def best(self, text: str, allowed: Callable[[int], bool]) -> tuple[int, float] | None:
        """The place and likeness of the most alike text among those allowed."""
        rare = sorted((len(places), word) for word in set(_words(text)) if (places := self._having.get(word)))
        shared: Counter[int] = Counter()
        for _, word in rare[:_COMPARED]:
            shared.update(place for place in self._having[word] if allowed(place))
        scored = [(likeness(text, self._texts[place]), -place) for place, _ in shared.most_common(_COMPARED)]
        return (-max(scored)[1], max(scored)[0]) if scored else None


def edits(one: str, other: str) -> list[tuple[str, str]]:
    """The stretches that differ, each (former words, new words) with two words that stay on either side."""
    old, new = one.split(), other.split()
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_CONTEXT)
    return [(" ".join(old[group[0][1] : group[-1][2]]), " ".join(new[group[0][3] : group[-1][4]])) for group in groups]


def _words(text: str) -> list[str]:
    return text.casefold().split()
