"""--as-of, --period → the day and the period of a command; an invalid one raises a `Stop`."""

from datetime import date as Day

from cchc_cli.model import Ends, Settings
from cchc_cli.schedule import Period, period
from cchc_cli.shell import clock
from cchc_cli.shell.options import period_notes
from cchc_cli.text.problems import Stop
from cchc_cli.vietnamese.paper import parse_day

_YEARS = (1900, 2999)


def day(given: str | None, period_: str | None = None, settings: Settings | None = None) -> Day:
    """--as-of; else the cut-off day of --period, which is said to be ahead if it is; else today."""
    if given is None and period_ is not None:
        wanted = period_of(period_, settings.ends if settings else "cutoff")
        period_notes.say_ahead(wanted, clock.today())
        return wanted.end
    if given is None:
        return clock.today()
    found = parse_day(given) or _in_words(given)
    _refuse_far(f"--as-of: {given}", found.year)
    return found


def _in_words(given: str) -> Day:
    """The day of "hôm nay"; raise a `Stop` for what is no day."""
    from cchc_cli.recording import values
    from cchc_cli.recording.faults import Field
    from cchc_cli.shell.faults import sound

    today = clock.today()
    return values.spoken_day(given, today) or sound(values.day(given, Field.AS_OF, today, "2026-03-31 hoặc 31/03/2026"))


def period_of(given: str, ends: Ends) -> Period:
    """--period → the period, by its id or in words; words without a year mean the present year."""
    found = named(given, ends)
    if found is None:
        raise Stop(f'không hiểu kỳ "{given}"', 'ghi như 2026-Q1, 2026-H1, 2026-9M, 2026, 2026-03, "Quý I/2026"')
    _refuse_far(f"--period: {given}", found.end.year)
    return found


def named(given: str, ends: Ends = "cutoff") -> Period | None:
    """The period of an id or of words; None for any other text."""
    if found := period(given, ends):
        return found
    from cchc_cli.schedule.period_words import period_id

    spoken = period_id(given, clock.today().year)
    return period(spoken, ends) if spoken else None


def _refuse_far(what: str, year: int) -> None:
    """Raise a `Stop` for a day far in the past or future, for which date arithmetic could overflow."""
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise Stop(f"{what} không dùng được", f"ghi một năm từ {_YEARS[0]} đến {_YEARS[1]}")
