"""Typed cells of a row, `HEAD=TEXT`, under the heads of the plan's table → the values of the row."""

from collections.abc import Iterable

from cchc_cli.model import OWN, TaskRow
from cchc_cli.plan.columns import Printed
from cchc_cli.plan.plans import Plan
from cchc_cli.recording.amend import cells
from cchc_cli.recording.faults import Fault, Field
from cchc_cli.vietnamese.names import fold

_OPTIONS = {"title": Field.TITLE, "products": Field.PRODUCT, "schedule": Field.SCHEDULE} | cells.ROLES
_FIXED = ("number", "assignment")


def values(plan: Plan, row: TaskRow, typed: Iterable[str]) -> dict[str, object] | Fault:
    """The new values of the cells that were typed; the cells with names of their own are one value."""
    found: dict[str, object] = {}
    own = dict(row.cells or {})
    for each in typed:
        head, equals, text = each.partition("=")
        if not equals or not text.strip():
            return Fault(Field.CELL, (Field.CELL, f': "{each}" chưa đủ tên cột và nội dung'), 'ghi như "Ghi chú=…"')
        holds = _holds(plan, head.strip())
        if isinstance(holds, Fault):
            return holds
        if holds.startswith(OWN):
            own[holds.removeprefix(OWN)] = text.strip()
            found["cells"] = own
        else:
            found[holds] = text.strip()
    return found


def _holds(plan: Plan, head: str) -> str | Fault:
    named = [each for each in plan.columns if each.holds and fold(head) in _names(each, each.holds)]
    if len(named) != 1 or named[0].holds is None:
        heads = "; ".join(each.head for each in plan.columns)
        return Fault(Field.CELL, (Field.CELL, f': bảng của kế hoạch không có cột "{head}"'), f"các cột: {heads}")
    holds = named[0].holds
    if holds in _OPTIONS:
        return Fault(Field.CELL, (Field.CELL, f": cột {named[0].head} có tùy chọn riêng"), ("dùng ", _OPTIONS[holds]))
    if holds in _FIXED:
        hint = ("dùng ", Field.LEAD, ", ", Field.COORDINATE, ", ", Field.PERFORM) if holds == "assignment" else None
        return Fault(Field.CELL, (Field.CELL, f": cột {named[0].head} không đổi bằng cách này"), hint)
    return holds


def _names(column: Printed, holds: str) -> tuple[str, ...]:
    return fold(column.head), fold(column.lines[-1]), fold(holds), fold(holds.removeprefix(OWN))
