"""Bands of points as stretches of a line: each cut lies just before or just after a number, so that edges are exact."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from cchc_cli.model import Band

Cut = tuple[Fraction, int]
"""A number, and 0 for just before it, 1 for just after it."""
LOWEST, HIGHEST = (Fraction(-(10**15)), 0), (Fraction(10**15), 0)


class Stretch(NamedTuple):
    """A band with both of its cuts."""

    start: Cut
    stop: Cut
    band: Band

    def holds(self, figure: Fraction) -> bool:
        """Whether a figure lies between the cuts."""
        return self.start <= (figure, 0) and (figure, 1) <= self.stop


def exact(number: float) -> Fraction:
    """A number as it was written: 0.1 is a tenth."""
    return Fraction(Decimal(str(number)))


def stretches(bands: Iterable[Band]) -> tuple[Stretch, ...]:
    """The bands from the lowest up; a side that is not written lies where the next band begins or ends."""
    sided = sorted(((_start(each), _stop(each), each) for each in bands), key=lambda each: _place(each[0], each[1]))
    found = []
    for place, (start, stop, band) in enumerate(sided):
        below = sided[place - 1][1] if place else LOWEST
        above = sided[place + 1][0] if place + 1 < len(sided) else HIGHEST
        found.append(Stretch(start or below or LOWEST, stop or above or HIGHEST, band))
    return tuple(found)


def faults(found: tuple[Stretch, ...]) -> tuple[tuple[Stretch, str], ...]:
    """Bands that overlap the one below or leave a gap above it, each with the words for it."""
    empty = [(each, "không chứa số nào") for each in found if each.start >= each.stop]
    if empty:
        return tuple(empty)
    open_ = [(found[0], "dưới mức này còn hở")] if found and found[0].start > (Fraction(0), 0) else []
    for below, above in pairwise(found):
        if below.stop != above.start:
            open_.append((above, "chồng lên mức liền dưới" if below.stop > above.start else "hở với mức liền dưới"))
    return tuple(open_)


def top(found: tuple[Stretch, ...]) -> Cut:
    """Where the highest band ends."""
    return found[-1].stop if found else LOWEST


def _start(band: Band) -> Cut | None:
    if band.over is not None:
        return exact(band.over), 1
    return (exact(band.at_least), 0) if band.at_least is not None else None


def _stop(band: Band) -> Cut | None:
    if band.under is not None:
        return exact(band.under), 0
    return (exact(band.at_most), 1) if band.at_most is not None else None


def _place(start: Cut | None, stop: Cut | None) -> Cut:
    """Where a band stands among others: by its lower side, else just below its upper side, else lowest."""
    if start is not None:
        return start
    return (stop[0] - Fraction(1, 10**9), stop[1]) if stop is not None else LOWEST
