"""What differs in what all plans share (agencies, calendar, settings) and in what a plan says as a whole."""

from collections.abc import Iterator

from msgspec import structs

from cchc_cli.model import AgencyRow, Clause, PlanFile
from cchc_cli.plans import Plan, Workspace
from cchc_cli.queries.differences.change import Change, how
from cchc_cli.queries.differences.fields import field_changes, names, same

_BODY = ("objectives", "tasks", "funding", "organisation")


def shared_changes(before: Workspace, now: Workspace) -> Iterator[Change]:
    """Agencies and groups in registry order, then calendar and settings."""
    yield from _agency_changes(before, now)
    for year in sorted({*before.calendar, *now.calendar}):
        yield from _fields(before.calendar.get(year), now.calendar.get(year), ("calendar", str(year)))
    yield from _fields(before.settings, now.settings, ("settings",))


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
            for name in ("number", "title"):
                if getattr(one, name) != getattr(other, name):
                    yield Change("section", "changed", section=key, id=key, field=(name,),
                                 before=getattr(one, name), after=getattr(other, name))  # fmt: skip


def _fields(before: object, after: object, path: tuple[str, ...]) -> Iterator[Change]:
    for found in field_changes(before, after, path):
        yield Change("field", how(found.before, found.after), field=found.path, before=found.before, after=found.after)


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
        for name in names(row):
            if name not in ("id", "members") and not same(getattr(former, name), getattr(row, name)):
                yield Change("agency", "changed", id=row.id, field=(name,),
                             before=getattr(former, name), after=getattr(row, name))  # fmt: skip
        yield from _member_changes(former, row)
    for row in old.rows:
        if row.id not in new and row.id not in renamed.values():
            yield Change("agency", "removed", id=row.id, before=row)


def _member_changes(former: AgencyRow, row: AgencyRow) -> Iterator[Change]:
    old = {each.agency: each for each in former.members}
    new = {each.agency: each for each in row.members}
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key), new.get(key)
        if not same(one, other):
            yield Change("member", how(one, other), id=row.id, agency=key, before=one and one.basis,
                         after=other and other.basis)  # fmt: skip


def _renamed_agencies(before: Workspace, now: Workspace) -> dict[str, str]:
    """Id now → former id, of agencies that kept their name under another id."""
    gone = {row.name: row.id for row in before.registry.rows if row.id not in now.registry}
    return {row.id: gone[row.name] for row in now.registry.rows if row.id not in before.registry and row.name in gone}


def _without_duties(plan: Plan) -> PlanFile:
    """plan.yaml with the duties of the body taken out: their roles are told as those of tasks."""
    parts = {name: structs.replace(part, items=tuple(map(_clause, part.items)))
             for name in _BODY if (part := getattr(plan.file, name))}  # fmt: skip
    return structs.replace(plan.file, **parts)


def _clause(clause: Clause) -> Clause:
    return structs.replace(clause, task=None, items=tuple(map(_clause, clause.items)))
