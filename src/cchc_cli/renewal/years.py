"""A schedule in the time of the next plan, where its words leave no doubt (docs/promises.md#next-plan)."""

import re
from calendar import monthrange
from datetime import date as Day

from msgspec import structs

from cchc_cli.model import ScheduleRow
from cchc_cli.renewal.terms import Step, moved
from cchc_cli.schedule import Piece, Reading, cell_within
from cchc_cli.schedule.citations import without

Written = str | ScheduleRow | None
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def shifted(schedule: Written, to: Step, issued: Day | None) -> Written:
    """The schedule with its years moved; the very same where it names none, or where that is not certain."""
    text = schedule.text if isinstance(schedule, ScheduleRow) else schedule
    if not text or to.years is None or not _is_its_own_year(text, to):
        return schedule
    later = YEAR.sub(lambda year: str(int(year[0]) + (to.years or 0)), text)
    before, after = cell_within(text.strip(), to.old, issued), cell_within(later.strip(), to.new)
    if not (isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after)):
        return schedule
    if not all(_alike(was, now, to.years) for was, now in zip(before, after, strict=True)):
        return schedule
    if isinstance(schedule, ScheduleRow):
        return _with_fields(schedule, later, before, to.years)
    return later


def names_a_year(schedule: Written) -> bool:
    """Whether a schedule names a year or has days of its own."""
    if isinstance(schedule, ScheduleRow):
        return bool(schedule.start or schedule.due or YEAR.search(f"{schedule.text or ''} {schedule.condition or ''}"))
    return bool(schedule and YEAR.search(schedule))


def _is_its_own_year(text: str, to: Step) -> bool:
    """Whether all years of the text are the plan's only year, and none belongs to the name of a document."""
    years = YEAR.findall(text)
    own = str(to.old.year)
    return bool(years) and set(years) == {own} and YEAR.findall(without(text, text.casefold())) == years


def _alike(was: Piece, now: Piece, years: int) -> bool:
    """Whether two terms say the same, so many years apart."""
    before, after = was.reading, now.reading
    if YEAR.search(f"{was.name or ''} {before.condition or ''}"):
        return False
    same = (before.kind, before.every, before.days, before.working, before.condition)
    if same != (after.kind, after.every, after.days, after.working, after.condition):
        return False
    return _moves(before.start, after.start, years) and _moves(before.due, after.due, years)


def _moves(was: Day | None, now: Day | None, years: int) -> bool:
    if was is None or now is None:
        return was is now
    return moved(was, years) == now or (
        _ends_month(was) and _ends_month(now) and (now.year, now.month) == (was.year + years, was.month)
    )


def _ends_month(day: Day) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _with_fields(schedule: ScheduleRow, text: str, before: tuple[Piece, ...], years: int) -> ScheduleRow:
    """The fields moved with the words, where they say the same as the words; otherwise the schedule as it was."""
    reading: Reading | None = before[0].reading if len(before) == 1 else None
    days = {"start": schedule.start, "due": schedule.due}
    for name, day in days.items():
        if day is not None and (reading is None or getattr(reading, name) != day):
            return schedule
    if schedule.condition and YEAR.search(schedule.condition):
        return schedule
    later = {name: _later(day, years) for name, day in days.items() if day is not None}
    return structs.replace(schedule, text=text, **later)


def _later(day: Day, years: int) -> Day:
    if _ends_month(day):
        return Day(day.year + years, day.month, monthrange(day.year + years, day.month)[1])
    return moved(day, years) or day
