"""What a form carries about itself: plan, period, agencies, the day it was made, and a fingerprint of what it asks."""

from collections.abc import Iterable, Mapping
from datetime import date as Day
from hashlib import sha256

from msgspec import Struct

from cchc_cli.plan.plans import Plan

VERSION = "1"
_PREFIX = "cchc."
_DIGITS = 16
_LONGEST = 255


class Stamp(Struct, frozen=True):
    """A form's stamp. It stands in a hidden sheet and in the workbook's properties; either is enough."""

    plan: str
    issuer: str
    number: str
    decided: str
    period: str
    agencies: tuple[str, ...]
    made: Day
    fingerprint: str


def of(plan: Plan, period: str, agencies: tuple[str, ...], made: Day, asked: Iterable[str]) -> Stamp:
    """The stamp of a form; `asked`: the ids and words that it asks about, in order."""
    decision = plan.file.decision
    number, decided = (decision.number or "", decision.date) if decision else ("", None)
    said = (plan.name, number, period, *agencies, *asked)
    digest = sha256("\0".join(said).encode()).hexdigest()[:_DIGITS]
    return Stamp(plan.name, plan.issuer, number, str(decided or ""), period, agencies, made, digest)


def written(stamp: Stamp) -> dict[str, str]:
    """The stamp as texts by name."""
    return {
        "version": VERSION,
        "plan": stamp.plan,
        "issuer": stamp.issuer,
        "number": stamp.number,
        "date": stamp.decided,
        "period": stamp.period,
        "agencies": ",".join(stamp.agencies),
        "made": stamp.made.isoformat(),
        "fingerprint": stamp.fingerprint,
    }


def as_properties(stamp: Stamp) -> dict[str, str]:
    """The stamp as properties of the workbook; Excel has no room there for a long list of agencies."""
    return {_PREFIX + name: text for name, text in written(stamp).items() if 0 < len(text) <= _LONGEST}


def of_properties(properties: Mapping[str, str]) -> dict[str, str]:
    """The texts by name that the properties of a workbook hold."""
    return {name.removeprefix(_PREFIX): text for name, text in properties.items() if name.startswith(_PREFIX)}


def read(texts: Mapping[str, str]) -> Stamp | None:
    """The stamp of texts by name; None if something is missing."""
    try:
        return Stamp(
            texts["plan"],
            texts["issuer"],
            texts.get("number", ""),
            texts.get("date", ""),
            texts["period"],
            tuple(texts["agencies"].split(",")),
            Day.fromisoformat(texts["made"]),
            texts["fingerprint"],
        )
    except (KeyError, ValueError):
        return None
