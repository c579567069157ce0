"""Table → Markdown; data is escaped so that it cannot break the table."""

import re

from cchc_cli.answers.tables import Cell, Column, Table

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|#~&$"})
_LINK = re.compile(r"https?://[\w\-.~:/?#@!$&'()*+,;=%]*[\w/#=&]", re.ASCII | re.IGNORECASE)
_SITE = re.compile(r"\b(www)\.", re.IGNORECASE)
_NUMBERED = re.compile(r"\A(\d+)([.)])(?=\s|$)")
_LEADING = ("-", "+", "=")
_APART = "&#8288;"  # shows nothing, and keeps @name, #1, !1 from being read as somebody or something of the project


def escaped(text: str) -> str:
    """Text as a Markdown cell: marks are escaped, line ends become <br>, no user is mentioned; web addresses stay."""
    return "<br>".join(_line(part.strip()) for part in text.splitlines() if part.strip())


def _line(text: str) -> str:
    """A line escaped so that it starts no heading, list or rule."""
    shown, end = "", 0
    for link in _LINK.finditer(text):
        shown += _words(text[end : link.start()]) + _address(link[0])
        end = link.end()
    shown += _words(text[end:])
    if shown.startswith(_LEADING):
        return f"\\{shown}"
    return _NUMBERED.sub(r"\1\\\2", shown)


def _words(text: str) -> str:
    unlinked = _SITE.sub(r"\1\.", text.translate(_ESCAPED))
    return re.sub(r"(\\#|@|!)(?=\w)", rf"\1{_APART}", unlinked)


def _address(link: str) -> str:
    """A web address is linked as it is; one with marks in it has to be put in < >."""
    return link if link == link.translate(_ESCAPED) else f"<{link}>"


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
