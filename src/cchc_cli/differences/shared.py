"""What differs in shared files (agencies, calendar, settings) and in a plan as a whole."""

from collections.abc import Iterator

from msgspec import structs

from cchc_cli.differences.change import Change, how, of_field
from cchc_cli.differences.fields import field_changes, other_changes
from cchc_cli.model import AgencyRow, CalendarYear, Clause, CriteriaFile, Member, Part, Placed, PlanFile, SectionFile
from cchc_cli.plan.plans import PARTS, Plan
from cchc_cli.plan.workspace import Workspace


def shared_changes(before: Workspace, now: Workspace) -> Iterator[Change]:
    """Agencies and groups in registry order, then calendar, settings and criteria."""
    yield from _agency_changes(before, now)
    for year in sorted({*before.calendar, *now.calendar}):
        one, other = before.calendar.get(year), now.calendar.get(year)
        yield from _fields(one, other, ("calendar", str(year)), CalendarYear)
    yield from _fields(before.settings, now.settings, ("settings",))
    yield from _fields(before.criteria, now.criteria, ("criteria",), CriteriaFile)


def plan_changes(before: Plan, now: Plan) -> Iterator[Change]:
    """The decision, the body's text and figures, amendments, waivers, corrections, events, settings; section titles."""
    if before.name != now.name:
        yield Change("plan", "renamed", id=now.name, before=before.name, after=now.name)
    yield from _fields(_without_duties(before), _without_duties(now), ())
    former = {section.id: section for section in before.sections}
    current = {section.id: section for section in now.sections}
    for key in dict.fromkeys((*current, *former)):
        one, other = former.get(key), current.get(key)
        if one is None or other is None:
            yield Change("section", how(one, other), section=key, id=key, before=one, after=other)
        else:
            for found in other_changes(one, other, ("id", "tasks")):
                yield of_field(found, SectionFile, "section", section=key, id=key)


def _fields(
    before: Placed | None, after: Placed | None, path: tuple[str, ...], within: type[Placed] = PlanFile
) -> Iterator[Change]:
    for found in field_changes(before, after, path):
        yield of_field(found, within)


def _agency_changes(before: Workspace, now: Workspace) -> Iterator[Change]:
    old, new = before.registry, now.registry
    renamed = _renamed_agencies(before, now)
    for row in new.rows:
        former = old.get(renamed.get(row.id, row.id))
        if former is None:
            yield Change("agency", "added", id=row.id, after=row)
            continue
        if former.id != row.id:
            yield Change("agency", "renamed", id=row.id, before=former.id, after=row.id)
        for found in other_changes(former, row, ("id", "members")):
            yield of_field(found, AgencyRow, "agency", id=row.id)
        yield from _member_changes(former, row)
    for row in old.rows:
        if row.id not in new and row.id not in renamed.values():
            yield Change("agency", "removed", id=row.id, before=row)


def _member_changes(former: AgencyRow, row: AgencyRow) -> Iterator[Change]:
    old, new = _by_agency(former), _by_agency(row)
    for key, turn in dict.fromkeys((*new, *old)):
        one, other = old.get((key, turn)), new.get((key, turn))
        if one is None or other is None or one.basis != other.basis:
            yield Change("member", how(one, other), id=row.id, agency=key, before=one and one.basis,
                         after=other and other.basis)  # fmt: skip
        if other is not None:
            for found in other_changes(one or Member(agency=key, basis=""), other, ("agency", "basis")):
                yield of_field(found, Member, "member", id=row.id, agency=key)


def _by_agency(group: AgencyRow) -> dict[tuple[str, int], Member]:
    """The members of a group; one that is listed again has the number of the time."""
    found: dict[tuple[str, int], Member] = {}
    times: dict[str, int] = {}
    for member in group.members:
        found[member.agency, times.setdefault(member.agency, 0)] = member
        times[member.agency] += 1
    return found


def _renamed_agencies(before: Workspace, now: Workspace) -> dict[str, str]:
    """Id now → former id, of agencies that kept their name under another id."""
    gone = {row.name: row.id for row in before.registry.rows if row.id not in now.registry}
    return {row.id: gone[row.name] for row in now.registry.rows if row.id not in before.registry and row.name in gone}


def _without_duties(plan: Plan) -> PlanFile:
    """plan.yaml with the duties of the body taken out: their roles are compared like those of tasks."""
    usual = {name: _part(part) for name in PARTS if (part := getattr(plan.file, name)) is not None}
    return structs.replace(plan.file, parts=tuple(map(_part, plan.file.parts)), **usual)


def _part(part: Part) -> Part:
    return structs.replace(part, items=tuple(map(_clause, part.items)))


def _clause(clause: Clause) -> Clause:
    return structs.replace(clause, task=None, items=tuple(map(_clause, clause.items)))
