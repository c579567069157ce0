"""The registry, or what a name matches and the groups it is in → a table."""

from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.model import AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.wording.roles import AGENCY_KIND


def table(rows: tuple[AgencyRow, ...], registry: Registry, named: bool) -> Table:
    """All agencies, or (`named`) those that a name matches with their groups and members."""
    columns = (Column("Mã"), Column("Loại"), Column("Tên", fold=True), Column("Thuộc nhóm / thành viên", fold=True))
    groups = (Group(None, tuple(_row(each, registry, named) for each in rows)),)
    return Table("", columns, groups, (f"Cộng: {len(rows)} cơ quan, nhóm cơ quan.",))


def _row(agency: AgencyRow, registry: Registry, named: bool) -> tuple[Cell, ...]:
    kind = "nhóm mở" if agency.open else AGENCY_KIND[agency.kind]
    return row(agency.id, kind, agency.name, _around(agency, registry, named))


def _around(agency: AgencyRow, registry: Registry, named: bool) -> str:
    members = registry.members(agency.id)
    if members:
        names = [registry.name(each) for each in members]
        return "; ".join(names) if named else f"{len(members)} cơ quan"
    return "; ".join(registry.name(each) for each in registry.groups(agency.id))
