"""Inspections: the table of all of them, and what a new line changes."""

from collections.abc import Iterator
from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, row
from cchc_cli.model import Inspection
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.filings import filers
from cchc_cli.queries.inspections import Tally, standing, tallies
from cchc_cli.queries.targets import targets
from cchc_cli.vietnamese.paper import count, number, share, short_date
from cchc_cli.wording.inspections import KIND
from cchc_cli.wording.targets import RESULT, measured

_COLUMNS = (
    Column("Ngày"),
    Column("Cơ quan", fold=True),
    Column("Hình thức"),
    Column("Kết luận"),
    Column("Phát hiện", right=True),
    Column("Đã xử lý", right=True),
)


def table(workspace: Workspace, as_of: Day) -> Table:
    """The inspections of each subject, with how many agencies were inspected."""
    plan, name = workspace.plans[0], workspace.registry.name
    held = sorted(standing(plan.records.inspections, as_of), key=lambda each: each.date)
    counted = subjects(workspace, plan, as_of)
    groups = tuple(
        Group(each.subject, tuple(_row(one, name(one.agency)) for one in held if one.subject == each.subject))
        for each in counted
    )
    remarks = tuple(f"{each.subject}: {tally(each)}." for each in counted) or ("Chưa ghi cuộc kiểm tra nào.",)
    return Table(cells.as_of_line(as_of), _COLUMNS, groups or (Group(None, ()),), remarks)


def told(given: Inspection, before: Workspace, after: Workspace, as_of: Day) -> Iterator[str]:
    """The inspection in words; how many agencies were inspected on its subject; the targets that this changes."""
    name = before.registry.name(given.agency)
    yield f"{name}: kiểm tra {KIND[given.kind]} ngày {short_date(given.date)}, {given.subject}{_found(given)}"
    yield from (f"  {tally(each)}" for each in subjects(after, after.plans[0], as_of) if each.subject == given.subject)
    for was, now in zip(targets(before, as_of), targets(after, as_of), strict=True):
        if now.measurement is not None and now.measurement != was.measurement and now.target.share is not None:
            figure = measured(now.measurement, now.target.unit)
            change = f"{RESULT[was.result]} → {RESULT[now.result]}" if was.result != now.result else RESULT[now.result]
            yield f"{now.target.id}: {figure}, {change}"


def subjects(workspace: Workspace, plan: Plan, as_of: Day) -> tuple[Tally, ...]:
    """The inspections of each subject, counted over the agencies that file reports."""
    return tallies(plan, workspace.registry, filers(plan, workspace.registry, as_of), as_of)


def tally(given: Tally) -> str:
    """ "đã kiểm tra 16/79 cơ quan (20,3%); phát hiện 34 vấn đề, đã xử lý 30/34"."""
    inspected = len(given.inspected)
    some = f"đã kiểm tra {inspected}/{given.of} cơ quan ({share(inspected, given.of)})"
    if not given.findings:
        return some
    return f"{some}; phát hiện {count(given.findings)} vấn đề, đã xử lý {given.mended}/{given.findings}"


def _found(given: Inspection) -> str:
    if given.findings is None:
        return ""
    mended = f", đã xử lý {count(given.mended)}" if given.mended is not None else ""
    return f": phát hiện {count(given.findings)} vấn đề{mended}"


def _row(given: Inspection, name: str) -> tuple[Cell, ...]:
    return row(
        short_date(given.date),
        name,
        KIND[given.kind],
        given.document or "",
        *("" if each is None else number(each) for each in (given.findings, given.mended)),
    )
