"""Tables of figures as `stats` prints them, with the ids of their rows; the tree of plans with what is below each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from cchc_cli.answers import stats as shown
from cchc_cli.answers.tables import Cell, Column
from cchc_cli.documents.page.circles import ROLES
from cchc_cli.documents.reports.scene import Scene
from cchc_cli.model import TASKS, Role
from cchc_cli.plan.chief import tree
from cchc_cli.plan.plans import Plan
from cchc_cli.queries import stats as query
from cchc_cli.queries.views import Asked, TaskView
from cchc_cli.state.timing import Bucket
from cchc_cli.vietnamese.paper import share
from cchc_cli.wording.levels import By


class Item(Struct, frozen=True):
    """A cell; `late`: it counts what is overdue."""

    text: str
    late: bool = False


class GridRow(Struct, frozen=True):
    """Cells under an id, and how deep below other rows; `kind` is "total" or "body" for the rows at the end.

    `linked`: there is something to show of it alone.
    """

    id: str
    cells: tuple[Item, ...]
    depth: int = 0
    kind: str = ""
    linked: bool = True


class Grid(Struct, frozen=True):
    """A table of figures."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    remarks: tuple[str, ...] = ()


def figures(answer: query.Stats, scene: Scene) -> Grid:
    """The table of `stats`; sections of other plans than the chief one with the title of their plan, not its id."""
    table = shown.table(answer, None, len(scene.workspace.plans))
    lines = tuple(tuple(map(_item, cells)) for group in table.groups for cells in group.rows)
    rows = (_row(each, cells, answer.by, scene) for each, cells in zip(answer.rows, lines, strict=False))
    below = zip(("total", "body"), lines[len(answer.rows) :], strict=False)
    ends = (GridRow("", cells, kind=kind, linked=False) for kind, cells in below)
    return Grid(table.columns, (*rows, *ends), table.remarks)


def _row(row: query.StatsRow, cells: tuple[Item, ...], by: By, scene: Scene) -> GridRow:
    if by != "section":
        return GridRow(row.id, cells, linked=not scene.workspace.registry.is_group(row.id))
    plan = next(each for each in scene.workspace.plans if each.name == row.plan)
    own = row.heading if row.id != TASKS or plan is scene.plan else ""
    above = plan.file.title if plan is not scene.plan else ""
    return GridRow(f"{plan.name}:{row.id}", (Item(" – ".join(filter(None, (above, own)))), *cells[1:]))


def _item(cell: Cell) -> Item:
    return Item(cell.text, cell.tone == "overdue")


_TREE = (
    Column("Kế hoạch", fold=True),
    *(Column(title, right=True) for title in ("Tổng", "Quá hạn", "Sắp đến hạn", "Hoàn thành")),
    *(Column(f"Kể cả cấp dưới: {title}", right=True) for title in ("tổng", "quá hạn", "sắp đến hạn", "hoàn thành")),
)
_NONE = (Item(""),) * 4


def plans(scene: Scene, views: Iterable[TaskView], asked: Asked) -> Grid:
    """Each plan under the one that it stands under; beside its own figures those with all plans below it."""
    own: dict[str, list[TaskView]] = defaultdict(list)
    for view in views:
        own[view.plan.name].append(view)
    below = tree(scene.workspace, scene.as_of.year)
    return Grid(_TREE, tuple(_branch("", 0, below, own, asked)))


def _branch(
    name: str, depth: int, below: dict[str, tuple[Plan, ...]], own: dict[str, list[TaskView]], asked: Asked
) -> Iterator[GridRow]:
    for plan in below.get(name, ()):
        under = list(_branch(plan.name, depth + 1, below, own, asked))
        whole = [view for each in (plan.name, *(row.id for row in under)) for view in own[each]]
        if whole or not asked.agencies:
            rolled = _counted(whole, asked) if under else _NONE
            yield GridRow(plan.name, (Item(plan.file.title), *_counted(own[plan.name], asked), *rolled), depth)
            yield from under


def _counted(found: list[TaskView], asked: Asked) -> tuple[Item, ...]:
    told = query.row("", "", found, asked)
    overdue, rate = told.buckets[Bucket.OVERDUE], told.done_rate
    done = f"{share(rate.done, rate.of)} ({rate.done}/{rate.of})"
    return Item(str(told.total)), Item(str(overdue), overdue > 0), Item(str(told.buckets[Bucket.DUE_SOON])), Item(done)


class Taking(Struct, frozen=True):
    """An agency, the circles it is in, and in how many tasks it leads and only takes part."""

    id: str
    name: str
    circles: str
    leads: int
    others: int


def taking_part(scene: Scene, marks: Iterable[str], circles: dict[str, tuple[str, ...]]) -> tuple[Taking, ...]:
    """The agencies that any of the tasks concern, in registry order; `marks` are those of each task."""
    members: dict[str, list[str]] = defaultdict(list)
    for agency, names in circles.items():
        for each in names:
            members[each].append(agency)
    leading: dict[str, int] = defaultdict(int)
    every: dict[str, int] = defaultdict(int)
    for line in marks:
        roles: dict[str, set[str]] = defaultdict(set)
        for mark in line.split():
            for agency in members.get(mark[1:], [mark[1:]]):
                roles[agency].add(mark[0])
        for agency, held in roles.items():
            every[agency] += 1
            leading[agency] += ROLES[Role.LEAD] in held
    registry = scene.workspace.registry
    return tuple(
        Taking(each, registry.name(each), " ".join(circles.get(each, ())), leading[each], every[each] - leading[each])
        for each in registry.in_order(every)
        if not registry.is_group(each)
    )
