"""The time of the next plan, its name, and by how many years its days are later."""

import re
from datetime import date as Day
from typing import NamedTuple

from cchc_cli.model import PlanFile, PlanTerm
from cchc_cli.plan import plans
from cchc_cli.schedule import Term

_WANTED = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<last>20\d\d)|H(?P<half>[12])))?", re.IGNORECASE)
_HALVES = {"1": ((1, 1), (6, 30)), "2": ((7, 1), (12, 31))}


class Step(NamedTuple):
    """From one plan's time to the next. `years`: how much later each day is; None if that is not whole years."""

    old: Term
    new: Term
    years: int | None

    @property
    def label(self) -> str:
        """The new time in a name: 2027, 2027-H1, 2031-2035."""
        start, end = self.new.start, self.new.end
        if start.year != end.year:
            return f"{start.year}-{end.year}"
        half = next(
            (each for each, days in _HALVES.items() if ((start.month, start.day), (end.month, end.day)) == days), ""
        )
        return f"{start.year}-H{half}" if half else str(start.year)


def step(file: PlanFile, wanted: str) -> Step | None:
    """The step to a year (`2027`), half a year (`2027-H1`) or several years (`2031-2035`); None for other words.

    After a plan of half a year or of several years, a year alone is where as long a time begins.
    """
    found = _WANTED.fullmatch(wanted.strip())
    if found is None:
        return None
    old = plans.term(file)
    new = _term(found, old)
    return None if new is None else Step(old, new, _years(old, new))


def changed(file: PlanFile, to: Step) -> dict[str, object]:
    """The fields of plan.yaml that state the time."""
    if file.term is None and to.new.start == Day(to.new.start.year, 1, 1) and to.new == Term.of(to.new.start.year):
        return {"year": to.new.start.year}
    return {"year": None, "term": PlanTerm(to.new.start, to.new.end)}


def name(former: str, to: Step) -> str:
    """The next plan's folder: the former one's with the new years, else with the new time behind it."""
    first, last = (str(each.year) for each in (to.old.start, to.old.end))
    moved = former
    if re.search(rf"(?<!\d){first}(?!\d)", former):
        span = rf"(?<!\d){first}-(?:{last}|h[12])(?!\d)"
        moved = re.sub(span, to.label, former, flags=re.IGNORECASE)
        moved = moved if moved != former else re.sub(rf"(?<!\d){first}(?!\d)", str(to.new.start.year), former)
    return moved if moved != former else f"{former}-{to.label}"


def _term(found: re.Match[str], old: Term) -> Term | None:
    year = int(found["year"])
    if found["half"]:
        (first, last) = _HALVES[found["half"]]
        return Term(Day(year, *first), Day(year, *last))
    if found["last"]:
        return Term(Day(year, 1, 1), Day(int(found["last"]), 12, 31)) if int(found["last"]) > year else None
    by = year - old.start.year
    return Term(moved_or_last(old.start, by), moved_or_last(old.end, by))


def _years(old: Term, new: Term) -> int | None:
    by = new.start.year - old.start.year
    return by if (moved_or_last(old.start, by), moved_or_last(old.end, by)) == (new.start, new.end) else None


def moved(day: Day, years: int) -> Day | None:
    """The same day so many years later; None for 29 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None


def moved_or_last(day: Day, years: int) -> Day:
    """The same day so many years later, 28 February for 29 February."""
    return moved(day, years) or Day(day.year + years, 2, 28)
