"""Days off and make-up Saturdays of the calendar → working days."""

from collections.abc import Mapping
from datetime import date, timedelta

from cchc_cli.model import CalendarYear

WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


class Workdays:
    """Working days according to plan/calendar.yaml. Days off that are only proposed do not count."""

    def __init__(self, calendar: Mapping[int, CalendarYear]) -> None:
        years = calendar.values()
        self._off = {day.date: day.name for year in years for day in year.off if day.status != "proposed"}
        self._made_up = {day for year in years for day in year.work}
        self._settled = {number for number, year in calendar.items() if not year.pending}

    def off(self, day: date) -> str | None:
        """Why `day` is a day off ("thứ Bảy", "Tết Âm lịch (mùng 1)"); None for a working day."""
        if day in self._made_up:
            return None
        return self._off.get(day) or WEEKEND.get(day.weekday())

    def is_working(self, day: date) -> bool:
        """Whether offices work on `day`, make-up Saturdays included."""
        return self.off(day) is None

    def after(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`; `day` itself is not counted (BLDS 2015, Điều 147)."""
        left = n
        while left > 0:
            day += timedelta(days=1)
            left -= self.is_working(day)
        return day

    def settled(self, year: int) -> bool:
        """Whether the calendar contains `year` and nothing in that year still awaits a decision."""
        return year in self._settled
