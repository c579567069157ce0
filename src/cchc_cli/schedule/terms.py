"""The term of a plan, and the reading of phrases that do not name their year within it."""

from datetime import date
from functools import lru_cache

from msgspec import Struct

from cchc_cli.schedule.cells import cell
from cchc_cli.schedule.reading import Piece, Reading, Unread


class Term(Struct, frozen=True):
    """The time that a plan covers; both days belong to it."""

    start: date
    end: date

    @classmethod
    def of(cls, year: int) -> "Term":
        """A whole year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def years(self) -> range:
        """The years that the term touches."""
        return range(self.start.year, self.end.year + 1)

    @property
    def year(self) -> int | None:
        """The year that contains the term; None if it runs over several."""
        return self.start.year if self.start.year == self.end.year else None

    def year_of(self, day: date) -> int:
        """The year of a day, else the year of the term that is nearest to it."""
        return min(max(day.year, self.start.year), self.end.year)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


def read_within(text: str, term: Term, issued: date | None = None) -> Reading | Unread:
    """The reading of a text with one term in a plan of `term`."""
    found = cell_within(text, term, issued)
    if isinstance(found, Unread):
        return found
    return found[0].reading if len(found) == 1 else Unread(text, terms=found)


def cell_within(text: str, term: Term, issued: date | None = None) -> tuple[Piece, ...] | Unread:
    """The terms of a cell in a plan of `term`. In several years words without a year must fit into one alone."""
    return cell(text, term.start.year, issued) if term.year is not None else _in_one_year(text, term, issued)


@lru_cache(maxsize=1024)
def _in_one_year(text: str, term: Term, issued: date | None) -> tuple[Piece, ...] | Unread:
    found = {cell(text, year, issued): None for year in term.years}
    if len(found) == 1:
        return next(iter(found))
    inside = [each for each in found if isinstance(each, tuple) and _is_inside(each, term)]
    return inside[0] if len(inside) == 1 else Unread(text, several_years=True)


def _is_inside(found: tuple[Piece, ...], term: Term) -> bool:
    dues = [piece.reading.due for piece in found if piece.reading.due is not None]
    return bool(dues) and all(due in term for due in dues)
