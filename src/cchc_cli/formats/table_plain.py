"""Table → aligned text without colour or wrapping, for pipes and files."""

from cchc_cli.answers.tables import Cell, Column, Table

GAP = "  "


def render(table: Table) -> str:
    """Columns padded to their widest cell; the last one is not padded."""
    rows = [row for group in table.groups for row in group.rows]
    heads = tuple(Cell(column.title) for column in table.columns)
    widths = [max(len(_flat(row[place].text)) for row in (heads, *rows)) for place in range(len(table.columns))]
    lines = [table.title] if table.title else []
    for group in table.groups:
        if group.title is not None:
            lines += ["", group.title]
        if group.rows:
            lines += [_line(row, widths, table.columns) for row in (heads, *group.rows)]
    if table.remarks:
        lines += ["", *table.remarks]
    return "\n".join(lines) + "\n"


def _line(row: tuple[Cell, ...], widths: list[int], columns: tuple[Column, ...]) -> str:
    cells = [_flat(cell.text) for cell in row]
    padded = [
        cell.rjust(width) if column.right else cell.ljust(width)
        for cell, width, column in zip(cells, widths, columns, strict=True)
    ]
    return GAP.join(padded).rstrip()


def _flat(text: str) -> str:
    return " ".join(text.split())
