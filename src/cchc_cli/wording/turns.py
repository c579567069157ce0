"""The names of turns: "tháng 3 năm 2026", "tuần 7 năm 2026", "ngày 30/6/2026"."""

from datetime import date

from cchc_cli.schedule import period, title
from cchc_cli.vietnamese.paper import short_date

_DAY = len("2026-03-14")


def turn_title(identity: str) -> str:
    """The name of a turn, from its id."""
    if len(identity) == _DAY:
        return f"ngày {short_date(date.fromisoformat(identity))}"
    year, _, week = identity.partition("-W")
    if week:
        return f"tuần {int(week)} năm {year}"
    found = period(identity)
    return title(found) if found else identity
