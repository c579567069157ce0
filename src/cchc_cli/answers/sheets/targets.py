"""Targets, indicators and their last measurement → a sheet."""

from cchc_cli.answers import cells
from cchc_cli.answers.sheets import Head, Sheet, Value
from cchc_cli.answers.targets import gathered, has_several_plans, identity, named
from cchc_cli.model import Measurement
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.indicators import IndicatorState
from cchc_cli.queries.measured import Measured
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
    Head("Cơ quan", 30),
)


def sheet(found: Measured, workspace: Workspace) -> Sheet:
    """Every target in plan order, then the indicators; figures are numbers, their unit stands beside them."""
    several = has_several_plans(found)
    rows = (
        *((*_target(each, several), named(each, workspace.registry, found.as_of)) for each in found.targets),
        *((*_indicator(each, several), named(each, workspace.registry, found.as_of)) for each in found.indicators),
    )
    return Sheet("Chỉ tiêu", cells.as_of_line(found.as_of, len(workspace.plans)), _HEADS, rows, count=1)


def _target(state: TargetState, several: bool) -> tuple[Value, ...]:
    target = state.target
    return (
        state.plan.name,
        identity(state, several),
        state.of,
        target.name,
        target.unit,
        level(target),
        target.by,
        *_figures(state.measurement, target.unit),
        RESULT[state.result],
    )


def _indicator(state: IndicatorState, several: bool) -> tuple[Value, ...]:
    indicator = state.indicator
    return (
        state.plan.name,
        identity(state, several),
        indicator.heading or "",
        indicator.name,
        indicator.unit,
        "",
        None,
        *_figures(state.measurement, indicator.unit),
        gathered(state),
    )


def _figures(measured: Measurement | None, unit: str) -> tuple[Value, ...]:
    """The figure, its numerator and denominator, its day."""
    if measured is None:
        return (None, None, None, None)
    return (measured.amount(unit), measured.numerator, measured.denominator, measured.date)
