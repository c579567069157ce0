"""Targets and their last measurement → a table."""

from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, Tone, row
from cchc_cli.queries.targets import Result, TargetState
from cchc_cli.wording.targets import RESULT, level
from cchc_cli.wording.targets import measured as figures

_FOLDED = ("Mức", "Đo được")
_TONES: dict[Result, Tone] = {"met": "done", "not_met": "overdue", "not_measured": None}


def table(states: tuple[TargetState, ...], as_of: Day, plans: int = 1) -> Table:
    """Objectives first, then products with figures; of `plans` plans, ids with their plan if several have targets."""
    heads = ("Mã", "Mức", "Đến ngày", "Đo được", "Kết quả")
    columns = (*(Column(head, fold=head in _FOLDED) for head in heads), Column("Chỉ tiêu", fold=True))
    several = len({each.plan.name for each in states}) > 1
    rows = tuple(_row(each, several) for each in states)
    met = sum(each.result == "met" for each in states)
    measured = sum(each.result != "not_measured" for each in states)
    remark = f"{len(states)} chỉ tiêu: {measured} đã đo, trong đó {met} đạt."
    return Table(cells.as_of_line(as_of, plans), columns, (Group(None, rows),), (remark,))


def _row(state: TargetState, several_plans: bool) -> tuple[Cell, ...]:
    measured = state.measurement
    shown = f"{figures(measured, state.target.unit)} ({cells.day(measured.date)})" if measured else ""
    target = state.target
    identity = f"{state.plan.name}:{target.id}" if several_plans else target.id
    return row(
        identity,
        level(target),
        cells.day(target.by),
        shown,
        Cell(RESULT[state.result], _TONES[state.result]),
        target.name,
    )
