"""Reporting periods: "2026-Q1" → its window, ending on the cut-off day (NĐ 09/2019/NĐ-CP, Điều 12)."""

from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from msgspec import Struct

from cchc_cli.model import Ends
from cchc_cli.schedule.months import YEARS, last_day

CUTOFF = 14

Name = Literal["month", "quarter", "half", "nine", "year"]


class Period(Struct, frozen=True):
    """A reporting period, from `start` to `end` inclusive; its figures are those of the day `end`."""

    id: str
    kind: Name
    start: date
    end: date


PARTS: dict[str, tuple[Name, int, int, str]] = {
    "": ("year", 1, 12, "năm"),
    "H1": ("half", 1, 6, "6 tháng đầu năm"),
    "H2": ("half", 7, 12, "6 tháng cuối năm"),
    "9M": ("nine", 1, 9, "9 tháng đầu năm"),
    "Q1": ("quarter", 1, 3, "quý I năm"),
    "Q2": ("quarter", 4, 6, "quý II năm"),
    "Q3": ("quarter", 7, 9, "quý III năm"),
    "Q4": ("quarter", 10, 12, "quý IV năm"),
    **{f"{month:02}": ("month", month, month, f"tháng {month:02} năm" if month < 3 else f"tháng {month} năm")
       for month in range(1, 13)},
}  # fmt: skip
_AFTER = {
    "": "", "H1": "H2", "H2": "H1", "9M": "Q4", "Q1": "Q2", "Q2": "Q3", "Q3": "Q4", "Q4": "Q1", "12": "01",
    **{f"{month:02}": f"{month + 1:02}" for month in range(1, 12)},
}  # fmt: skip
_LAST_OF_YEAR = ("", "H2", "Q4", "12")


def period(text: str, ends: Ends = "cutoff") -> Period | None:
    """The period named 2026-Q1, 2026-H1, 2026-9M, 2026-03 or 2026."""
    name, dash, part = text.strip().upper().partition("-")
    known = PARTS.get(part)
    if known is None or bool(dash) != bool(part) or not _is_year(name):
        return None
    kind, first, last, _ = known
    return Period(name + dash + part, kind, *_window(ends, int(name), first, last))


def previous(this: Period, ends: Ends = "cutoff") -> Period:
    """The previous month or quarter; for 6 months, 9 months and a year, the same period of the previous year."""
    name, dash, part = this.id.partition("-")
    year = int(name)
    if this.kind == "month":
        year, part = (year, f"{int(part) - 1:02}") if part != "01" else (year - 1, "12")
    elif this.kind == "quarter":
        year, part = (year, f"Q{int(part[1]) - 1}") if part != "Q1" else (year - 1, "Q4")
    else:
        year -= 1
    _, first, last, _ = PARTS[part]
    return Period(f"{year}{dash}{part}", this.kind, *_window(ends, year, first, last))


def following(this: Period, ends: Ends = "cutoff") -> Period:
    """The period after this one: after 6 months it is the other half-year, after 9 months the last quarter."""
    name, dash, part = this.id.partition("-")
    year = int(name) + (part in _LAST_OF_YEAR)
    after = _AFTER[part]
    kind, first, last, _ = PARTS[after]
    return Period(f"{year}{dash}{after}", kind, *_window(ends, year, first, last))


def quarter(day: date, ends: Ends = "cutoff") -> Period:
    """The quarter that contains a day; if Python's dates cannot express that quarter, the nearest one that they can."""
    year = min(max(day.year, MINYEAR + 1), MAXYEAR - 1)
    months = 12 * year + day.month - 1 + (1 if ends == "cutoff" and day.day > CUTOFF else 0)
    year, number = months // 12, months % 12 // 3 + 1
    return Period(f"{year}-Q{number}", "quarter", *_window(ends, year, 3 * number - 2, 3 * number))


def title(this: Period) -> str:
    """The period's name as papers print it: "quý I năm 2026", "tháng 02 năm 2026"."""
    name, _, part = this.id.partition("-")
    return f"{PARTS[part][3]} {name}"


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdecimal() and int(text) in YEARS


def _window(ends: Ends, year: int, first: int, last: int) -> tuple[date, date]:
    """The days from one month to another."""
    if ends == "calendar":
        return date(year, first, 1), last_day(year, last)
    start = date(year, first - 1, CUTOFF + 1) if first > 1 else date(year - 1, 12, CUTOFF + 1)
    return start, date(year, last, CUTOFF)
