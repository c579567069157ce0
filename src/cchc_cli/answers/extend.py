"""A decision on a deadline → a sentence, and warnings about what is unusual."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.answers.records import about, decision_line
from cchc_cli.model import Deadline, Status
from cchc_cli.plan.registry import Registry
from cchc_cli.schedule import Term, Workdays
from cchc_cli.state.states import State
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.states import NO_DAY

MOST = 5
_FAR = 183
"""Days after the plan's term from which a deadline looks like a slip of the year; money is paid a month after it."""


def told(given: Deadline, before: State, asked: Deadline | None, registry: Registry) -> str:
    """ "Gia hạn VI.6: 31/01/2026 → 31/3/2026 (hạn ban đầu 31/01/2026)"."""
    name = about(given) + (f", riêng {registry.name(given.agency)}" if given.agency else "")
    due, original = before.term.due, before.term.original_due
    was, to = _day(due), _day(given.to)
    wished = f" đến {short_date(asked.to)}" if asked and asked.to else ""
    line = decision_line(given, name, was, to, wished)
    note = {"request": "; hạn chưa đổi cho đến khi được đồng ý"}.get(given.action, "")
    if given.action == "extend" and original and original != due:
        note = f" (hạn ban đầu {short_date(original)})"
    return f"{line[0].upper()}{line[1:]}{note}"


def doubts(
    given: Deadline, times: int, before: State, after: State, registry: Registry, workdays: Workdays, term: Term
) -> Iterator[str]:
    """Warnings: the work is done, the day is far beyond the plan's `term`, the deadline was extended before, members
    lose a later day of their own, the new day is a day off.
    """
    if before.progress is Status.DONE and given.action != "refuse":
        on = f" ngày {short_date(before.done_on)}" if before.done_on else ""
        yield f"{about(given)} đã hoàn thành{on}, xem lại có còn cần gia hạn"
    if given.to and given.action != "refuse" and (given.to - term.end).days > _FAR:
        last = short_date(term.end)
        yield f"ngày {short_date(given.to)} muộn hơn nhiều so với ngày cuối của kế hoạch ({last}), xem lại năm"
    if given.action == "extend" and times:
        yield f"{about(given)} đã gia hạn {times} lần (nay là {_day(before.term.due)}), đây là lần thứ {times + 1}"
    then = dict(before.parts)
    lost = [agency for agency, part in after.parts if _earlier(part.term.due, then[agency].term.due)]
    if lost:
        names = ", ".join(registry.name(agency) for agency in lost[:MOST])
        yield f"{len(lost)} cơ quan đã được gia hạn riêng đến ngày muộn hơn, nay theo hạn chung: {names}"
    off = workdays.off(given.to) if given.to and given.action in ("set", "extend") else None
    if off and given.to:
        yield f"{short_date(given.to)} là ngày nghỉ ({off})"


def _earlier(now: Day | None, before: Day | None) -> bool:
    return now is not None and before is not None and now < before


def _day(day: Day | None) -> str:
    return short_date(day) if day else NO_DAY
