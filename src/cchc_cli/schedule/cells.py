"""A schedule cell → its terms, one or several, or what cannot be read (docs/promises.md#schedules).

No day, month, quarter, year or interval is passed over: each is a term, or the cell is `Unread`. Most cells are a
phrase of the table, with or without a condition that names no time (single.py); compound.py reads the others. Each
text is read once; readings that an earlier run kept are not made again, and the code that makes them is not imported.
"""

from collections.abc import Iterable
from datetime import date

from cchc_cli.model import Kind
from cchc_cli.schedule.reading import Piece, Reading, Unread

Terms = tuple[Piece, ...] | Unread
Asked = tuple[str, int, date | None]
"""A cell's text, the plan's year and the plan's own day: all that a reading depends on."""

_readings: dict[Asked, Terms] = {}


def cell(text: str, year: int, issued: date | None = None) -> Terms:
    """The terms of a cell; `year` is used where none is named, `issued` is the plan's own date."""
    asked = (text, year, issued)
    found = _readings.get(asked)
    if found is None:
        found = _readings[asked] = fresh(text, year, issued)
    return found


def known() -> tuple[tuple[Asked, Terms], ...]:
    """All readings made so far, with those taken over."""
    return tuple(_readings.items())


def know(readings: Iterable[tuple[Asked, Terms]]) -> None:
    """Take over readings that the same program made before."""
    _readings.update(readings)


def read(text: str, year: int, issued: date | None = None) -> Reading | Unread:
    """The reading of a text with one term. What is outside the table is not guessed."""
    found = cell(text, year, issued)
    if isinstance(found, Unread):
        return found
    return found[0].reading if len(found) == 1 else Unread(text, terms=found)


def fresh(text: str, year: int, issued: date | None) -> Terms:
    """The terms of a cell, read anew."""
    from cchc_cli.schedule.left_over import is_day_and_night
    from cchc_cli.schedule.plain import lines_as_clauses, on_one_line
    from cchc_cli.schedule.single import in_words_of_the_table

    flat = on_one_line(text)
    if not flat:
        return (Piece("", None, Reading(Kind.NONE)),)
    if is_day_and_night(flat):
        return Unread(text)
    found: Terms | None = in_words_of_the_table(flat, year, issued)
    if found is None:
        from cchc_cli.schedule.compound import compound

        found = compound(lines_as_clauses(text), year, issued, cell)
    return Unread(text, found.left, found.terms) if isinstance(found, Unread) else found
