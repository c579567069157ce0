"""The term of a plan, and the reading of phrases that do not name their year within it."""

from datetime import date
from functools import lru_cache

from msgspec import Struct

from cchc_cli.schedule.phrases import Line, Reading, Unread, cell_lines, read


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


def read_within(text: str, term: Term) -> Reading | Unread:
    """The reading of `text` in a plan of `term`. In several years a phrase without a year must fit into one alone."""
    return read(text, term.start.year) if term.year is not None else _in_one_year(text, term)


def lines(cell: str, term: Term) -> tuple[Line, ...]:
    """The lines of a cell, at least one, without leading dashes and a closing full stop."""
    return tuple(Line(words, name, read_within(words, term)) for words, name in cell_lines(cell))


@lru_cache(maxsize=1024)
def _in_one_year(text: str, term: Term) -> Reading | Unread:
    found = {read(text, year): None for year in term.years}
    if len(found) == 1:
        return next(iter(found))
    inside = [each for each in found if isinstance(each, Reading) and each.due is not None and each.due in term]
    return inside[0] if len(inside) == 1 else Unread(text, several_years=True)
