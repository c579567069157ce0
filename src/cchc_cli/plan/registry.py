"""Agencies and groups of a workspace: their members, their printed order and the meaning of a name."""

from collections.abc import Iterable
from datetime import date as Day
from functools import cached_property
from typing import TYPE_CHECKING

from cchc_cli.model import AgencyRow
from cchc_cli.plan.succession import Succession, everyone, lasts

if TYPE_CHECKING:
    from cchc_cli.plan.role_cells import CellReading
    from cchc_cli.vietnamese.names import Index, Match, Several, Unknown
    from cchc_cli.vietnamese.names.own import Own


class Registry:
    """The rows of agencies.yaml, which can be looked up by id, name and membership. `place` is that of the settings."""

    def __init__(self, rows: Iterable[AgencyRow], place: str | None = None) -> None:
        self.rows: tuple[AgencyRow, ...] = tuple(rows)
        self._place = place or ""
        self._by_id = {row.id: row for row in reversed(self.rows)}
        self._members: dict[tuple[str, int | None], tuple[str, ...]] = {}
        self._ever: dict[str, frozenset[str]] = {}
        self.succession = Succession(self._by_id)
        self._cells: dict[str, CellReading] = {}

    def __contains__(self, agency: str) -> bool:
        return agency in self._by_id

    def with_row(self, row: AgencyRow) -> "Registry":
        """The registry with one more agency, of the same place."""
        return Registry((*self.rows, row), self._place)

    def get(self, agency: str) -> AgencyRow | None:
        """The row of an id, or None."""
        return self._by_id.get(agency)

    def name(self, agency: str) -> str:
        """The printed name; for an unknown id, the id itself."""
        row = self._by_id.get(agency)
        return row.name if row else agency

    def full(self, agency: str) -> str:
        """The name written out, as papers that the agency issues or receives print it (docs/promises.md#documents)."""
        row = self._by_id.get(agency)
        return _full(row) if row else agency

    def is_group(self, agency: str) -> bool:
        """Whether the id is a group, open or closed."""
        row = self._by_id.get(agency)
        return row is not None and row.kind == "group"

    def is_open(self, agency: str) -> bool:
        """Whether the id is an open group: never expanded, never chased."""
        row = self._by_id.get(agency)
        return row is not None and row.open

    def members(self, group: str, day: Day | None = None) -> tuple[str, ...]:
        """The distinct agencies of a closed group and of groups inside it, in registry order; () for any other id.

        `day`: as the group stood on that day; without it, all that were ever in it.
        """
        key = group, None if day is None else self.succession.span(day)
        if key not in self._members:
            found: set[str] = set()
            self._collect(group, day, found, set())
            self._members[key] = self.in_order(found)
        return self._members[key]

    def meant(self, agency: str, day: Day) -> tuple[str, ...]:
        """The agencies that an assignment to an agency or group means: itself, or the members on a day."""
        return self.members(agency, day) if self.is_group(agency) else (agency,)

    def ever(self, agency: str) -> frozenset[str]:
        """All agencies that an assignment to an agency or group ever means, with those before and after them."""
        if agency not in self._ever:
            meant = self.members(agency) if self.is_group(agency) else (agency,)
            self._ever[agency] = frozenset(everyone(self.succession, meant))
        return self._ever[agency]

    def groups(self, agency: str) -> tuple[str, ...]:
        """The closed groups that an agency belongs to, directly or through another group."""
        return self._groups_of.get(agency, ())

    def in_order(self, agencies: Iterable[str]) -> tuple[str, ...]:
        """Ids in registry order, each once."""
        return tuple(sorted(set(agencies), key=lambda agency: self._ranks.get(agency, (len(self._ranks), 0))))

    def find(self, text: str) -> "Match | Several | Unknown":
        """The agency or group that a name means (docs/promises.md#agency-names)."""
        return self._index.find(text)

    def printed_variants(self, row: AgencyRow) -> tuple[str, ...]:
        """Keys of other ways to print an agency's names that no other agency shares (`names.variants`)."""
        return tuple(each for each in self._variants[row.id] if len(self._printed[each]) == 1)

    def ids(self, text: str) -> tuple[str, ...]:
        """The ids that a name may mean."""
        return self._index.ids(text)

    def cell(self, text: str) -> "CellReading":
        """The agencies that a cell of a role column names; each text is read once."""
        if text not in self._cells:
            from cchc_cli.plan import role_cells

            self._cells[text] = role_cells.read(text, self._index.ids, self._related)
        return self._cells[text]

    def _collect(self, group: str, day: Day | None, found: set[str], seen: set[str]) -> None:
        row = self._by_id.get(group)
        if row is None or group in seen:
            return
        seen.add(group)
        for member in row.members:
            if day is not None and not lasts(member, day):
                continue
            if self.is_group(member.agency):
                self._collect(member.agency, day, found, seen)
            elif member.agency in self._by_id and (day is None or self.succession.exists(member.agency, day)):
                found.add(member.agency)

    @cached_property
    def _ranks(self) -> dict[str, tuple[int, int]]:
        return {row.id: (row.order if row.order is not None else place, place) for place, row in enumerate(self.rows)}

    @cached_property
    def _groups_of(self) -> dict[str, tuple[str, ...]]:
        groups: dict[str, list[str]] = {}
        for row in self.rows:
            if row.kind == "group" and not row.open:
                for member in self.members(row.id):
                    groups.setdefault(member, []).append(row.id)
        return {agency: tuple(ids) for agency, ids in groups.items()}

    @cached_property
    def _own(self) -> "Own":
        from cchc_cli.plan.own_place import own_place

        return own_place(self.rows, self._place)

    @cached_property
    def _variants(self) -> dict[str, tuple[str, ...]]:
        return {row.id: _variants(row, self._own) for row in self.rows}

    @cached_property
    def _printed(self) -> dict[str, set[str]]:
        """The agencies of each key by which a text may print them."""
        from cchc_cli.vietnamese.names import key

        found: dict[str, set[str]] = {}
        for row in self.rows:
            for each in (*map(key, _names(row)), *self._variants[row.id]):
                found.setdefault(each, set()).add(row.id)
        return found

    @cached_property
    def _related(self) -> str | None:
        """The first open group of agencies "liên quan", for papers that name one which the registry lacks."""
        groups = (row.id for row in self.rows if row.open and row.name.casefold().endswith("liên quan"))
        return next(groups, None)

    @cached_property
    def _index(self) -> "Index":
        from cchc_cli.vietnamese.names import Index  # most questions name no agency

        by_kind = {kind: {row.id for row in self.rows if row.kind == kind} for kind in ("group", "commune")}
        entries = ((row.id, _names(row)) for row in self.rows)
        return Index(entries, lambda: self._own, by_kind["group"], by_kind["commune"])


def _full(row: AgencyRow) -> str:
    """The row's `full`; else its name written out, of a committee with its place if an alias alone tells it."""
    from cchc_cli.vietnamese.names import written_out

    name = written_out(row.name)
    longer = {alias for alias in map(written_out, row.aliases) if alias.startswith(f"{name} ")}
    return row.full or (longer.pop() if row.kind == "council" and len(longer) == 1 else name)


def _names(row: AgencyRow) -> tuple[str, ...]:
    own = (row.name, row.id, *row.aliases, *filter(None, (row.full, row.abbreviation)))
    if row.kind != "commune":
        return own
    from cchc_cli.vietnamese.names import commune_aliases

    return own + commune_aliases(row.name)


def _variants(row: AgencyRow, own: "Own") -> tuple[str, ...]:
    if row.kind == "commune":
        return ()
    from cchc_cli.vietnamese.names.variants import variants

    named = (row.name, *row.aliases, *((row.full,) if row.full else ()))
    return tuple(dict.fromkeys(each for name in named for each in variants(name, own, row.kind != "group")))
