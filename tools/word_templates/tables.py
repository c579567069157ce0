"""Tables of annexes: head rows that repeat, one row of tags inside a loop, rows that head a group."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Literal, NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from tools.word_templates import grids
from tools.word_templates.text import command, paragraph


class Column(NamedTuple):
    """A column: its head, its share of the width, its cell (text with tags), `over`: a head above several columns."""

    head: str
    share: float
    cell: str = ""
    align: Literal["left", "center", "right"] = "left"
    over: str = ""


class Command(NamedTuple):
    """A row that holds a command of the template: `for row in report.overdue`, `endfor`."""

    words: str


class Heading(NamedTuple):
    """A row with one bold cell across the table."""

    text: str


class Cells(NamedTuple):
    """A row of cells, aligned as their columns; one that is `kept` stays on the page of the next row."""

    texts: tuple[str, ...]
    bold: bool = False
    kept: bool = False


Line = Command | Heading | Cells
Kind = Literal["", "nhỏ", "gọn"]


def cells(columns: Sequence[Column]) -> Cells:
    """The row that the columns describe."""
    return Cells(tuple(column.cell for column in columns))


def each(columns: Sequence[Column], loop: str) -> tuple[Line, ...]:
    """The columns' row, repeated by a loop such as "row in report.overdue"."""
    return (Command(f"for {loop}"), cells(columns), Command("endfor"))


@contextmanager
def optional(
    document: WordDocument, rows: str, otherwise: str = "Không có.", style: str = "Nội dung"
) -> Iterator[None]:
    """Print what is written inside if there are `rows` (Jinja expression), otherwise a paragraph."""
    command(document, f"if {rows}")
    yield
    command(document, "else")
    paragraph(document, otherwise, style)
    command(document, "endif")


def table(
    document: WordDocument, columns: Sequence[Column], lines: Sequence[Line], width: int, kind: Kind = ""
) -> None:
    """A table of `width` (twentieths of a point) at 12 pt; kind "nhỏ" is at 11 pt, "gọn" also without spacing."""
    made = grids.grid(document, grids.shared(width, [column.share for column in columns]), lines=True)
    suffix = f" {kind}".rstrip()
    _head(made, columns, f"Đầu bảng{suffix}")
    for line in lines:
        _line(made, columns, line, f"Ô bảng{suffix}")


def _head(table: BaseOxmlElement, columns: Sequence[Column], style: str) -> None:
    """Add one head row, or two if columns share a head above their own."""
    two = any(column.over for column in columns)
    first = grids.row(table, header=True)
    for over, run in groupby(enumerate(columns), key=lambda each: each[1].over or each[0]):
        under = list(run)
        merge = "restart" if two and isinstance(over, int) else None
        cell = grids.cell(first, span=len(under), merge=merge, align="center")
        paragraph(cell, over if isinstance(over, str) else under[0][1].head, style)
    if two:
        second = grids.row(table, header=True)
        for column in columns:
            cell = grids.cell(second, merge=None if column.over else "continue", align="center")
            paragraph(cell, column.head if column.over else "", style)


def _line(table: BaseOxmlElement, columns: Sequence[Column], line: Line, style: str) -> None:
    row = grids.row(table)
    if isinstance(line, Command):
        paragraph(grids.cell(row, span=len(columns)), f"{{%tr {line.words} %}}", "Lệnh của mẫu")
    elif isinstance(line, Heading):
        added = paragraph(grids.cell(row, span=len(columns)), line.text, style)
        added.paragraph_format.keep_with_next = True
        _embolden(added)
    else:
        for column, text in zip(columns, line.texts, strict=True):
            added = paragraph(grids.cell(row), text, style, None if column.align == "left" else column.align)
            if line.bold:
                _embolden(added)
            if line.kept:
                added.paragraph_format.keep_with_next = True


def _embolden(added: Paragraph) -> None:
    for run in added.runs:
        run.bold = True
