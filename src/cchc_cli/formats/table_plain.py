"""Table → aligned text without colour or wrapping, for pipes and files."""

from cchc_cli.answers.tables import Column, Table

GAP = "  "


def render(table: Table) -> str:
    """Columns padded to their widest cell; the last one is not padded."""
    heads = [_flat(column.title) for column in table.columns]
    groups = [[[_flat(cell.text) for cell in row] for row in group.rows] for group in table.groups]
    rows = (heads, *(row for group in groups for row in group))
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    padded = GAP.join(map(_place, table.columns, widths))
    lines = [table.title] if table.title else []
    for group, flat in zip(table.groups, groups, strict=True):
        if group.title is not None:
            lines += ["", group.title]
        if flat:
            lines += [padded.format(*row).rstrip() for row in (heads, *flat)]
    if table.remarks:
        lines += ["", *table.remarks]
    return "\n".join(lines) + "\n"


def _place(column: Column, width: int) -> str:
    """A column's place in the template of a line."""
    return f"{{:{'>' if column.right else '<'}{width}}}"


def _flat(text: str) -> str:
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text  # most are so, and of a long list splitting each takes longer than all else here
    return " ".join(text.split())
