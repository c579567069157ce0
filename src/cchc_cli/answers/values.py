"""Any value of a field → words; the fields of a record that have no line of their own → words."""

from collections.abc import Collection
from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import (
    Amendment,
    CalendarYear,
    Clause,
    Correction,
    DayOff,
    Event,
    Kind,
    Placed,
    Role,
    Status,
    Target,
    Waiver,
    names,
)
from cchc_cli.vietnamese.paper import number, short_date
from cchc_cli.wording.roles import ROLE
from cchc_cli.wording.schedules import KIND
from cchc_cli.wording.states import PROGRESS
from cchc_cli.wording.targets import level

EMPTY = "(trống)"
LONG = 160


def others(record: Placed, told: Collection[str]) -> list[str]:
    """ "kinh phí: 500" for each field that is set and not among those `told`."""
    given = ((name, getattr(record, name)) for name in names(record) if name not in told)
    return [f"{record.said.fields[name].called}: {value(each)}" for name, each in given if each not in (None, (), "")]


def value(given: object) -> str:
    """Any value of a field in words."""
    if given is None or given in ("", ()):
        return EMPTY
    if isinstance(given, bool):
        return "có" if given else "không"
    if isinstance(given, Role):
        return ROLE[given]
    if isinstance(given, Kind):
        return KIND[given]
    if isinstance(given, Status):
        return PROGRESS[given]
    if isinstance(given, Day):
        return short_date(given)
    if isinstance(given, int | float):
        return str(given) if isinstance(given, int) else number(given)
    if isinstance(given, dict):
        return "; ".join(f"{name} {value(text)}" for name, text in given.items())
    if isinstance(given, tuple):
        return "; ".join(map(value, given))
    return _record(given) if isinstance(given, Struct) else f"“{short(str(given))}”"


def _record(given: Struct) -> str:
    match given:
        case Amendment():
            return f"{given.number} ngày {short_date(given.date)} ({given.id})"
        case Correction():
            return f"“{given.printed}” → “{given.corrected}” tại {given.place}"
        case Waiver():
            return f"{given.code} tại {given.task}, lý do: {given.reason}"
        case DayOff():
            return f"{short_date(given.date)} {given.name}"
        case Target():
            return f"{given.id} {given.name}, {level(given)}"
        case CalendarYear():
            return f"{len(given.off)} ngày nghỉ, {len(given.work)} ngày làm bù"
        case Event():
            return f"{given.id} ({given.name})"
        case Clause():
            return f"{given.number or ''} {value(given.text)}".strip()
    said = (getattr(given, name) for name in names(given))
    return ", ".join(value(each) for each in said if each not in (None, (), ""))


def short(text: str, most: int = LONG) -> str:
    """A long text is cut at the end of a word."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rpartition(' ')[0]} …"
