"""How alike two texts are, word for word; and which of some texts is most like another."""

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from itertools import chain, islice, pairwise

_COMPARED = 6
_SEEN = 1_000
_CONTEXT = 2


def likeness(one: str, other: str) -> float:
    """0 for nothing in common, 1 for the same words in the same order; case does not count."""
    return SequenceMatcher(None, _words(one), _words(other), autojunk=False).ratio()


class Nearest:
    """Texts to choose from, by a key. Only the few that share most of the rarest pairs of neighbouring words are
    compared, so that the work stays in proportion.
    """

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._having: dict[tuple[str, str], dict[int, None]] = {}
        for key, text in texts.items():
            for pair in _pairs(text):
                self._having.setdefault(pair, {})[key] = None

    def best(self, text: str) -> tuple[int, float] | None:
        """The key and likeness of the most alike text among those left."""
        rarest = sorted((self._having.get(pair, {}) for pair in _pairs(text)), key=len)
        shared = Counter(islice(chain.from_iterable(rarest), _SEEN))
        scored = [(likeness(text, self._texts[key]), -key) for key, _ in shared.most_common(_COMPARED)]
        return (-max(scored)[1], max(scored)[0]) if scored else None

    def take(self, key: int) -> None:
        """Remove a text from those to choose from."""
        for pair in _pairs(self._texts[key]):
            del self._having[pair][key]


def edits(one: str, other: str) -> list[tuple[str, str]]:
    """The stretches that differ, each (former words, new words) with two words that stay on either side."""
    old, new = one.split(), other.split()
    groups = SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_CONTEXT)
    return [(" ".join(old[group[0][1] : group[-1][2]]), " ".join(new[group[0][3] : group[-1][4]])) for group in groups]


def _pairs(text: str) -> dict[tuple[str, str], None]:
    """Neighbouring words, the ends of the text counted as words."""
    return dict.fromkeys(pairwise(("", *_words(text), "")))


def _words(text: str) -> list[str]:
    return text.casefold().split()
