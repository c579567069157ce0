"""The rows of a plan's appendix before and after, matched even where the id has changed."""

from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from cchc_cli.differences.likeness import Nearest, likeness
from cchc_cli.model import TaskRow
from cchc_cli.plan.carried import is_task
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task

_SAME = 0.5
_RENAMED = 0.75


class PlacedRow(NamedTuple):
    """A row, its section, the heading above it, and its task (None: the row is itself a heading)."""

    row: TaskRow
    section: str
    parent: str | None
    task: Task | None

    @property
    def whole(self) -> TaskRow:
        """The row with the cells that it takes from rows above, and with all roles."""
        return self.task.row if self.task else self.row

    @property
    def key(self) -> str:
        """The id to match by: case does not count."""
        return self.row.id.upper()


class Matched(Struct, frozen=True, dict=True):
    """Rows found on both sides, in their present order; removed rows; added rows."""

    both: tuple[tuple[PlacedRow, PlacedRow], ...]
    gone: tuple[PlacedRow, ...]
    come: tuple[PlacedRow, ...]

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Former id in upper case → id now, where they differ."""
        return {old.key: new.row.id for old, new in self.both if old.key != new.key}


def rows(plan: Plan) -> list[PlacedRow]:
    """Every row of the appendix in printed order, headings too."""
    return [row for section in plan.tables for row in _below(plan, section.id, section.tasks, None)]


def matched(before: Plan, now: Plan) -> Matched:
    """Same id and title first, then the same title elsewhere, then the same id with a like title, then a like title.

    So a row put in at the top, with all ids below moved by one, is one row added. The same id for another task is one
    row removed and one added.
    """
    old, new = rows(before), rows(now)
    pairs: dict[int, int] = {}
    by_id = {row.key: place for place, row in reversed(list(enumerate(new)))}
    _pair(old, new, pairs, lambda row: (row.key, _title(row)))
    _pair(old, new, pairs, lambda row: (_title(row), row.row.products))
    taken = set(pairs.values())
    for place, row in enumerate(old):
        twin = by_id.get(row.key)
        if place not in pairs and twin is not None and twin not in taken and is_same(row.row, new[twin].row):
            pairs[place] = twin
            taken.add(twin)
    _pair_alike(old, new, pairs)
    both = tuple((old[one], new[other]) for one, other in sorted(pairs.items(), key=lambda each: each[1]))
    come = set(range(len(new))) - set(pairs.values())
    gone = tuple(row for place, row in enumerate(old) if place not in pairs)
    return Matched(both, gone, tuple(new[place] for place in sorted(come)))


def is_same(before: TaskRow, now: TaskRow) -> bool:
    """Whether two rows of one id are one task, reworded: one keeps the other's title as a former one, or half of the
    words of its title and products are the same."""
    if _kept(before, now) or _kept(now, before):
        return True
    return max(likeness(before.title, now.title), likeness(_said(before), _said(now))) >= _SAME


def _kept(one: TaskRow, other: TaskRow) -> bool:
    """Whether the title of a row is a former one of the other."""
    return any(former.title == one.title for former in other.former)


def _below(plan: Plan, section: str, rows: tuple[TaskRow, ...], parent: str | None) -> Iterator[PlacedRow]:
    for row in rows:
        yield PlacedRow(row, section, parent, plan.by_id.get(row.id.upper()) if is_task(row) else None)
        yield from _below(plan, section, row.tasks, row.id)


def _pair(
    old: list[PlacedRow], new: list[PlacedRow], pairs: dict[int, int], key: Callable[[PlacedRow], Hashable]
) -> None:
    """Pair what is left and has the same key, in printed order."""
    taken = set(pairs.values())
    waiting: dict[Hashable, list[int]] = {}
    for place in reversed(range(len(new))):
        if place not in taken:
            waiting.setdefault(key(new[place]), []).append(place)
    for place, row in enumerate(old):
        if place not in pairs and waiting.get(key(row)):
            pairs[place] = waiting[key(row)].pop()


def _pair_alike(old: list[PlacedRow], new: list[PlacedRow], pairs: dict[int, int]) -> None:
    """Pair what is left and has nearly the same title."""
    taken = set(pairs.values())
    gone = [place for place in range(len(old)) if place not in pairs]
    nearest = Nearest({place: row.row.title for place, row in enumerate(new) if gone and place not in taken})
    for place in gone:
        twin, alike = nearest.best(old[place].row.title) or (0, 0.0)
        if alike >= _RENAMED and bool(old[place].task) == bool(new[twin].task):
            pairs[place] = twin
            nearest.take(twin)


def _title(row: PlacedRow) -> str:
    return " ".join(row.row.title.casefold().split())


def _said(row: TaskRow) -> str:
    return " ".join((row.title, *row.products))
