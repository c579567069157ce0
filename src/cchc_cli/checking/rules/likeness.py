"""How much two texts say in the same words: pairs of neighbouring words, without regard to case and diacritics."""

Pairs = frozenset[str]


def word_pairs(text: str) -> Pairs:
    """Neighbouring words of a text; a text of one word has none."""
    from itertools import pairwise

    from cchc_cli.vietnamese.names import key

    return frozenset(map(" ".join, pairwise(key(text).split())))


def contained(one: Pairs, other: Pairs) -> float:
    """The part of the shorter text's pairs that the longer one has; 0 where one has none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def shared(one: Pairs, other: Pairs) -> float:
    """The part of all pairs that both have; 0 where there are none."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
