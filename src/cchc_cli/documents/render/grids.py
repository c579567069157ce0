"""Tables of a filled document: a grid gets as many columns as its widest row, and keeps its total width."""

import re

from cchc_cli.documents.render.nodes import Node

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COUNT = re.compile(r"[0-9]{1,3}")
_LENGTH = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_CELL = re.compile(r"(<w:tc[ >](?:(?!<w:tc[ >]).)*?)\{%\s*width\s+([^%]*?)\s*%\}", re.DOTALL)
_OWN = re.compile(r"<w:tcW[^/]*/>")
_SHOWN = 20
SHARE = "share"
"""The type of a width that is its column's share of the table, until the document is finished."""


def mended(body: Node) -> Node:
    """The body with grids corrected where a template added or removed columns.

    A table whose columns cannot be counted is a `ValueError` with its number and the value found there.
    """
    for number, table in enumerate(body.iter(f"{_W}tbl"), 1):
        grid = table.find(f"{_W}tblGrid")
        if grid is not None:
            try:
                rows = list(table.iterchildren(f"{_W}tr"))
                _fit(grid, max(map(_columns, rows), default=len(grid)))
                _share(grid, rows)
            except ValueError as error:
                raise ValueError(f"bảng {number}: {error}") from error
    return body


def widened(source: str) -> str:
    """A template's XML in which each `{% width … %}` gives its cell's share of the width."""
    return _CELL.sub(_widened, source)


def _widened(cell: re.Match[str]) -> str:
    begun = _OWN.sub("", cell[1], count=1)
    return begun.replace("<w:tcPr>", f'<w:tcPr><w:tcW w:w="{{{{ {cell[2]} }}}}" w:type="{SHARE}"/>', 1)


def ragged(body: Node) -> bool:
    """Whether a row has more columns than its table."""
    for table in body.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        rows = table.iterchildren(f"{_W}tr")
        if grid is not None and len(grid) and any(_columns(row) > len(grid.findall(f"{_W}gridCol")) for row in rows):
            return True
    return False


def _columns(row: Node) -> int:
    spans = (cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.iterchildren(f"{_W}tc"))
    margins = (row.find(f"{_W}trPr/{_W}{side}") for side in ("gridBefore", "gridAfter"))
    taken = sum(1 if span is None else _number(span) for span in spans)
    return taken + sum(_number(each) for each in margins if each is not None)


def _number(element: Node) -> int:
    given = element.get(f"{_W}val") or ""
    if not _COUNT.fullmatch(given):
        raise ValueError(f'số cột của ô ghi "{given[:_SHOWN]}"')
    return int(given)


def _width(column: Node) -> float:
    given = column.get(f"{_W}w") or "0"
    if not _LENGTH.fullmatch(given):
        raise ValueError(f'độ rộng cột ghi "{given[:_SHOWN]}"')
    return float(given)


def _share(grid: Node, rows: list[Node]) -> None:
    """Give the columns the shares that the cells of the first row without merged columns have; cells follow."""
    columns = grid.findall(f"{_W}gridCol")
    given = ([cell.find(f"{_W}tcPr/{_W}tcW") for cell in row.iterchildren(f"{_W}tc")] for row in rows)
    told = next((each for each in given if len(each) == len(columns) and all(map(_is_share, each))), None)
    if not told:
        return
    shares = [_width(each) for each in told if each is not None]
    whole, total = sum(_width(each) for each in columns), sum(shares)
    marks = [round(whole * sum(shares[:place]) / total) for place in range(len(shares) + 1)]
    for place, column in enumerate(columns):
        column.set(f"{_W}w", str(marks[place + 1] - marks[place]))
    for row in rows:
        place = 0
        for cell in row.iterchildren(f"{_W}tc"):
            span, width = cell.find(f"{_W}tcPr/{_W}gridSpan"), cell.find(f"{_W}tcPr/{_W}tcW")
            end = place + (1 if span is None else _number(span))
            if width is not None and end < len(marks):
                width.set(f"{_W}w", str(marks[end] - marks[place]))
                width.set(f"{_W}type", "dxa")
            place = end


def _is_share(width: Node | None) -> bool:
    return width is not None and width.get(f"{_W}type") == SHARE


def _fit(grid: Node, columns: int) -> None:
    """Replace the columns by columns of equal width if their number changed."""
    given = grid.findall(f"{_W}gridCol")
    if columns == len(given) or not columns:
        return
    width = sum(_width(each) for each in given)
    for each in given:
        grid.remove(each)
    for _ in range(columns):
        column = grid.makeelement(f"{_W}gridCol", {f"{_W}w": str(int(width / columns))})
        grid.append(column)
