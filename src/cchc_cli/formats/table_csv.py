"""Table → CSV (UTF-8 with a byte-order mark, so that Excel reads Vietnamese), one row a line of data."""

import csv
import io

from cchc_cli.answers.tables import Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(table: Table) -> str:
    """The group's heading becomes the first column where there are headings. Formulas come out as text."""
    grouped = any(group.title is not None for group in table.groups)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((["Nhóm"] if grouped else []) + [column.title for column in table.columns])
    for group in table.groups:
        for row in group.rows:
            writer.writerow(([_safe(group.title or "")] if grouped else []) + [_safe(cell.text) for cell in row])
    return "\ufeff" + out.getvalue()


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
