"""Names in role columns that the registry lacks → rows for it, and what was guessed about them."""

from collections.abc import Iterable, Iterator, Mapping
from re import IGNORECASE
from re import compile as pattern

from cchc_cli.founding.kinds import kind_of, printed
from cchc_cli.importing import role_cells
from cchc_cli.importing.guesses import Guess, Weight
from cchc_cli.importing.paper import Cell
from cchc_cli.importing.roles import says
from cchc_cli.importing.tree import Grown
from cchc_cli.model import ROLE_CELLS, AgencyRow
from cchc_cli.plan.registry import Registry
from cchc_cli.vietnamese.names import slug

_EACH = pattern(r"\b(?:các|những|một số)\s", IGNORECASE)
_KINDS_WITHIN = ("division", "bureau")
_ASSUMED = "assumed: tên trong bảng được nhập"


def strange(tree: Grown, registry: Registry) -> dict[str, Cell]:
    """Names in role columns that the registry lacks, each with the cell where it stands first."""
    found: dict[str, Cell] = {}
    for node in tree.nodes:
        for key in ROLE_CELLS:
            cell = node.row.cells.get(key)
            for line in role_cells.flowing(cell.text).split("\n") if cell else ():
                if not says(line):
                    found |= {name: cell for name in registry.cell(line).strange if cell and name not in found}
    return found


def with_new(registry: Registry, names: Iterable[str]) -> Registry:
    """The registry with a row for each name; "VP UBND TP" is no other agency than "Văn phòng UBND Thành phố"."""
    within = any(row.kind in _KINDS_WITHIN for row in registry.rows)
    for name in names:
        row = _agency(name, within)
        if row.id not in registry and len(registry.ids(name)) != 1:
            registry = registry.with_row(row)
    return registry


def _agency(name: str, within: bool) -> AgencyRow:
    """A row for a name; a list that nobody has, "UBND các xã", is an open group. `within`: the body is no province."""
    if _EACH.search(name):
        return AgencyRow(id=slug(name) or "nhom-co-quan", name=name, kind="group", open=True, basis=_ASSUMED)
    kind = kind_of(name, within=within) or "organisation"
    called = printed(name, kind)
    return AgencyRow(id=slug(called) or "co-quan", name=called, kind=kind, basis=_ASSUMED, aliases=_other(name, called))


def _other(name: str, called: str) -> tuple[str, ...]:
    return () if name == called else (name,)


def doubts(new: Iterable[AgencyRow], cells: Mapping[str, Cell]) -> Iterator[Guess]:
    """The new rows for a person to look at; `cells`: where each name stands first."""
    for row in new:
        cell = next((cells[name] for name in (row.name, *row.aliases) if name in cells), None)
        told, better = _NEW[row.open]
        otherwise = f"tên khác của cơ quan đã có: ghi vào aliases của cơ quan đó; {better}"
        place = cell.place if cell else ""
        yield Guess(Weight.AGENCY, place, "", row.name, f"{told} {row.id}", "không có trong danh bạ", otherwise)


_NEW = {
    False: ("cơ quan mới", "thuộc một nhóm: ghi vào members của nhóm"),
    True: ("nhóm mở, không kể tên ai:", "kể được tên từng cơ quan: ghi members, bỏ open"),
}
"""By whether a row is an open group: what it is read as, and what else a person may do."""
