"""The similarity of two texts, by pairs of neighbouring words, ignoring case and diacritics."""

Pairs = frozenset[str]


def word_pairs(text: str) -> Pairs:
    """The pairs of neighbouring words of a text; a text of one word has none."""
    from itertools import pairwise

    from cchc_cli.vietnamese.names import key

    return frozenset(map(" ".join, pairwise(key(text).split())))


def contained(one: Pairs, other: Pairs) -> float:
    """The share of the shorter text's pairs that the longer text has; 0 if one has no pairs."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def shared(one: Pairs, other: Pairs) -> float:
    """The share of all pairs that both texts have; 0 if there are no pairs."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0
