"""Inspections as they stood on a day: each once, with what was found and mended; the share of agencies inspected."""

from collections.abc import Iterable
from datetime import date as Day

from msgspec import Struct

from cchc_cli.model import Document, InspectedShare, Inspection, Measurement
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.registry import Registry


class Tally(Struct, frozen=True):
    """The inspections of one subject: the agencies inspected among those that count, what was found and mended."""

    subject: str
    inspected: tuple[str, ...]
    of: int
    findings: int
    mended: int


def standing(inspections: Iterable[Inspection], as_of: Day) -> tuple[Inspection, ...]:
    """The inspections held up to a day, each once: a later line counts from the day on which it was written."""
    found: list[Inspection] = []
    places: dict[tuple[object, ...], int] = {}
    for each in sorted(inspections, key=lambda one: one.written):
        if each.date > as_of:
            continue
        place = next((places[key] for key in _keys(each) if key in places), None)
        if place is None:
            place = len(found)
            found.append(each)
        elif each.written <= as_of:
            found[place] = each
        places |= dict.fromkeys(_keys(each), place)
    return tuple(found)


def earlier(inspections: Iterable[Inspection], given: Inspection) -> Inspection | None:
    """The last line on the same inspection."""
    own = set(_keys(given))
    alike = (each for each in inspections if own.intersection(_keys(each)))
    return max(alike, key=lambda each: each.written, default=None)


def measured(identity: str, share: InspectedShare, plan: Plan, registry: Registry, as_of: Day) -> Measurement | None:
    """The share of the groups' agencies that were inspected, each agency once; None if nothing was inspected yet."""
    held = [each for each in standing(plan.records.inspections, as_of) if share.subject in (None, each.subject)]
    members = registry.in_order(each for group in share.groups for each in registry.meant(group, as_of))
    if not held or not members:
        return None
    counted = [each for each in held if each.agency in members and share.kind in (None, each.kind)]
    last = max(each.date for each in counted or held)
    proof = tuple(Document(number=each.document, date=each.date) for each in counted if each.document)
    inspected = len({each.agency for each in counted})
    return Measurement(
        target=identity, date=last, numerator=inspected, denominator=len(members), recorded=last, evidence=proof
    )


def tallies(plan: Plan, registry: Registry, agencies: tuple[str, ...], as_of: Day) -> tuple[Tally, ...]:
    """The inspections of each subject, in the order of the settings; `agencies`: those that count."""
    held = standing(plan.records.inspections, as_of)
    subjects = dict.fromkeys((*(plan.settings.inspection_subjects or ()), *(each.subject for each in held)))
    of_subject = {subject: [each for each in held if each.subject == subject] for subject in subjects}
    return tuple(_tally(subject, own, registry, agencies) for subject, own in of_subject.items() if own)


def _tally(subject: str, held: list[Inspection], registry: Registry, agencies: tuple[str, ...]) -> Tally:
    return Tally(
        subject,
        tuple(each for each in registry.in_order(each.agency for each in held) if each in agencies),
        len(agencies),
        sum(each.findings or 0 for each in held),
        sum(each.mended or 0 for each in held),
    )


def _keys(given: Inspection) -> tuple[tuple[object, ...], ...]:
    """What two lines on the same inspection share."""
    day = ("day", given.agency, given.subject, given.kind, given.date)
    return (("document", given.agency, given.subject, given.document), day) if given.document else (day,)
