"""A confirmed day off must stay, unless another document changes it."""

from collections.abc import Iterator
from datetime import date as Day
from typing import NamedTuple

from cchc_cli.checking.rules import Finding, Found, rule
from cchc_cli.checking.rules.changes import stood
from cchc_cli.model import CalendarYear
from cchc_cli.plan.workspace import Workspace
from cchc_cli.text.problems import Severity
from cchc_cli.vietnamese.paper import short_date


class _Gone(NamedTuple):
    """A removed day: its kind, its old place, and the place where the finding is shown now."""

    day: Day
    what: str
    stood: int
    at: int
    key: str


@rule(
    "CC312",
    "Bỏ ngày nghỉ, ngày làm bù mà không có căn cứ",
    "Hạn tính bằng ngày làm việc theo lịch này; bỏ hay dời một ngày thì hạn đã báo cho các cơ quan đổi theo. Sửa chỗ "
    "chép nhầm thì được: vì vậy đây là cảnh báo để người duyệt đối chiếu văn bản, không phải lỗi.",
    Severity.WARNING,
)
def calendar_changed(before: Workspace, now: Workspace) -> Found:
    """Days off that count and make-up days must not disappear, unless their year got a new basis.

    Bad:
      before: {calendar: {2026: {off: [{date: 2026-09-02, name: Quốc khánh, basis: BLLĐ, status: confirmed}]}}}
      now: {calendar: {2026: {off: [{date: 2026-09-03, name: Quốc khánh, basis: BLLĐ, status: confirmed}]}}}
    Good:
      before: {calendar: {2026: {off: [{date: 2026-09-01, name: Nghỉ bù, basis: TB 1, status: confirmed}]}}}
      now: {calendar: {2026: {off: [{date: 2026-09-03, name: Nghỉ bù, basis: TB 2 thay TB 1, status: confirmed}]}}}
    """
    for year, then in before.calendar.items():
        own = now.calendar.get(year)
        if own is None:
            at = next((each.at for each in now.calendar.values()), None)
            at = at if at is not None else now.registry.rows[0].at if now.registry.rows else None
            if at is not None:
                where = stood(before, then.at)
                yield Finding(at, f"lịch không còn năm {year};", hint="khôi phục năm này", line=where)
            continue
        if _bases(own) <= _bases(then):
            for gone in _gone(then, own):
                message = f"{gone.what} {short_date(gone.day)} không còn trong lịch {year};"
                hint = "khôi phục ngày này; có văn bản thay đổi thì ghi văn bản ấy vào basis của ngày mới"
                yield Finding(gone.at, message, gone.key, hint=hint, line=stood(before, gone.stood))


def _bases(year: CalendarYear) -> frozenset[str | None]:
    return frozenset(each.basis for each in year.off)


def _gone(then: CalendarYear, own: CalendarYear) -> Iterator[_Gone]:
    """The days that no longer count; a day off is shown at the new one with the same name, if there is one."""
    off = {each.date for each in own.off if each.status != "proposed"}
    known = {each.date for each in then.off}
    moved = {each.name: each.at for each in own.off if each.date not in known}
    for each in then.off:
        if each.status != "proposed" and each.date not in off:
            at, key = (moved[each.name], "date") if each.name in moved else (own.at, "off")
            yield _Gone(each.date, "ngày nghỉ", each.at, at, key)
    yield from (_Gone(day, "ngày làm bù", then.at, own.at, "work") for day in then.work if day not in own.work)
