"""A long list of names in a message: the first few, and how many more there are."""

from collections.abc import Iterable

_SHOWN = 8


def few(names: Iterable[str], what: str = "cơ quan", between: str = "; ") -> str:
    """ "Sở Nội vụ; Sở Tài chính; … và 71 cơ quan nữa"; all of them where the rest is but one."""
    found = tuple(names)
    left = len(found) - _SHOWN
    if left < 2:
        return between.join(found)
    return f"{between.join(found[:_SHOWN])} và {left} {what} nữa"
