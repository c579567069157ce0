"""Calendar → iCalendar (RFC 5545), which phones, Outlook and Google take in; written by the icalendar library."""

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from cchc_cli.answers.calendar import Calendar, Event
from cchc_cli.answers.tables import visible

if TYPE_CHECKING:
    from icalendar import Calendar as Written
    from icalendar import Event as WrittenEvent

_WARNED = (timedelta(days=-7, hours=8), timedelta(days=-1, hours=8))
"""When a calendar reminds, counted from the start of the day: at 8:00 a week before and on the day before."""


def render(calendar: Calendar) -> str:
    """Whole days, each with its id and number of moves. The same calendar gives the same text."""
    from icalendar import Calendar as Written

    written = Written()
    written.add("prodid", "-//cchc//ke hoach cai cach hanh chinh//VI")
    written.add("version", "2.0")
    written.add("method", "PUBLISH")
    written.add("x-wr-calname", calendar.name)
    stamp = datetime.combine(calendar.as_of, time(), UTC)
    for event in calendar.events:
        _add(written, event, stamp)
    text: str = written.to_ical(sorted=False).decode()
    return text


def _add(written: "Written", event: Event, stamp: datetime) -> None:
    from icalendar import Event as WrittenEvent

    one = WrittenEvent()
    one.add("uid", event.uid)
    one.add("dtstamp", stamp)
    one.add("dtstart", event.day)
    one.add("dtend", event.day + timedelta(days=1))
    one.add("summary", visible(" ".join(event.summary.split())))
    if event.description:
        one.add("description", visible(event.description))
    one.add("sequence", event.moves)
    one.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    one.add("transp", "TRANSPARENT")
    if event.warned:
        _warn(one, event)
    written.add_component(one)


def _warn(one: "WrittenEvent", event: Event) -> None:
    from icalendar import Alarm

    for before in _WARNED:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", visible(" ".join(event.summary.split())))
        alarm.add("trigger", before)
        one.add_component(alarm)
