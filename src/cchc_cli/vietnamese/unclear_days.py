"""A day typed without a year, without slashes or with the month first → the day that was probably meant."""

import re
from datetime import date

_FORMS = (
    r"(?:ngày )?(?P<day>[0-9]{1,2})[-/. ](?P<month>[0-9]{1,2})",
    r"(?:ngày )?(?P<day>[0-9]{1,2}) tháng (?P<month>[0-9]{1,2})",
    r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<short>[0-9]{2})",
    r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>[0-9]{4})",
    r"(?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})[-/.](?P<year>[0-9]{4})",
)


def meant(text: str, year: int) -> date | None:
    """The day of "30/3", 30/3/26, 30032026, 3/30/2026; `year` where none is typed. None for any other text."""
    tidy = " ".join(text.casefold().split())
    for form in _FORMS:
        if match := re.fullmatch(form, tidy):
            given = {"year": str(year)} | match.groupdict()
            own = f"20{given['short']}" if "short" in given else given["year"]
            return _day(int(own), int(given["month"]), int(given["day"]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
