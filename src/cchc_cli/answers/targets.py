"""Targets and their last measurement → a table and JSON."""

from typing import Any

from cchc_cli import jsonview, showing
from cchc_cli.paper import number
from cchc_cli.queries.targets import Result, TargetState
from cchc_cli.tables import Cell, Column, Group, Table, Tone, row
from cchc_cli.wording import level

RESULT: dict[Result, tuple[str, Tone]] = {
    "met": ("đạt", "done"),
    "not_met": ("chưa đạt", "overdue"),
    "not_measured": ("chưa đo", None),
}


def table(states: tuple[TargetState, ...], as_of: Any) -> Table:
    """Objectives first, then products with figures; ids with their plan where there are targets of several."""
    heads = ("Mã", "Mức", "Đến ngày", "Đo được", "Kết quả")
    columns = (*(Column(head) for head in heads), Column("Chỉ tiêu", fold=True))
    several = len({each.plan.name for each in states}) > 1
    rows = tuple(_row(each, several) for each in states)
    met = sum(each.result == "met" for each in states)
    measured = sum(each.result != "not_measured" for each in states)
    remark = f"{len(states)} chỉ tiêu: {measured} đã đo, trong đó {met} đạt."
    return Table(showing.as_of_line(as_of), columns, (Group(None, rows),), (remark,))


def json(states: tuple[TargetState, ...], as_of: Any) -> dict[str, Any]:
    """Every target with its result: met, not_met, not_measured."""
    return jsonview.envelope("targets", as_of, targets=[_json(each) for each in states])


def _row(state: TargetState, several_plans: bool) -> tuple[Cell, ...]:
    words, tone = RESULT[state.result]
    measured = state.measurement
    shown = f"{number(measured.value)} ({showing.day(measured.date)})" if measured else ""
    target = state.target
    identity = f"{state.plan.name}:{target.id}" if several_plans else target.id
    return row(identity, level(target), showing.day(target.by), shown, Cell(words, tone), target.name)


def _json(state: TargetState) -> dict[str, Any]:
    target, measured = state.target, state.measurement
    return {
        "plan": state.plan.name,
        "id": target.id,
        "of": state.of,
        "name": target.name,
        "comparator": target.comparator,
        "value": target.value,
        "unit": target.unit,
        "by": target.by.isoformat() if target.by else None,
        "measured": measured.value if measured else None,
        "measured_on": measured.date.isoformat() if measured else None,
        "evidence": [jsonview.document(each) for each in measured.evidence] if measured else [],
        "result": state.result,
    }
