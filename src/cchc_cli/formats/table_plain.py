"""Table → aligned text without colour or wrapping, for pipes and files."""

from cchc_cli.answers.tables import Column, Table

GAP = "  "


def render(table: Table) -> str:
    """Columns padded to their widest cell; the last one is not padded."""
    heads = [_flat(column.title) for column in table.columns]
    groups = [[[_flat(cell.text) for cell in row] for row in group.rows] for group in table.groups]
    rows = (heads, *(row for group in groups for row in group))
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    lines = [table.title] if table.title else []
    for group, flat in zip(table.groups, groups, strict=True):
        if group.title is not None:
            lines += ["", group.title]
        if flat:
            lines += [_line(row, widths, table.columns) for row in (heads, *flat)]
    if table.remarks:
        lines += ["", *table.remarks]
    return "\n".join(lines) + "\n"


def _line(row: list[str], widths: list[int], columns: tuple[Column, ...]) -> str:
    padded = [
        cell.rjust(width) if column.right else cell.ljust(width)
        for cell, width, column in zip(row, widths, columns, strict=True)
    ]
    return GAP.join(padded).rstrip()


def _flat(text: str) -> str:
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # most are so, and of a long list splitting each takes longer than all else here
    return " ".join(text.split())
