"""Sheet → CSV (UTF-8 with a byte-order mark, so that Excel reads Vietnamese): days as 2026-03-31, which Excel takes for
days in every language, and numbers with a point.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date as Day
from re import compile as pattern

from cchc_cli.answers.sheets import Sheet, Value
from cchc_cli.text.hidden import BYTE_ORDER

_END = "\r\n"
_FORMULA = pattern(r"(\A|[;\r\n][^\S\r\n]*)(?=[=+\-@\t\r])")
"""Where Excel would begin a formula: at the start of a cell, and after a sign that may end a cell.

With Vietnamese settings `;` ends a cell, and quotes no longer enclose a cell that has line breaks.
"""


def render(sheet: Sheet) -> str:
    """Heads, rows, and the total where it is a row of its own. Formulas in data are written as text."""
    heads = io.StringIO()
    csv.writer(heads, lineterminator=_END).writerow(head.title for head in sheet.heads)
    total = () if sheet.total is None else (sheet.total,)
    return BYTE_ORDER + heads.getvalue() + lines((*sheet.rows, *total))


def lines(rows: Iterable[tuple[Value, ...]]) -> str:
    """Rows without heads."""
    out = io.StringIO()
    csv.writer(out, lineterminator=_END).writerows([_written(value) for value in row] for row in rows)
    return out.getvalue()


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _FORMULA.sub(r"\1'", value)
    return value.isoformat() if isinstance(value, Day) else str(value)
