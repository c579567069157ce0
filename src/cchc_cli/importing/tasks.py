"""Rows with their cells → rows of the plan: products, schedules, milestones, roles, merged cells."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from re import compile as pattern

from msgspec import structs

from cchc_cli.importing import role_cells
from cchc_cli.importing.cells import joined, products, turned
from cchc_cli.importing.guesses import Guess, Weight, shown
from cchc_cli.importing.other_terms import acts
from cchc_cli.importing.paper import Cell, Line, words
from cchc_cli.importing.roles import roles
from cchc_cli.importing.rows import Printed
from cchc_cli.importing.tree import Node, nodes
from cchc_cli.model import OWN, ROLE_CELLS, Assignment, Cells, Kind, MilestoneRow, Role, ScheduleRow, TaskRow
from cchc_cli.plan.carried import SPANNING
from cchc_cli.plan.registry import Registry
from cchc_cli.schedule import Term, Unread, cell_within
from cchc_cli.wording.roles import ROLE

_TEXTS = ("result", "assignment", "basis", "funding", "notes")
_MARK = pattern(r"[xX✓✔√●•*]|[vV]")
_UNREAD = "chưa có ngày, chờ điều kiện (kind: external)"
_OTHERWISE = "viết lại tiến độ, hoặc ghi due: NGÀY bên cạnh"


class Reader:
    """Reads the cells of one appendix; `guesses` and `left_out`, cells that are not kept whole, grow while it reads.

    The terms of the rows `as_printed` are kept without a reading. `periods`: the words of columns headed by a period.
    """

    def __init__(
        self, registry: Registry, term: Term, as_printed: Container[str] = (), periods: Mapping[str, str] | None = None
    ) -> None:
        self.registry = registry
        self.term = term
        self.guesses: list[Guess] = []
        self.left_out: list[Line] = []
        self._as_printed = as_printed
        self._periods = periods or {}

    def row(self, node: Node, above: tuple[Node, ...] = ()) -> TaskRow:
        """A row with the rows below it; `above` are the rows that carry it, the outermost first."""
        self._share(node, above)
        cells, row = node.row.cells, node.row
        own = {key.removeprefix(OWN): cell.text for key, cell in cells.items() if key.startswith(OWN)}
        below = tuple(self.row(each, (*above, node)) for each in node.below)
        milestones = tuple(self._milestones(node))
        texts: dict[str, str | None] = {key: row.text(key) or None for key in _TEXTS}
        texts |= {key: role_cells.flowing(row.text(key)) or None for key in ROLE_CELLS}
        self._doubts(node)
        return TaskRow(
            id=node.id,
            number=joined(row.number),
            title=joined(row.text("title")),
            products=() if node.parts else products(row.text("products")),
            schedule=None if node.parts else self._own_schedule(node, bool(milestones)),
            cells=Cells.of(own) if own else None,
            spans=_spans(node),
            assignments=(*self._roles(node), *self._beside(node)),
            milestones=milestones,
            tasks=below,
            **texts,  # type: ignore[arg-type]
        )

    def _own_schedule(self, node: Node, has_milestones: bool) -> str | ScheduleRow | None:
        """The row's cell; one with milestones only prints it."""
        cell = node.row.cells.get("schedule")
        return (cell.text if cell else None) if has_milestones else self._schedule(node.id, cell)

    def _schedule(self, identity: str, cell: Cell | None) -> str | ScheduleRow | None:
        """A printed term; one that cannot be read waits, and stands first on the list of guesses."""
        if cell is None:
            return None
        if identity not in self._as_printed and not isinstance(cell_within(cell.text, self.term, None), Unread):
            return cell.text
        self._guess(Weight.TERM, identity, cell, _UNREAD, "không đọc được thời hạn", _OTHERWISE)
        return ScheduleRow(text=cell.text, kind=Kind.EXTERNAL)

    def _milestones(self, node: Node) -> Iterator[MilestoneRow]:
        """Of a row that goes on with products and terms of its own, prints several terms, or dates an act elsewhere."""
        if node.id in self._as_printed and not node.parts:
            return
        if node.parts:
            yield from self._parts(node)
            return
        yield from tuple(self._acts(node)) or tuple(self._terms(node)) or self._marked(node)

    def _parts(self, node: Node) -> Iterator[MilestoneRow]:
        for count, each in enumerate((node.row, *node.parts), 1):
            yield MilestoneRow(
                id=f"{node.id}/{count}",
                products=products(each.text("products")),
                schedule=self._schedule(f"{node.id}/{count}", each.cells.get("schedule")),
                assignments=tuple(self._named(f"{node.id}/{count}", each)) or None if count > 1 else None,
            )
        told = f"{len(node.parts) + 1} mốc của một nhiệm vụ"
        self._guess(Weight.ROW, node.id, node.row.cells.get("products"), told, "dòng dưới không in số, nhiệm vụ")

    def _named(self, identity: str, row: Printed) -> Iterator[Assignment]:
        """The agencies in the role columns of a further part. A cell with more words than names is left out too."""
        for key, role in ROLE_CELLS.items():
            cell = row.cells.get(key)
            if cell is None:
                continue
            found = self.registry.cell(role_cells.flowing(cell.text))
            yield from (Assignment(each.agency, role, each.words) for each in found.named)
            if Counter(words(cell.text)) - Counter(word for each in found.named for word in words(each.words)):
                self.left_out.append(Line(" ".join(cell.text.split()), cell.place))
            if found.strange or not found.named:
                named = ", ".join(self.registry.name(each.agency) for each in found.named) or "chưa có"
                self._guess(
                    Weight.LEAD, identity, cell, f"{ROLE[role]}: {named}", "không thấy cơ quan nào trong danh bạ"
                )

    def _terms(self, node: Node) -> Iterator[MilestoneRow]:
        """A milestone for each term of a cell that names several of which not each has words of its own."""
        cell = node.row.cells.get("schedule")
        found = cell_within(cell.text, self.term, None) if cell else ()
        if cell is None or not isinstance(found, Unread) or len(found.terms) < 2 or found.left:
            return
        for count, piece in enumerate(found.terms, 1):
            yield MilestoneRow(id=f"{node.id}/{count}", name=piece.name, schedule=piece.words)
        told = "; ".join(piece.words for piece in found.terms)
        self._guess(Weight.TERM, node.id, cell, f"{len(found.terms)} mốc: {told}", "một ô in nhiều thời hạn")

    def _marked(self, node: Node) -> Iterator[MilestoneRow]:
        """A milestone for each run of periods that a row marks in columns of their own, if it prints no other term."""
        if "schedule" in node.row.cells:
            return
        runs: list[list[str]] = [[]]
        for key in self._periods:
            if _MARK.fullmatch(node.row.text(key)):
                runs[-1].append(key)
            elif runs[-1]:
                runs.append([])
        for count, run in enumerate(filter(None, runs), 1):
            words = " - ".join(dict.fromkeys((self._periods[run[0]], self._periods[run[-1]])))
            identity = f"{node.id}/{count}"
            yield MilestoneRow(id=identity, schedule=words)
            self._guess(Weight.TERM, identity, node.row.cells[run[0]], words, "thời hạn in bằng dấu ở cột của kỳ")

    def _acts(self, node: Node) -> Iterator[MilestoneRow]:
        """A milestone for each dated act outside the schedule column, then one for the term of the row itself."""
        own = node.row.cells.get("schedule")
        found = [
            (key, act)
            for key in ("assignment", "products")
            for act in acts(tuple(node.row.text(key).split("\n")), self.term)
            if own is None or act.schedule not in own.text
        ]
        for count, (key, act) in enumerate(found, 1):
            assigned = roles(act.line, self.registry) if key == "assignment" else ()
            identity = f"{node.id}/{count}"
            yield MilestoneRow(id=identity, name=act.name, schedule=act.schedule, assignments=assigned or None)
            told = f"mốc riêng: {act.name}, {act.schedule}"
            self._guess(Weight.TERM, identity, node.row.cells[key], told, "thời hạn in ngoài cột tiến độ")
        if found and own is not None:
            yield MilestoneRow(id=f"{node.id}/{len(found) + 1}", schedule=self._schedule(node.id, own))

    def _roles(self, node: Node) -> tuple[Assignment, ...]:
        """Roles of a cell in sentences. Cells of role columns are read by name from the plan itself."""
        text = node.row.text("assignment")
        if not text:
            return ()
        found = roles(text, self.registry)
        leads = [each for each in found if each.role is Role.LEAD]
        named = ", ".join(dict.fromkeys(self.registry.name(each.agency) for each in leads)) or "chưa có"
        alone = len(found) == 1 and not found[0].words
        if not leads or (any(each.inferred for each in leads) and not alone):
            why = "không in “chủ trì”, phải suy ra" if leads else "không thấy cơ quan nào trong danh bạ"
            self._guess(Weight.LEAD, node.id, node.row.cells["assignment"], f"chủ trì: {named}", why)
        return found

    def _beside(self, node: Node) -> Iterator[Assignment]:
        """What sentences in role columns say, which the names alone do not decide."""
        for key, role in ROLE_CELLS.items():
            for each in role_cells.sentences(role_cells.flowing(node.row.text(key)), role, self.registry):
                told = f"{ROLE[each.role]}: {self.registry.name(each.agency)}"
                self._guess(Weight.LEAD, node.id, node.row.cells[key], told, "ô vai trò in cả câu")
                yield each

    def _share(self, node: Node, above: tuple[Node, ...]) -> None:
        """Give a row the text of a merged cell that began in a row which does not carry it."""
        for key, cell in node.row.merged.items():
            own = key == "number" or key in node.row.cells
            if not own and not any(each.row.cells.get(key) == cell for each in above):
                node.row = structs.replace(node.row, cells={**node.row.cells, key: cell})
                self._guess(Weight.ROW, node.id, cell, "ghi lại ở dòng này", "ô in gộp với dòng trên")

    def _doubts(self, node: Node) -> None:
        for key, cell in node.row.cells.items():
            if cell.doubt:
                weight = Weight.TERM if key == "schedule" else Weight.TEXT
                self._guess(weight, node.id, cell, cell.text, cell.doubt, turned(cell.text))

    def _guess(
        self, weight: Weight, identity: str, cell: Cell | None, reading: str, sure: str, otherwise: str = ""
    ) -> None:
        printed = shown(cell.text) if cell else ""
        self.guesses.append(Guess(weight, cell.place if cell else "", identity, printed, reading, sure, otherwise))


def _spans(node: Node) -> tuple[str, ...]:
    """The merged cells of a row that reach over the rows below it."""
    below = list(nodes(node.below))
    keys = (key for key in node.row.cells if key in SPANNING or key.startswith(OWN))
    return tuple(key for key in keys if any(each.row.merged.get(key) == node.row.cells[key] for each in below))
