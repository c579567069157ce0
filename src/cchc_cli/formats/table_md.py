"""Table → Markdown that stays a table whatever the data holds."""

from cchc_cli.tables import Cell, Column, Table

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|#~&"})


def escaped(text: str) -> str:
    """Text as a Markdown cell: marks shown as they are, one line."""
    return "<br>".join(part.strip() for part in text.translate(_ESCAPED).splitlines() if part.strip())


def render(table: Table) -> str:
    """Title, a table for each group, remarks as a list."""
    lines = [f"# {escaped(table.title)}"] if table.title else []
    for group in table.groups:
        if group.title is not None:
            lines += ["", f"## {escaped(group.title)}"]
        if group.rows:
            lines += ["", _row(tuple(Cell(column.title) for column in table.columns)), _rule(table.columns)]
            lines += [_row(row) for row in group.rows]
    if table.remarks:
        lines += ["", *(f"- {escaped(remark)}" for remark in table.remarks)]
    return "\n".join(lines).lstrip("\n") + "\n"


def _row(row: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(escaped(cell.text) for cell in row) + " |"


def _rule(columns: tuple[Column, ...]) -> str:
    return "| " + " | ".join("---:" if column.right else "---" for column in columns) + " |"
