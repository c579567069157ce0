"""Tables of a filled document: a grid has as many columns as its widest row, within the width that it had."""

from cchc_cli.documents.render.nodes import Node

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def mended(body: Node) -> Node:
    """The body, in which columns that a template added or took away are counted again."""
    for table in body.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        if grid is not None:
            _fit(grid, max((_columns(row) for row in table.iterchildren(f"{_W}tr")), default=len(grid)))
    return body


def _columns(row: Node) -> int:
    spans = (cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.iterchildren(f"{_W}tc"))
    margins = (row.find(f"{_W}trPr/{_W}{side}") for side in ("gridBefore", "gridAfter"))
    taken = sum(1 if span is None else _number(span) for span in spans)
    return taken + sum(_number(each) for each in margins if each is not None)


def _number(element: Node) -> int:
    return int(element.get(f"{_W}val") or 0)


def _fit(grid: Node, columns: int) -> None:
    """Columns of even width where their number changed."""
    given = grid.findall(f"{_W}gridCol")
    if columns == len(given) or not columns:
        return
    width = sum(float(each.get(f"{_W}w") or 0) for each in given)
    for each in given:
        grid.remove(each)
    for _ in range(columns):
        column = grid.makeelement(f"{_W}gridCol", {f"{_W}w": str(int(width / columns))})
        grid.append(column)
