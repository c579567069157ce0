"""The table of the appendix: its own columns, group rows across it, and cells merged as the paper merges them."""

from collections.abc import Iterator
from datetime import date as Day
from itertools import chain, groupby

from msgspec import Struct, structs

from cchc_cli.documents.reports.plan_widths import widths
from cchc_cli.model import SectionFile, TaskRow
from cchc_cli.plan.carried import listed, printed
from cchc_cli.plan.columns import Printed, keys
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.tasks import Task


class Cell(Struct, frozen=True):
    """A cell: its text, how many columns it covers, whether it is joined downwards ("restart", "continue")."""

    text: str
    width: int
    span: int = 1
    merge: str | None = None
    align: str = "left"


class Line(Struct, frozen=True):
    """A row of the table; `kind` is "section", "heading" or "task"; `keep`: it stays on the page of the row below."""

    kind: str
    keep: bool
    cells: tuple[Cell, ...]


class Column(Struct, frozen=True):
    """A column: its head in one line, what it holds, its share of the width."""

    head: str
    holds: str
    width: int


class Table(Struct, frozen=True):
    """The columns, one or two rows of heads, the rows."""

    columns: tuple[Column, ...]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[Line, ...]


class _Row(Struct, frozen=True):
    """A row before its cells are laid out: texts by key; `joined` names the paper's cell where rows share one."""

    kind: str
    texts: dict[str, str]
    joined: dict[str, str] = {}
    keep: bool = False
    across: bool = False


def table(plan: Plan, day: Day) -> Table:
    """The table as in force on a day."""
    given = plan.columns
    rows = [row for section in plan.sections for row in _section(plan, section, day)]
    names = [each.holds or "" for each in given]
    shares = widths(names, [each.lines for each in given], [_apart(row) for row in rows])
    own = tuple(Column(each.head, name, share) for each, name, share in zip(given, names, shares, strict=True))
    return Table(own, tuple(_heads(given, shares)), tuple(_lines(rows, own)))


def _apart(row: _Row) -> dict[str, str]:
    """The texts that stand in a column of their own."""
    return {"number": row.texts.get("number", "")} if row.across else row.texts


def _section(plan: Plan, section: SectionFile, day: Day) -> Iterator[_Row]:
    if section.number or section.title:
        yield _Row("section", {"number": section.number, "title": section.title}, keep=True, across=True)
    yield from _below(plan, section.tasks, day)


def _below(plan: Plan, rows: tuple[TaskRow, ...], day: Day) -> Iterator[_Row]:
    for row in rows:
        below = list(_below(plan, row.tasks, day))
        task = plan.by_id.get(row.id.upper())
        then = task.on(day) if task is not None and (task.until is None or day < task.until) else None
        if then is not None:
            yield from _task(then)
        elif below and task is None:
            yield _heading(row)
        yield from below


def _heading(row: TaskRow) -> _Row:
    texts = {key: _text(row, key) for key in keys(row)}
    return _Row("heading", texts, dict.fromkeys(row.spans, row.id), keep=True, across=not row.spans)


def _task(task: Task) -> Iterator[_Row]:
    """A task's rows; products printed with their own time limits get rows below the first (I.5, VII.5)."""
    row = task.row
    texts = {key: _text(row, key) for key in keys(row)} | {
        "schedule": task.schedule_text,
        "products": listed(task.products),
    }
    joined = {each.key: each.row.id for each in task.taken} | dict.fromkeys(row.spans, row.id)
    parts = [each for each in task.milestones if not each.checkpoint]
    if len(parts) < 2 or not task.products or task.products != tuple(chain(*(each.products for each in parts))):
        yield _Row("task", texts, joined)
        return
    shared = dict.fromkeys((*texts, "assignment"), row.id) | joined
    for each in parts:
        own = texts | {"products": listed(each.products), "schedule": each.schedule.text}
        apart = {key: cell for key, cell in shared.items() if key not in ("products", "schedule")}
        yield _Row("task", own, apart, keep=each is not parts[-1])


def _text(row: TaskRow, key: str) -> str:
    """A cell with line ends kept; a row numbered "-" gets the dash in its title."""
    dashed = row.number == "-"
    if key == "number":
        return "" if dashed else row.number
    if key == "title":
        return f"- {row.title}" if dashed else row.title
    return printed(row, key)


def _lines(rows: list[_Row], own: tuple[Column, ...]) -> Iterator[Line]:
    for place, row in enumerate(rows):
        texts = row.texts
        if all(column.holds != "number" for column in own):  # the number stands before the title
            texts = texts | {"title": f"{texts.get('number', '')} {texts.get('title', '')}".strip()}
        if row.across:
            yield Line(row.kind, True, tuple(_across(texts, own)))
            continue
        before = rows[place - 1] if place else None
        after = rows[place + 1] if place + 1 < len(rows) else None
        yield Line(row.kind, row.keep, tuple(_cell(each, texts, row, before, after) for each in own))


def _across(texts: dict[str, str], own: tuple[Column, ...]) -> Iterator[Cell]:
    """The number in its column where that is the first, the title across the others."""
    numbered = own[0].holds == "number" and len(own) > 1
    if numbered:
        yield Cell(texts.get("number", ""), own[0].width, align="center")
    rest = own[numbered:]
    yield Cell(texts.get("title", ""), sum(each.width for each in rest), len(rest))


def _cell(column: Column, texts: dict[str, str], row: _Row, before: _Row | None, after: _Row | None) -> Cell:
    key = column.holds
    cell = row.joined.get(key)
    above = cell is not None and before is not None and before.joined.get(key) == cell
    below = cell is not None and after is not None and after.joined.get(key) == cell
    merge = "continue" if above else "restart" if below else None
    text = "" if above else texts.get(key, "")
    return Cell(text, column.width, merge=merge, align="center" if key == "number" else "left")


def _heads(given: tuple[Printed, ...], shares: list[int]) -> Iterator[tuple[Cell, ...]]:
    """One row of heads, or two if a head stands over several columns."""
    every = list(zip(given, shares, strict=True))
    if not any(each.over for each in given):
        yield tuple(_head(each.lines, share) for each, share in every)
        return
    groups = [list(group) for _, group in groupby(enumerate(every), lambda each: each[1][0].over or each[0])]
    yield tuple(_above([each for _, each in group]) for group in groups)
    yield tuple(
        _head(each.lines[1:], share) if each.over else structs.replace(_head((), share), merge="continue")
        for each, share in every
    )


def _above(group: list[tuple[Printed, int]]) -> Cell:
    first = group[0][0]
    if first.over is None:
        return structs.replace(_head(first.lines, group[0][1]), merge="restart")
    return structs.replace(_head((first.over,), sum(share for _, share in group)), span=len(group))


def _head(lines: tuple[str, ...], width: int) -> Cell:
    return Cell("\n".join(lines), width, align="center")
