"""The years that texts may name, and how long their months are."""

from datetime import date, timedelta

YEARS = range(2000, 2101)


def last_day(year: int, month: int) -> date:
    """The last day of a month (`calendar.monthrange` would cost a millisecond to import)."""
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months_after(since: date, count: int) -> date:
    """The same day so many months later, else the last day of that month (BLDS 2015, Điều 148)."""
    months = since.month - 1 + count
    last = last_day(since.year + months // 12, months % 12 + 1)
    return last.replace(day=min(since.day, last.day))
