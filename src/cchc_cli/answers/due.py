"""What is due → a table by lead agency, or in two parts for chosen agencies."""

from collections.abc import Iterator

from msgspec import Struct

from cchc_cli.answers import cells
from cchc_cli.answers.due_lines import Pressing, Told, of_answer, words
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.due import Answer
from cchc_cli.queries.views import Asked
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import number
from cchc_cli.wording.agencies import NOBODY
from cchc_cli.wording.sections import counted_apart

_COLUMNS = (Column("Mã"), Column("Hạn"), Column("Tình trạng", fold=True), Column("Nhiệm vụ", fold=True))


def table(answer: Answer, workspace: Workspace, everything: bool) -> Table:
    """Overdue first, then by day; the other buckets in one counted line each."""
    return pressing_table(of_answer(answer, workspace.registry), answer.asked, answer.within, workspace, everything)


def pressing_table(found: Pressing, asked: Asked, within: int, workspace: Workspace, everything: bool = False) -> Table:
    """The same of what is pressing."""
    rows = _Rows(asked, len(workspace.plans) > 1, workspace)
    groups = rows.parts(found.listed) if asked.agencies else rows.by_lead(found.listed)
    title = cells.as_of_line(asked.as_of, len(workspace.plans))
    return Table(title, _COLUMNS, tuple(groups), tuple(_remarks(found, asked, within, workspace, everything)))


def remarks(answer: Answer, workspace: Workspace) -> tuple[str, ...]:
    """How many there are, and where those that are not listed stand."""
    found = of_answer(answer, workspace.registry)
    return tuple(_remarks(found, answer.asked, answer.within, workspace, True))


class _Rows(Struct, frozen=True):
    """How lines become rows."""

    asked: Asked
    several: bool
    workspace: Workspace

    def parts(self, listed: tuple[Told, ...]) -> Iterator[Group]:
        registry = self.workspace.registry
        names = ", ".join(registry.name(agency) for agency in self.asked.agencies)
        own = tuple(self.row(each) for each in listed if each.line.is_lead)
        other = tuple(self.row(each) for each in listed if not each.line.is_lead)
        yield Group(f"{names} – Chủ trì" + (": không có" if other and not own else ""), own)
        if other:
            yield Group(f"{names} – Phối hợp, thực hiện (theo tình trạng của cơ quan chủ trì)", other)

    def by_lead(self, listed: tuple[Told, ...]) -> Iterator[Group]:
        by_agency: dict[str, list[tuple[Cell, ...]]] = {}
        for each in listed:
            own = self.row(each)
            for agency in each.line.leads or ("",):
                by_agency.setdefault(agency, []).append(own)
        registry = self.workspace.registry
        for agency in registry.in_order(by_agency):
            yield Group(registry.name(agency) or NOBODY, tuple(by_agency[agency]))

    def row(self, told: Told) -> tuple[Cell, ...]:
        own, state = told.line, words(told, self.asked.as_of)
        if not own.is_lead:
            state = Cell(f"chủ trì {state.text}", state.tone)
        return row(f"{told.plan}:{own.id}" if self.several else own.id, cells.day(own.term.due), state, own.title)


def _remarks(found: Pressing, asked: Asked, within: int, workspace: Workspace, everything: bool) -> Iterator[str]:
    ahead = f"trong {within} ngày tới" if within else "hôm nay"
    if not found.listed:
        yield f"Không có mốc nào quá hạn hoặc đến hạn {ahead}."
    overdue = found.pressing[Bucket.OVERDUE]
    soon = sum(found.pressing.values()) - overdue - found.passed
    passed = f", {found.passed} mốc nội bộ đã qua ngày" if found.passed else ""
    whose = "Chủ trì" if asked.agencies else "Cộng (mỗi mốc tính một lần)"
    yield f"{whose}: {number(overdue)} mốc quá hạn, {number(soon)} mốc đến hạn {ahead}{passed}."
    rest = cells.counted({bucket: held - found.pressing[bucket] for bucket, held in found.counts.items()})
    if rest:
        yield f"Các mốc khác: {rest}." if everything else f"Còn lại: {rest}. Thêm --all để xem."
    body = cells.counted(found.body_counts)
    if body:
        where = counted_apart(workspace.plans, asked.as_of)
        yield f"Ngoài ra, {where[:1].lower()}{where[1:]}: {body}."
