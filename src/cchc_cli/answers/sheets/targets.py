"""Targets and their last measurement → a sheet."""

from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Head, Sheet, Value
from cchc_cli.queries.targets import TargetState
from cchc_cli.wording.targets import RESULT, level

_HEADS = (
    Head("Kế hoạch", 14),
    Head("Mã", 10),
    Head("Thuộc", 10),
    Head("Chỉ tiêu", 70),
    Head("Đơn vị tính", 12),
    Head("Mức phải đạt", 16),
    Head("Đến ngày", 12, "day"),
    Head("Đo được", 12, "number"),
    Head("Tử số", 12, "number"),
    Head("Mẫu số", 12, "number"),
    Head("Ngày đo", 12, "day"),
    Head("Kết quả", 14),
)


def sheet(states: tuple[TargetState, ...], as_of: Day, plans: int = 1) -> Sheet:
    """Every target in plan order; figures are numbers, their unit stands beside them."""
    several = len({each.plan.name for each in states}) > 1
    rows = tuple(_row(each, several) for each in states)
    return Sheet("Chỉ tiêu", cells.as_of_line(as_of, plans), _HEADS, rows, count=1)


def _row(state: TargetState, several_plans: bool) -> tuple[Value, ...]:
    target, measured = state.target, state.measurement
    return (
        state.plan.name,
        f"{state.plan.name}:{target.id}" if several_plans else target.id,
        state.of,
        target.name,
        target.unit,
        level(target),
        target.by,
        measured.amount(target.unit) if measured else None,
        measured.numerator if measured else None,
        measured.denominator if measured else None,
        measured.date if measured else None,
        RESULT[state.result],
    )
