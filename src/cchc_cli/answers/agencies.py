"""The registry, or what a name matches and the groups it is in → a table."""

from datetime import date as Day

from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.succession import InTime
from cchc_cli.vietnamese.paper import short_date
from cchc_cli.wording.roles import AGENCY_KIND


def table(rows: tuple[AgencyRow, ...], registry: Registry, named: bool) -> Table:
    """All agencies, or (`named`) those that a name matches with their groups and members."""
    columns = (Column("Mã"), Column("Loại"), Column("Tên", fold=True), Column("Thuộc nhóm / thành viên", fold=True))
    groups = (Group(None, tuple(_row(each, registry, named) for each in rows)),)
    return Table("", columns, groups, (f"Cộng: {len(rows)} cơ quan, nhóm cơ quan.",))


def _row(agency: AgencyRow, registry: Registry, named: bool) -> tuple[Cell, ...]:
    kind = "nhóm mở" if agency.open else AGENCY_KIND[agency.kind]
    heirs = f"kế tục: {', '.join(map(registry.name, agency.successors))}" if agency.successors else ""
    around = _members(agency, registry, named) if registry.members(agency.id) else _groups(agency, registry)
    return row(agency.id, kind, agency.name, "; ".join(filter(None, (_term(agency), heirs, around))))


def _members(group: AgencyRow, registry: Registry, named: bool) -> str:
    """The members of a group by name, those of inner groups too; or how many there are, and how many have left."""
    terms: dict[str, list[str]] = {}
    for member in group.members:
        if term := _term(member):
            terms.setdefault(member.agency, []).append(term)
    members = registry.members(group.id)
    if named:
        return "; ".join(registry.name(each) + _aside(each, registry, terms) for each in members)
    still = registry.members(group.id, Day.max)
    left = f", {len(members) - len(still)} đã rời nhóm" if len(still) < len(members) else ""
    return f"{len(still)} cơ quan{left}"


def _groups(agency: AgencyRow, registry: Registry) -> str:
    return "; ".join(
        registry.name(group) + ("" if agency.until or agency.id in registry.members(group, Day.max) else " (đã rời)")
        for group in registry.groups(agency.id)
    )


def _aside(agency: str, registry: Registry, terms: dict[str, list[str]]) -> str:
    """The time of a member in its group, else its own, in brackets."""
    row = registry.get(agency)
    told = "; ".join(terms.get(agency, ())) or (_term(row) if row else "")
    return f" ({told})" if told else ""


def _term(given: InTime) -> str:
    """ "từ 01/7/2026", "đến hết 30/6/2026", both, or nothing."""
    begins = f"từ {short_date(given.since)}" if given.since else ""
    ends = f"đến hết {short_date(given.until)}" if given.until else ""
    return " ".join(filter(None, (begins, ends)))
