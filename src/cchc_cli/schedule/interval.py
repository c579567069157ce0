"""How often a term comes again."""

from typing import Literal

from msgspec import Struct

Every = Literal["day", "week", "month", "quarter", "half", "year"]

ORDER: tuple[Every, ...] = ("day", "week", "month", "quarter", "half", "year")
EACH = ("hằng", "mỗi", "từng")
TIMES = ("lần", "đợt", "cuộc")
TRIGGERS = (*EACH, *TIMES, "định", "các", "quý", "tháng")
"""Tokens without any of these words name no interval."""


class Interval(Struct, frozen=True):
    """How often: `every`, and the longer intervals named beside it (`also`); `count`: how many times in each.

    `weekdays`: from Monday, 0; `place`: which month of a quarter; `day`: the day of the month.
    """

    every: Every
    also: tuple[Every, ...] = ()
    count: int = 1
    weekdays: tuple[int, ...] = ()
    place: int | None = None
    day: int | None = None
