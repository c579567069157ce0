"""Table → CSV (UTF-8 with a byte-order mark, so that Excel reads Vietnamese), one row a line of data."""

import csv
import io
from re import compile as pattern

from cchc_cli.answers.tables import Table
from cchc_cli.text.hidden import BYTE_ORDER

_FORMULA = pattern(r"(\A|[;\r\n][^\S\r\n]*)(?=[=+\-@\t\r])")
"""Where Excel would begin a formula: at the start of a cell, and after a sign that may end a cell.

With Vietnamese settings `;` ends a cell, and quotes no longer enclose a cell that has line breaks.
"""


def render(table: Table) -> str:
    """The group's heading becomes the first column where there are headings. Formulas are written as text."""
    grouped = any(group.title is not None for group in table.groups)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((["Nhóm"] if grouped else []) + [column.title for column in table.columns])
    for group in table.groups:
        for row in group.rows:
            writer.writerow(([_safe(group.title or "")] if grouped else []) + [_safe(cell.text) for cell in row])
    return BYTE_ORDER + out.getvalue()


def _safe(text: str) -> str:
    return _FORMULA.sub(r"\1'", text)
