"""Targets, indicators and their last measurement → a table."""

from datetime import date as Day

from cchc_cli.answers import cells
from cchc_cli.answers.tables import Cell, Column, Group, Table, Tone, row
from cchc_cli.model import Measurement
from cchc_cli.plan.registry import Registry
from cchc_cli.plan.workspace import Workspace
from cchc_cli.queries.indicators import IndicatorState
from cchc_cli.queries.measured import Measured
from cchc_cli.queries.targets import Result, TargetState, owners
from cchc_cli.wording.targets import RESULT, level
from cchc_cli.wording.targets import measured as figures

_HEADS = ("Mã", "Mức", "Đến ngày", "Đo được", "Kết quả", "Cơ quan", "Chỉ tiêu")
_FOLDED = ("Mức", "Đo được", "Kết quả", "Cơ quan", "Chỉ tiêu")
_TONES: dict[Result, Tone] = {"met": "done", "not_met": "overdue", "not_measured": None}


def table(found: Measured, workspace: Workspace) -> Table:
    """Objectives first, then products with figures, then indicators; ids with their plan if several plans have any."""
    registry, several = workspace.registry, has_several_plans(found)
    groups = (
        Group(
            "Chỉ tiêu của kế hoạch" if found.indicators else None,
            tuple(_target(each, several, registry, found.as_of) for each in found.targets),
        ),
        Group(
            "Chỉ tiêu thống kê",
            tuple(_indicator(each, several, registry, found.as_of) for each in found.indicators),
        ),
    )
    columns = tuple(Column(head, fold=head in _FOLDED) for head in _HEADS)
    kept = tuple(each for each in groups if each.rows) or groups[:1]
    return Table(cells.as_of_line(found.as_of, len(workspace.plans)), columns, kept, remarks(found))


def has_several_plans(found: Measured) -> bool:
    """Whether the targets and indicators are of more than one plan."""
    plans = {each.plan.name for each in found.targets} | {each.plan.name for each in found.indicators}
    return len(plans) > 1


def gathered(state: IndicatorState) -> str:
    """How far an indicator is measured: "chưa đo", "đã đo", "có số liệu của 3/79 cơ quan"."""
    if state.of:
        return f"có số liệu của {state.told}/{state.of} cơ quan"
    return "đã đo" if state.measurement else RESULT["not_measured"]


def named(state: TargetState | IndicatorState, registry: Registry, as_of: Day) -> str:
    """Who measures it: of a target its owner or who leads its task, of an indicator its owner or each agency."""
    if isinstance(state, IndicatorState):
        each = "từng cơ quan gửi báo cáo" if state.of else ""
        return registry.name(state.indicator.owner) if state.indicator.owner else each
    return cells.names(owners(state), registry, as_of)


def remarks(found: Measured) -> tuple[str, ...]:
    """How many targets are measured and reached; how many indicators have figures."""
    met = sum(each.result == "met" for each in found.targets)
    measured = sum(each.result != "not_measured" for each in found.targets)
    told = f"{len(found.targets)} chỉ tiêu: {measured} đã đo, trong đó {met} đạt."
    given = sum(each.measurement is not None for each in found.indicators)
    gathered_words = f"{len(found.indicators)} chỉ tiêu thống kê: {given} có số liệu."
    return (told, gathered_words) if found.indicators else (told,)


def _target(state: TargetState, several: bool, registry: Registry, as_of: Day) -> tuple[Cell, ...]:
    target = state.target
    return row(
        identity(state, several),
        level(target),
        cells.day(target.by),
        shown(state.measurement, target.unit),
        Cell(RESULT[state.result], _TONES[state.result]),
        named(state, registry, as_of),
        target.name,
    )


def _indicator(state: IndicatorState, several: bool, registry: Registry, as_of: Day) -> tuple[Cell, ...]:
    figure, indicator = shown(state.measurement, state.indicator.unit), state.indicator
    owner = named(state, registry, as_of)
    return row(identity(state, several), "", "", figure, gathered(state), owner, indicator.name)


def identity(state: TargetState | IndicatorState, several: bool) -> str:
    """The id of a target or indicator; with its plan where several have any."""
    own = state.target.id if isinstance(state, TargetState) else state.indicator.id
    return f"{state.plan.name}:{own}" if several else own


def shown(measured: Measurement | None, unit: str) -> str:
    """A measurement with its unit and day; "" where there is none."""
    return f"{figures(measured, unit)} ({cells.day(measured.date)})" if measured else ""
